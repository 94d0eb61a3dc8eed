"""Where each application stands: applied, an interview ahead, waiting for an answer, an offer, or ended."""

from datetime import datetime

from django.db.models import DateTimeField, Max, Min, OuterRef, Q, QuerySet, Subquery

from sincerely.desk.access import Actor
from sincerely.desk.errors import query
from sincerely.desk.models import Application, Contact, Event
from sincerely.desk.searching import finds
from sincerely.desk.shapes import StandingShape
from sincerely.desk.shaping import iso

# In the order in which an application goes through them.
STEPS = ("applied", "interview", "waiting", "offer", "ended")
# What somebody at the employer said, not one of their machines.
HEARD = ("human", "question", "new-date", "rejection", "offer", "stop")
Kind = Event.Kind


@query
def standings(actor: Actor, now: datetime, *, search: str = "", employer: int | None = None) -> list[StandingShape]:
    """All applications, or those at one employer, the one that moved last first, in one query.

    `search` looks into employer, role and contacts.
    """
    rows = Application.objects.filter(desk=actor.desk).select_related("employer")
    if employer is not None:
        rows = rows.filter(employer=employer)
    found = [standing(row, now) for row in told(rows, now)]
    if search:
        people = Contact.objects.filter(desk=actor.desk).values_list("employer_id", "name")
        theirs = {employer for employer, name in people if finds(search, name)}
        found = [row for row in found if row.employer_id in theirs or finds(search, row.employer, row.role)]
    return sorted(found, key=lambda row: (moved(row), row.id), reverse=True)


def told(rows: "QuerySet[Application]", now: datetime) -> "QuerySet[Application]":
    """The rows with what the steps are told by."""
    kept = Q(interviews__cancelled_at=None)
    mine = Event.objects.filter(employer=OuterRef("employer")).filter(Q(application=OuterRef("pk")) | Q(application=None))
    heard = mine.filter(kind=Kind.RECEIVED, nature__in=HEARD, at__lte=now).order_by("-at", "-id")
    sent = mine.filter(kind=Kind.SENT, at__lte=now).order_by("-at", "-id")
    verdict = heard.filter(nature__in=("rejection", "offer"))
    return rows.annotate(
        next_interview=Min("interviews__start", filter=kept & Q(interviews__end__gt=now)),
        last_interview=Max("interviews__end", filter=kept & Q(interviews__end__lte=now)),
        last_sent=Subquery(sent.values("at")[:1], output_field=DateTimeField()),
        last_heard=Subquery(heard.values("at")[:1], output_field=DateTimeField()),
        outcome=Subquery(verdict.values("nature")[:1]),
        outcome_at=Subquery(verdict.values("at")[:1], output_field=DateTimeField()),
    )


def standing(row: Application, now: datetime) -> StandingShape:
    step, ended_by = step_of(row)
    return StandingShape(
        id=row.pk,
        employer=row.employer.name,
        employer_id=row.employer_id,
        role=row.role,
        step=step,
        ended_by=ended_by,
        created_at=iso(row.created_at) or "",
        next_interview=iso(row.next_interview),  # type: ignore[attr-defined]
        last_interview=iso(row.last_interview),  # type: ignore[attr-defined]
        last_sent=iso(row.last_sent),  # type: ignore[attr-defined]
        last_heard=iso(row.last_heard),  # type: ignore[attr-defined]
    )


def step_of(row: "Application") -> tuple[str, str]:
    """The step, and what ended it. An interview after a rejection re-opens, as the planner has it."""
    values = row.__dict__
    if row.status == Application.Status.CLOSED:
        return "ended", row.closed_because or "closed"
    if row.withdrawn_at:
        return "ended", "withdrawn"
    interviewed, outcome_at = values["last_interview"], values["outcome_at"]
    in_force = values["outcome"] if outcome_at and (interviewed is None or interviewed <= outcome_at) else None
    if values["next_interview"]:
        return "interview", ""
    if in_force:
        return ("offer", "") if in_force == "offer" else ("ended", "rejection")
    return ("waiting", "") if interviewed else ("applied", "")


def moved(row: StandingShape) -> str:
    """The last instant at which something happened, or will."""
    moments = (row.created_at, row.next_interview, row.last_interview, row.last_sent, row.last_heard)
    return max(moment for moment in moments if moment)
