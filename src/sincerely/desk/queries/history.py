"""Who did what, and when."""

from sincerely.desk.access import Actor, access_application
from sincerely.desk.errors import query
from sincerely.desk.models import History
from sincerely.desk.shapes import HistoryShape
from sincerely.desk.shaping import history_shape


@query
def history(actor: Actor, *, application: int | None = None, limit: int | None = None) -> list[HistoryShape]:
    """The desk's history, or an application's with what concerns its whole employer; newest first."""
    rows = History.objects.filter(desk=actor.desk).order_by("-id")
    if application is not None:
        row = access_application(actor, application)
        rows = rows.filter(application_id=row.pk) | rows.filter(employer_id=row.employer_id, application_id=None)
    return [history_shape(row) for row in (rows if limit is None else rows[:limit])]
