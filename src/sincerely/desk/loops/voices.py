"""What reviewers said, in one mail to oneself: only where wanted, and once they have paused."""

import secrets
from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Q

from sincerely.cadence.wording import STAGES
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import told_clearly
from sincerely.desk.models import Comment, Message, Vote
from sincerely.post.address import Address
from sincerely.post.carriers import Carrier
from sincerely.post.envelope import Envelope, compose, new_message_id
from sincerely.terms import Stage

# Who comments goes on commenting: one mail tells of all of it, once they have been silent this long, or have not for an hour.
SILENT, LONGEST = timedelta(minutes=10), timedelta(hours=1)
MOST_NAMED = 12


def tick(actor: Actor, carrier: Carrier, now: datetime) -> bool:
    """Tells the owner by mail what reviewers said since the last time. True where a mail went.

    All of it is marked as told first: after a crash or a refusal there is no second mail, and the desk shows it anyway.
    Raises CarrierError.
    """
    with told_clearly():
        desk = access_desk(actor)
        if desk.sample or not desk.review_mail or not desk.email:
            return False
        comments = Comment.objects.filter(message__desk=desk, share__isnull=False, told_at=None)
        votes = Vote.objects.filter(share__desk=desk, told_at=None)
        times = sorted([*comments.values_list("said_at", flat=True), *votes.values_list("cast_at", flat=True)])
        if not times or (now - times[-1] < SILENT and now - times[0] < LONGEST):
            return False
        upto = Q(said_at__lte=times[-1])
        spoken = Counter(comments.filter(upto).values_list("message_id", flat=True))
        voted = Counter(votes.filter(cast_at__lte=times[-1]).values_list("share__message_id", flat=True))
        told = comments.filter(upto).update(told_at=now) + votes.filter(cast_at__lte=times[-1]).update(told_at=now)
        if told != sum(spoken.values()) + sum(voted.values()):
            # Another process was faster, and tells it.
            return False
        text = words_of(actor, spoken, voted)
    me = Address(desk.name, desk.email)
    note = Envelope(me, (me,), "Sincerely: your reviewers said something", text)
    raw = compose(note, new_message_id(desk.email.rpartition("@")[2], secrets.token_hex(16)), now)
    carrier.deliver(raw, desk.email, [desk.email])
    return True


def words_of(actor: Actor, spoken: Counter[int], voted: Counter[int]) -> str:
    """Counts for each note, and none of the words: a mail lies about longer than a desk."""
    rows = Message.objects.filter(desk=actor.desk, pk__in=[*spoken, *voted]).select_related("contact", "application__employer")
    lines = []
    for row in rows.order_by("id"):
        said = [count(spoken[row.pk], "comment"), count(voted[row.pk], "vote")]
        about = f"{STAGES[Stage(row.stage)]} to {row.contact.name}, {row.application.employer.name}"
        lines.append(f"- {about}: {' and '.join(filter(None, said))}")
    if len(lines) > MOST_NAMED:
        lines = [*lines[:MOST_NAMED], f"- and {len(lines) - MOST_NAMED} more"]
    return "\n".join([*lines, "", "Read them at your desk: sincerely serve, or sincerely reviews.", ""])


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""
