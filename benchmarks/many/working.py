"""One worker of the measurement: the program's own, with a carrier that costs nothing and a clock that begins when all is due.

Run as a process: `python -m benchmarks.many.working LOG BEGAN LANES`. Each message that leaves is a line in LOG, by Message-ID.
On SQLite, where there is no queue of jobs, each process makes its rounds through the lanes by itself, beginning at another one.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import Any, ClassVar

from benchmarks.many.filling import NOW

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(\S+)", re.MULTILINE | re.IGNORECASE)


class Sink:
    """Takes everything, and writes down what it was before it says so."""

    label: ClassVar[str] = "Sink"
    automatic: ClassVar[bool] = True

    def __init__(self, log: str) -> None:
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None]) -> Any:
        from sincerely.post.carriers import Receipt

        before_data()
        found = MESSAGE_ID.search(raw)
        os.write(self.log, (found.group(1) if found else b"?") + b"\n")
        return Receipt("sink", True, "250 taken")


def clock(began: float) -> Callable[[], datetime]:
    """Goes on from the end of the minute in which everything was due."""
    return lambda: NOW + timedelta(seconds=60 + time.time() - began)


def main() -> None:
    log, began, lanes = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    from sincerely.desk.opened import prepare

    prepare()
    from django.conf import settings

    from sincerely.project import rounds
    from sincerely.project.metering import meter

    sink = Sink(log)
    rounds.open_ways = lambda desks, now: dict.fromkeys(desks, (sink, None))
    print("ready", flush=True)
    if settings.WORKERS:
        from sincerely.project import worker

        worker.now = clock(began)
        worker.run(lanes)
    else:
        round_and_round(rounds.Rounds(clock(began), Event(), meter()))


def round_and_round(rounds: Any) -> None:
    """Works lane after lane until nothing is due; a database that is busy is asked again, as the program itself does."""
    from sincerely.desk.loops.lanes import lanes_to_send

    while lanes := lanes_to_send(rounds.clock()):
        start = os.getpid() % len(lanes)
        for lane in lanes[start:] + lanes[:start]:
            rounds.work("send", lane)


if __name__ == "__main__":
    main()
