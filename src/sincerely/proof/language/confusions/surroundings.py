"""What stands around a word, as numbers: what the model of confused words is given."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.hashes import FIRST, MASK, SECOND, number
from sincerely.proof.language.confusions.words import BREAK
from sincerely.proof.language.words.tables import level

CLASSES = Path(__file__).with_name("classes.npz")
# So many words to each side are looked at.
REACH = 4
# Words that the table of classes does not have are classed by their endings.
ENDINGS = ("ing", "ed", "ly", "tion", "ment", "ness", "ity", "able", "ful", "ous", "ive", "al", "er", "est", "'s", "s", "e", "y")
BESIDE = tuple(place for place in range(-REACH, REACH + 1) if abs(place) > 1)
# What is looked at: words (w), their classes (g) and their endings (e), by how far they stand from the word that is judged.
KINDS = "wge"
LOOKS = (
    *("w-1", "w+1", "w-2 w-1", "w+1 w+2", "w-1 w+1", "w-3 w-2 w-1", "w+1 w+2 w+3", "w-2 w-1 w+1", "w-1 w+1 w+2"),
    *("g-1", "g+1", "g-2 g-1", "g+1 g+2", "g-1 g+1", "g-2 g-1 g+1", "g-1 g+1 g+2", "g-2 g-1 g+1 g+2"),
    *("g+1 g+2 g+3", "g-3 g-2 g-1", "e-1", "e+1", "w-1 e+1", "e-1 w+1", "w-1 g+1", "g-1 w+1", "w-2 g-1", "g+1 w+2"),
    *("w-2", "w+2", "g-2", "g+2"),
)
Numbers = NDArray[np.uint64]


class Facts(NamedTuple):
    """A word's number, the number of its class, of its ending, and how common it is."""

    number: int
    group: int
    ending: int
    level: int


@cache
def groups() -> dict[int, int]:
    """The class of each common word, by its number: words of one class have the same neighbours."""
    with np.load(CLASSES, allow_pickle=False) as file:
        return dict(zip(file["keys"].tolist(), file["group"].tolist(), strict=True))


@lru_cache(maxsize=1 << 15)
def facts(word: str) -> Facts:
    key = number(word)
    group = groups().get(key)
    if group is None:
        group = next((1000 + place for place, ending in enumerate(ENDINGS) if word.endswith(ending)), 999)
    return Facts(key, number(f"group {group}"), number(f"ending {word[-3:]}"), level(word))


def rows(words: Sequence[str]) -> NDArray[np.uint64]:
    """The facts of each word of a text, with breaks at both ends so that every word has neighbours: one row a fact."""
    edge = [facts(BREAK)] * REACH
    return np.array([*edge, *map(facts, words), *edge], np.uint64).T


def step(value: Numbers, part: Numbers) -> Numbers:
    """The number of what came so far and one more part."""
    value = (value * np.uint64(FIRST) + part * np.uint64(SECOND)) & np.uint64(MASK)
    return value ^ (value >> np.uint64(15))


@cache
def steps() -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]:
    """First, second, third and fourth part: which of LOOKS have one, and in which row of what stands around it is found."""
    parts = [[KINDS.index(part[0]) * (2 * REACH + 1) + REACH + int(part[1:]) for part in look.split()] for look in LOOKS]
    longest = max(map(len, parts))
    return tuple(
        (
            np.array([place for place, part in enumerate(parts) if len(part) > turn], np.intp),
            np.array([part[turn] for part in parts if len(part) > turn], np.intp),
        )
        for turn in range(longest)
    )


def surroundings(table: NDArray[np.uint64], places: NDArray[np.intp]) -> Numbers:
    """Of the words at some places of a text, counted with the breaks, what stands around each: one row a word."""
    around = table[: len(KINDS), places + np.arange(-REACH, REACH + 1)[:, None]].reshape(-1, len(places))
    named = np.repeat(np.arange(1, len(LOOKS) + 1, dtype=np.uint64)[:, None] * np.uint64(7919), len(places), axis=1)
    for looks, rows_ in steps():
        named[looks] = step(named[looks], around[rows_])
    far = np.uint64(number("near")) ^ around[[place + REACH for place in BESIDE]]
    always = np.full((1, len(places)), number("always"), np.uint64)
    return np.concatenate([named, far, always]).T
