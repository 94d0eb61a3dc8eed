"""Who is at the door, and what they may do there; all work at the desk, one call after another."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from django.db import connections
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError

from sincerely.desk.access import Actor
from sincerely.desk.callers import Caller, Scope
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.pacing import Turnstile
from sincerely.faces.mcp.reach import Reach, Thread

Result = TypeVar("Result")
# Where the HTTP door leaves whom it let in.
CALLER = "sincerely.caller"
# An assistant at work asks a few dozen times a minute; more is one that runs in circles.
PACE = 120
# What the owner's own assistant may. No tool asks for more, whatever a token allows.
SCOPES = frozenset({Scope.CHECK, Scope.READ, Scope.LOG, Scope.WRITE})


@dataclass(frozen=True)
class Visit:
    """One session of an assistant: on whose desk, as whom, with which scopes, and how far it reaches."""

    key: str
    caller: Caller
    reach: Reach

    def demand(self, scope: Scope) -> Actor:
        """The actor, for what this scope allows; raises TooNarrow."""
        return self.caller.demand(scope)


@dataclass
class House:
    """The desk behind the tools. `owner`: who acts by stdio; None over HTTP, where each caller has a token.

    `thread`: the one thread that the person opened, None where the first one read counts. `pace`: calls a minute.
    """

    clock: Callable[[], datetime]
    owner: Actor | None = None
    thread: Thread | None = None
    pace: int = PACE
    reaches: dict[str, Reach] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.turnstile = Turnstile(self.pace, timedelta(minutes=1))
        self.one_at_a_time = anyio.CapacityLimiter(1)

    def visit(self, request: Any) -> Visit:
        """Whose call this is; over HTTP a session is a token's, for whoever holds it could begin sessions as they please."""
        if self.owner is not None:
            caller, key = Caller(self.owner, SCOPES), ""
        else:
            caller = request.scope[CALLER]
            key = str(caller.token)
        return Visit(key, caller, self.reaches.setdefault(key, Reach(self.thread)))

    def crowded(self, request: Any) -> str:
        """Counts a call; why it is refused where there were too many, else nothing."""
        moment, key = datetime.fromtimestamp(time.monotonic(), UTC), self.visit(request).key
        if self.turnstile.full(key, moment):
            return f"That was {self.pace} calls within a minute. Wait a minute, then go on more slowly."
        self.turnstile.count(key, moment)
        return ""

    async def tool(self, context: Context[Any, Any], scope: Scope, work: Callable[[Visit], Result]) -> Result:
        """What a tool answers; raises ToolError in one line."""
        try:
            return await self.work(context, scope, work)
        except DeskError as error:
            raise ToolError(one_line(error)) from None

    async def resource(self, context: Context[Any, Any], scope: Scope, work: Callable[[Visit], Result]) -> Result:
        """What a resource holds; raises ResourceError in one line."""
        try:
            return await self.work(context, scope, work)
        except NotThere as error:
            raise ResourceNotFoundError(one_line(error)) from None
        except DeskError as error:
            raise ResourceError(one_line(error)) from None

    async def work(self, context: Context[Any, Any], scope: Scope, work: Callable[[Visit], Result]) -> Result:
        """Does it on a thread of its own, alone; raises DeskError, also for what should not have happened."""
        visit = self.visit(context.request_context.request)
        visit.demand(scope)

        def alone() -> Result:
            try:
                return work(visit)
            finally:
                connections.close_all()

        try:
            return await anyio.to_thread.run_sync(alone, limiter=self.one_at_a_time)
        except DeskError:
            raise
        except Exception as error:
            # Its words may hold what is private: only the kind is told.
            raise DeskError(f"Something went wrong inside Sincerely ({type(error).__name__}). Nothing more was done.") from None


def one_line(error: Exception) -> str:
    return " ".join(str(error).split())
