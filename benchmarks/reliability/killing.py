"""A warm process forks workers, and kills them: each costs some tens of milliseconds."""

import gc
import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from benchmarks.reliability import points
from benchmarks.reliability.desk import NOW

# So much time seems to pass from one worker to the next: recoveries, after 3 and 10 minutes, fall among the kills.
STEP = timedelta(seconds=2)
# Random kills fall within so many times what a whole worker takes.
SPREAD = 1.2
# A point is chosen among so many that were met least: some are only passed where a line failed or a crash left something.
RAREST = 5


@dataclass
class Killing:
    """What was done to the workers of a desk, and the time that it seems to be."""

    actor: Any
    carrier: Callable[[], Any]
    mailbox: Callable[[], Any]
    chance: Random
    now: datetime = NOW
    took: float = 0.05
    killed: Counter[str] = field(default_factory=Counter)
    lived: int = 0

    def once(self) -> None:
        """One worker: killed at a named point, or at a random moment; one in twenty lives, to know how long that takes."""
        self.now += STEP
        dice = self.chance.random()
        if dice < 0.05:
            began = time.perf_counter()
            self.end(self.fork(""), "")
            self.took = 0.8 * self.took + 0.2 * (time.perf_counter() - began)
        elif dice < 0.5:
            point = self.chance.choice(sorted(points.names(), key=lambda name: self.killed[name])[:RAREST])
            self.end(self.fork(point), point)
        else:
            worker = self.fork("")
            time.sleep(self.chance.uniform(0, SPREAD * self.took))
            os.kill(worker, signal.SIGKILL)
            self.end(worker, "a random moment")

    def fork(self, point: str) -> int:
        """A worker that does one thing at the desk, and dies at the point."""
        from django.db import connections

        connections.close_all()
        worker = os.fork()
        if worker:
            return worker
        gc.disable()
        status = 1
        try:
            if point:
                points.arm(point)
            self.work(self.carrier())
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)

    def work(self, carrier: Any) -> bool:
        from sincerely.desk.loops.outbox import tick
        from sincerely.proof.rulebook import only

        return tick(self.actor.as_loop("outbox"), carrier, only([]), self.now, self.mailbox())

    def end(self, worker: int, how: str) -> None:
        status = os.waitpid(worker, 0)[1]
        if os.WIFSIGNALED(status):
            self.killed[how] += 1
        elif status:
            raise SystemExit(f"A worker failed by itself, seed and step: {self.now}")
        else:
            self.lived += 1

    def settle(self, carrier: Any) -> None:
        """No more kills: the outbox works on until nothing moves, through the pauses after refusals."""
        for wait in (timedelta(minutes=15), *[timedelta(hours=3)] * 60):
            self.now += wait
            while self.work(carrier):
                pass
            if not self.unsettled():
                return

    def unsettled(self) -> bool:
        """Whether time alone will still change anything."""
        from sincerely.desk.loops.recovery import files_copies
        from sincerely.desk.models import Message

        states = ("queued", "sending", "unsure") if files_copies(self.actor) else ("queued", "sending")
        return Message.objects.filter(state__in=states).exists()
