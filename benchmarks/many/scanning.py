"""The outbox's question: what is due now? Asked as the workers ask it, while few things are due, and while very many are."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from benchmarks.many.filling import NOW

ASKED = 400


def percentiles(times: list[float]) -> str:
    found = sorted(times)
    picks = (found[int(len(found) * share)] for share in (0.5, 0.95, 0.99))
    return " / ".join(f"{1000 * value:.2f}" for value in picks)


def timed(ask: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(ASKED):
        begin = time.perf_counter()
        ask(number)
        times.append(time.perf_counter() - begin)
    return times


def scan() -> None:
    """Prints median, 95th and 99th percentile in ms."""
    from sincerely.desk.loops import lanes
    from sincerely.desk.models import Message

    for seconds in (0.06, 6.0, 60.0):
        now: datetime = NOW + timedelta(seconds=seconds)
        count = Message.objects.filter(state="queued", next_attempt__lte=now).count()
        for name, ask in (
            ("which lanes have work", lambda _, now=now: lanes.lanes_to_send(now)),
            ("what is due in a lane", lambda turn, now=now: lanes.to_send(turn % lanes.LANES, now)),
            ("what a crash left open", lambda turn, now=now: lanes.lanes_to_recover(now)),
        ):
            print(f"  {count:>7,} due, {name}: {percentiles(timed(ask))} ms (median / p95 / p99)", flush=True)
