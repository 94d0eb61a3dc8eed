"""Writing down: history for people, in one line who did what; facts for the planner."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from sincerely.desk.access import Actor
from sincerely.desk.models import Application, Employer, Event, History


def record(
    actor: Actor,
    now: datetime,
    what: str,
    row: Model,
    words: str,
    *,
    employer: Employer | int | None = None,
    application: Application | int | None = None,
    **details: Any,
) -> None:
    """Adds a line to history. `details` are JSON values that tell a program what `words` tell a person."""
    History(
        desk_id=actor.desk,
        at=now,
        who=actor.who,
        what=what,
        noun=row._meta.model_name or "",
        noun_id=row.pk,
        employer_id=employer.pk if isinstance(employer, Employer) else employer,
        application_id=application.pk if isinstance(application, Application) else application,
        words=words,
        details=details,
    ).save()


def happened(actor: Actor, employer: int, kind: str, at: datetime, **fields: Any) -> Event:
    """Adds a fact for the planner; `fields` are those of an Event."""
    return Event.objects.create(desk_id=actor.desk, employer_id=employer, kind=kind, at=at, **fields)
