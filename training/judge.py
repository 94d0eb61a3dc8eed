"""How good the scores are, on authors and letters that the fit had not read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from training.calibrate import RULES, by_message
from training.examples import Sentence
from training.fit import HEADS, Floats

Answers = NDArray[np.bool_]


@dataclass(frozen=True)
class HeadFigures:
    """One head on one set: how many faults, the AUC with its 95 % half-width, what is found at the bar, and how often rightly; no
    figures where there is no fault."""

    head: str
    faults: int
    auc: float
    half_width: float
    found: float
    right: float


def by_head(logits: Floats, right: Answers, bars: Floats) -> list[HeadFigures]:
    figures = []
    for head, name in enumerate(HEADS):
        truth, spoken = right[:, head], logits[:, head] >= bars[head]
        if not truth.any():
            figures.append(HeadFigures(name, 0, *[float("nan")] * 4))
            continue
        auc = float(roc_auc_score(truth, logits[:, head]))
        precision = float(truth[spoken].mean()) if spoken.any() else float("nan")
        width = half_width(auc, int(truth.sum()), int((~truth).sum()))
        figures.append(HeadFigures(name, int(truth.sum()), auc, width, float(spoken[truth].mean()), precision))
    return figures


def half_width(auc: float, faulty: int, clean: int) -> float:
    """Half of a 95 % interval of an AUC, after Hanley and McNeil (1982)."""
    one, two = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    variance = (auc * (1 - auc) + (faulty - 1) * (one - auc * auc) + (clean - 1) * (two - auc * auc)) / (faulty * clean)
    return float(1.96 * np.sqrt(max(variance, 0.0)))


def found_at(scores: Floats, faulty: NDArray[np.bool_], alarms: float) -> float:
    """The share of faulty items found where a share of clean ones is flagged."""
    clean = np.sort(scores[~faulty])[::-1]
    return float((scores[faulty] > clean[int(len(clean) * alarms)]).mean())


@dataclass(frozen=True)
class LetterFigures:
    """Whole letters at the bars: clean ones left alone, faulty ones noticed, and noticed by a rule that is right; and the AUC of
    the strongest rule's score, whatever the bars."""

    clean: int
    faulty: int
    left_alone: float
    noticed: float
    named: float
    auc: float


def letters(logits: Floats, examples: Sequence[Sentence], right: Answers, bars: Floats) -> LetterFigures:
    over = by_message(logits[:, :RULES] - bars[:RULES], examples).max(axis=1)
    truth = by_message(right.astype(np.float32), examples)[:, RULES] > 0
    agreed = (logits[:, :RULES] >= bars[:RULES]) & right[:, :RULES]
    named = by_message(agreed.astype(np.float32), examples).max(axis=1) > 0
    return LetterFigures(
        int((~truth).sum()),
        int(truth.sum()),
        float((over[~truth] < 0).mean()),
        float((over[truth] >= 0).mean()),
        float(named[truth].mean()),
        float(roc_auc_score(truth, over)),
    )
