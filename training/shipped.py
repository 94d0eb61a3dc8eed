"""The full model as it is shipped: written, and asked for raw logits through the very code that the program runs."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import numpy as np

from sincerely.proof.tone import quick
from sincerely.proof.tone.encoder import IMPOLITE, PIECES, SCALES, WEIGHTS, Full, Heard
from sincerely.proof.tone.scale import Scale
from training.blend import Shares
from training.examples import Sentence
from training.fit import HEADS, Floats
from training.lessons import letters

SILENT = -12.0  # the logit of what holds no English
NOTHING = np.zeros(len(HEADS), np.float32)
ENCODER_ONLY = Shares(0.0, 0.0)
AS_IT_IS = Scale(0.0, 1.0, 0.0, 0.0, 1.0, 0.0)


def written(
    shares: Shares = ENCODER_ONLY, alone: Scale = AS_IT_IS, together: Scale = AS_IT_IS,
    speaks: Floats = NOTHING, sure: Floats = NOTHING,
    weights: Path = WEIGHTS, scales: Path = SCALES,
) -> Full:  # fmt: skip
    """Writes the shares, the scales and the bars (logits, one per head) beside the weights, and loads the model."""
    stored = {
        "heads": HEADS,
        "answers": (*HEADS, IMPOLITE),
        "share": shares.quick,
        "bluntness": shares.bluntness,
        "alone": asdict(alone),
        "together": asdict(together),
        "speaks": named(speaks),
        "sure": named(sure),
    }
    scales.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return Full(quick(), weights, PIECES, scales)


def named(logits: Floats) -> dict[str, float]:
    return {head: round(probability(logit), 5) for head, logit in zip(HEADS, logits.tolist(), strict=True)}


def probability(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


class Shipped:
    """The full model asked for raw logits."""

    neighbours = True

    def __init__(self, model: Full) -> None:
        self.model = model

    @property
    def shares(self) -> Shares:
        """What the quick model, and bluntness, weigh beside the encoder."""
        return Shares(self.model.share, self.model.bluntness)

    @shares.setter
    def shares(self, shares: Shares) -> None:
        self.model.share, self.model.bluntness = shares

    def alone(self, singles: Sequence[Sentence]) -> Floats:
        """Of sentences read alone."""
        return self.spread([self.model.hear(one.text) for one in singles], self.model.raw)

    def together(self, lines: Sequence[Sentence]) -> Floats:
        """Of the prose of whole letters, each sentence read as the program reads it in a letter."""
        found = []
        for letter in letters(lines):
            about = self.model.about(letter[0].about)
            found.append(self.spread([self.model.hear(one.text) for one in letter], partial(self.model.raw_letter, about=about)))
        return np.vstack(found)

    @staticmethod
    def spread(heard: Sequence[Heard | None], raw: Callable[[Sequence[Heard]], Floats]) -> Floats:
        """Raw logits in the order of the sentences; silence for what holds no English."""
        found = np.full((len(heard), len(HEADS)), SILENT, np.float32)
        english = [one for one in heard if one]
        found[[at for at, one in enumerate(heard) if one]] = raw(english)
        return found
