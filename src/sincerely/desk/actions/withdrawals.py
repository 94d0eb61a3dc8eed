"""Taking back what waits to be sent: a reply came, somebody asked to stop, or the person changed their mind."""

from datetime import datetime

from django.db.models import Q, QuerySet

from sincerely.desk.access import Actor, all_parts
from sincerely.desk.models import Message
from sincerely.desk.record import record
from sincerely.terms import PROMPTED

State = Message.State
WAITING = (State.APPROVED, State.QUEUED)
# Claimed by the outbox, but not yet past the mark after which nothing can be taken back.
NOT_HANDED_OVER = Q(state=State.SENDING, handed_over_at=None)
UNPROMPTED_EXCLUDED = tuple(stage.value for stage in PROMPTED)


def unprompted(employer: int) -> QuerySet[Message]:
    """Messages to an employer, with all its parts, that nothing there called for."""
    return Message.objects.filter(application__employer__in=all_parts(employer)).exclude(stage__in=UNPROMPTED_EXCLUDED)


def withdraw_waiting(actor: Actor, messages: QuerySet[Message], because: str, now: datetime, *, drafts: bool = False) -> int:
    """Withdraws those that wait (and `drafts` too), each by one conditional update, so that none leaves meanwhile; how many."""
    here = Q(state__in=(State.DRAFT, *WAITING) if drafts else WAITING) | NOT_HANDED_OVER
    count = 0
    for row in messages.filter(here, desk=actor.desk).select_related("contact", "application"):
        changed = Message.objects.filter(here, pk=row.pk).update(
            state=State.WITHDRAWN, claim="", trouble=because, next_attempt=None, changed_at=now
        )
        if changed:
            count += 1
            words = f"Withdrew the message to {row.contact.name}. {because}"
            record(actor, now, "withdraw", row, words, employer=row.application.employer_id, application=row.application_id)
    return count
