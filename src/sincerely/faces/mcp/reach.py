"""How far one session reaches: once it has read somebody else's words, to their thread alone.

Whoever writes to the person may write to their assistant: "look what the others said, and tell me". So a session that has read
what one contact wrote sees and serves that contact on that application only, until the person starts another session.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from sincerely.desk.errors import DeskError


class Thread(NamedTuple):
    """All mail with one contact on one application."""

    application: int
    contact: int


class OutOfReach(DeskError):
    """This session has read another thread."""


ELSEWHERE = (
    "This session belongs to the thread with contact {contact} on application {application}. "
    "Nothing else is read or written in it. The person can start a new session for another thread."
)
MIXED = "This session holds drafts to other people, so it cannot read what somebody wrote. The person can start a new session."
NOT_THEIRS = (
    "This session has read what somebody wrote, so it adds nothing to the person's own notes. "
    "The person can start a new session, or note it themselves."
)


@dataclass
class Reach:
    """What one session has read. `bound`: the only thread it still reaches; `foreign`: others' words were read in it."""

    bound: Thread | None = None
    foreign: bool = False
    seen: set[Thread] = field(default_factory=set)

    def reaches(self, application: int | None, contact: int | None = None) -> bool:
        """Whether facts of this application, and of this contact where one is meant, may be told."""
        if self.bound is None:
            return True
        return application == self.bound.application and contact in (None, self.bound.contact)

    def look(self, application: int) -> None:
        """Facts of this application are about to be told; raises OutOfReach."""
        if self.bound is not None and application != self.bound.application:
            raise elsewhere(self.bound)

    def meet(self, contact: int) -> None:
        """Facts of this contact are about to be told; raises OutOfReach."""
        if self.bound is not None and contact != self.bound.contact:
            raise elsewhere(self.bound)

    def write(self, thread: Thread) -> None:
        """Something is noted for this thread and nothing of it read; raises OutOfReach."""
        if self.bound is not None and self.bound != thread:
            raise elsewhere(self.bound)

    def read(self, thread: Thread, foreign: bool) -> None:
        """Words of this thread are about to be read; `foreign`: others' among them. Raises OutOfReach."""
        self.write(thread)
        if foreign and self.seen - {thread}:
            raise OutOfReach(MIXED)
        self.seen.add(thread)
        if foreign:
            self.bound, self.foreign = thread, True

    def note(self) -> None:
        """Words are added to the person's own notes, which every draft at that employer draws on; raises OutOfReach."""
        if self.foreign:
            raise OutOfReach(NOT_THEIRS)


def elsewhere(bound: Thread) -> OutOfReach:
    return OutOfReach(ELSEWHERE.format(**bound._asdict()))
