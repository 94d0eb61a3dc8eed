"""plan and may: when what comes, and whether the person may write now; the planner's own words, and nobody else's."""

from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context, MCPServer

from sincerely.cadence import answer_shape, plan_shape
from sincerely.desk.callers import Scope
from sincerely.desk.queries import plans
from sincerely.faces.mcp.fields import Application, Contact, How, Step
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import LOOKS
from sincerely.faces.mcp.tools.due import told
from sincerely.terms import Channel, Stage


@dataclass(frozen=True, slots=True)
class StepShape:
    """One planned contact; `best` is the moment to choose, `due` the last good one."""

    contact: int
    interview: int | None
    stage: str
    channel: str
    not_before: str
    best: str
    due: str
    late: bool
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class DebtShape:
    """One thing owed, since when, and why."""

    what: str
    contact: int | None
    interview: int | None
    since: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlanShape:
    """The contacts still planned at an application's employer, what is owed, and with whom it has ended."""

    touches: list[StepShape]
    owed: list[DebtShape]
    ended: list[int]


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """May this contact be made now? `next_allowed`: from when; null for never."""

    allowed: bool
    reasons: list[str]
    next_allowed: str | None


def add(server: MCPServer[Any], house: House) -> None:
    """Adds both tools."""

    @server.tool(name="plan", title="The plan for one application", annotations=LOOKS)
    async def plan(context: Context[Any, Any], application: Application) -> PlanShape:
        """Tells which contacts are still planned at this application's employer, when each is best, and why."""
        return await house.tool(context, Scope.READ, lambda visit: planned(visit, application, house))

    @server.tool(name="may", title="May the person write now?", annotations=LOOKS)
    async def may(
        context: Context[Any, Any], contact: Contact, channel: How = Channel.EMAIL, stage: Step = Stage.CHECK_IN
    ) -> AnswerShape:
        """Says whether this contact may be made now, with every reason against it and the next moment when it may."""

        def asked(visit: Visit) -> AnswerShape:
            visit.reach.meet(contact)
            found = answer_shape(plans.may(visit.caller.actor, contact, channel, house.clock(), stage))
            return AnswerShape(found["allowed"], told(found["reasons"]), found["next_allowed"])

        return await house.tool(context, Scope.READ, asked)


def planned(visit: Visit, application: int, house: House) -> PlanShape:
    """The plan with its numbers as numbers. Why something ended may be told in the person's words: that is left out."""
    visit.reach.look(application)
    found = plan_shape(plans.plan_of(visit.caller.actor, application, house.clock()))
    near = visit.reach.reaches
    touches = [
        StepShape(**numbered(row), reasons=told(row["reasons"]))
        for row in found["touches"]
        if near(application, int(row["contact"]))
    ]
    owed = [
        DebtShape(**numbered(row), reason=told([row["reason"]])[0])
        for row in found["owed"]
        if near(application, int(row["contact"] or 0))
    ]
    return PlanShape(touches, owed, sorted(int(contact) for contact in found["ended"] if near(application, int(contact))))


def numbered(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a plan without its reasons, whose contact and interview are numbers of the desk."""
    numbers = {name: int(row[name]) if row[name] else None for name in ("contact", "interview")}
    return {name: value for name, value in row.items() if name not in ("reason", "reasons")} | numbers
