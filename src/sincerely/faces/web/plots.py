"""Plots of one's own desk, drawn as SVG without a script; every number in them stands in a table beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sincerely.desk.proportion import Proportion

WIDTH, ROW, LABEL = 640, 34, 190
PLOT = WIDTH - LABEL - 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a plot: where things lie, in units of the drawing, and what is said of it."""

    name: str
    y: int
    length: float
    low: float
    high: float
    enough: bool
    said: str


def bars(shares: Mapping[str, Proportion]) -> tuple[list[Bar], int]:
    """Shares with their ranges, and the height of the drawing."""
    found = []
    for number, (name, part) in enumerate(shares.items()):
        low, high = part.range
        said = f"{part.found} of {part.all}" + ("" if part.enough else ", too few to say") if part.all else "none yet"
        found.append(Bar(name, number * ROW, PLOT * part.share, PLOT * low, PLOT * high, part.enough, said))
    return found, len(found) * ROW + 24


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the flow; `way` is the outline of what goes on to the next, empty at the last."""

    name: str
    count: int
    x: float
    top: float
    height: float
    way: str


FLOW_HEIGHT, COLUMN = 170, 26


def flow(steps: Mapping[str, int]) -> list[Step]:
    """From applied to offer: each column as high as its count, with a band to the next."""
    most = max([*steps.values(), 1])
    gap = (WIDTH - COLUMN) / max(1, len(steps) - 1)
    heights = [FLOW_HEIGHT * count / most for count in steps.values()]
    found = []
    for number, (name, count) in enumerate(steps.items()):
        x, height = number * gap, heights[number]
        way = ""
        if number + 1 < len(heights):
            end, low = x + gap, heights[number + 1]
            way = f"M{x + COLUMN:.1f} {FLOW_HEIGHT - low:.1f} H{end:.1f} V{FLOW_HEIGHT} H{x + COLUMN:.1f} Z"
        found.append(Step(name, count, x, FLOW_HEIGHT - height, height, way))
    return found
