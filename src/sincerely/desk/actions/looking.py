"""A coach reads what was granted; each look stands in the history of the desk that it is about."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Model, Q

from sincerely.desk.access import Actor
from sincerely.desk.admission import (
    Member,
    access_granted_application,
    access_granted_desk,
    access_granted_message,
    standing_grants,
)
from sincerely.desk.errors import action
from sincerely.desk.models import Application, Desk
from sincerely.desk.queries.applications import timeline
from sincerely.desk.queries.messages import messages
from sincerely.desk.queries.standings import standings
from sincerely.desk.record import record
from sincerely.desk.shapes import ApplicationShape, EventShape, MessageShape, StandingShape
from sincerely.desk.shaping import application_shape, message_shape

# What a coach is told of the story; addresses and what the planner notes for itself are none of it.
TOLD = ("interview", "interview-moved", "interview-cancelled", "promised", "sent", "received")


class Pursuit(NamedTuple):
    """An application as a coach reads it: of whom, in which zone their times are, and all that was written."""

    seeker: str
    zone: str
    whole: int | None
    job: ApplicationShape
    events: list[EventShape]
    notes: list[MessageShape]


class Note(NamedTuple):
    """A message as a coach reads it. `application`: where that may be read too."""

    seeker: str
    zone: str
    application: int | None
    note: MessageShape


class Shared(NamedTuple):
    """A whole desk as a coach reads it."""

    seeker: str
    zone: str
    desk: int
    applications: list[StandingShape]


@action
def look_at_desk(member: Member, desk: int, *, now: datetime) -> Shared:
    """All applications of a desk that is shared as a whole; raises NotThere."""
    row = access_granted_desk(member, desk)
    looked(member, row, row, "Looked at all applications.", None, now)
    return Shared(row.name, row.zone, row.pk, standings(guest(member, row), now))


@action
def look_at_application(member: Member, application: int, *, now: datetime) -> Pursuit:
    """An application that is shared; raises NotThere."""
    row = access_granted_application(member, application)
    looked(member, row.desk, row, f"Looked at {row.role or 'the application'} at {row.employer.name}.", row, now)
    actor = guest(member, row.desk)
    told = [event for event in timeline(actor, row.pk) if event.kind in TOLD]
    notes = [note for note in messages(actor, application=row.pk) if note.state != "withdrawn"]
    whole = row.desk_id if standing_grants(member).filter(desk=row.desk_id, application=None, message=None).exists() else None
    return Pursuit(row.desk.name, row.desk.zone, whole, application_shape(row), told, notes)


@action
def look_at_message(member: Member, message: int, *, now: datetime) -> Note:
    """A message that is shared; raises NotThere."""
    row = access_granted_message(member, message)
    looked(member, row.desk, row, f"Read the {row.stage} note to {row.contact.name}.", row.application, now)
    wider = standing_grants(member).filter(desk=row.desk_id, message=None)
    application = row.application_id if wider.filter(Q(application=row.application_id) | Q(application=None)).exists() else None
    return Note(row.desk.name, row.desk.zone, application, message_shape(row, files=False))


def guest(member: Member, desk: Desk) -> Actor:
    """The coach on somebody's desk, under their own name; for reading only, after the grant was checked."""
    return Actor(desk.pk, f"{member.name} (coach)")


def looked(member: Member, desk: Desk, row: Model, words: str, application: Application | None, now: datetime) -> None:
    record(guest(member, desk), now, "look", row, words, application=application)
