"""Applications and their employers."""

from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_employer
from sincerely.desk.actions.withdrawals import UNPROMPTED_EXCLUDED, withdraw_waiting
from sincerely.desk.errors import action
from sincerely.desk.models import Application, Employer, Message
from sincerely.desk.record import record
from sincerely.desk.shapes import ApplicationShape
from sincerely.desk.shaping import application_shape


@action
def add_application(
    actor: Actor,
    *,
    employer: str,
    now: datetime,
    role: str = "",
    zone: str = "",
    country: str = "",
    region: str = "",
    posting: str = "",
    posting_url: str = "",
    domain: str = "",
    zone_guessed: bool = False,
) -> ApplicationShape:
    """Adds the pursuit of one job. An employer that is on the desk already, by name, is the same employer."""
    name = entries.line(employer, "employer's name", needed=True)
    place = {"zone": entries.zone(zone), "country": entries.country(country), "region": entries.line(region, "region", 16)}
    row = Employer.objects.filter(desk=actor.desk, name__iexact=name).order_by("id").first()
    if row is None:
        row = Employer.objects.create(
            desk_id=actor.desk,
            name=name,
            domain=domain,
            created_at=now,
            zone_guessed=zone_guessed and bool(place["zone"]),
            **place,
        )
    else:
        complete(row, place, zone_guessed)
    application = Application.objects.create(
        desk_id=actor.desk,
        employer=row,
        role=entries.line(role, "role"),
        posting=entries.text(posting, "posting"),
        posting_url=entries.line(posting_url, "posting's address", 2000),
        created_at=now,
    )
    words = f"Added the application to {row.name}" + (f" as {application.role}." if application.role else ".")
    record(actor, now, "add", application, words, employer=row, application=application)
    return application_shape(application)


def complete(employer: Employer, place: dict[str, str], guessed: bool) -> None:
    """Fills in what was not known of an employer's place, or only guessed."""
    given = {name: value for name, value in place.items() if value}
    if guessed:
        given = {name: value for name, value in given.items() if not getattr(employer, name)}
    for name, value in given.items():
        setattr(employer, name, value)
    if "zone" in given:
        employer.zone_guessed = guessed
    if given:
        employer.save(update_fields=["zone", "country", "region", "zone_guessed"])


@action
def update_application(
    actor: Actor,
    application: int,
    *,
    now: datetime,
    role: str | None = None,
    posting: str | None = None,
    posting_url: str | None = None,
) -> ApplicationShape:
    """Changes what is known of the job."""
    row = access_application(actor, application)
    if role is not None:
        row.role = entries.line(role, "role")
    if posting is not None:
        row.posting = entries.text(posting, "posting")
    if posting_url is not None:
        row.posting_url = entries.line(posting_url, "posting's address", 2000)
    row.save(update_fields=["role", "posting", "posting_url"])
    record(actor, now, "update", row, "Changed what is known of the job.", employer=row.employer_id, application=row)
    return application_shape(row)


@action
def update_employer(
    actor: Actor,
    employer: int,
    *,
    now: datetime,
    name: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    region: str | None = None,
) -> None:
    """Changes an employer's name or place; a zone that a person gives is no guess any more."""
    row = access_employer(actor, employer)
    if name is not None:
        row.name = entries.line(name, "employer's name", needed=True)
    if zone is not None:
        row.zone, row.zone_guessed = entries.zone(zone), False
    if country is not None:
        row.country = entries.country(country)
    if region is not None:
        row.region = entries.line(region, "region", 16)
    row.save()
    record(actor, now, "update", row, f"Changed what is known of {row.name}.", employer=row)


@action
def close_application(actor: Actor, application: int, *, now: datetime, reason: str = "") -> ApplicationShape:
    """Closes an application: it owes nothing any more, and what waits to be sent for it is withdrawn."""
    row = access_application(actor, application)
    if row.status == Application.Status.CLOSED:
        return application_shape(row)
    row.status, row.closed_at, row.closed_because = Application.Status.CLOSED, now, entries.line(reason, "reason", 1000)
    row.save(update_fields=["status", "closed_at", "closed_because"])
    waiting = Message.objects.filter(application=row)
    withdraw_waiting(actor, waiting, "The application was closed.", now, drafts=True)
    words = f"Closed the application to {row.employer.name}." + (f" Reason: {row.closed_because}" if row.closed_because else "")
    record(actor, now, "close", row, words, employer=row.employer_id, application=row)
    return application_shape(row)


@action
def withdraw_application(actor: Actor, application: int, *, now: datetime, reason: str = "") -> ApplicationShape:
    """The person wants the job no more: nothing goes but thanks that are owed. Telling the employer so is up to them."""
    row = access_application(actor, application)
    if row.withdrawn_at is not None:
        return application_shape(row)
    row.withdrawn_at, row.withdrawn_because = now, entries.line(reason, "reason", 1000)
    row.save(update_fields=["withdrawn_at", "withdrawn_because"])
    nudges = Message.objects.filter(application=row).exclude(stage__in=UNPROMPTED_EXCLUDED)
    withdraw_waiting(actor, nudges, "You withdrew your application.", now, drafts=True)
    words = f"You withdrew from {row.employer.name}." + (f" Reason: {row.withdrawn_because}" if reason else "")
    record(actor, now, "withdraw", row, words, employer=row.employer_id, application=row)
    return application_shape(row)


@action
def reopen_application(actor: Actor, application: int, *, now: datetime) -> ApplicationShape:
    """Opens a closed application again, or one from which the person withdrew: what it owed, it owes again."""
    row = access_application(actor, application)
    row.status, row.closed_at, row.closed_because = Application.Status.OPEN, None, ""
    row.withdrawn_at, row.withdrawn_because = None, ""
    row.save(update_fields=["status", "closed_at", "closed_because", "withdrawn_at", "withdrawn_because"])
    words = f"Opened the application to {row.employer.name} again."
    record(actor, now, "reopen", row, words, employer=row.employer_id, application=row)
    return application_shape(row)
