"""Applications, contacts and interviews, and an application's story."""

from collections.abc import Collection

from django.db.models import Q

from sincerely.desk.access import Actor, access_application, access_contact, access_interview
from sincerely.desk.errors import query
from sincerely.desk.models import Application, Contact, Event
from sincerely.desk.shapes import ApplicationShape, ContactShape, EventShape, InterviewShape
from sincerely.desk.shaping import application_shape, contact_shape, event_shape, interview_shape


@query
def applications(actor: Actor, *, status: str | None = None) -> list[ApplicationShape]:
    """All applications, newest first, without their contacts and interviews."""
    rows = Application.objects.filter(desk=actor.desk).select_related("employer__part_of").order_by("-created_at", "-id")
    if status:
        rows = rows.filter(status=status)
    return [application_shape(row, whole=False) for row in rows]


@query
def application(actor: Actor, application: int) -> ApplicationShape:
    """One application with its employer's contacts and its interviews."""
    return application_shape(access_application(actor, application))


@query
def contacts(actor: Actor, *, employer: int | None = None, only: Collection[int] | None = None) -> list[ContactShape]:
    """All contacts, those at one employer, or those with these numbers only; by name."""
    rows = Contact.objects.filter(desk=actor.desk, merged_into=None).select_related("employer").prefetch_related("addresses")
    if employer is not None:
        rows = rows.filter(employer=employer)
    if only is not None:
        rows = rows.filter(pk__in=only)
    return [contact_shape(row) for row in rows.order_by("name", "id")]


@query
def contact(actor: Actor, contact: int) -> ContactShape:
    """One contact."""
    return contact_shape(access_contact(actor, contact))


@query
def interview(actor: Actor, interview: int) -> InterviewShape:
    """One interview."""
    return interview_shape(access_interview(actor, interview))


@query
def timeline(actor: Actor, application: int) -> list[EventShape]:
    """What happened with an application's employer, oldest first."""
    row = access_application(actor, application)
    events = Event.objects.filter(desk=actor.desk, employer=row.employer_id).select_related("contact")
    shown = events.filter(Q(application=row) | Q(application=None))
    return [event_shape(event) for event in shown.order_by("at", "id")]
