"""What passed outside the mailbox, and what the person says of what came in."""

from datetime import date, datetime

from sincerely.desk import entries
from sincerely.desk.access import (
    Actor,
    access_application,
    access_contact,
    access_interview,
    access_message,
    access_received,
    alone_with,
)
from sincerely.desk.actions.contacts import mark_bad, stop
from sincerely.desk.actions.interviews import same_employer
from sincerely.desk.actions.withdrawals import unprompted, withdraw_waiting
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Event, Message, Received
from sincerely.desk.record import happened, record
from sincerely.desk.shapes import EventShape, ReceivedShape
from sincerely.desk.shaping import event_shape, received_shape
from sincerely.terms import Channel, Stage

# What came in, as the planner knows it; the desk's other words for it beside them.
NATURES = {
    "human": "human",
    "question": "question",
    "new-date": "human",
    "on-hold": "human",
    "rejection": "rejection",
    "offer": "offer",
    "stop": "stop",
    "away": "away",
    "bounce": "bounce",
}
PERSONAL = ("human", "question", "new-date", "on-hold", "rejection", "offer", "stop")


def past(at: datetime | None, now: datetime) -> datetime:
    """When something happened; raises DeskError for a time to come."""
    if at is None:
        return now
    at = entries.instant(at, "time")
    if at > now:
        raise DeskError("That time is still to come. Say when it happened.")
    return at


@action
def log_contact(
    actor: Actor,
    application: int,
    *,
    contact: int,
    channel: Channel,
    stage: Stage,
    now: datetime,
    at: datetime | None = None,
    words: str = "",
    interview: int | None = None,
) -> EventShape:
    """Notes a contact that was made without a draft: a call, a voicemail, a posted letter, a mail from elsewhere."""
    row, person = access_application(actor, application), access_contact(actor, contact)
    same_employer([person], row)
    talk = access_interview(actor, interview) if interview is not None else None
    words = entries.text(words, "words", 10_000)
    event = happened(
        actor,
        row.employer_id,
        Event.Kind.SENT,
        past(at, now),
        application=row,
        contact=person,
        interview=talk,
        channel=Channel(channel),
        stage=Stage(stage),
        reason=words,
    )
    said = f"Noted: {stage} to {person.name} by {channel}."
    record(actor, now, "log", event, said, employer=row.employer_id, application=row)
    return event_shape(event)


@action
def log_received(
    actor: Actor,
    application: int,
    *,
    contact: int,
    nature: str,
    now: datetime,
    at: datetime | None = None,
    channel: str = "call",
    text: str = "",
    until: date | None = None,
    message: int | None = None,
) -> ReceivedShape:
    """Notes a word from the other side that the mailbox did not see: a call, a letter, a pasted mail."""
    if nature not in NATURES:
        raise DeskError(f"What came in is {nature!r}, which is none of: {', '.join(NATURES)}.")
    row, person = access_application(actor, application), access_contact(actor, contact)
    answered = access_message(actor, message) if message is not None else None
    same_employer([person] if answered is None else [person, answered.contact], row)
    received = Received.objects.create(
        desk_id=actor.desk,
        employer=row.employer,
        application=row,
        contact=person,
        answers=answered,
        channel=entries.line(channel, "channel", 16),
        text=entries.text(text, "text"),
        nature=nature,
        until=until,
        confirmed_at=now,
        at=past(at, now),
        created_at=now,
    )
    take(actor, received, now)
    if nature in PERSONAL:
        read(actor, received, now)
    return received_shape(received)


def take(actor: Actor, received: Received, now: datetime) -> None:
    """Tells the planner of a word that came in, and takes back what must not follow it."""
    employer, contact = received.employer, received.contact
    if employer is None or contact is None:
        return
    alone_with(employer.pk)
    words = f"{contact.name} wrote: {received.nature}." if received.channel == "email" else f"Heard from {contact.name}."
    record(actor, now, "received", received, words, employer=employer, application=received.application_id)
    nature = planned_nature(received)
    if nature is None:
        return
    happened(
        actor,
        employer.pk,
        Event.Kind.RECEIVED,
        min(received.at, now),
        application=received.application,
        contact=contact,
        received=received,
        nature=nature,
        day=received.until if nature == "away" else None,
    )
    put_on_hold(actor, received, now)
    settle_answered(received)
    apply(actor, received, nature, now)


def put_on_hold(actor: Actor, received: Received, now: datetime) -> None:
    """Tells the planner that the search is on hold, where a word says so; takes it back where it says something else."""
    Event.objects.filter(received=received, kind=Event.Kind.ON_HOLD).delete()
    if received.nature == "on-hold" and received.employer_id:
        fields = {"application": received.application, "contact": received.contact, "received": received, "day": received.until}
        happened(actor, received.employer_id, Event.Kind.ON_HOLD, min(received.at, now), **fields)


def planned_nature(received: Received) -> str | None:
    """What the planner is told: a rejection or an offer that the desk is not sure of pauses everything, as any reply does."""
    if not received.sure and received.nature in ("rejection", "offer"):
        return "human"
    return NATURES.get(received.nature)


def apply(actor: Actor, received: Received, nature: str, now: datetime) -> None:
    """What a word that came in does to what waits."""
    contact, employer = received.contact, received.employer
    if contact is None or employer is None:
        return
    if nature == "stop":
        stop(actor, contact, now, None)
    if nature in PERSONAL:
        withdraw_waiting(actor, unprompted(employer.pk), f"{contact.name} answered.", now)


def settle_answered(received: Received) -> None:
    """Marks the message that a person answered."""
    if received.answers_id and received.nature in PERSONAL:
        Message.objects.filter(pk=received.answers_id, state=Message.State.SENT).update(state=Message.State.ANSWERED)


@action
def mark_read(actor: Actor, received: int, *, now: datetime) -> ReceivedShape:
    """The person has read a word that came in; what is asked about it stays asked."""
    row = access_received(actor, received)
    read(actor, row, now)
    return received_shape(row)


def read(actor: Actor, row: Received, now: datetime) -> None:
    if row.read_at is not None:
        return
    row.read_at = now
    row.save(update_fields=["read_at"])
    if row.employer_id and row.contact:
        happened(actor, row.employer_id, Event.Kind.READ, now, application=row.application, contact=row.contact, received=row)
        words = f"You read what {row.contact.name} said."
        record(actor, now, "read", row, words, employer=row.employer_id, application=row.application_id)


@action
def confirm_nature(
    actor: Actor, received: int, nature: str, *, now: datetime, until: date | None = None, whole_employer: bool | None = None
) -> ReceivedShape:
    """The person says what a word that came in is. `whole_employer`: whether a stop was said for all of them."""
    row = access_received(actor, received)
    if nature not in NATURES and nature != "automatic":
        raise DeskError(f"What came in is {nature!r}, which is none of: {', '.join(NATURES)}, automatic.")
    if row.employer is None or row.contact is None:
        raise DeskError("Nobody on this desk sent this. Say first whose it is.")
    was, row.nature, row.asks, row.confirmed_at = row.nature, nature, False, now
    row.sure = True
    row.until = until or row.until
    row.save(update_fields=["nature", "sure", "asks", "confirmed_at", "until"])
    events = Event.objects.filter(received=row, kind=Event.Kind.RECEIVED)
    if nature == "automatic":
        events.delete()
        put_on_hold(actor, row, now)
    else:
        planned = NATURES[nature]
        fields = {"nature": planned, "day": row.until if planned == "away" else None, "whole": whole_employer}
        if not events.update(**fields):
            happened(
                actor,
                row.employer.pk,
                Event.Kind.RECEIVED,
                row.at,
                application=row.application,
                contact=row.contact,
                received=row,
                **fields,
            )
        put_on_hold(actor, row, now)
        if planned == "stop":
            stop(actor, row.contact, now, whole_employer)
        if planned == "bounce" and (address := row.contact.addresses.filter(bad_since=None).first()):
            mark_bad(actor, address.email, "You said that mail does not reach it.", now)
        apply(actor, row, "human" if planned in PERSONAL and planned != "stop" else "", now)
    if was == "stop" and nature != "stop":
        row.contact.stopped_at = None
        row.contact.save(update_fields=["stopped_at"])
    words = f"What {row.contact.name} said is: {nature}."
    record(actor, now, "confirm", row, words, employer=row.employer, application=row.application_id, was=was)
    return received_shape(row)


@action
def promise(
    actor: Actor, application: int, by: date, *, now: datetime, at: datetime | None = None, words: str = ""
) -> EventShape:
    """The employer named the day by which there will be news."""
    row = access_application(actor, application)
    event = happened(
        actor,
        row.employer_id,
        Event.Kind.PROMISED,
        past(at, now),
        application=row,
        day=by,
        reason=entries.text(words, "words", 10_000),
    )
    said = f"{row.employer.name} promised news by {by.isoformat()}."
    record(actor, now, "promise", event, said, employer=row.employer_id, application=row)
    return event_shape(event)


@action
def waive(actor: Actor, interview: int, *, contact: int, reason: str, now: datetime) -> EventShape:
    """The person decides against a thank-you, for a reason of their own."""
    row, person = access_interview(actor, interview), access_contact(actor, contact)
    reason = entries.line(reason, "reason", 1000, needed=True)
    if not row.panel.filter(contact=person).exists():
        raise DeskError(f"{person.name} was not in that interview.")
    application = row.application
    event = happened(
        actor,
        application.employer_id,
        Event.Kind.WAIVED,
        now,
        application=application,
        interview=row,
        contact=person,
        reason=reason,
    )
    said = f"No thank-you to {person.name}. Reason: {reason}"
    record(actor, now, "waive", event, said, employer=application.employer_id, application=application)
    return event_shape(event)
