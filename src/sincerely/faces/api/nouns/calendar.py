"""The desk's own calendar: as a file, at a secret address, and on a server that the person set up."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.actions import feeds
from sincerely.desk.actions.feeds import push_calendar, revoke_token, saved, set_privacy
from sincerely.desk.callers import Scope
from sincerely.desk.queries.feed import way_of
from sincerely.faces.api.operation import delete, get, post, put

TAG = "Calendar"


@dataclass(frozen=True, slots=True)
class SecretShape:
    """The secret at the end of the calendar's address (/calendar/SECRET.ics), told this once."""

    secret: str


def calendar(actor: Actor, *, private: bool = False, now: datetime) -> bytes:
    """What is owed and planned, as a calendar; `private` leaves names and reasons out."""
    return saved(actor, private, now)


def new_address(actor: Actor, *, now: datetime) -> SecretShape:
    """A new secret address for the calendar; the one before it is void."""
    return SecretShape(feeds.new_token(actor, now=now))


OPERATIONS = (
    get("/calendar", way_of, Scope.READ, "How the calendar leaves the desk", name="calendar"),
    get("/calendar/follow-ups.ics", calendar, Scope.READ, "The calendar as a file", name="calendar_file", media="text/calendar"),
    post(
        "/calendar/address", new_address, Scope.SETTINGS, "Give it a new secret address", name="new_calendar_address", status=201
    ),
    delete("/calendar/address", revoke_token, Scope.SETTINGS, "Make its address void", name="revoke_calendar_address"),
    put("/calendar/privacy", set_privacy, Scope.SETTINGS, "Whether names and reasons stay at home"),
    post("/calendar/push", push_calendar, Scope.SETTINGS, "Write it to your calendar server now"),
)
