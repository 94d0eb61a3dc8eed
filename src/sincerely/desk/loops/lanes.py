"""What is due over all desks. Each desk is in one lane, and one worker at a time works a lane: none meets another, none starves.

Within a lane what has waited longest goes first, one thing of each desk in turn: `aside` are desks that had theirs and want more.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Min, Q, QuerySet

from sincerely.desk.access import Actor
from sincerely.desk.errors import told_clearly
from sincerely.desk.loops.recovery import ABANDONED, LOOKS, SILENT
from sincerely.desk.models import Account, Comment, Desk, Message, Vote
from sincerely.desk.models.message import LANES

State = Message.State
# A mailbox is left alone so long, a little less than between two sweeps for them.
VISITED = timedelta(minutes=4)
# How many desks are taken up at once, and how many due messages are looked at to tell which lanes have work.
BATCH, LOOKED_AT = 200, 1_000


def lane_of(desk: int) -> int:
    """The lane that a desk is in."""
    return desk % LANES


def in_lane(rows: QuerySet[Any], lane: int, desk: str = "desk_id") -> QuerySet[Any]:
    """Of some rows those of the desks in one lane."""
    within: QuerySet[Any] = rows.alias(lane=F(desk) % LANES).filter(lane=lane)
    return within


def all_lanes() -> list[int]:
    """Every lane."""
    return list(range(LANES))


def kept() -> QuerySet[Desk]:
    """The desks that are worked: no sample, and without members one's own."""
    rows = Desk.objects.filter(sample=False)
    return rows if settings.MEMBERS else rows.filter(person=None)


def actors(desks: Collection[int], name: str) -> list[Actor]:
    """Who acts on these desks, in their order."""
    whole = set(kept().filter(pk__in=desks).values_list("pk", flat=True))
    return [Actor(desk, name) for desk in dict.fromkeys(desks) if desk in whole]


def waiting(now: datetime) -> QuerySet[Message]:
    """What may go by now, as far as its time tells."""
    return Message.objects.filter(state=State.QUEUED, next_attempt__lte=now)


def open_ended(now: datetime) -> QuerySet[Message]:
    """What a crash or a lost answer left open."""
    released = Q(state=State.SENDING, handed_over_at=None, claimed_at__lte=now - ABANDONED)
    doubted = Q(state=State.SENDING, handed_over_at__lte=now - SILENT)
    ripe = Q(handed_over_at__lte=now - SILENT) | Q(handed_over_at=None)
    fresh = Q(looked_at=None) | Q(looked_at__lte=now - LOOKS)
    looked_for = Q(Q(state=State.UNSURE), ~Q(message_id=""), ripe, fresh)
    return Message.objects.filter(state__in=(State.SENDING, State.UNSURE)).filter(released | doubted | looked_for)


def lanes_to_send(now: datetime) -> list[int]:
    """The lanes where something may go, that with the oldest first."""
    with told_clearly():
        oldest = waiting(now).order_by("next_attempt", "id").values_list("desk_id", flat=True)[:LOOKED_AT]
        return list(dict.fromkeys(lane_of(desk) for desk in oldest))


def lanes_to_recover(now: datetime) -> list[int]:
    """The lanes where something has to be settled first: after a crash, a lost answer, or a restore."""
    with told_clearly():
        desks = [*open_ended(now).values_list("desk_id", flat=True).distinct()[:LOOKED_AT]]
        desks += kept().exclude(reconcile_since=None).values_list("pk", flat=True)[:LOOKED_AT]
        return list(dict.fromkeys(map(lane_of, desks)))


def to_send(lane: int, now: datetime, aside: Collection[int] = ()) -> list[tuple[Actor, int]]:
    """The desks of a lane that have something to send, those that have waited longest first, each with its oldest message."""
    with told_clearly():
        rows = in_lane(waiting(now), lane).exclude(desk_id__in=aside) if aside else in_lane(waiting(now), lane)
        oldest: dict[int, int] = {}
        for desk, message in rows.order_by("next_attempt", "id").values_list("desk_id", "id")[:BATCH]:
            oldest.setdefault(desk, message)
        return [(actor, oldest[actor.desk]) for actor in actors(oldest, "outbox")]


def to_recover(lane: int, now: datetime) -> list[Actor]:
    """The desks of a lane where something has to be settled."""
    with told_clearly():
        desks = [*in_lane(open_ended(now), lane).values_list("desk_id", flat=True).distinct()]
        return actors([*desks, *in_lane(kept().exclude(reconcile_since=None), lane, "pk").values_list("pk", flat=True)], "outbox")


def to_visit(lane: int, now: datetime) -> list[Actor]:
    """The desks of a lane whose mailbox was not looked into for a while, that which waits longest first."""
    with told_clearly():
        fetched = in_lane(Account.objects.exclude(mailbox={}), lane).exclude(checked_at__gt=now - VISITED)
        rows = fetched.values("desk_id").annotate(last=Min("checked_at")).order_by(F("last").asc(nulls_first=True))
        return actors(list(rows.values_list("desk_id", flat=True)), "inbox")


def to_remind(lane: int, now: datetime) -> list[Actor]:
    """The desks of a lane whose hour for a reminder has come, and that had none today."""
    with told_clearly():
        wanted = in_lane(kept().exclude(digest_hour=None), lane, "pk")
        found: list[int] = []
        for zone in wanted.order_by().values_list("zone", flat=True).distinct():
            here = now.astimezone(ZoneInfo(zone))
            due = wanted.filter(zone=zone, digest_hour__lte=here.hour).exclude(digest_on__gte=here.date())
            found += due.values_list("pk", flat=True)
        return actors(found, "digest")


def untold() -> tuple[QuerySet[Comment], QuerySet[Vote]]:
    """What reviewers said that its owner wants mailed, and has not been."""
    said = Comment.objects.filter(share__isnull=False, told_at=None, message__desk__review_mail=True)
    return said, Vote.objects.filter(told_at=None, share__desk__review_mail=True)


def lanes_to_tell() -> list[int]:
    """The lanes where reviewers said something that is to be told."""
    return sorted({lane_of(actor.desk) for actor in to_tell()})


def to_tell(lane: int | None = None) -> list[Actor]:
    """The desks of a lane, or of all, where reviewers said something that is to be told."""
    with told_clearly():
        said, voted = untold()
        desks = {*said.values_list("message__desk_id", flat=True), *voted.values_list("share__desk_id", flat=True)}
        return actors(sorted(desk for desk in desks if lane in (None, lane_of(desk))), "reviews")
