"""What reviewers said, told in one mail to whoever wrote the notes: only where wanted, and once they have paused.

Alone it goes by one's own mailbox, to oneself. Where desks are kept for many it goes by the server's mail, to the address that
the person signs in with, and names nobody: who runs that mail can read it.
"""

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from sincerely.cadence.wording import STAGES
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import told_clearly
from sincerely.desk.models import Comment, Desk, Message, Vote
from sincerely.desk.server_mail import mail_to
from sincerely.post.address import Address
from sincerely.post.carriers import Carrier
from sincerely.post.envelope import Envelope, compose, new_message_id
from sincerely.terms import Stage

# Who comments goes on commenting: one mail tells of all of it, once they have been silent this long, or have not for an hour.
SILENT, LONGEST = timedelta(minutes=10), timedelta(hours=1)
MOST_NAMED = 12
SUBJECT = "Sincerely: your reviewers said something"


@dataclass(frozen=True, slots=True)
class Said:
    """How many comments and votes there are on each message, by its number."""

    comments: Counter[int]
    votes: Counter[int]

    def on(self, message: int) -> str:
        """The counts in words."""
        return " and ".join(filter(None, [count(self.comments[message], "comment"), count(self.votes[message], "vote")]))


def tick(actor: Actor, own_way: Callable[[], Carrier], now: datetime) -> bool:
    """Tells the owner by mail what reviewers said since the last time. True where a mail went.

    All of it is marked as told first: after a crash or a refusal there is no second mail, and the desk shows it anyway.
    `own_way` opens the owner's mailbox, where that is what the mail leaves by. Raises CarrierError, and DeskError where none
    leaves.
    """
    with told_clearly():
        desk = access_desk(actor)
        if desk.sample or not desk.review_mail or not (desk.person or desk.email) or not paused(desk, now):
            return False
        carrier = None if desk.person else own_way()
        said = taken(desk, now)
        if said is None:
            return False
        notes = Message.objects.filter(desk=desk, pk__in=[*said.comments, *said.votes])
        rows = list(notes.select_related("contact", "application__employer").order_by("id"))
    if desk.person:
        mail_to(desk.person.email, SUBJECT, links_to(rows, said))
    elif carrier:
        me = Address(desk.name, desk.email)
        message_id = new_message_id(desk.email.rpartition("@")[2], secrets.token_hex(16))
        raw = compose(Envelope(me, (me,), SUBJECT, words_of(rows, said)), message_id, now)
        carrier.deliver(raw, desk.email, [desk.email])
    return True


def paused(desk: Desk, now: datetime) -> bool:
    """Whether there is something to tell, and it is time for it."""
    comments, votes = untold(desk)
    times = sorted([*comments.values_list("said_at", flat=True), *votes.values_list("cast_at", flat=True)])
    return bool(times) and (now - times[-1] >= SILENT or now - times[0] >= LONGEST)


def taken(desk: Desk, now: datetime) -> Said | None:
    """What is to be told, marked as told; None where another process was faster, and tells it."""
    comments, votes = untold(desk)
    comments = comments.filter(pk__in=[*comments.values_list("pk", flat=True)])
    votes = votes.filter(pk__in=[*votes.values_list("pk", flat=True)])
    spoken = Counter(comments.values_list("message_id", flat=True))
    voted = Counter(votes.values_list("share__message_id", flat=True))
    told = comments.update(told_at=now) + votes.update(told_at=now)
    return Said(spoken, voted) if told == spoken.total() + voted.total() else None


def untold(desk: Desk) -> tuple[QuerySet[Comment], QuerySet[Vote]]:
    """What reviewers said on a desk, and its owner was not told by mail."""
    comments = Comment.objects.filter(message__desk=desk, share__isnull=False, told_at=None)
    return comments, Vote.objects.filter(share__desk=desk, told_at=None)


def words_of(rows: list[Message], said: Said) -> str:
    """Counts for each note, and none of the words: a mail lies about longer than a desk."""
    lines = [
        f"- {STAGES[Stage(row.stage)]} to {row.contact.name}, {row.application.employer.name}: {said.on(row.pk)}" for row in rows
    ]
    return "\n".join([*shortened(lines), "", "Read them at your desk: sincerely serve, or sincerely reviews.", ""])


def links_to(rows: list[Message], said: Said) -> str:
    """Counts, and for each note where to read them; nothing that tells whom the notes are to."""
    lines = [f"- {said.on(row.pk)}: {settings.ADDRESS}{reverse('eyes', args=[row.pk])}" for row in rows]
    why = f"You asked for this mail. To end it: {settings.ADDRESS}{reverse('reviewing')}"
    return "\n".join(["Somebody looked at what you showed them.", "", *shortened(lines), "", why, ""])


def shortened(lines: list[str]) -> list[str]:
    return [*lines[:MOST_NAMED], f"- and {len(lines) - MOST_NAMED} more"] if len(lines) > MOST_NAMED else lines


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""
