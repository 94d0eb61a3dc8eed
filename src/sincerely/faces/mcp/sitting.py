"""One sitting of an assistant: who it acts for, how much it has asked, and which thread it has opened.

What a stranger wrote may hold orders. So a sitting opens one thread: from then on it sees and serves nobody else, whatever the
words in it say. How often it may ask is limited, so that one that runs wild costs little.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from mcp.server.mcpserver.exceptions import ToolError

from sincerely.desk.access import Actor
from sincerely.desk.callers import Caller, Scope

# A person who works with an assistant waits for it; one call a second for minutes on end is nobody's wish.
MOST_CALLS, WITHIN = 120, 60.0


class Thread(NamedTuple):
    """All mail with one contact on one application."""

    application: int
    contact: int

    @property
    def address(self) -> str:
        return f"thread://{self.application}/{self.contact}"


@dataclass
class Sitting:
    """What is known of one assistant. `clock` counts seconds."""

    clock: Callable[[], float]
    thread: Thread | None = None
    calls: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_CALLS))
    lock: Lock = field(default_factory=Lock)

    def count(self) -> None:
        """Notes a call; raises ToolError for one too many."""
        with self.lock:
            now = self.clock()
            if len(self.calls) == MOST_CALLS and now - self.calls[0] < WITHIN:
                raise ToolError(f"That is more than {MOST_CALLS} calls in a minute. Wait a minute, then go on.")
            self.calls.append(now)

    def open(self, thread: Thread) -> None:
        """Opens a thread for good; raises ToolError where it has another."""
        self.keep_to(thread)
        with self.lock:
            self.thread = self.thread or thread
        self.keep_to(thread)

    def keep_to(self, thread: Thread) -> None:
        """Raises ToolError for anybody else than those of the thread that was opened."""
        if self.thread is not None and thread != self.thread:
            raise ToolError(
                f"This sitting has opened {self.thread.address} and stays with it. For another, the person starts a new one."
            )

    def keep_to_application(self, application: int) -> None:
        """Raises ToolError for another application than that of the thread that was opened."""
        if self.thread is not None:
            self.keep_to(Thread(application, self.thread.contact))

    def keep_to_contact(self, contact: int) -> None:
        """Raises ToolError for another contact than that of the thread that was opened."""
        if self.thread is not None:
            self.keep_to(Thread(self.thread.application, contact))

    def keep_apart(self) -> None:
        """Raises ToolError where a thread was opened: this would show what belongs to others."""
        if self.thread is not None:
            raise ToolError(f"This sitting has opened {self.thread.address} and sees nothing else. Ask in a new one.")


@dataclass(frozen=True)
class Guest:
    """An assistant at one call: what it may do, and its sitting."""

    caller: Caller
    sitting: Sitting

    def demand(self, scope: Scope) -> Actor:
        """The actor for a call, counted; raises TooNarrow and ToolError."""
        self.sitting.count()
        return self.caller.demand(scope)
