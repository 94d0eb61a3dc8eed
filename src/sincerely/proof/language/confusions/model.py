"""The model of confused words: how well each word of a set fits its place."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.hashes import FIRST, MASK, SECOND
from sincerely.proof.language.confusions.neighbours import beside
from sincerely.proof.language.confusions.surroundings import Numbers, facts, surroundings
from sincerely.proof.language.confusions.words import sets

WEIGHTS = Path(__file__).with_name("weights.npz")
BITS = 20


class Choice(NamedTuple):
    """A word of the sets with what it may stand for; the word itself comes first. Shorter rows are filled up with it."""

    numbers: NDArray[np.uint64]
    levels: NDArray[np.uint64]


@cache
def widest() -> int:
    return 1 + max(map(len, sets().values()))


@cache
def choices() -> tuple[dict[str, int], Choice]:
    """The row of each word, and the rows."""
    table = np.zeros((2, len(sets()), widest()), np.uint64)
    for row, (word, others) in enumerate(sets().items()):
        for column, other in enumerate([word, *others, *[word] * (widest() - 1 - len(others))]):
            table[:, row, column] = facts(other).number, facts(other).level
    return {word: row for row, word in enumerate(sets())}, Choice(*table)


def keys_of(around: Numbers, words: Numbers) -> Numbers:
    """The key of each word in each of its surroundings: [word, surrounding]."""
    spread = (words * np.uint64(FIRST)) & np.uint64(MASK)
    key = ((around ^ spread[:, None]) * np.uint64(SECOND)) & np.uint64(MASK)
    return key ^ (key >> np.uint64(13))


@cache
def real() -> NDArray[np.bool_]:
    """Which columns of each row of choices are no filling."""
    table = np.zeros(choices()[1].numbers.shape, bool)
    for row, others in enumerate(sets().values()):
        table[row, : 1 + len(others)] = True
    return table


class Model(NamedTuple):
    """Weights in steps of `scale`, each in the slot of its key's upper bits.

    `marks`: the lower bits of each key, so that a key that was never seen weighs nothing. `pairs`: the weights of the neighbours
    before and after. `bars`: for each word of the sets and each that it may stand for, how much better that must fit (natural
    logarithm).
    """

    weights: NDArray[np.int8]
    marks: NDArray[np.uint8]
    scale: float
    pairs: tuple[float, float]
    bars: NDArray[np.float32]

    def summed(self, keys: Numbers) -> NDArray[np.int32]:
        slots = keys >> np.uint64(32 - BITS)
        seen = self.marks[slots] == (keys & np.uint64(0xFF))
        return np.asarray(np.where(seen, self.weights[slots], 0).sum(axis=-1, dtype=np.int32))

    def scores(self, table: Numbers, places: NDArray[np.intp], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """For words at some places of a text, each with its row of choices: how well each choice fits (natural logarithm)."""
        valid = real()[rows]
        spread, column = np.nonzero(valid)
        keys = keys_of(surroundings(table, places)[spread], choices()[1].numbers[rows[spread], column])
        total = np.zeros((len(rows), widest()), np.float32)
        total[spread, column] = self.summed(keys) * self.scale
        before, after = beside_both(table, places, rows)
        return np.where(valid, total + before * self.pairs[0] + after * self.pairs[1], -np.inf).astype(np.float32)


def beside_both(
    table: Numbers, places: NDArray[np.intp], rows: NDArray[np.intp]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How well each choice follows the word before, and is followed by the word after."""
    choice = choices()[1]
    numbers, levels = choice.numbers[rows], choice.levels[rows]
    before = beside(table[0, places - 1][:, None], table[3, places - 1][:, None], numbers, levels)
    after = beside(numbers, levels, table[0, places + 1][:, None], table[3, places + 1][:, None])
    return before, after


@cache
def model() -> Model:
    with np.load(WEIGHTS, allow_pickle=False) as file:
        before, after = file["pairs"].tolist()
        return Model(file["weights"], file["marks"], float(file["scale"]), (before, after), file["bars"])
