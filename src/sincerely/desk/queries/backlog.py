"""How the outbox of all desks stands: counts and an age, for whoever runs the machine."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from sincerely.desk.errors import query
from sincerely.desk.models import Message

State = Message.State
SHOWN = (State.QUEUED, State.SENDING, State.UNSURE, State.FAILED)


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many messages are in which state, how many are due, and how long the oldest of these has waited, in seconds."""

    states: dict[str, int]
    due: int
    oldest: float


@query
def backlog(now: datetime) -> Backlog:
    """The outbox of all desks but the sample."""
    rows = Message.objects.filter(state__in=SHOWN).order_by().values_list("state").annotate(count=Count("id"))
    states = dict.fromkeys((state.value for state in SHOWN), 0) | dict(rows)
    due = Message.objects.filter(state=State.QUEUED, next_attempt__lte=now).aggregate(
        count=Count("id"), since=Min("next_attempt")
    )
    return Backlog(states, due["count"], (now - due["since"]).total_seconds() if due["since"] else 0.0)
