"""Races: `python -m benchmarks.reliability.races --on sqlite`. Exit 1 where two claimed a row, or one went after a visible reply.

Eight processes work one outbox of 2,000 rows. Then, 500 times, a reply is taken in while a check-in is being sent.
"""

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from random import Random
from threading import BrokenBarrierError
from typing import Any

from benchmarks.reliability.desk import NOW, build

ROWS, PROCESSES, REPLIES = 2000, 8, 500
# A sender signs in for so many seconds at most, a reply comes in within as many.
LONGEST = 0.03
FORKED = multiprocessing.get_context("fork")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reliability.races", description=__doc__)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--replies", type=int, default=REPLIES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = {
        "database": options.on,
        **on_a_desk(options.on, lambda actor, log: claims(actor, log, options.rows), options.rows, "thank-you"),
        **on_a_desk(options.on, lambda actor, log: replies(actor, log, options.seed), options.replies, "check-in"),
    }
    print(json.dumps(found))
    return 1 if found["double_claims"] or found["after_a_reply"] else 0


def on_a_desk(database: str, race: Callable[[Any, Path], dict[str, int]], count: int, stage: str) -> dict[str, int]:
    """Runs a race on a fresh desk, in a process of its own, as Django is set up once in each."""
    from tests.servers.postgres import postgres

    def run(tell: Any) -> None:
        from sincerely.desk.opened import prepare

        prepare()
        actor = build(count, "bob", "example.org", stage)
        from django.db import connections

        connections.close_all()
        tell.send(race(actor, Path(home) / "log"))

    with tempfile.TemporaryDirectory() as home, postgres() if database == "postgresql" else nullcontext() as url:
        os.environ.update({"SINCERELY_HOME": home, **({"SINCERELY_DATABASE_URL": url} if url else {})})
        hear, tell = FORKED.Pipe(False)
        process = FORKED.Process(target=run, args=(tell,))
        process.start()
        found: dict[str, int] = hear.recv()
        process.join()
    return found


def together(*works: Callable[[], None]) -> None:
    """Runs each in a forked process, until all have ended."""
    processes = [FORKED.Process(target=work) for work in works]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


class Sink:
    """A carrier that writes down what left, and when it was about to; `wait` stands for signing in."""

    def __init__(self, log: Path, wait: Callable[[], float] = lambda: 0.0) -> None:
        self.log, self.wait = log, wait

    def deliver(self, raw: bytes, sender: str, recipients: tuple[str, ...], before_data: Callable[[], None]) -> Any:
        from sincerely.post.carriers import Receipt

        time.sleep(self.wait())
        about_to = time.monotonic_ns()
        before_data()
        write(self.log, "sent", number_of(recipients[0]), about_to)
        return Receipt("sink", True, "250 taken")


def write(log: Path, what: str, number: int, at: int) -> None:
    with log.open("a") as file:
        file.write(f"{what} {number} {at}\n")


def number_of(address: str) -> int:
    return int(address.partition("+")[2].partition("@")[0])


def read(log: Path, what: str) -> list[tuple[int, int]]:
    lines = [line.split() for line in log.read_text().splitlines()]
    return [(int(number), int(at)) for said, number, at in lines if said == what]


def work(actor: Any, sink: Sink, only: int | None = None) -> None:
    """Works the outbox until it rests; a desk that is busy is tried again, as the next run of the program would."""
    from sincerely.desk.errors import DeskError
    from sincerely.desk.loops.outbox import tick
    from sincerely.proof.rulebook import only as rules

    resting = False
    while not resting:
        with suppress(DeskError):
            resting = not tick(actor.as_loop("outbox"), sink, rules([]), NOW, only=only)


def claims(actor: Any, log: Path, rows: int) -> dict[str, int]:
    """Many processes, one outbox."""
    together(*[lambda: work(actor, Sink(log))] * PROCESSES)
    times = Counter(number for number, _ in read(log, "sent"))
    return {"rows": rows, "processes": PROCESSES, "claimed": len(times), "double_claims": times.total() - len(times)}


def replies(actor: Any, log: Path, seed: int) -> dict[str, int]:
    """A reply is taken in while a check-in goes: whatever left must have passed its mark before the reply could be seen."""
    from sincerely.desk.models import Message

    numbers = list(Message.objects.order_by("id").values_list("id", flat=True))
    start = FORKED.Barrier(2)

    def send() -> None:
        chance = Random(seed)
        for number in numbers:
            meet(start)
            work(actor, Sink(log, lambda: chance.uniform(0, LONGEST)), number)

    def reply() -> None:
        from sincerely.desk.actions.replies import log_received

        chance = Random(seed + 1)
        for number in numbers:
            meet(start)
            time.sleep(chance.uniform(0, 2 * LONGEST))
            log_received(actor, number, contact=number, nature="human", channel="email", now=NOW)
            write(log, "seen", number, time.monotonic_ns())

    from django.db import connections

    connections.close_all()
    together(send, reply)
    seen = dict(read(log, "seen"))
    sent = read(log, "sent")
    late = sum(at > seen[number] for number, at in sent)
    return {"replies": len(seen), "sent_before_the_reply": len(sent) - late, "after_a_reply": late}


def meet(start: Any) -> None:
    with suppress(BrokenBarrierError):
        start.wait(60)


if __name__ == "__main__":
    sys.exit(main())
