"""A tier judged: its scales and bars set on the fold, its figures read off the sealed authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sincerely.proof.tone.scale import Scale
from training.calibrate import CERTAIN, LEAN, QUICK_LEAN, RULES, SPOKEN, bars, by_message, calibrate
from training.examples import Sentence
from training.fit import Fit, Floats, answers, count
from training.judge import HeadFigures, LetterFigures, by_head, found_at, letters
from training.lessons import letters as letters_of
from training.split import Side

ALARMS = (0.02, 0.05)


class Judge(Protocol):
    """Gives raw logits: of single sentences, and of the prose of letters; `neighbours`: whether it hears those otherwise."""

    neighbours: bool

    def alone(self, singles: Sequence[Sentence]) -> Floats: ...

    def together(self, lines: Sequence[Sentence]) -> Floats: ...


class Counted:
    """A quick model, which reads each sentence of a letter alone."""

    neighbours = False

    def __init__(self, fitted: Fit) -> None:
        self.fitted = fitted

    def alone(self, singles: Sequence[Sentence]) -> Floats:
        return self.fitted.logits(count([one.text for one in singles]))

    def together(self, lines: Sequence[Sentence]) -> Floats:
        return self.alone(prose(lines))


def prose(lines: Sequence[Sentence]) -> list[Sentence]:
    return [one for letter in letters_of(lines) for one in letter]


@dataclass(frozen=True)
class Figures:
    """What the page says of one tier; `any_*`: found where 2 % and 5 % of the clean sentences are flagged."""

    tier: str
    sealed: list[HeadFigures]
    fold: list[HeadFigures]
    any_sealed: tuple[float, ...]
    any_fold: tuple[float, ...]
    letters_sealed: LetterFigures
    held_sealed: LetterFigures
    letters_fold: LetterFigures


@dataclass(frozen=True)
class Tier:
    """What a tier is shipped with, and its figures."""

    alone: Scale
    together: Scale
    speaks: Floats
    sure: Floats
    figures: Figures


def measured(name: str, judge: Judge, fold: Side, sealed: Side) -> Tier:
    fold_raw, sealed_raw = judge.alone(fold.singles), judge.alone(sealed.singles)
    alone = calibrate(fold_raw, answers(fold.singles), 0.0 if judge.neighbours else QUICK_LEAN)
    near, far = prose(fold.lines), prose(sealed.lines)
    near_raw, far_raw = judge.together(fold.lines), judge.together(sealed.lines)
    together = calibrate(near_raw, answers(near), LEAN) if judge.neighbours else alone
    near_logits, far_logits = together.logits(near_raw), together.logits(far_raw)
    crossed, strict = on_clean(near, near_logits, SPOKEN), on_clean(near, near_logits, CERTAIN)
    # What is shipped knows the clean letters of both sets; what is reported was set on one and judged on the other.
    both, both_logits = near + far, np.vstack([near_logits, far_logits])
    back = on_clean(far, far_logits, SPOKEN)
    return Tier(
        alone,
        together,
        on_clean(both, both_logits, SPOKEN),
        on_clean(both, both_logits, CERTAIN),
        Figures(
            name,
            by_head(alone.logits(sealed_raw), answers(sealed.singles), crossed),
            by_head(alone.logits(fold_raw), answers(fold.singles), crossed),
            found(alone.logits(sealed_raw), sealed.singles),
            found(alone.logits(fold_raw), fold.singles),
            letters(far_logits, far, answers(far), crossed),
            letters(far_logits, far, answers(far), strict),
            letters(near_logits, near, answers(near), back),
        ),
    )


def on_clean(lines: list[Sentence], logits: Floats, share: float) -> Floats:
    """Bars that flag a share of the clean letters."""
    clean = by_message(answers(lines).astype(np.float32), lines)[:, RULES] == 0
    return bars(by_message(logits, lines)[clean], share)


def found(logits: Floats, singles: Sequence[Sentence]) -> tuple[float, ...]:
    right = answers(singles)[:, RULES]
    return tuple(found_at(logits[:, RULES], right, alarms) for alarms in ALARMS)


def any_of(judge: Judge, singles: Sequence[Sentence]) -> tuple[float, ...]:
    """For the curve: found by "any" at 2 % and 5 %."""
    return found(judge.alone(singles), singles)
