"""One worker of the measurement: the program's own, with a carrier that costs nothing and a clock that begins when all is due.

Run as a process: `python -m benchmarks.many.working LOG BEGAN LANES`. Each message that leaves is a line in LOG, by Message-ID.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
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
    from sincerely.project import rounds, worker

    sink = Sink(log)
    rounds.open_ways = lambda desks, now: dict.fromkeys(desks, (sink, None))
    worker.now = clock(began)
    print("ready", flush=True)
    worker.run(lanes)


if __name__ == "__main__":
    main()
