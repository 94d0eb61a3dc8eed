"""British and American spellings in one letter: each is right, both together look like an oversight."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sincerely.proof.language.filter import right_here
from sincerely.proof.language.words.tables import HERE
from sincerely.proof.language.words.tokens import Token, tokens
from sincerely.proof.senses import Prose, Slip

SIDES = {"B": "British", "A": "American"}


class Variant(NamedTuple):
    """A spelling of one side, and the other side's."""

    side: str
    other: str


@cache
def variants() -> dict[str, Variant]:
    """Spellings that tell where their writer is at home; -ise and -ize do not, since Oxford's British spelling has -ize."""
    rows = (HERE / "variants.txt").read_text(encoding="utf-8").splitlines()
    return {word: Variant(rest[0], rest[1:]) for word, _, rest in (row.partition("\t") for row in rows)}


def mixed(prose: Prose) -> Iterator[Slip]:
    """One mild slip where both sides are met: at the first word of the side that is met less, or later.

    Words with a capital are left aside, since names keep their own spelling, and so are words on record.
    """
    found: dict[str, list[tuple[Token, Variant]]] = {}
    right = right_here(prose.known, prose.names)
    for token in tokens(prose.text):
        variant = variants().get(token.text)
        if variant and not token.apart and token.text not in right:
            found.setdefault(variant.side, []).append((token, variant))
    if len(found) < len(SIDES):
        return
    main, less = sorted(found, key=lambda side: (-len(found[side]), found[side][0][0].span))
    token, variant = found[less][0]
    example = found[main][0][0].text
    message = f"“{token.text}” is the {SIDES[less]} spelling, but “{example}” in this letter is {SIDES[main]}."
    yield Slip("spelling", token.span, message, (variant.other,), mild=True)
