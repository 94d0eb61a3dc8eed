"""How well words stand beside each other: the pairs that English has more or less often than chance.

The figures are powers of two: 3 means eight times as often as two words so common would meet by chance, -2 a quarter as often.
`training/language/neighbours.py` says what they were counted from.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.hashes import FIRST, MASK, SECOND, number, together
from sincerely.proof.language.words.tables import level

TABLE = Path(__file__).with_name("neighbours.npz")
# The table holds half powers of two.
STEPS = 2
# Stands for where a sentence or a line begins or ends.
EDGE = ""
# A level of 30 would be all words (words/tables.py counts parts in a thousand million); a level says its upper bound.
ALL, ROUNDED = 30.0, 0.5


class Pairs(NamedTuple):
    """`keys` in order, the `worth` of each, and of how many words they were counted."""

    keys: NDArray[np.uint32]
    worth: NDArray[np.int8]
    words: int

    def of(self, key: int) -> float | None:
        place = int(np.searchsorted(self.keys, np.uint32(key)))
        return float(self.worth[place]) / STEPS if place < len(self.keys) and int(self.keys[place]) == key else None


@cache
def pairs() -> Pairs:
    with np.load(TABLE, allow_pickle=False) as file:
        return Pairs(file["keys"], file["worth"], int(file["words"]))


def follows(word: str, after: str) -> float:
    """How readily a word is followed by another, both in small letters; 0.0 where nothing is known."""
    table = pairs()
    known = table.of(together(number(word), number(after)))
    return known if known is not None else unseen(level(word), level(after), table.words)


def unseen(one: int, two: int, words: int) -> float:
    """For two words that never met: the less, the more often they should have."""
    if not one or not two:
        return 0.0
    expected = words * 2.0 ** (one + two - 2 * (ALL + ROUNDED))
    return -float(np.log2(1 + expected))


def beside(
    ones: NDArray[np.uint64], levels: NDArray[np.uint64], others: NDArray[np.uint64], their_levels: NDArray[np.uint64]
) -> NDArray[np.float32]:
    """`follows` for many pairs at once, of words by their numbers and levels."""
    table = pairs()
    keys = ((ones * np.uint64(FIRST) + others * np.uint64(SECOND)) & np.uint64(MASK)).astype(np.uint32)
    places = np.minimum(np.searchsorted(table.keys, keys), len(table.keys) - 1)
    expected = table.words * np.exp2(levels.astype(np.float32) + their_levels - 2 * (ALL + ROUNDED))
    unknown = np.where((levels > 0) & (their_levels > 0), -np.log2(1 + expected), 0.0)
    return np.where(table.keys[places] == keys, table.worth[places] / STEPS, unknown).astype(np.float32)


def fits(before: str, word: str, after: str) -> float:
    """How well a word stands between two others: the higher, the better; EDGE where there is none."""
    return (follows(before, word) if before else 0.0) + (follows(word, after) if after else 0.0)
