"""How many plans a second one core makes at each moment of a case with 40 events, the slowest first.

    .venv/bin/python -m benchmarks.plan [--rounds 20]

One long case: three rounds of panels to thank, promises, absences, questions to answer, check-ins. It is planned after each of
its events, and days after the last; the clock moves on with every plan. Times are those of the processor, and of many rounds
over all moments each keeps its best, as other work on the machine slows all. Exit 1 where one is below 5,000 plans a second.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any, NamedTuple

from sincerely.cadence import Case, Policy, may_contact, plan, read_case
from sincerely.terms import Channel

START = datetime(2026, 1, 12, 10, tzinfo=UTC)
PEOPLE = ("ana", "ben", "cho", "dee")
AIM = 5_000
STRETCH = 50
SHOWN = 6


class Speed(NamedTuple):
    """Plans a second at a moment, and how many touches each plans."""

    rate: float
    now: datetime
    touches: int


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
    add(57.2, "received", contact="cho", nature="away", until=(START + timedelta(days=64)).date().isoformat())
    add(57.3, "sent", contact="dee", channel="email", stage="answer")
    return found


def told() -> dict[str, Any]:
    """The case as data."""
    return {
        "person": {"zone": "Europe/Dublin"},
        "employer": {"name": "Acme", "zone": "Europe/Berlin", "country": "DE", "region": "BY"},
        "contacts": [{"id": who, "name": who.title(), "email": f"{who}@acme.example"} for who in PEOPLE],
        "events": events(),
    }


def moments(data: dict[str, Any]) -> list[datetime]:
    """A minute after each event, and some days after the last."""
    known = {datetime.fromisoformat(event.get("at") or event["end"]) for event in data["events"]}
    last = max(known)
    return sorted(moment + timedelta(minutes=1) for moment in known | {last + timedelta(days=days) for days in (3, 7, 14, 60)})


def rate(act: Callable[[int], object], stretch: int) -> float:
    """How many times a second the processor does something, over a stretch of so many times."""
    begin = process_time()
    for turn in range(stretch):
        act(turn)
    return stretch / (process_time() - begin)


def speeds(case: Case, policy: Policy, now: Sequence[datetime], rounds: int) -> list[Speed]:
    """How fast plans are made at each moment and in the minutes after, at their best of so many rounds; the slowest first."""

    def at(moment: datetime) -> float:
        return rate(lambda turn: plan(case, policy, moment + timedelta(seconds=turn)), STRETCH)

    best = [max(found) for found in zip(*([at(moment) for moment in now] for _ in range(rounds)), strict=True)]
    touches = [len(plan(case, policy, moment).touches) for moment in now]
    return sorted(Speed(*found) for found in zip(best, now, touches, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="how often each figure is measured, to keep the best")
    rounds = parser.parse_args().rounds
    data, policy = told(), Policy()
    case, waiting = read_case(data), START + timedelta(days=70)
    found = speeds(case, policy, moments(data), rounds)
    print(f"{len(data['events'])} events, {len(PEOPLE)} contacts, {len(found)} moments; the slowest first")
    for one in [*found[:SHOWN], found[len(found) // 2], found[-1]]:
        print(f"{one.rate:8,.0f} plans a second on {one.now:%d %b, %H:%M}, {one.touches} touches")
    answers = max(rate(lambda turn: may_contact(case, policy, waiting, "ana", Channel.EMAIL), STRETCH) for _ in range(rounds))
    print(f"{answers:8,.0f} answers of `may` a second")
    print(f"{max(rate(lambda turn: read_case(data), STRETCH) for _ in range(rounds)):8,.0f} cases read a second")
    return 0 if found[0].rate >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
