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


def mixed(*parts: Numbers) -> Numbers:
    """One number for several in this order."""
    value = parts[0]
    for part in parts[1:]:
        value = (value * np.uint64(FIRST) + part * np.uint64(SECOND)) & np.uint64(MASK)
        value ^= value >> np.uint64(15)
    return value


def surroundings(table: NDArray[np.uint64], places: NDArray[np.intp]) -> Numbers:
    """Of the words at some places of a text, counted with the breaks, what stands around each: one row a word."""
    number_, group, ending, _ = ({shift: row[places + shift] for shift in range(-REACH, REACH + 1)} for row in table)
    w, g, e = number_, group, ending
    found = [
        *((w[-1],), (w[1],), (w[-2], w[-1]), (w[1], w[2]), (w[-1], w[1]), (w[-3], w[-2], w[-1]), (w[1], w[2], w[3])),
        *((w[-2], w[-1], w[1]), (w[-1], w[1], w[2]), (g[-1],), (g[1],), (g[-2], g[-1]), (g[1], g[2]), (g[-1], g[1])),
        *((g[-2], g[-1], g[1]), (g[-1], g[1], g[2]), (g[-2], g[-1], g[1], g[2]), (g[1], g[2], g[3]), (g[-3], g[-2], g[-1])),
        *((e[-1],), (e[1],), (w[-1], e[1]), (e[-1], w[1]), (w[-1], g[1]), (g[-1], w[1]), (w[-2], g[-1]), (g[1], w[2])),
        *((w[-2],), (w[2],), (g[-2],), (g[2],)),
    ]
    far = [np.uint64(number("near")) ^ w[shift] for shift in BESIDE]
    named = [mixed(np.full_like(parts[0], 7919 * (place + 1)), *parts) for place, parts in enumerate(found)]
    always = np.full_like(w[0], number("always"))
    return np.stack([*named, *far, always], axis=1)
