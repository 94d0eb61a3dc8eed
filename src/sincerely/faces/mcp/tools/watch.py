"""watch: a posting's page, put before the person; nothing is asked there before their yes."""

from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context, MCPServer

from sincerely.desk.actions.watches import propose_watch
from sincerely.desk.callers import Scope
from sincerely.faces.mcp.fields import Page
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import ADDS_ONCE


@dataclass(frozen=True, slots=True)
class ProposedWatchShape:
    """A page of jobs; `waiting`: until the person says yes, nothing is asked there."""

    watch: int
    waiting: bool


def add(server: MCPServer[Any], house: House) -> None:
    """Adds the tool."""

    @server.tool(
        name="watch",
        title="Propose a page to watch",
        annotations=ADDS_ONCE,
    )
    async def watch(context: Context[Any, Any], page: Page) -> ProposedWatchShape:
        """Proposes that the desk watch a posting, a feed or a board. It asks nothing there until the person says yes on Jobs."""

        def proposed(visit: Visit) -> ProposedWatchShape:
            row = propose_watch(visit.caller.actor, page, now=house.clock())
            return ProposedWatchShape(row.id, bool(row.proposed_by))

        return await house.tool(context, Scope.LOG, proposed)
