"""Writes the quick model's file: plain arrays, eight bits a weight."""

from dataclasses import astuple
from pathlib import Path

import numpy as np

from sincerely.proof.tone.model import WEIGHTS
from sincerely.proof.tone.scale import Scale, probabilities
from training.fit import HEADS, Fit, Floats

CLIPPED = 99.99  # percentile beyond which a weight is cut: rare outliers would coarsen all others


def write(fitted: Fit, scale: Scale, speaks: Floats, sure: Floats, path: Path = WEIGHTS) -> None:
    """Writes the arrays that `Quick` reads; `speaks` and `sure` are logits, one per head."""
    largest = np.array([np.percentile(np.abs(column[column != 0]), CLIPPED) for column in fitted.table.T], np.float32)
    step = largest / 127
    np.savez(
        path,
        heads=np.array(HEADS),
        table=np.clip(np.rint(fitted.table / step), -127, 127).astype(np.int8),
        rarity=fitted.rarity.astype(np.float16),
        step=step,
        bias=fitted.bias,
        scale=np.array(astuple(scale), np.float32),
        speaks=probabilities(speaks),
        sure=probabilities(sure),
    )
