"""Brackets and quotation marks that open and never close, or close and never opened."""

import re
from collections.abc import Iterator

from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
# ":)" and "(:" smile; "a)" and "1)" number things.
NO_BRACKET = re.compile(r"[:;=8xX]['’]?-?[()]+|[(]-?[:;]|\)\)+|\(\(+")
NUMBERED = re.compile(r"(?:^|\s)(?:\w|\d\d|[ivx]+)$")
PAIRS = {")": "(", "]": "["}
LONGEST = 5_000


def unbalanced(prose: Prose) -> Iterator[Slip]:
    """The first bracket of each paragraph that has no partner."""
    for paragraph in PARAGRAPH.finditer(prose.text):
        text = paragraph.group()
        place = alone(NO_BRACKET.sub(lambda match: "." * len(match.group()), text)) if len(text) < LONGEST else None
        if place is not None:
            start = paragraph.start() + place
            does = "opens and is never closed" if text[place] in "([" else "closes what was never opened"
            yield Slip("grammar", Span(start, start + 1), f"This bracket {does}.")


def alone(text: str) -> int | None:
    """Where a bracket without partner stands."""
    open_: list[int] = []
    for place, letter in enumerate(text):
        if letter in "([":
            open_.append(place)
        elif letter in ")]":
            if open_ and text[open_[-1]] == PAIRS[letter]:
                open_.pop()
            elif not NUMBERED.search(text[max(0, place - 5) : place]):
                return place
    return open_[0] if open_ else None
