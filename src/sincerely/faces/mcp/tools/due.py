"""due: what is owed, late and coming, in facts of the desk alone: nobody's words stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from mcp.server.mcpserver import Context, MCPServer

from sincerely.desk.callers import Scope
from sincerely.desk.queries.due import due as asked
from sincerely.desk.shapes import InterviewShape, MessageShape, OwedShape, ReceivedShape, TouchShape
from sincerely.faces.mcp.fence import named
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import LOOKS
from sincerely.faces.mcp.reach import Reach

Row = TypeVar("Row", TouchShape, OwedShape, ReceivedShape, MessageShape)
# A day of more is no day; what is most urgent stands first.
MOST = 100
ASKS = "The desk asks the person what kind of mail this is. They see it on their own page."


@dataclass(frozen=True, slots=True)
class HeardShape:
    """Something came in that the person has not read; its words are in its thread."""

    application: int | None
    contact: int | None
    contact_name: str
    employer: str
    channel: str
    at: str


@dataclass(frozen=True, slots=True)
class NoteShape:
    """A note that waits to go, or did not arrive, by number."""

    message: int
    application: int
    contact: int
    contact_name: str
    stage: str
    channel: str
    state: str


@dataclass(frozen=True, slots=True)
class ComingShape:
    """An interview that comes or runs."""

    interview: int
    application: int
    employer: str
    role: str
    start: str
    end: str
    format: str
    contacts: list[int]


@dataclass(frozen=True, slots=True)
class DayShape:
    """A day at the desk: late and today, what comes in two weeks, and what only the person can settle.

    `left_out` counts rows beyond the first hundred of each list.
    """

    now: str
    late: list[TouchShape]
    today: list[TouchShape]
    coming: list[TouchShape]
    owed: list[OwedShape]
    unread: list[HeardShape]
    waiting: list[NoteShape]
    failed: list[NoteShape]
    interviews: list[ComingShape]
    open_applications: int
    left_out: int


def add(server: MCPServer[Any], house: House) -> None:
    """Adds the tool."""

    @server.tool(
        name="due",
        title="What is due",
        annotations=LOOKS,
    )
    async def due(context: Context[Any, Any]) -> DayShape:
        """Tells what is owed now: late first, then today, then the next two weeks, each with its reasons and its numbers.

        `unread` says that somebody wrote, not what: that is in their thread. Give the numbers to the other tools.
        """
        return await house.tool(context, Scope.READ, lambda visit: day(visit, house))


def day(visit: Visit, house: House) -> DayShape:
    """The desk's day, without a word that anybody wrote but names."""
    found, reach = asked(visit.caller.actor, house.clock()), visit.reach

    def near(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if reach.reaches(row.application, row.contact)]

    late, today, coming = ([touched(row) for row in near(rows)] for rows in (found.late, found.today, found.coming))
    owed = [owing(row) for row in near([*found.owed, *found.questions])]
    unread = [heard(row) for row in near(found.unread)]
    under_way, failed = ([waiting(row) for row in near(rows)] for rows in (found.waiting, [*found.unsure, *found.failed]))
    interviews = [one for row in found.interviews if (one := talk(row, reach)).contacts or reach.bound is None]
    lists: tuple[Sequence[object], ...] = (late, today, coming, owed, unread, under_way, failed, interviews)
    return DayShape(
        now=found.now,
        late=late[:MOST],
        today=today[:MOST],
        coming=coming[:MOST],
        owed=owed[:MOST],
        unread=unread[:MOST],
        waiting=under_way[:MOST],
        failed=failed[:MOST],
        interviews=interviews[:MOST],
        open_applications=found.open_applications,
        left_out=sum(max(0, len(rows) - MOST) for rows in lists),
    )


def touched(row: TouchShape) -> TouchShape:
    return replace(
        row, employer=named(row.employer), role=named(row.role), contact_name=named(row.contact_name), reasons=told(row.reasons)
    )


def told(reasons: Iterable[str]) -> list[str]:
    """The planner's reasons; a name in them may be long."""
    return [" ".join(reason.split())[:300] for reason in reasons]


def owing(row: OwedShape) -> OwedShape:
    """What the person must settle. Why the desk takes a mail for what it does quotes the mail: that is left out."""
    who = named(row.contact_name) if row.contact_name else None
    (reason,) = (ASKS,) if row.what == "nature" else told([row.reason])
    return replace(row, employer=named(row.employer), contact_name=who, reason=reason)


def heard(row: ReceivedShape) -> HeardShape:
    return HeardShape(row.application, row.contact, named(row.contact_name or ""), named(row.employer or ""), row.channel, row.at)


def waiting(row: MessageShape) -> NoteShape:
    return NoteShape(row.id, row.application, row.contact, named(row.contact_name), row.stage, row.channel, row.state)


def talk(row: InterviewShape, reach: Reach) -> ComingShape:
    people = [int(one["id"]) for one in row.contacts if reach.reaches(row.application, int(one["id"]))]
    return ComingShape(row.id, row.application, named(row.employer), named(row.role), row.start, row.end, row.format, people)
