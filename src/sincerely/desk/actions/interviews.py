"""Interviews: agreed, moved, cancelled, and who was on the panel."""

from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_contact, access_interview
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Application, Contact, Event, Interview, Interviewer
from sincerely.desk.record import happened, record
from sincerely.desk.shapes import InterviewShape
from sincerely.desk.shaping import interview_shape

# A talk of more than a day is a mistaken date.
LONGEST_HOURS = 24


@action
def add_interview(
    actor: Actor,
    application: int,
    *,
    start: datetime,
    end: datetime,
    contacts: list[int],
    now: datetime,
    zone: str = "",
    format: str = "",
    place: str = "",
    notes: str = "",
) -> InterviewShape:
    """Adds a dated talk with its panel, the one who leads it first. `zone`: where its civil time is read; the employer's else."""
    row = access_application(actor, application)
    panel = [access_contact(actor, contact) for contact in dict.fromkeys(contacts)]
    interview = agree(
        actor, row, start, end, panel, now, zone=zone, format=format, place=place, notes=entries.text(notes, "notes")
    )
    return interview_shape(interview)


def agree(
    actor: Actor,
    application: Application,
    start: datetime,
    end: datetime,
    panel: list[Contact],
    now: datetime,
    *,
    zone: str = "",
    format: str = "",
    place: str = "",
    notes: str = "",
    uid: str = "",
    number: int = 0,
) -> Interview:
    """Writes down an agreed interview, as a row and as a fact. `number` is the invite's SEQUENCE."""
    start, end = span(start, end)
    same_employer(panel, application)
    interview = Interview.objects.create(
        desk_id=actor.desk,
        application=application,
        start=start,
        end=end,
        zone=entries.zone(zone) or application.employer.zone or "UTC",
        format=entries.format(format),
        place=entries.text(place, "place", 2000),
        notes=notes,
        uid=uid,
        sequence=number,
        created_at=now,
    )
    seat(interview, panel)
    happened(
        actor,
        application.employer_id,
        Event.Kind.INTERVIEW,
        now,
        application=application,
        interview=interview,
        start=start,
        end=end,
    )
    note(actor, now, "add", interview, f"Interview with {names(panel)} at {application.employer.name}.")
    return interview


def span(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Start and end in UTC; raises DeskError where they make no talk."""
    start, end = entries.instant(start, "start"), entries.instant(end, "end")
    if end <= start:
        raise DeskError("The interview ends before it starts. Check its times.")
    if (end - start).total_seconds() > LONGEST_HOURS * 3600:
        raise DeskError(f"The interview takes longer than {LONGEST_HOURS} hours. Check its times.")
    return start, end


def same_employer(panel: list[Contact], application: Application) -> None:
    for contact in panel:
        if contact.employer.whole != application.employer.whole:
            raise DeskError(f"{contact.name} is not at {application.employer.name}. Add them there first.")


def seat(interview: Interview, panel: list[Contact]) -> None:
    """Seats the panel in this order; who is not on it any more leaves it."""
    interview.panel.exclude(contact__in=panel).delete()
    for position, contact in enumerate(panel):
        Interviewer.objects.update_or_create(interview=interview, contact=contact, defaults={"position": position})


def names(panel: list[Contact]) -> str:
    return ", ".join(contact.name for contact in panel) or "nobody named yet"


def note(actor: Actor, now: datetime, what: str, interview: Interview, words: str) -> None:
    application = interview.application
    record(actor, now, what, interview, words, employer=application.employer_id, application=application)


@action
def move_interview(actor: Actor, interview: int, *, start: datetime, end: datetime, now: datetime) -> InterviewShape:
    """Gives an interview another time; a cancelled one takes place again."""
    row = access_interview(actor, interview)
    move(actor, row, start, end, now)
    return interview_shape(row)


def move(actor: Actor, row: Interview, start: datetime, end: datetime, now: datetime) -> bool:
    """Moves an interview; False where it stands there already."""
    start, end = span(start, end)
    if (row.start, row.end) == (start, end) and row.cancelled_at is None:
        return False
    row.start, row.end, row.cancelled_at = start, end, None
    row.save(update_fields=["start", "end", "cancelled_at"])
    application = row.application
    happened(actor, application.employer_id, Event.Kind.MOVED, now, application=application, interview=row, start=start, end=end)
    note(actor, now, "move", row, f"The interview at {application.employer.name} has another time.")
    return True


@action
def cancel_interview(actor: Actor, interview: int, *, now: datetime) -> InterviewShape:
    """Calls an interview off; one whose end has passed took place."""
    row = access_interview(actor, interview)
    cancel(actor, row, now)
    return interview_shape(row)


def cancel(actor: Actor, row: Interview, now: datetime) -> bool:
    """Calls an interview off; False where it is off already."""
    if row.cancelled_at is not None:
        return False
    row.cancelled_at = now
    row.save(update_fields=["cancelled_at"])
    application = row.application
    happened(actor, application.employer_id, Event.Kind.CANCELLED, now, application=application, interview=row)
    note(actor, now, "cancel", row, f"The interview at {application.employer.name} was cancelled.")
    return True


@action
def set_panel(actor: Actor, interview: int, contacts: list[int], *, now: datetime) -> InterviewShape:
    """Says who was on the panel, the one who led it first."""
    row = access_interview(actor, interview)
    panel = [access_contact(actor, contact) for contact in dict.fromkeys(contacts)]
    same_employer(panel, row.application)
    seat(row, panel)
    note(actor, now, "set-panel", row, f"The interview was with {names(panel)}.")
    return interview_shape(row)


@action
def set_notes(actor: Actor, interview: int, notes: str, *, now: datetime) -> InterviewShape:
    """Keeps what was talked about, in the person's own words."""
    row = access_interview(actor, interview)
    row.notes = entries.text(notes, "notes")
    row.save(update_fields=["notes"])
    note(actor, now, "set-notes", row, "Noted what was talked about.")
    return interview_shape(row)


@action
def add_note(actor: Actor, interview: int, words: str, *, now: datetime) -> InterviewShape:
    """Adds to what was talked about, below what stands there and with who says so. Raises DeskError where it grows too long."""
    row = access_interview(actor, interview)
    said = f"(added by {actor.who})\n{entries.text(words, 'note').strip()}"
    row.notes = entries.text("\n\n".join(part for part in (row.notes.rstrip(), said) if part), "notes")
    row.save(update_fields=["notes"])
    note(actor, now, "add-note", row, f"{actor.who} added to what was talked about.")
    return interview_shape(row)
