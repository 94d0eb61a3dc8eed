"""From what a model says to probabilities."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Scale:
    """Rules lean a little on "any", which comes last, and "any" gathers what the rules say; a slope and an offset for each."""

    lean: float
    slope: float
    offset: float
    gather: float
    any_slope: float
    any_offset: float

    def logits(self, raw: Floats) -> Floats:
        """Calibrated logits: one row a sentence, one column a head."""
        whole = raw[:, -1:]
        rules = (raw[:, :-1] + self.lean * whole) * self.slope + self.offset
        gathered = np.log(np.exp(rules).sum(axis=1, keepdims=True))
        return np.hstack([rules, (whole + self.gather * gathered) * self.any_slope + self.any_offset]).astype(np.float32)

    def probabilities(self, raw: Floats) -> Floats:
        return probabilities(self.logits(raw))


def probabilities(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
