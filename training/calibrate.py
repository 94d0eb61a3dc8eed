"""From raw logits to probabilities, and the bars above which a rule speaks: both on text that the fit has not read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training.examples import TONE, Sentence
from training.fit import Fit, Floats

RULES = len(TONE)
LEAN = 0.35  # of the "any" logit that a rule's own takes on; 0 to 1.5 tried: .25 to .5 finds most faulty letters
GATHER = 0.75  # of the rules' gathered logits in "any"; 0 to 1 tried, flat from .5
SPOKEN = 0.02  # share of clean letters that may be flagged by the scores alone
CERTAIN = 0.005  # and that may be held


@dataclass(frozen=True)
class Calibration:
    """Each head's slope and offset, and the slope and offset of "any" after it has gathered the rules."""

    slope: Floats
    offset: Floats
    any_slope: float
    any_offset: float

    def logits(self, raw: Floats) -> Floats:
        """Calibrated logits of every head from raw ones."""
        straight = raw * self.slope + self.offset
        gathered = np.log(np.exp(straight[:, :RULES]).sum(axis=1))
        whole = (raw[:, RULES] + GATHER * gathered) * self.any_slope + self.any_offset
        return np.column_stack([straight[:, :RULES], whole]).astype(np.float32)


def leaning(fitted: Fit) -> Fit:
    """Lets every rule lean on "any"; folded into the weights, so that judging costs no more."""
    table, bias = fitted.table.copy(), fitted.bias.copy()
    table[:, :RULES] += LEAN * table[:, RULES:]
    bias[:RULES] += LEAN * bias[RULES]
    return Fit(fitted.rarity, table, bias)


def calibrate(raw: Floats, right: NDArray[np.bool_]) -> Calibration:
    """Platt's scaling, head by head, on sentences of authors that the fit had not read."""
    straight = [platt(raw[:, head], right[:, head]) for head in range(RULES)]
    slope = np.array([*(slope for slope, _ in straight), 1.0], np.float32)
    offset = np.array([*(offset for _, offset in straight), 0.0], np.float32)
    gathered = np.log(np.exp(raw[:, :RULES] * slope[:RULES] + offset[:RULES]).sum(axis=1))
    return Calibration(slope, offset, *platt(raw[:, RULES] + GATHER * gathered, right[:, RULES]))


def platt(raw: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    model = LogisticRegression(C=1e4).fit(raw[:, None], right)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def by_message(logits: Floats, examples: Sequence[Sentence]) -> Floats:
    """The largest logit of each head in the prose of each message, messages in order of first appearance."""
    order = list(dict.fromkeys(example.message for example in examples))
    largest = np.full((len(order), logits.shape[1]), -np.inf, np.float32)
    for row, example in zip(logits, examples, strict=True):
        at = order.index(example.message)
        if example.prose:
            largest[at] = np.maximum(largest[at], row)
    return largest


def bar(largest: Floats, share: float) -> float:
    """The lowest logit, one for all rules, at which no more than a share of clean letters is flagged."""
    peaks = np.sort(largest[:, :RULES].max(axis=1))[::-1]
    return float(peaks[int(len(peaks) * share)]) + 1e-3
