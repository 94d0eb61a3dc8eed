"""A timeline as a picture: where each thing stands between the first day and the last, and which shape it has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sincerely.cadence.timeline import Entry, Kind, moment
from sincerely.cadence.workdays import Place

WIDTH, EDGE, LANE, TOP = 760, 30, 24, 30
# Marks nearer than this stand above each other.
NEAR = 20
# Day names along the axis keep this distance.
APART = 92


@dataclass(frozen=True)
class Mark:
    """One thing on the line: its kind, its place, how wide it is where it lasts, and what it is in words."""

    kind: str
    x: float
    y: float
    width: float
    words: str


@dataclass(frozen=True)
class Tick:
    x: float
    words: str


@dataclass(frozen=True)
class Row:
    """The same in a line of words."""

    kind: str
    when: str
    words: str
    due: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Drawing:
    width: int
    height: float
    axis: float
    foot: float
    now: float
    marks: list[Mark]
    ticks: list[Tick]
    rows: list[Row]


def draw(entries: Sequence[Entry], where: Place, now: datetime) -> Drawing:
    """From the first entry to the last, a day of air at both ends; what is near each other stands in lanes."""
    first = min(entry.at for entry in entries) - timedelta(days=1)
    last = max(entry.until if entry.until and entry.kind is Kind.CLOSED else entry.at for entry in entries) + timedelta(days=1)
    span = (last - first).total_seconds()

    def across(at: datetime) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (at - first).total_seconds() / span, 1)

    lanes: list[float] = []
    marks: list[Mark] = []
    points = [entry for entry in entries if entry.kind not in (Kind.CLOSED, Kind.NOW)]
    for entry in points:
        x = across(entry.at)
        lane = next((number for number, end in enumerate(lanes) if x - end >= NEAR), len(lanes))
        lanes[lane : lane + 1] = [x]
        marks.append(Mark(entry.kind.value, x, lane, 0, f"{moment(where, entry.at)}: {entry.words}"))
    axis = TOP + LANE * max(1, len(lanes))
    stood = [Mark(mark.kind, mark.x, axis - LANE * (mark.y + 0.75), 0, mark.words) for mark in marks]
    closed = [
        Mark("closed", across(entry.at), axis, max(2.0, across(entry.until) - across(entry.at)), entry.words)
        for entry in entries
        if entry.kind is Kind.CLOSED and entry.until
    ]
    return Drawing(
        width=WIDTH,
        height=axis + 34,
        axis=axis,
        foot=axis + 26,
        now=across(now),
        marks=closed + stood,
        ticks=ticks(points, across, where),
        rows=[row(entry, where, entries) for entry in entries],
    )


def ticks(points: Sequence[Entry], across: Callable[[datetime], float], where: Place) -> list[Tick]:
    """The days of what happens, where there is room to name them."""
    found: list[Tick] = []
    for entry in points:
        x = across(entry.at)
        if not found or x - found[-1].x >= APART:
            found.append(Tick(x, moment(where, entry.at).partition(",")[0]))
    return found


def row(entry: Entry, where: Place, entries: Sequence[Entry]) -> Row:
    planned = entry.kind in (Kind.PLANNED, Kind.LATE) and entry.until is not None
    due = moment(where, entry.until) if planned and entry.until else ""
    return Row(entry.kind.value, moment(where, entry.at, entries), entry.words, due, entry.reasons)
