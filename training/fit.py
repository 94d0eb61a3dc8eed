"""From sentences to the quick model's weights: one logistic head per rule over counted features, whole answers or taught ones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from scipy.optimize import minimize

from sincerely.proof.tone.features import BOXES, counted
from sincerely.proof.tone.model import ANY
from sincerely.proof.tone.normal import tokens
from training.examples import TONE, Sentence

HEADS = (*TONE, ANY)
STRENGTH = 16.0  # inverse regularisation: 4, 16 and 64 were tried, authors apart; 16 was best for most heads
FEWEST = 2  # a box seen in one sentence only says nothing of others
MOST_STEPS = 50

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Fit:
    """Weights in the units of the features: `logits = normalised(counts * rarity) @ table + bias`."""

    rarity: Floats
    table: Floats
    bias: Floats

    def logits(self, counts: sparse.csr_matrix) -> Floats:
        return np.asarray(normalised(counts, self.rarity) @ self.table + self.bias, np.float32)


def count(texts: Sequence[str]) -> sparse.csr_matrix:
    """One row a sentence, one column a box; 1 where something is counted."""
    ends, boxes = [0], []
    for text in texts:
        boxes += sorted({box for group, _, _ in counted(tokens(text)) for box in group})
        ends.append(len(boxes))
    return sparse.csr_matrix((np.ones(len(boxes), np.float32), boxes, ends), shape=(len(texts), BOXES))


def answers(examples: Sequence[Sentence]) -> NDArray[np.bool_]:
    """One row a sentence, one column a head; the last says that something is wrong at all."""
    return np.array([[*(rule in example.labels for rule in TONE), bool(example.labels)] for example in examples])


def normalised(counts: sparse.csr_matrix, rarity: Floats) -> sparse.csr_matrix:
    """Counts weighed by rarity, each row of length 1."""
    weighed = counts.multiply(rarity).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(lengths, 1e-9)) @ weighed


def fit(counts: sparse.csr_matrix, wanted: Floats) -> Fit:
    """Fits every head to probabilities from 0 to 1; the order of the rows plays no part, and chance none."""
    seen = np.asarray(counts.sum(axis=0)).ravel()
    rarity = np.log((1 + counts.shape[0]) / (1 + seen)).astype(np.float32) + 1
    kept = np.flatnonzero(seen >= FEWEST)
    narrow = normalised(counts, rarity)[:, kept].tocsr()
    turned = narrow.T.tocsr()
    table = np.zeros((BOXES, wanted.shape[1]), np.float32)
    bias = np.zeros(wanted.shape[1], np.float32)
    for head in range(wanted.shape[1]):
        weights = logistic(narrow, turned, wanted[:, head].astype(np.float64))
        table[kept, head], bias[head] = weights[:-1], weights[-1]
    return Fit(rarity, table, bias)


def logistic(rows: sparse.csr_matrix, turned: sparse.csr_matrix, wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights and the offset whose logits come nearest to some probabilities."""
    share = float(np.clip(wanted.mean(), 1e-4, 1 - 1e-4))
    start = np.zeros(rows.shape[1] + 1)
    start[-1] = np.log(share / (1 - share))

    def cost(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = rows @ weights[:-1] + weights[-1]
        off = 1 / (1 + np.exp(-logits)) - wanted
        lost = np.logaddexp(0, logits).sum() - wanted @ logits + weights[:-1] @ weights[:-1] / (2 * STRENGTH)
        return float(lost), np.append(turned @ off + weights[:-1] / STRENGTH, off.sum())

    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS})
    return np.asarray(found.x)
