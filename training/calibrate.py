"""From raw logits to probabilities, and the bars above which a rule speaks: both on text that the fit has not read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from sincerely.proof.tone.scale import Scale
from training.examples import TONE, Sentence
from training.fit import Floats

RULES = len(TONE)
LEAN = 0.5  # of the "any" logit that a rule's own takes on in letters; 0 to 2.5 tried: .35 to 1 find most faulty letters
QUICK_LEAN = 0.35  # the quick model's, everywhere; 0 to 1.5 tried
GATHER = 0.75  # of the rules' gathered logits in "any"; 0 to 1 tried, flat from .5
SPOKEN = 0.02  # share of clean letters that may be flagged by the scores alone
CERTAIN = 0.005  # and that may be held


def calibrate(raw: Floats, right: NDArray[np.bool_], lean: float, gather: float = GATHER) -> Scale:
    """Platt's scaling on sentences of authors that the fit had not read: one for all rules, whose faults are too few for
    one each, and one for "any"."""
    leaning = raw[:, :RULES] + lean * raw[:, RULES:]
    slope, offset = platt(leaning.ravel(), right[:, :RULES].ravel())
    gathered = np.log(np.exp(leaning * slope + offset).sum(axis=1))
    return Scale(lean, slope, offset, gather, *platt(raw[:, RULES] + gather * gathered, right[:, RULES]))


def platt(raw: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    model = LogisticRegression(C=1e4).fit(raw[:, None], right)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def by_message(logits: Floats, examples: Sequence[Sentence]) -> Floats:
    """The largest logit of each head in the prose of each message, messages in order of first appearance."""
    place = {message: at for at, message in enumerate(dict.fromkeys(example.message for example in examples))}
    largest = np.full((len(place), logits.shape[1]), -np.inf, np.float32)
    for row, example in zip(logits, examples, strict=True):
        if example.prose:
            largest[place[example.message]] = np.maximum(largest[place[example.message]], row)
    return largest


def bars(largest: Floats, share: float) -> Floats:
    """The lowest logits at which no more than a share of clean letters is flagged: one for all rules, and one for "any"."""
    whole = np.sort(largest[:, RULES])[::-1]
    peaks = np.sort(largest[:, :RULES].max(axis=1))[::-1]
    return np.array([peaks[int(len(peaks) * share)] + 1e-3] * RULES + [whole[int(len(whole) * share)] + 1e-3], np.float32)
