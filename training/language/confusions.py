"""Fits the model of confused words: weights.npz.

    python -m training.language.confusions            after: neighbours.py and classes.py beside this file
    python -m training.language.confusions --judge    prints what the model and all other checks find, and their false alarms

Every word of the sets, wherever it stands in free text, is a lesson: of its set, it is the one that fits there. All sets share
one table of weights, filled by gradient descent, so that a word learns from all its sets at once. Three times a part of the text
by others is kept aside, and what the model says there sets the bars (bars.py). About fifteen minutes.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.model import BITS, WEIGHTS, Model, beside_both, choices, keys_of, real
from sincerely.proof.language.confusions.surroundings import REACH, Numbers, rows, surroundings
from sincerely.proof.language.confusions.words import BREAK, sets, words
from training.language.bars import Heard, bars
from training.language.sources import corpus, letters_of, prose
from training.language.texts import addresses, comments, examples, requests, right

SEED = 4
# Of a very common word so many occurrences are enough to learn from.
MOST = 6_000
ROUNDS, BATCH, RATE = 3, 2048, 0.4
# What a surrounding must say in all to weigh anything.
THRIFT = 0.8
# Which part of the surroundings a batch looks at.
LOOKED_AT = 0.7
BITS_FITTED = 25
# Our own letters are what the model is for.
OWN = 3
# Authors, and stretches of prose, are dealt to so many parts; a part is kept aside while the model learns from the others.
PARTS, STRETCH = 3, 400
# Surroundings that were met less often than this are not learnt from (our own letters stand there thrice).
LEAST_MET = 4
# Smaller weights say nothing.
LEAST = 0.1


class Lessons(NamedTuple):
    """Text in numbers, and where the words of the sets stand in it."""

    table: Numbers
    places: NDArray[np.intp]
    choice: NDArray[np.intp]

    def of(self, some: NDArray[np.intp]) -> "Lessons":
        return Lessons(self.table, self.places[some], self.choice[some])


def lessons(texts: list[str]) -> Lessons:
    """All texts in one row, breaks in between."""
    which = choices()[0]
    row: list[str] = []
    places, choice = [], []
    for text in texts:
        for word in words(text):
            if word.judged and word.text in which:
                places.append(len(row) + REACH)
                choice.append(which[word.text])
            row.append(word.text)
        row += [BREAK] * REACH
    return Lessons(rows(row), np.array(places, np.intp), np.array(choice, np.intp))


def thinned(choice: NDArray[np.intp], seed: int = SEED) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Which lessons to take, and for each word the part of its lessons that is taken."""
    share = np.minimum(1.0, MOST / np.maximum(1, np.bincount(choice, minlength=len(sets()))))
    taken = np.flatnonzero(np.random.default_rng(seed).random(len(choice)) < share[choice])
    return taken, np.asarray(share, np.float32)


def shares(share: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same for each choice of each row (natural logarithm)."""
    which = choices()[0]
    table = np.zeros((len(sets()), choices()[1].numbers.shape[1]), np.float32)
    for row, (word, others) in enumerate(sets().items()):
        line = [word, *others, *[word] * (table.shape[1] - 1 - len(others))]
        table[row] = np.log(share[[which[other] for other in line]])
    return table


def batches(count: int, generator: np.random.Generator) -> Iterator[NDArray[np.intp]]:
    order = generator.permutation(count)
    yield from (order[start : start + BATCH] for start in range(0, count, BATCH))


class Descent:
    """Weights on their way: follow the regularised leader (McMahan and others 2013), which keeps at nothing what says little."""

    def __init__(self) -> None:
        self.sums = np.zeros(1 << BITS_FITTED, np.float32)
        self.squares = np.zeros(1 << BITS_FITTED, np.float32)
        self.pairs, self.pair_squares = np.full(2, 0.2), np.ones(2)

    def weights(self, at: NDArray[np.intp]) -> NDArray[np.float32]:
        sums = self.sums[at]
        left = np.maximum(np.abs(sums) - THRIFT, 0)
        return np.asarray(-np.sign(sums) * left * RATE / (1 + np.sqrt(self.squares[at])), np.float32)

    def step(self, keys: Numbers, wrong: NDArray[np.float32]) -> None:
        """Moves the weights of some keys against how wrong each score was: one row of keys a score."""
        known = (keys != NOTHING).ravel()
        at, which = np.unique(slots(keys).ravel()[known], return_inverse=True)
        slope = np.bincount(which, np.repeat(wrong, keys.shape[1])[known], len(at)).astype(np.float32)
        squares = self.squares[at]
        self.sums[at] += slope - (np.sqrt(squares + slope**2) - np.sqrt(squares)) / RATE * self.weights(at)
        self.squares[at] = squares + slope**2

    def step_pairs(self, wrong: NDArray[np.float32], beside: NDArray[np.float32]) -> None:
        slopes = wrong @ beside
        self.pair_squares += slopes**2
        self.pairs -= RATE * slopes / np.sqrt(self.pair_squares)


# The key that weighs nothing.
NOTHING = np.uint64(0)


def slots(keys: Numbers) -> NDArray[np.intp]:
    return (keys >> np.uint64(32 - BITS_FITTED)).astype(np.intp)


class Batch(NamedTuple):
    """Some lessons, one row for each choice: its lesson, its row and column of choices, its keys."""

    lesson: NDArray[np.intp]
    row: NDArray[np.intp]
    column: NDArray[np.intp]
    keys: Numbers
    beside: NDArray[np.float32]

    @classmethod
    def of(
        cls, lessons: Lessons, some: NDArray[np.intp], met: NDArray[np.uint16], chosen: NDArray[np.intp] | slice = slice(None)
    ) -> "Batch":
        """`met`: how often each surrounding was met; `chosen`: which kinds of surroundings to look at."""
        choice = choices()[1]
        places, rows_ = lessons.places[some], lessons.choice[some]
        lesson, column = np.nonzero(real()[rows_])
        around = surroundings(lessons.table, places)[:, chosen]
        often = (met[slots(around)] >= LEAST_MET)[lesson]
        around = around[lesson]
        row = rows_[lesson]
        beside = np.stack(beside_both(lessons.table, places, rows_), axis=2)[lesson, column]
        keys = np.where(often, keys_of(around, choice.numbers[row, column]), NOTHING)
        return cls(lesson, row, column, keys, beside)


def meetings(train: Lessons) -> NDArray[np.uint16]:
    """How often each surrounding was met."""
    met = np.zeros(1 << BITS_FITTED, np.uint16)
    for start in range(0, len(train.places), BATCH):
        around = slots(surroundings(train.table, train.places[start : start + BATCH])).ravel()
        at, count = np.unique(around, return_counts=True)
        met[at] = np.minimum(met[at] + count, 60_000)
    return met


def fit(train: Lessons, held: Lessons) -> Model:
    """Gradient descent on: which word of the set stands here? Each batch leaves out some surroundings: none is leant on."""
    generator = np.random.default_rng(SEED)
    taken, share = thinned(train.choice)
    train, offset = train.of(taken), shares(share)
    print(f"{len(train.places)} lessons", flush=True)
    descent = Descent()
    met = meetings(train)
    many = surroundings(train.table, train.places[:1]).shape[1]
    for round_ in range(ROUNDS):
        for some in batches(len(train.places), generator):
            batch = Batch.of(train, some, met, np.sort(generator.permutation(many)[: round(many * LOOKED_AT)]))
            score = descent.weights(slots(batch.keys)).sum(axis=1)
            score += (batch.beside @ descent.pairs).astype(np.float32)
            score = score / np.float32(LOOKED_AT) + offset[batch.row, batch.column]
            starts = np.flatnonzero(batch.column == 0)
            score -= np.maximum.reduceat(score, starts)[batch.lesson]
            chance = np.exp(score)
            chance /= np.add.reduceat(chance, starts)[batch.lesson]
            chance[starts] -= 1
            descent.step(batch.keys, chance)
            descent.step_pairs(chance, batch.beside)
        print(f"round {round_ + 1}: pairs {descent.pairs}", flush=True)
    fitted = kept_weights(descent, train, met)
    print(f"loss {loss(fitted, held):.4f}", flush=True)
    return fitted


def kept_weights(descent: Descent, train: Lessons, met: NDArray[np.uint16]) -> Model:
    """The weights that say something, in a table that knows which key each is of; of two for one slot the larger stays."""
    keys = []
    for start in range(0, len(train.places), BATCH):
        batch = Batch.of(train, np.arange(start, min(start + BATCH, len(train.places))), met)
        strong = np.abs(descent.weights(slots(batch.keys))) >= LEAST
        keys.append(np.unique(batch.keys[strong].astype(np.uint32)))
    every = np.unique(np.concatenate(keys))
    weights = descent.weights(slots(every.astype(np.uint64)))
    order = np.argsort(np.abs(weights), kind="stable")
    every, weights = every[order], weights[order]
    scale = float(np.quantile(np.abs(weights), 0.999)) / 127
    table, marks = np.zeros(1 << BITS, np.int8), np.zeros(1 << BITS, np.uint8)
    at = every >> np.uint32(32 - BITS)
    table[at] = np.clip(np.rint(weights / scale), -127, 127)
    marks[at] = every & np.uint32(0xFF)
    print(f"{len(every)} weights, {np.count_nonzero(table)} kept", flush=True)
    pairs = (float(descent.pairs[0]), float(descent.pairs[1]))
    return Model(table, marks, scale, pairs, np.zeros((len(sets()), 1), np.float32))


def loss(model: Model, held: Lessons) -> float:
    """The mean surprise (natural logarithm) of the words that stand in held-out text."""
    total = 0.0
    valid = real()
    for start in range(0, len(held.places), BATCH):
        part = slice(start, start + BATCH)
        score = model.scores(held.table, held.places[part], held.choice[part]).astype(np.float64)
        score[~valid[held.choice[part]]] = -np.inf
        total += float((np.logaddexp.reduce(score, axis=1) - score[:, 0]).sum())
    return total / len(held.places)


def leads(model: Model, held: Lessons) -> Iterator[Heard]:
    """How much better than the words that stand there each other fits."""
    for start in range(0, len(held.places), BATCH):
        part = slice(start, start + BATCH)
        scores = model.scores(held.table, held.places[part], held.choice[part])
        yield Heard(held.choice[part], scores[:, 1:] - scores[:, :1])


def dealt() -> Iterator[tuple[int, str, str]]:
    """Each text with its part and its source; what no part has is always learnt from."""
    for place, path in enumerate(corpus()):
        yield from ((place % PARTS, "own", text) for text in letters_of(path))
    for source in (prose, addresses):
        yield from ((place // STRETCH % PARTS, source.__name__, text) for place, text in enumerate(source()))
    yield from ((PARTS, "own", text) for text in right())
    for source in (examples, comments, requests):
        yield from ((PARTS, source.__name__, text) for text in source())


def learnt(without: int | None) -> Model:
    """A model of all text but one part, of all where that is None."""
    texts = list(dealt())
    train = [text for part, source, text in texts if part != without for _ in range(OWN if source == "own" else 1)]
    return fit(lessons(train), lessons([text for part, _, text in texts if part == (without or 0)]))


def main() -> None:
    if "--judge" in sys.argv:
        from training.language.judging import judge

        return judge()
    heard: list[Heard] = []
    for part in range(PARTS):
        kept = lessons([text for other, _, text in dealt() if other == part])
        heard += leads(learnt(part), kept)
    fitted = learnt(None)
    np.savez_compressed(
        WEIGHTS,
        weights=fitted.weights,
        marks=fitted.marks,
        scale=np.float32(fitted.scale),
        pairs=np.array(fitted.pairs),
        bars=bars(heard),
    )
    print(f"{WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
