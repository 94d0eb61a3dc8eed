"""Writing history: each action says in one line what was done, to what, by whom."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from sincerely.desk.access import Actor
from sincerely.desk.models import Application, Employer, History


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
