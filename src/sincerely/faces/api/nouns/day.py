"""A day at the desk: what is owed, what happened, and what the notes of the past tell."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.callers import Scope
from sincerely.desk.proportion import Proportion
from sincerely.desk.queries import insight as insights
from sincerely.desk.queries import lately
from sincerely.desk.queries.due import due
from sincerely.desk.queries.history import history
from sincerely.desk.shapes import HistoryShape
from sincerely.faces.api.operation import get
from sincerely.proof.rulebook import Rulebook

TAG = "The day"


@dataclass(frozen=True, slots=True)
class ProportionShape:
    """`found` of `all`, with the range in which the true share may lie (95 %)."""

    found: int
    all: int
    share: float
    range: tuple[float, float]
    enough: bool


@dataclass(frozen=True, slots=True)
class InsightShape:
    """Shares of notes that were answered; days to an answer by employer; how far applications came."""

    stages: dict[str, ProportionShape]
    channels: dict[str, ProportionShape]
    waits: dict[str, ProportionShape]
    employers: dict[str, tuple[float, int]]
    steps: dict[str, int]
    notes: int
    unripe: int


def insight(actor: Actor, *, now: datetime) -> InsightShape:
    """Which notes were answered, how soon, and how far applications came."""
    found = insights.insight(actor, now)

    def shares(group: dict[str, Proportion]) -> dict[str, ProportionShape]:
        return {
            name: ProportionShape(**asdict(one), share=one.share, range=one.range, enough=one.enough)
            for name, one in group.items()
        }

    return InsightShape(
        shares(found.stages), shares(found.channels), shares(found.waits), found.employers, found.steps, found.notes, found.unripe
    )


def everything_done(actor: Actor, *, application: int | None = None) -> list[HistoryShape]:
    """Who did what, latest first."""
    return history(actor, application=application)


def found_lately(actor: Actor, *, rulebook: Rulebook) -> dict[str, int]:
    """In how many of the last notes each rule found a fault."""
    return dict(lately.found_lately(actor, rulebook))


OPERATIONS = (
    get("/due", due, Scope.READ, "What is owed, late, coming and waiting"),
    get("/history", everything_done, Scope.READ, "Who did what, latest first", name="history"),
    get("/insight", insight, Scope.READ, "Which notes were answered, and how soon"),
    get("/insight/rules", found_lately, Scope.READ, "What was found in your last notes"),
)
