"""A tier judged: its scales and bars set on the fold, its figures read off the sealed authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from sincerely.proof.tone.scale import Scale
from training.calibrate import CERTAIN, LEAN, QUICK_LEAN, RULES, SPOKEN, bars, by_message, calibrate
from training.examples import Sentence
from training.fit import Fit, Floats, answers, count
from training.judge import HeadFigures, LetterFigures, by_head, found_at, letters
from training.lessons import letters as letters_of
from training.split import Side, Sides

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


class Bars(NamedTuple):
    """Logits, one a head, from which a rule speaks, and from which it is sure."""

    speaks: Floats
    sure: Floats


@dataclass(frozen=True)
class Judged:
    """What the page says of one tier on one set; `any`: found where 2 % and 5 % of the clean sentences are flagged."""

    name: str
    heads: list[HeadFigures]
    any: tuple[float, ...]
    letters: LetterFigures
    held: LetterFigures


@dataclass(frozen=True)
class Tier:
    """What a tier is shipped with, and its figures on the fold, the sealed and the fresh set, as far as they are there."""

    name: str
    alone: Scale
    together: Scale
    bars: Bars
    figures: list[Judged]


@dataclass(frozen=True)
class Heard:
    """What a judge says of one set, raw, and what is right: of its single sentences, and of the prose of its letters."""

    side: Side
    single: Floats
    lines: list[Sentence]
    together: Floats

    def judged(self, name: str, alone: Scale, together: Scale, bars: Bars) -> Judged:
        single, whole, told = alone.logits(self.single), together.logits(self.together), answers(self.lines)
        return Judged(
            name,
            by_head(single, answers(self.side.singles), bars.speaks),
            found(single, self.side.singles),
            letters(whole, self.lines, told, bars.speaks),
            letters(whole, self.lines, told, bars.sure),
        )

    def bars(self, together: Scale) -> Bars:
        """Those that flag, and hold, so many of the clean letters."""
        logits = together.logits(self.together)
        return Bars(on_clean(self.lines, logits, SPOKEN), on_clean(self.lines, logits, CERTAIN))


def heard(judge: Judge, side: Side) -> Heard:
    return Heard(side, judge.alone(side.singles), prose(side.lines), judge.together(side.lines))


def measured(name: str, judge: Judge, every: Sides) -> Tier:
    """Scales and bars are set on the fold alone; its own letters are therefore judged by the bars of the sealed ones."""
    fold, sealed = heard(judge, every.fold), heard(judge, every.sealed)
    alone = calibrate(fold.single, answers(fold.side.singles), 0.0 if judge.neighbours else QUICK_LEAN)
    together = calibrate(fold.together, answers(fold.lines), LEAN) if judge.neighbours else alone
    shipped = fold.bars(together)
    figures = [
        sealed.judged("sealed", alone, together, shipped),
        fold.judged("fold, bars of the sealed", alone, together, sealed.bars(together)),
    ]
    if every.fresh.singles and every.fresh.lines:
        figures.append(heard(judge, every.fresh).judged("fresh", alone, together, shipped))
    return Tier(name, alone, together, shipped, figures)


def on_clean(lines: list[Sentence], logits: Floats, share: float) -> Floats:
    """Bars that flag a share of the clean letters."""
    clean = by_message(answers(lines).astype(np.float32), lines)[:, RULES] == 0
    return bars(by_message(logits, lines)[clean], share)


def found(logits: Floats, singles: Sequence[Sentence]) -> tuple[float, ...]:
    right = answers(singles)[:, RULES]
    return tuple(found_at(logits[:, RULES], right, alarms) for alarms in ALARMS)
