"""applications and application: what there is on the desk, and who is where, by number."""

from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context, MCPServer

from sincerely.desk.callers import Scope
from sincerely.desk.queries.applications import application as asked
from sincerely.desk.queries.applications import applications as every
from sincerely.faces.mcp.fence import named
from sincerely.faces.mcp.fields import Application
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import LOOKS

# A person with more open applications asks for one by its number.
MOST = 200


@dataclass(frozen=True, slots=True)
class PursuitShape:
    """One pursuit of one job; `status` is open or closed."""

    application: int
    employer: str
    role: str
    status: str


@dataclass(frozen=True, slots=True)
class PersonShape:
    """Somebody at the employer."""

    contact: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class DatedShape:
    """A dated talk, with who was there."""

    interview: int
    start: str
    end: str
    format: str
    cancelled: bool
    contacts: list[int]


@dataclass(frozen=True, slots=True)
class WholeShape:
    """An application with its people and its talks."""

    application: int
    employer: str
    role: str
    status: str
    contacts: list[PersonShape]
    interviews: list[DatedShape]


@dataclass(frozen=True, slots=True)
class PursuitsShape:
    """The open applications, newest first; `left_out` counts those beyond the first two hundred."""

    applications: list[PursuitShape]
    left_out: int


def add(server: MCPServer[Any], house: House) -> None:
    """Adds both tools."""

    @server.tool(name="applications", title="The open applications", annotations=LOOKS)
    async def applications(context: Context[Any, Any]) -> PursuitsShape:
        """Lists the open applications by number, with employer and role."""
        return await house.tool(context, Scope.READ, pursuits)

    @server.tool(name="application", title="One application", annotations=LOOKS)
    async def application(context: Context[Any, Any], application: Application) -> WholeShape:
        """Tells of one application who is there and which interviews there were, by number, for the other tools."""
        return await house.tool(context, Scope.READ, lambda visit: whole(visit, application))


def pursuits(visit: Visit) -> PursuitsShape:
    rows = [row for row in every(visit.caller.actor, status="open") if visit.reach.reaches(row.id)]
    shown = [PursuitShape(row.id, named(row.employer), named(row.role), row.status) for row in rows[:MOST]]
    return PursuitsShape(shown, len(rows) - len(shown))


def whole(visit: Visit, number: int) -> WholeShape:
    visit.reach.look(number)
    row = asked(visit.caller.actor, number)
    return WholeShape(
        application=row.id,
        employer=named(row.employer),
        role=named(row.role),
        status=row.status,
        contacts=[
            PersonShape(one.id, named(one.name), named(one.title)) for one in row.contacts if visit.reach.reaches(row.id, one.id)
        ],
        interviews=[
            DatedShape(one.id, one.start, one.end, one.format, one.cancelled_at is not None, people)
            for one in row.interviews
            if (people := [int(seat["id"]) for seat in one.contacts if visit.reach.reaches(row.id, int(seat["id"]))])
        ],
    )
