"""Who is read and who is judged: whole authors, so that twins stay together and no voice is on both sides."""

from dataclasses import dataclass
from functools import cache

from training.examples import Sentence, message_sentences, sentences
from training.near import apart_from

# Kept out altogether: second-language English, passages of several sentences, and the 300 letters of an author of nothing else.
SEALED = frozenset({"voices-world", "passages", "messages"})
# The scales and bars are set on these.
FOLD = frozenset({"voices-graduates", "messages-one", "messages-four"})
# The corpus grew while the encoder learned: what stood there first, and how many rows of each later file stood there at its
# second, third and fourth course. What came after that has been read by neither model yet: raise LAST to teach it.
FIRST = ("hostility", "pressure", "professional", "substance", "voices-")
THEN = {
    "hands-care": 1599, "hands-service": 1458, "hands-trades": 1632, "desks-office": 617, "desks-tech": 404, "desks-young": 395,
    "messages-two": 148,
}  # fmt: skip
AFTER = {
    "hands-care": 2335, "hands-service": 2276, "hands-trades": 2097, "desks-office": 1384, "desks-tech": 970, "desks-young": 881,
    "later-learning": 296, "later-seniors": 154, "passages-three": 302, "spoken": 304, "messages-two": 231, "messages-three": 69,
}  # fmt: skip
LAST = {
    "hands-care": 2335, "hands-service": 2276, "hands-trades": 2097, "desks-office": 1449, "desks-tech": 970, "desks-young": 961,
    "later-learning": 438, "later-seniors": 154, "passages-three": 353, "spoken": 304, "messages-two": 231, "messages-three": 90,
}  # fmt: skip
BLOCK, AGAIN = 20, 3  # of what stood there first, each third block of twenty rows is read again


@dataclass(frozen=True)
class Side:
    """Single sentences, and the lines of whole letters."""

    singles: list[Sentence]
    lines: list[Sentence]


@cache
def sides() -> tuple[Side, Side, Side]:
    """What is read, what the bars are set on, and what is sealed."""
    sealed, fold = (held_out(authors) for authors in (SEALED, FOLD))
    judged = [*sealed.singles, *sealed.lines, *fold.singles]
    out = SEALED | FOLD
    read = [one for one in sentences() if one.author not in out and stood(one, LAST)]
    before = apart_from(judged, [one for one in read if stood(one, THEN)])
    after = apart_from([*judged, *fold.lines], [one for one in read if not stood(one, THEN)])
    lines = [one for one in message_sentences() if one.author not in out and stood(one, LAST)]
    return Side(before + after, lines), fold, sealed


def stood(one: Sentence, rows: dict[str, int]) -> bool:
    """Whether a sentence stood there, at some rows of each later file."""
    return one.author.startswith(FIRST) or one.row < rows.get(one.author, 0)


def held_out(authors: frozenset[str]) -> Side:
    return Side(
        [one for one in sentences() if one.author in authors], [one for one in message_sentences() if one.author in authors]
    )


def courses(read: Side) -> tuple[Side, Side, Side, Side]:
    """What is read in each course; the later three read a third of the first again."""
    early = [one for one in read.singles if one.author.startswith(FIRST)]
    late = [one for one in read.singles if not one.author.startswith(FIRST)]
    again = [[one for at, one in enumerate(early) if at // BLOCK % AGAIN == course] for course in range(AGAIN)]
    then, after = (
        Side(
            again[number] + [one for one in late if stood(one, rows)],
            [one for one in read.lines if stood(one, rows)],
        )
        for number, rows in enumerate((THEN, AFTER))
    )
    return Side(early, []), then, after, Side(again[2] + late, read.lines)
