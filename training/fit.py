"""From sentences to weights: one logistic head per rule over counted features."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from sincerely.proof.tone.features import BOXES, counted
from sincerely.proof.tone.model import ANY
from sincerely.proof.tone.normal import tokens
from training.examples import TONE, Sentence

HEADS = (*TONE, ANY)
STRENGTH = 16.0  # inverse regularisation: 4, 16 and 64 were tried, authors apart; 16 was best for most heads
FEWEST = 2  # a box seen in one sentence only says nothing of others

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Fit:
    """Weights in the units of the features: `logits = normalised(counts * rarity) @ table + bias`."""

    rarity: Floats
    table: Floats
    bias: Floats

    def logits(self, counts: sparse.csr_matrix) -> Floats:
        return np.asarray(normalised(counts, self.rarity) @ self.table + self.bias, np.float32)


def count(examples: Sequence[Sentence]) -> sparse.csr_matrix:
    """One row a sentence, one column a box; 1 where something is counted."""
    ends, boxes = [0], []
    for example in examples:
        boxes += sorted({box for group, _, _ in counted(tokens(example.text)) for box in group})
        ends.append(len(boxes))
    return sparse.csr_matrix((np.ones(len(boxes), np.float32), boxes, ends), shape=(len(examples), BOXES))


def answers(examples: Sequence[Sentence]) -> NDArray[np.bool_]:
    """One row a sentence, one column a head; the last says that something is wrong at all."""
    return np.array([[*(rule in example.labels for rule in TONE), bool(example.labels)] for example in examples])


def normalised(counts: sparse.csr_matrix, rarity: Floats) -> sparse.csr_matrix:
    """Counts weighed by rarity, each row of length 1."""
    weighed = counts.multiply(rarity).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(lengths, 1e-9)) @ weighed


def fit(counts: sparse.csr_matrix, right: NDArray[np.bool_]) -> Fit:
    """Fits every head; the order of the rows plays no part, and chance none."""
    seen = np.asarray(counts.sum(axis=0)).ravel()
    rarity = np.log((1 + counts.shape[0]) / (1 + seen)).astype(np.float32) + 1
    features = normalised(counts, rarity)
    kept = np.flatnonzero(seen >= FEWEST)
    narrow = features[:, kept]
    table = np.zeros((BOXES, right.shape[1]), np.float32)
    bias = np.zeros(right.shape[1], np.float32)
    for head in range(right.shape[1]):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(narrow, right[:, head])
        table[kept, head] = model.coef_[0]
        bias[head] = model.intercept_[0]
    return Fit(rarity, table, bias)
