"""For whom it is their turn: when each contact was last written to or called."""

from datetime import datetime

from django.db.models import Max

from sincerely.desk.access import Actor
from sincerely.desk.errors import query
from sincerely.desk.models import Event, Received
from sincerely.desk.shapes import ReceivedShape
from sincerely.desk.shaping import received_shape


@query
def last_sent(actor: Actor, now: datetime) -> dict[int, datetime]:
    """The last contact made, by the number of each contact."""
    rows = Event.objects.filter(desk=actor.desk, kind=Event.Kind.SENT, contact__isnull=False, at__lte=now).order_by()
    return dict(rows.values_list("contact").annotate(Max("at")))


@query
def asking(actor: Actor) -> list[ReceivedShape]:
    """What came in and the desk is not sure of, oldest first."""
    rows = Received.objects.filter(desk=actor.desk, asks=True).select_related("contact", "employer")
    return [received_shape(row) for row in rows.order_by("at", "id")]
