"""A thread: all mail with one contact on one application, with the job it is about and what was noted of their talks."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import QuerySet

from sincerely.desk.access import Actor, access_application, access_contact
from sincerely.desk.errors import DeskError, query
from sincerely.desk.models import Event, Interview, Message, Received
from sincerely.desk.shaping import iso

# What answers itself is no word of the contact's.
MACHINES = ("away", "bounce", "automatic")
# As much as a person would read again before they write.
MOST_MAILS = 50


@dataclass(frozen=True, slots=True)
class MailShape:
    """One mail of a thread, or a word noted by hand; `theirs`: the contact's, else the person's own."""

    at: str
    theirs: bool
    channel: str
    nature: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class TalkShape:
    """A talk with this contact; `notes` are the person's own."""

    id: int
    start: str
    end: str
    format: str
    notes: str


@dataclass(frozen=True, slots=True)
class ThreadShape:
    """The last mails of a thread, oldest first. `posting`: what the employer wrote of the job."""

    application: int
    employer: str
    role: str
    contact: int
    contact_name: str
    posting: str
    talks: list[TalkShape]
    mails: list[MailShape]


@query
def thread(actor: Actor, application: int, contact: int) -> ThreadShape:
    """All that passed with this contact on this application; raises NotThere, and DeskError for a contact of another employer."""
    pursuit, person = access_application(actor, application), access_contact(actor, contact)
    if person.employer.whole != pursuit.employer.whole:
        raise DeskError(f"{person.name} is not at {pursuit.employer.name}. There is no thread between them.")
    heard_places, sent_places = places(actor, pursuit.pk)
    heard = Received.objects.filter(desk=actor.desk, application=pursuit, contact=person).defer("raw").order_by("-at", "-id")
    sent = Message.objects.filter(desk=actor.desk, application=pursuit, contact=person, sent_at__isnull=False).defer("frozen")
    told = [
        (row.at, heard_places.get(row.pk, 0), MailShape(iso(row.at) or "", True, row.channel, row.nature, row.subject, row.text))
        for row in heard[:MOST_MAILS]
    ]
    for row in sent.order_by("-sent_at", "-id")[:MOST_MAILS]:
        at = row.sent_at or datetime.min.replace(tzinfo=UTC)
        told.append(
            (at, sent_places.get(row.pk, 0), MailShape(iso(at) or "", False, row.channel, row.stage, row.subject, row.body))
        )
    told.sort(key=lambda item: item[:2])
    talks = Interview.objects.filter(application=pursuit, contacts=person, cancelled_at=None).order_by("start", "id")
    return ThreadShape(
        application=pursuit.pk,
        employer=pursuit.employer.name,
        role=pursuit.role,
        contact=person.pk,
        contact_name=person.name,
        posting=pursuit.posting,
        talks=[TalkShape(row.pk, iso(row.start) or "", iso(row.end) or "", row.format, row.notes) for row in talks],
        mails=[mail for *_, mail in told[-MOST_MAILS:]],
    )


@query
def places(actor: Actor, application: int) -> tuple[dict[int, int], dict[int, int]]:
    """Where what came in and what went, by its number, stands among all that happened; at one instant that is the order."""
    events = Event.objects.filter(desk=actor.desk, application=application)
    came = events.filter(kind=Event.Kind.RECEIVED, received__isnull=False).values_list("received_id", "id")
    went = events.filter(kind=Event.Kind.SENT, message__isnull=False).values_list("message_id", "id")
    return dict(came), dict(went)


@query
def heard_from(actor: Actor, contact: int) -> bool:
    """Whether a word ever came from this contact; what machines answered by themselves is none."""
    return words_of(actor, contact).exists()


@query
def answered_on(actor: Actor, contact: int) -> int | None:
    """The application of the mail that the next note to a contact answers; None for no mail, or one of no application."""
    mails = words_of(actor, contact).filter(channel="email").exclude(message_id="")
    return mails.order_by("-at", "-id").values_list("application", flat=True).first()


def words_of(actor: Actor, contact: int) -> QuerySet[Received]:
    rows = Received.objects.filter(desk=actor.desk, contact=access_contact(actor, contact))
    return rows.exclude(nature__in=MACHINES)
