"""Sweeping what is under watch: one request at a time, each host left alone between two, whoever asks."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from sincerely.desk.errors import told_clearly
from sincerely.desk.loops.readings import MOST_MOVES, advance, failed, host_of, known, left, next_address
from sincerely.desk.models import Host, Watch
from sincerely.watch.answer import Answer
from sincerely.watch.errors import FetchError, ReadError, Refused
from sincerely.watch.fetch import Known, accepted, fetch
from sincerely.watch.hosts import web_address
from sincerely.watch.robots import KEPT, may_read, pause, robots_address, rules_of

Ask = Callable[[str, Known, float], Answer]
# A worker that died gives its turn back after this: the longest request and its writing take less.
TURN = timedelta(minutes=2)
# How many due watches are looked at for one whose host is free.
LOOKED_AT = 8


def tick(now: datetime, ask: Ask = fetch) -> bool:
    """Makes the one request that is due longest, if its host is free; False where there is none to make."""
    with told_clearly():
        for number in due(now):
            turn = claim(number, now)
            if turn:
                take(*turn, now, ask)
                return True
    return False


def due(now: datetime) -> list[int]:
    """Watches whose time has come and whose host is free. A sample desk asks nobody."""
    busy = Host.objects.filter(free_at__gt=now).values("name")
    rows = Watch.objects.filter(next_at__lte=now, desk__sample=False, proposed_by="").exclude(host__in=busy)
    return list(rows.order_by("next_at", "id").values_list("id", flat=True)[:LOOKED_AT])


def next_due(now: datetime) -> datetime | None:
    """When the next request may be made; None where nothing is under watch."""
    with told_clearly():
        rows = Watch.objects.filter(desk__sample=False, proposed_by="").values_list("next_at", "host")
        hosts = dict(Host.objects.values_list("name", "free_at"))
        return min((max(at, hosts.get(host, at)) for at, host in rows), default=None)


@transaction.atomic
def claim(number: int, now: datetime) -> tuple[Watch, Host] | None:
    """Takes one watch's turn and its host's, both by one conditional update; None where another worker was faster."""
    watch = Watch.objects.filter(pk=number, next_at__lte=now, proposed_by="").first()
    if watch is None:
        return None
    host, _ = Host.objects.get_or_create(name=watch.host, defaults={"free_at": now})
    mine = uuid.uuid4().hex
    free = Host.objects.filter(pk=host.pk, free_at__lte=now)
    if not free.update(free_at=now + pause(host.rules)):
        return None
    due_still = Watch.objects.filter(pk=number, next_at__lte=now, claim=watch.claim, host=watch.host)
    if not due_still.update(claim=mine, next_at=now + TURN, asked_at=now):
        Host.objects.filter(pk=host.pk).update(free_at=host.free_at)
        return None
    watch.claim = mine
    return watch, host


def take(watch: Watch, host: Host, now: datetime, ask: Ask) -> None:
    """Makes the request of a turn: for robots.txt where that is not known, else for the next address of the reading."""
    try:
        address = next_address(watch)
        asking = watch.reading.get("robots")
        if asking:
            learn(watch, asking["host"], ask(web_address(asking["at"]), Known(), left(watch)), now)
        elif host.rules_at is None or host.rules_at < now - KEPT:
            learn(watch, host.name, ask(robots_address(address), Known(), left(watch)), now)
        elif may_read(host.rules, address):
            advance(watch, accepted(ask(address, known(watch), left(watch)), now), now)
        else:
            raise Refused(f"{host.name} lets no machine read this page (robots.txt). Look for yourself, or end this watch.")
    except (FetchError, ReadError) as error:
        failed(watch, error, now)


def learn(watch: Watch, name: str, answer: Answer, now: datetime) -> None:
    """Keeps the robots.txt of a host; the page itself is asked for when it is free again. Raises FetchError.

    Five redirects are followed, to other hosts too (RFC 9309, 2.3.1.2), each as a request of its own.
    """
    if answer.status == 429 or answer.status >= 500:
        accepted(answer, now)
    reading = dict(watch.reading)
    moves = reading.pop("robots", {}).get("moves", 0)
    mine = Watch.objects.filter(pk=watch.pk, claim=watch.claim)
    if answer.moved_to and moves < MOST_MOVES:
        at = web_address(answer.moved_to)
        reading["robots"] = {"host": name, "at": at, "moves": moves + 1}
        mine.update(reading=reading, host=host_of(at), next_at=now, claim="")
        return
    rules = rules_of(answer)
    free = now + pause(rules)
    with transaction.atomic():
        Host.objects.filter(name=name, free_at__lt=free).update(free_at=free)
        Host.objects.filter(name=name).update(rules=rules, rules_at=now)
        mine.update(reading=reading, host=name, next_at=free, claim="")
