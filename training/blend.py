"""How much the quick model and bluntness have to say in what the full model says: chosen on the fold."""

from itertools import product
from typing import NamedTuple, Protocol

import numpy as np
from sklearn.metrics import roc_auc_score

from training.calibrate import RULES, by_message
from training.fit import Floats, answers
from training.split import Side
from training.tiers import Judge, prose


class Shares(NamedTuple):
    """The weight of the quick model beside the encoder, whose own is one; and how much "any" leans on how impolite a text is."""

    quick: float
    bluntness: float


TRIED = [Shares(*pair) for pair in product((0.0, 0.5, 1.0, 1.5, 2.0, 3.0), (0.0, 0.1, 0.2, 0.3, 0.5))]


class Blended(Judge, Protocol):
    """A judge whose shares can be set."""

    shares: Shares


def choose_shares(judge: Blended, fold: Side) -> dict[Shares, float]:
    """Gives the judge the shares with which the fold is told apart best, and returns how well each does: the mean of three AUCs,
    those of "any" in single sentences, of the strongest rule and of "any" in whole letters."""
    lines = prose(fold.lines)
    faulty, faulty_letters = answers(fold.singles)[:, RULES], by_message(answers(lines).astype(np.float32), lines)[:, RULES] > 0

    def said(shares: Shares) -> tuple[Floats, Floats]:
        judge.shares = shares
        return judge.alone(fold.singles), judge.together(fold.lines)

    # What is shared is a mean, and bluntness is added: everything follows from three places.
    encoder, half, blunt = said(Shares(0.0, 0.0)), said(Shares(1.0, 0.0)), said(Shares(0.0, 1.0))
    found = {}
    for shares in TRIED:
        single, letter = (
            (one + shares.quick * (2 * both - one)) / (1 + shares.quick) + shares.bluntness * (more - one)
            for one, both, more in zip(encoder, half, blunt, strict=True)
        )
        by_rule = by_message(letter, lines)
        told = [
            roc_auc_score(faulty, single[:, RULES]),
            roc_auc_score(faulty_letters, by_rule[:, :RULES].max(axis=1)),
            roc_auc_score(faulty_letters, by_rule[:, RULES]),
        ]
        found[shares] = float(np.mean(told))
    judge.shares = max(found, key=found.__getitem__)
    return found
