"""What the planner answers: touches, what is owed, what has ended, and yes or no to one contact."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sincerely.terms import Channel, Stage


class What(StrEnum):
    """What a person still owes, or has to find out."""

    THANK_YOU = "thank-you"
    ANSWER = "answer"
    UNREAD = "unread"
    ACKNOWLEDGE_OFFER = "acknowledge-offer"
    ADDRESS = "address"
    ZONE = "zone"


class Touch(NamedTuple):
    """One planned contact. Instants are in UTC.

    `not_before`: the first moment at which it is allowed, by what has happened so far.
    `best`: the moment to choose, other planned touches considered. `due`: the last good moment.
    `late`: past the patience that the policy allows; then `best` is the next moment allowed, which may lie after `due`.
    `interview`: id of the interview that it follows, None where it follows none.
    """

    interview: str | None
    contact: str
    stage: Stage
    channel: Channel
    not_before: datetime
    best: datetime
    due: datetime
    late: bool
    reasons: tuple[str, ...]


class Owed(NamedTuple):
    """One thing owed, since when, and why."""

    what: What
    contact: str
    interview: str | None
    since: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Touches by best moment; what is owed, oldest first; and why the cadence ended, by contact."""

    touches: tuple[Touch, ...]
    owed: tuple[Owed, ...]
    ended: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """May this contact be made now? `next_allowed`: the first moment when it may, if nothing else happens; None for never."""

    allowed: bool
    reasons: tuple[str, ...]
    next_allowed: datetime | None
