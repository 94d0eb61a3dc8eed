"""Writes the weights file: plain arrays, eight bits a weight."""

from pathlib import Path

import numpy as np

from sincerely.proof.tone.model import WEIGHTS
from training.calibrate import GATHER, RULES, Calibration
from training.fit import HEADS, Fit, Floats

CLIPPED = 99.99  # percentile beyond which a weight is cut: rare outliers would coarsen all others


def probability(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def write(fitted: Fit, calibration: Calibration, speaks: Floats, sure: Floats, path: Path = WEIGHTS) -> None:
    """Writes the arrays that `Quick` reads; bars are probabilities, one per head."""
    table = fitted.table * calibration.slope
    largest = np.array([np.percentile(np.abs(column[column != 0]), CLIPPED) for column in table.T], np.float32)
    scale = largest / 127
    np.savez(
        path,
        heads=np.array(HEADS),
        table=np.clip(np.rint(table / scale), -127, 127).astype(np.int8),
        rarity=fitted.rarity.astype(np.float16),
        scale=scale,
        bias=fitted.bias * calibration.slope + calibration.offset,
        gather=np.array([GATHER, calibration.any_slope, calibration.any_offset], np.float32),
        speaks=np.array([probability(logit) for logit in speaks], np.float32),
        sure=np.array([probability(logit) for logit in sure], np.float32),
    )
    if len(scale) != RULES + 1:
        raise ValueError("one head per rule and one for any")
