"""The daily reminder: one mail to oneself, at most one a day, and none on a day when nothing is owed."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.cadence.wording import STAGES
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import told_clearly
from sincerely.desk.models import Desk
from sincerely.desk.queries.due import due
from sincerely.desk.shapes import DueShape, TouchShape
from sincerely.post.address import Address
from sincerely.post.carriers import Carrier
from sincerely.post.envelope import Envelope, compose, new_message_id
from sincerely.terms import Stage

# More names than these are counted, not told: a reminder is no list.
MOST_NAMED = 12


def tick(actor: Actor, carrier: Carrier, now: datetime) -> bool:
    """Sends today's reminder where the person asked for one, its hour has come, and something is owed. True where it went.

    The day is marked first: after a crash or a refusal there is no second one. Raises CarrierError.
    """
    with told_clearly():
        desk = access_desk(actor)
        here = now.astimezone(ZoneInfo(desk.zone))
        if desk.sample or desk.digest_hour is None or not desk.email or here.hour < desk.digest_hour:
            return False
        if desk.digest_on is not None and desk.digest_on >= here.date():
            return False
        text = words_of(due(actor, now))
        if not text:
            return False
        open_day = Desk.objects.filter(pk=desk.pk).exclude(digest_on__gte=here.date())
        if not open_day.update(digest_on=here.date()):
            return False
    me = Address(desk.name, desk.email)
    note = Envelope(me, (me,), "Sincerely: what is owed today", text)
    raw = compose(note, new_message_id(desk.email.rpartition("@")[2], secrets.token_hex(16)), now)
    carrier.deliver(raw, desk.email, [desk.email])
    return True


def words_of(day: DueShape) -> str:
    """The reminder's text; nothing where nothing is owed."""
    touches = [*(line(touch, "Late: ") for touch in day.late), *(line(touch, "") for touch in day.today)]
    lines = touches[:MOST_NAMED]
    if len(touches) > MOST_NAMED:
        lines.append(f"and {len(touches) - MOST_NAMED} more")
    lines += [count(len(day.unread), "answer to read", "answers to read")] if day.unread else []
    lines += [count(len(day.unsure), "note that may have gone", "notes that may have gone")] if day.unsure else []
    lines += [count(len(day.failed), "note that did not go", "notes that did not go")] if day.failed else []
    if not lines:
        return ""
    return "\n".join([*(f"- {line}" for line in lines), "", "Your desk: sincerely serve, or sincerely due.", ""])


def line(touch: TouchShape, before: str) -> str:
    return f"{before}{STAGES[Stage(touch.stage)]} to {touch.contact_name}, {touch.employer}"


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
