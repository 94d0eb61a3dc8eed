"""How much better another word must fit before anybody is told: a bar for each word and each that it may stand for.

The model reads text by others than those it learnt from. A bar stands above all that it says there, where every word is right,
and the higher, the less often the two words are taken for each other: as their file says, and as our sets of wrong words show.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.words import HERE, SETS, sets
from sincerely.proof.wordlists import entries
from training.language.judging import own, shared

# Where the words are taken for each other as often as those of sets.txt, how much better another must fit at least (natural
# logarithm); found where one in four thousand words of held-out letters is doubted.
LOWEST = 5.5
# What half as often adds, in halvings: an even slip needs twice the logarithm, since the model is too sure of itself.
DOUBT = 2.0
# How often the words of a file are taken for each other, beside those of sets.txt.
OFTEN = {"sets": 1.0, "sounds": 0.5, "verbs": 0.3, "keys": 0.25}
# What each of the first two examples in our sets of wrong words adds, and how often it is at most.
EXAMPLE, EXAMPLES, MOST = 6.0, 2, 3.0
# How far a bar stands above what was right.
SLACK = 0.4
# No bar is higher: it stands where a row has no further word.
HIGHEST = 99.0


class Heard(NamedTuple):
    """Of words that are right: which row of choices each is, and how much better each other word of the row fits."""

    choice: NDArray[np.intp]
    leads: NDArray[np.float32]


def often() -> dict[tuple[str, str], float]:
    """How often a word is written where another is meant, beside the words of sets.txt."""
    rates: dict[tuple[str, str], float] = defaultdict(lambda: OFTEN["verbs"])
    for name in SETS:
        for group in (line.split() for line in entries(name, HERE)):
            for written in group:
                for meant in group:
                    rates[written, meant] = max(OFTEN[name], rates.get((written, meant), 0.0))
    examples = Counter(
        (text[start:end].lower(), meant.lower())
        for rows in (own("a"), own("b"), shared())
        for text, _, places in rows
        for start, end, meant in places
    )
    return {pair: min(MOST, rate * (1 + EXAMPLE * min(EXAMPLES, examples[pair]))) for pair, rate in rates.items()}


def bars(heard: Iterable[Heard]) -> NDArray[np.float16]:
    """The bars by row and column of choices."""
    rates = often()
    table = np.full((len(sets()), max(map(len, sets().values()))), HIGHEST, np.float32)
    for row, (written, others) in enumerate(sets().items()):
        for column, meant in enumerate(others):
            table[row, column] = LOWEST - DOUBT * log(rates[written, meant])
    for choice, leads in heard:
        np.maximum.at(table, choice, leads + SLACK)
    return table.astype(np.float16)
