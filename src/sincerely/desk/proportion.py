"""A share of a small number, told honestly: with the range in which the true share may lie."""

from dataclasses import dataclass
from math import sqrt

# 95 in 100; two-sided normal quantile.
Z = 1.959964
# Fewer tell nothing: of five notes without an answer, the true share of answers may still be 43 %.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Proportion:
    """`found` of `all`."""

    found: int
    all: int

    @property
    def share(self) -> float:
        return self.found / self.all if self.all else 0.0

    @property
    def enough(self) -> bool:
        """False where there are too few to say."""
        return self.all >= FEWEST

    @property
    def range(self) -> tuple[float, float]:
        """The Wilson score interval (E. B. Wilson, JASA 22, 1927), at 95 %; all that is possible where there is nothing."""
        if not self.all:
            return 0.0, 1.0
        n, p = self.all, self.share
        centre = p + Z * Z / (2 * n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        scale = 1 + Z * Z / n
        return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)
