"""What must stand in a text for a turn of phrase to match it: so that only the few that may match are looked for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, zip_longest

from sincerely.proof.language.words.tables import level

LETTERS = re.compile("[a-z]+")
LOOK = re.compile(r"\(\?(?:[=!]|<[=!])(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
GROUP = re.compile(r"\?(?::|P<verb>)")
EDGE = re.compile("<start>|<end>")
WORDS = re.compile("[a-z' ,|-]+")
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz' ,-")
# A part that may be written in more ways is not asked for.
MOST_WAYS = 2_000
# A level of so much would be all words (words/tables.py).
ALL = 30


@lru_cache(maxsize=4)
def standing(text: str) -> frozenset[str]:
    """The words of a text, and the pairs that stand beside each other, in small letters."""
    words = LETTERS.findall(text.lower())
    return frozenset(words).union(map(" ".join, pairwise(words)))


def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of words, or of pairs of words: of each of them one stands in every text that matches; the rarest comes first."""
    ways = [ways_of(part) for part in cut(LOOK.sub("", EDGE.sub("", pattern)), " ")]
    firsts = [frozenset(way[0] for way in each) for each in ways]
    lasts = [frozenset(way[-1] for way in each) for each in ways]
    words = [each for pair in zip(firsts, lasts, strict=True) for each in dict.fromkeys(pair) if each]
    rarest = min(words, key=rate)
    beside = min(zip(lasts, firsts[1:], strict=False), key=lambda pair: together(*pair), default=None)
    if beside and together(*beside) < rate(rarest):
        return (frozenset(f"{one} {two}" for one in beside[0] for two in beside[1]), *words)
    return (rarest, *(each for each in words if each is not rarest))


def rate(words: frozenset[str]) -> float:
    """Which part of all words these are."""
    return sum(2.0 ** (level(word) - ALL) for word in words)


def together(ones: frozenset[str], others: frozenset[str]) -> float:
    """How often two of these would meet by chance."""
    return rate(ones) * rate(others) if ones and others else 1.0


def ways_of(part: str) -> list[list[str]]:
    """The words of each way in which a part of a pattern may be written; none where they are too many, or one is empty."""
    found = [LETTERS.findall(way) for way in written(part) or [""]]
    return found if all(found) else []


def written(pattern: str) -> list[str] | None:
    """All that a pattern matches; None where it is more than letters, brackets, choices and what may be left out."""
    if WORDS.fullmatch(pattern):
        return pattern.split("|")
    found: list[str] = []
    for choice in cut(pattern, "|"):
        ways = [""]
        pieces = list(cut_pieces(choice))
        for piece, after in zip_longest(pieces, pieces[1:], fillvalue=""):
            if piece == "?":
                continue
            more = written(GROUP.sub("", piece[1:-1], count=1)) if piece[0] == "(" else choices_of(piece)
            if more is None or len(ways) * len(more) > MOST_WAYS:
                return None
            ways = [way + one for way in ways for one in ([*more, ""] if after == "?" else more)]
        found += ways
    return found


def choices_of(piece: str) -> list[str] | None:
    """The letter itself, or those of a class."""
    letters = piece.strip("[]")
    return list(letters) if PLAIN.issuperset(letters) and letters else None


def cut_pieces(choice: str) -> Iterator[str]:
    """Letters, question marks, classes of letters, brackets with all that is in them."""
    start, depth, in_class = 0, 0, False
    for place, letter in enumerate(choice):
        depth += (letter == "(") - (letter == ")")
        in_class = (in_class or letter == "[") and letter != "]"
        if not depth and not in_class:
            yield choice[start : place + 1]
            start = place + 1


def cut(pattern: str, mark: str) -> list[str]:
    """A pattern cut at a mark, brackets kept whole."""
    if "(" not in pattern and "{" not in pattern:
        return pattern.split(mark)
    pieces, depth = [""], 0
    for letter in pattern:
        depth += (letter in "({[") - (letter in ")}]")
        if letter == mark and not depth:
            pieces.append("")
        else:
            pieces[-1] += letter
    return pieces
