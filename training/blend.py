"""How much the quick model has to say in what the full one says: chosen on the fold."""

from typing import Protocol

import numpy as np
from sklearn.metrics import roc_auc_score

from training.calibrate import RULES, by_message
from training.fit import Floats, answers
from training.split import Side
from training.tiers import Judge, prose

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)  # weight of the quick model beside the encoder, whose own is one


class Blended(Judge, Protocol):
    """A judge in which the quick model has a share."""

    share: float


def choose_share(judge: Blended, fold: Side) -> dict[float, float]:
    """Gives the judge the share with which the fold is told apart best, and returns how well each does: the mean of two AUCs,
    that of "any" in single sentences and that of the strongest rule in whole letters."""
    lines = prose(fold.lines)
    faulty, faulty_letters = answers(fold.singles)[:, RULES], by_message(answers(lines).astype(np.float32), lines)[:, RULES] > 0

    def parts(share: float) -> tuple[Floats, Floats]:
        judge.share = share
        return judge.alone(fold.singles), judge.together(fold.lines)

    # What is shared is a mean: both models' own logits follow from two shares.
    encoder, half = parts(0.0), parts(1.0)
    found = {}
    for share in SHARES:
        single, letter = ((one + share * (2 * both - one)) / (1 + share) for one, both in zip(encoder, half, strict=True))
        strongest = by_message(letter, lines)[:, :RULES].max(axis=1)
        found[share] = float(roc_auc_score(faulty, single[:, RULES]) + roc_auc_score(faulty_letters, strongest)) / 2
    judge.share = max(found, key=found.__getitem__)
    return found
