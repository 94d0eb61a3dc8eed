"""Where a comment hangs: words of a text, found again after the text was changed, or honestly not found. Pure.

An anchor keeps the words themselves and a little of what stood around them (W3C, Web Annotation Data Model, 4.2.4). Words alone
are not enough: the same words may stand in two places. So an anchor also knows how much the surroundings of its nearest double
were like its own, and asks for more than that before it points anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.terms import Span

# Signs kept at each side: about eight words.
AROUND = 48
# Words of this length that stood once in a letter hardly come up again by chance: they may be found without what stood around.
# Of shorter ones a short word must be the same at either side; and a double has to be beaten by some signs.
LONG, BESIDE, CLEARLY = 30, 4, 6
# Marks the two ends of a text among its signs; no letter holds it.
END = "\x03"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words `quote`, what stood before and after them, and `rival`: how alike (in signs) the nearest double's place was.

    `rival` is -1 where the words stood only once. Runs of white space count as one space.
    """

    quote: str
    before: str
    after: str
    rival: int = -1


def anchor(text: str, span: Span) -> Anchor:
    """Anchors the words at `span`, without white space at their ends; raises ValueError where there are none."""
    folded, places = fold(text)
    inside = [at for at, place in enumerate(places) if span.start <= place < span.end and not folded[at].isspace()]
    if not inside:
        raise ValueError("no words")
    start, end = inside[0], inside[-1] + 1
    made = Anchor(folded[start:end], *around(folded, start, end))
    doubles = [alike(made, folded, other) for other in places_of(made.quote, folded) if other != start]
    return Anchor(made.quote, made.before, made.after, max(doubles, default=-1))


def find(text: str, sought: Anchor) -> Span | None:
    """Where the anchored words stand now; None where they have changed, or where it is not certain which ones they are."""
    folded, places = fold(text)
    found = sorted(((alike(sought, folded, start), start) for start in places_of(sought.quote, folded)), reverse=True)
    if not found:
        return None
    best, start = found[0]
    unsure = len(found) > 1 and best - found[1][0] < CLEARLY
    if unsure or best < min(sought.rival + CLEARLY, 2 * AROUND) * (sought.rival >= 0):
        return None
    if len(sought.quote) < LONG and min(sides(sought, folded, start)) < BESIDE:
        return None
    return Span(places[start], places[start + len(sought.quote) - 1] + 1)


def fold(text: str) -> tuple[str, list[int]]:
    """The text with one space for each run of white space, and where each of its signs stands in the text."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if not sign.isspace():
            signs.append(sign)
        elif signs and signs[-1] != " ":
            signs.append(" ")
        else:
            continue
        places.append(place)
    return "".join(signs), places


def around(folded: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a stretch, each of AROUND signs or up to the end of the text."""
    whole = END + folded + END
    return whole[max(0, start + 1 - AROUND) : start + 1], whole[end + 1 : end + 1 + AROUND]


def places_of(quote: str, folded: str) -> Iterator[int]:
    """Where the words stand as whole words: `art` does not stand in `start`."""
    start = folded.find(quote)
    while start >= 0:
        end = start + len(quote)
        if not (joined(folded[start - 1 : start], quote[0]) or joined(quote[-1], folded[end : end + 1])):
            yield start
        start = folded.find(quote, start + 1)


def joined(left: str, right: str) -> bool:
    """True where two neighbouring signs belong to one word."""
    return left.isalnum() and right.isalnum()


def alike(sought: Anchor, folded: str, start: int) -> int:
    """How many signs next to a place are those that the anchor remembers; a side that is wholly so counts as AROUND signs."""
    return sum(sides(sought, folded, start))


def sides(sought: Anchor, folded: str, start: int) -> tuple[int, int]:
    before, after = around(folded, start, start + len(sought.quote))
    return same(sought.before[::-1], before[::-1]), same(sought.after, after)


def same(kept: str, found: str) -> int:
    length = next(
        (at for at, (one, other) in enumerate(zip(kept, found, strict=False)) if one != other), min(len(kept), len(found))
    )
    return AROUND if length == len(kept) else length
