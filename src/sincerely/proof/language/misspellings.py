"""Misspellings that are never a word of their own."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

LIST = Path(__file__).with_name("misspellings.txt")
WORD = re.compile(r"[^\W\d_]+")


@cache
def listed() -> dict[str, str]:
    """Each misspelling with the word that was meant; common slips of adult writers, none of them a word of its own."""
    rows = LIST.read_text(encoding="utf-8").splitlines()
    return {wrong: right for wrong, _, right in (row.partition(" ") for row in rows)}


def misspelt(prose: Prose) -> Iterator[Slip]:
    """Known misspellings; `known` words and names are right here, whatever the list says."""
    right_here = {word.casefold() for word in prose.known | prose.names}
    for match in WORD.finditer(prose.text):
        word = match.group()
        meant = listed().get(word.lower())
        if meant and word.casefold() not in right_here and not word.isupper():
            better = meant[0].upper() + meant[1:] if word[0].isupper() else meant
            yield Slip("spelling", Span(*match.span()), f"“{word}” is misspelt.", (better,), sure=True)
