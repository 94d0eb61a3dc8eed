"""What is due: late first, then today, each with its reasons; and what only the person can settle."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import F
from django.db.models.functions import Coalesce

from sincerely.cadence import Case, Plan, Touch
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import query
from sincerely.desk.models import Account, Application, Contact, Desk, Event, History, Interview, Message, Received
from sincerely.desk.shapes import DueShape, InterviewShape, MessageShape, OwedShape, ReceivedShape, TouchShape
from sincerely.desk.shaping import account_shape, interview_shape, iso, message_shape, received_shape
from sincerely.desk.snapshots.cases import cases, planned, policy_of

State = Message.State
# How far ahead planned touches and interviews are shown.
AHEAD = timedelta(days=14)
# A clock may be set by a little; more than this before the last entry, it has jumped back.
CLOCK_SLACK = timedelta(minutes=5)
IN_HAND = (State.DRAFT, State.APPROVED, State.QUEUED, State.SENDING, State.UNSURE, State.FAILED)

ANY_CHANNEL = ""
# The employer that an application's own is part of, or that itself.
WHOLE = Coalesce("employer__part_of", "employer")


class Names(NamedTuple):
    """What a shape calls the rows that the planner knows by number; `parts`: the employers of contacts at a part of one.

    `applications`: the latest by the employer it is at, and by the whole that this is part of. `messages`: the latest in hand by
    contact, stage and channel, or any channel.
    """

    employers: dict[int, str]
    applications: dict[int, tuple[int, str]]
    interviews: dict[int, tuple[int, str]]
    contacts: dict[int, str]
    parts: dict[int, int]
    messages: dict[tuple[int, str, str], tuple[int, str]]

    def home(self, employer: int, contact: int | None) -> int:
        """The employer that a contact is at, of a whole one; the whole where nobody is meant."""
        return self.parts.get(contact, employer) if contact else employer

    def application(self, employer: int, contact: int | None, interview: int | None) -> tuple[int, str]:
        """The application that something is about, and its role."""
        at_home = self.applications.get(self.home(employer, contact), self.applications[employer])
        return self.interviews[interview] if interview else at_home


@query
def due(actor: Actor, now: datetime) -> DueShape:
    """A day at the desk, in a constant number of queries however large the desk."""
    desk = access_desk(actor)
    policy = policy_of(desk)
    known = cases(desk)
    plans = {employer: planned(case, policy, now) for employer, case in known.items()}
    names = names_of(desk, known)
    near = now + AHEAD
    soon = [(employer, touch) for employer, touch in sorted_touches(plans) if touch.late or touch.best <= near]
    touches = [touch_shape(touch, employer, names) for employer, touch in soon]
    tomorrow = midnight(desk, now)
    late = [touch for touch in touches if touch.late]
    today = [touch for touch in touches if not touch.late and touch.best < tomorrow]
    coming = [touch for touch in touches if not touch.late and tomorrow <= touch.best]
    owed = sorted(owed_of(plans, names), key=lambda owed: owed.since or "")
    return DueShape(
        now=iso(now) or "",
        late=late,
        today=today,
        coming=coming,
        owed=owed,
        questions=questions_of(desk, now, {row.application for row in owed if row.what == "zone" and row.application}),
        unread=unread_of(desk),
        unsure=messages_of(desk, State.UNSURE),
        waiting=messages_of(desk, State.APPROVED, State.QUEUED, State.SENDING),
        failed=messages_of(desk, State.FAILED),
        interviews=interviews_of(desk, now),
        troubles=[account_shape(row) for row in Account.objects.filter(desk=desk).exclude(trouble="", sending_trouble="")],
        reconciling=desk.reconcile_since is not None,
        clock_behind=clock_behind(desk, now),
        open_applications=len(names.applications),
    )


def clock_behind(desk: Desk, now: datetime) -> bool:
    """True where the clock stands before what the desk did last: it has jumped back, and nothing is sent by it."""
    last = History.objects.filter(desk=desk).order_by("-id").values_list("at", flat=True).first()
    return last is not None and now < last - CLOCK_SLACK


def midnight(desk: Desk, now: datetime) -> str:
    """The end of the person's day."""
    here = now.astimezone(ZoneInfo(desk.zone))
    return iso((here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)) or ""


def sorted_touches(plans: dict[int, Plan]) -> Iterable[tuple[int, Touch]]:
    """Late ones by how long they are due, then the others by their best moment; of one moment, as contacts were entered."""
    found = [(employer, touch) for employer, found in plans.items() for touch in found.touches]
    return sorted(found, key=place_of)


def place_of(item: tuple[int, Touch]) -> tuple[bool, datetime, int]:
    """Where a touch stands in the day."""
    touch = item[1]
    return not touch.late, touch.due if touch.late else touch.best, int(touch.contact)


def names_of(desk: Desk, known: dict[int, Case]) -> Names:
    """Everything that a plan speaks of, by its number."""
    applications = Application.objects.filter(desk=desk, status=Application.Status.OPEN)
    # The last one counts: what goes on before what was withdrawn, then the newest.
    ranked = list(
        applications.order_by(F("withdrawn_at").desc(nulls_last=True), "id").values_list("id", "employer_id", WHOLE, "role")
    )
    talks = Interview.objects.filter(desk=desk, application__status=Application.Status.OPEN)
    interviews = talks.order_by().values_list("id", "application_id", "application__role")
    parts = Contact.objects.filter(desk=desk).exclude(employer__part_of=None)
    messages = Message.objects.filter(desk=desk, state__in=IN_HAND).order_by("id")
    return Names(
        employers={employer: case.employer.name for employer, case in known.items()}
        | dict(parts.values_list("employer_id", "employer__name")),
        applications={whole: (pk, role) for pk, _, whole, role in ranked} | {own: (pk, role) for pk, own, _, role in ranked},
        interviews={pk: (application, role) for pk, application, role in interviews},
        contacts={int(contact.id): contact.name for case in known.values() for contact in case.contacts},
        parts=dict(parts.values_list("id", "employer_id")),
        messages={
            (contact, stage, key): (pk, state)
            for pk, contact, stage, channel, state in messages.values_list("id", "contact_id", "stage", "channel", "state")
            for key in (channel, ANY_CHANNEL)
        },
    )


def touch_shape(touch: Touch, employer: int, names: Names) -> TouchShape:
    contact = int(touch.contact)
    interview = int(touch.interview) if touch.interview else None
    application, role = names.application(employer, contact, interview)
    begun = (names.messages.get((contact, touch.stage, channel)) for channel in (touch.channel, ANY_CHANNEL))
    message, state = next(filter(None, begun), (None, None))
    return TouchShape(
        application=application,
        employer=names.employers[names.home(employer, contact)],
        role=role,
        contact=contact,
        contact_name=names.contacts[contact],
        interview=interview,
        stage=touch.stage.value,
        channel=touch.channel.value,
        not_before=iso(touch.not_before) or "",
        best=iso(touch.best) or "",
        due=iso(touch.due) or "",
        late=touch.late,
        reasons=list(touch.reasons),
        message=message,
        state=state,
    )


def owed_of(plans: dict[int, Plan], names: Names) -> Iterable[OwedShape]:
    """What the planner knows to be owed; thank-yous that are still planned stand among the touches."""
    for employer, found in plans.items():
        planned = {(touch.stage, touch.contact, touch.interview) for touch in found.touches}
        for owed in found.owed:
            if (owed.what.value, owed.contact, owed.interview) in planned:
                continue
            interview = int(owed.interview) if owed.interview else None
            contact = int(owed.contact) if owed.contact else None
            yield OwedShape(
                what=owed.what.value,
                employer=names.employers[names.home(employer, contact)],
                application=names.application(employer, contact, interview)[0],
                contact=contact,
                contact_name=names.contacts[int(owed.contact)] if owed.contact else None,
                interview=interview,
                since=iso(owed.since),
                reason=owed.reason,
            )


def questions_of(desk: Desk, now: datetime, placeless: set[int]) -> list[OwedShape]:
    """What the desk asks: a nature to confirm, for whom a stop was said, a place that was only guessed.

    `placeless`: applications whose place the plan asks for already.
    """
    asked = []
    rows = Received.objects.filter(desk=desk, asks=True).select_related("employer", "contact").order_by("at", "id")
    for row in rows:
        reason = f"This looks like: {row.nature}. {' '.join(row.reasons)} Is that right?"
        name = row.employer.name if row.employer else ""
        who = row.contact.name if row.contact else None
        asked.append(
            OwedShape("nature", name, row.application_id, row.contact_id, who, None, iso(row.at), reason, received=row.pk)
        )
    asked += stops_of(desk)
    open_ones = Application.objects.filter(desk=desk, status=Application.Status.OPEN, employer__zone_guessed=True)
    soon = open_ones.filter(interviews__end__gte=now - AHEAD, interviews__cancelled_at=None).select_related("employer")
    for application in soon.exclude(pk__in=placeless).distinct().order_by("id"):
        employer = application.employer
        reason = f"The time zone of {employer.name} is guessed to be {employer.zone}. Is that right?"
        asked.append(OwedShape("zone", employer.name, application.pk, None, None, None, None, reason))
    return asked


def stops_of(desk: Desk) -> Iterable[OwedShape]:
    """Contacts who asked for no more contact, where nobody has said yet whether they spoke for the whole employer."""
    rows = Event.objects.filter(desk=desk, kind=Event.Kind.RECEIVED, nature="stop").order_by("at", "id")
    latest = {row.contact_id: row for row in rows.select_related("contact", "employer", "received")}
    for row in latest.values():
        if row.whole is None and row.contact is not None and not (row.received is not None and row.received.asks):
            reason = f"{row.contact.name} asked for no more contact. Was that said for all of {row.employer.name}?"
            yield OwedShape(
                "stop", row.employer.name, row.application_id, row.contact_id, row.contact.name, None, iso(row.at), reason
            )


def unread_of(desk: Desk) -> list[ReceivedShape]:
    rows = Received.objects.filter(desk=desk, read_at=None).exclude(nature__in=("away", "bounce", "automatic"))
    return [received_shape(row) for row in rows.select_related("contact", "employer").order_by("at", "id")]


def messages_of(desk: Desk, *states: str) -> list[MessageShape]:
    rows = Message.objects.filter(desk=desk, state__in=states).select_related("contact", "application__employer")
    return [message_shape(row, files=False) for row in rows.defer("frozen").order_by("next_attempt", "id")]


def interviews_of(desk: Desk, now: datetime) -> list[InterviewShape]:
    """The interviews that come, and those that run."""
    rows = Interview.objects.filter(desk=desk, cancelled_at=None, end__gte=now, start__lte=now + AHEAD)
    rows = rows.filter(application__status=Application.Status.OPEN).select_related("application__employer")
    return [interview_shape(row) for row in rows.prefetch_related("panel__contact")]
