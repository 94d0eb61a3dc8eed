"""Who is read and who is judged: whole authors, so that twins stay together and no voice is on both sides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from training.examples import Sentence, message_sentences, sentences
from training.near import apart_from

# Kept out altogether: second-language English, passages of several sentences, and the 300 letters of an author of nothing else.
SEALED = frozenset({"voices-world", "passages", "messages"})
# Kept out likewise, by yet another author, and written when everything else had been decided: files of this name.
FRESH = "sealed-"
# The scales and bars are set on these.
FOLD = frozenset({"voices-graduates", "messages-one", "messages-four"})


@dataclass(frozen=True)
class Side:
    """Single sentences, and the lines of whole letters."""

    singles: list[Sentence]
    lines: list[Sentence]


@dataclass(frozen=True)
class Sides:
    """What is read, what the bars are set on, and the two sets that are only judged."""

    read: Side
    fold: Side
    sealed: Side
    fresh: Side


@cache
def sides() -> Sides:
    """Read is all that is not judged, less what stands in almost the same words in the fold or the sealed; of the fresh set,
    which came last, what stands so among the read is not judged."""
    sealed, fold, fresh = side(SEALED.__contains__), side(FOLD.__contains__), side(is_fresh)
    rest = side(lambda author: author not in SEALED | FOLD and not is_fresh(author))
    read = Side(apart_from([*sealed.singles, *sealed.lines, *fold.singles, *fold.lines], rest.singles), rest.lines)
    return Sides(read, fold, sealed, Side(apart_from([*read.singles, *read.lines], fresh.singles), fresh.lines))


def is_fresh(author: str) -> bool:
    return author.startswith(FRESH)


def side(of: Callable[[str], bool]) -> Side:
    """All that some authors wrote."""
    return Side([one for one in sentences() if of(one.author)], [one for one in message_sentences() if of(one.author)])
