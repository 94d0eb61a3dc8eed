"""log and note: what happened outside the mailbox, and what was talked about."""

from dataclasses import dataclass
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from pydantic import Field

from sincerely.desk.actions.interviews import add_note
from sincerely.desk.actions.replies import log_contact
from sincerely.desk.callers import Scope
from sincerely.faces.mcp.fields import Application, Contact, How, Interview, Moment, Step, Words
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import ADDS
from sincerely.faces.mcp.reach import Thread


@dataclass(frozen=True, slots=True)
class LoggedShape:
    """A contact that counts as made from now on."""

    application: int
    contact: int
    stage: str
    channel: str
    at: str


@dataclass(frozen=True, slots=True)
class NotedShape:
    """An interview whose notes have a line more."""

    interview: int
    noted: bool


def add(server: MCPServer[Any], house: House) -> None:
    """Adds both tools."""

    @server.tool(name="log", title="Log a contact that was made", annotations=ADDS)
    async def log(
        context: Context[Any, Any],
        application: Application,
        contact: Contact,
        channel: How,
        stage: Step,
        at: Moment | None = None,
        words: Annotated[str, Field(max_length=5_000, description="What was said, in a few lines.")] = "",
    ) -> LoggedShape:
        """Notes a contact that the person made themselves: a call, a letter, a mail from elsewhere. Only when they say so.

        The plan counts it, so that nobody is written to twice.
        """

        def logged(visit: Visit) -> LoggedShape:
            visit.reach.write(Thread(application, contact))
            row = log_contact(
                visit.caller.actor,
                application,
                contact=contact,
                channel=channel,
                stage=stage,
                at=at,
                words=words,
                now=house.clock(),
            )
            return LoggedShape(application, contact, row.stage, row.channel, row.at)

        return await house.tool(context, Scope.LOG, logged)

    @server.tool(name="note", title="Note what was talked about", annotations=ADDS)
    async def note(context: Context[Any, Any], interview: Interview, words: Words) -> NotedShape:
        """Adds lines to the notes of an interview, below what the person wrote there, marked as added by you.

        Later drafts draw on them. Nothing is taken away. In a session that has read a thread it is refused.
        """

        def noted(visit: Visit) -> NotedShape:
            visit.reach.note()
            return NotedShape(add_note(visit.caller.actor, interview, words, now=house.clock()).id, True)

        return await house.tool(context, Scope.LOG, noted)
