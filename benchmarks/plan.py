"""How many plans a second one core makes for a case with 40 events, and how long an answer and a reading take.

    .venv/bin/python benchmarks/plan.py [--seconds 2]

Three moments of one long case: a panel to thank, a word to answer, and a check-in to wait for. The aim is 5,000 plans a second.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any

from sincerely.cadence import Policy, may_contact, plan, read_case
from sincerely.terms import Channel

START = datetime(2026, 1, 12, 10, tzinfo=UTC)
PEOPLE = ("ana", "ben", "cho", "dee")
AIM = 5_000


def events() -> list[dict[str, Any]]:
    """Forty events of a search that goes on for three rounds."""
    found: list[dict[str, Any]] = []

    def add(day: float, kind: str, **more: Any) -> None:
        found.append({"kind": kind, "at": (START + timedelta(days=day)).isoformat(), **more})

    for number in range(3):
        begin = START + timedelta(days=28 * number)
        times = {"start": begin.isoformat(), "end": (begin + timedelta(hours=1)).isoformat()}
        found.append({"kind": "interview", "id": f"i{number}", **times, "contacts": list(PEOPLE[: number + 2])})
        after = 28 * number + 0.2
        for place, who in enumerate(PEOPLE[: number + 2] if number < 2 else ()):
            add(after + place / 100, "sent", contact=who, channel="email", stage="thank-you")
        if number == 2:
            break
        add(after + 0.1, "promised", by=(begin + timedelta(days=5)).date().isoformat())
        for round in range(2):
            day = after + 8 + 8 * round
            add(day, "sent", contact="ana", channel="email", stage="check-in")
            add(day + 0.01, "received", contact="ana", nature="away", until=(begin + timedelta(days=9)).date().isoformat())
            add(day + 2, "received", contact="ben", nature="question")
            add(day + 2.2, "read", contact="ben")
            add(day + 2.3, "sent", contact="ben", channel="email", stage="answer")
        add(after + 20, "received", contact="ana", nature="human")
        add(after + 21, "read", contact="ana")
        add(after + 21.1, "sent", contact="ana", channel="email", stage="answer")
    add(57, "received", contact="dee", nature="human")
    add(57.1, "read", contact="dee")
    add(57.2, "sent", contact="dee", channel="email", stage="answer")
    return found


def rate(act: Callable[[int], object], seconds: float) -> float:
    """How many times a second the processor does something, at its best of several stretches."""
    best, done, begin = 0.0, 0, process_time()
    while process_time() - begin < seconds:
        mark = process_time()
        for _ in range(200):
            act(done)
            done += 1
        best = max(best, 200 / (process_time() - mark))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2, help="how long each figure is measured")
    seconds = parser.parse_args().seconds
    data = {
        "person": {"zone": "Europe/Dublin"},
        "employer": {"name": "Acme", "zone": "Europe/Berlin", "country": "DE", "region": "BY"},
        "contacts": [{"id": who, "name": who.title(), "email": f"{who}@acme.example"} for who in PEOPLE],
        "events": events(),
    }
    case, policy = read_case(data), Policy()
    print(f"{len(data['events'])} events, {len(PEOPLE)} contacts")
    for day, words in (
        (29, "a check-in ahead"),
        (56.1, "four thank-yous owed"),
        (57.15, "thank-yous and an answer"),
        (70, "waiting"),
    ):
        now = START + timedelta(days=day)
        touches = len(plan(case, policy, now).touches)
        found = rate(lambda turn, now=now: plan(case, policy, now + timedelta(seconds=turn % 1000)), seconds)
        print(f"{found:8,.0f} plans a second: {words}, {touches} touches{'' if found >= AIM else f' (aim {AIM:,})'}")
    now = START + timedelta(days=70)
    print(f"{rate(lambda turn: may_contact(case, policy, now, 'ana', Channel.EMAIL), seconds):8,.0f} answers a second")
    print(f"{rate(lambda turn: read_case(data), seconds):8,.0f} cases read a second")


if __name__ == "__main__":
    main()
