"""How long workers take for all that was due in one minute, and whether anything went twice, also while workers are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

STOPPING, LOOKING = 60.0, 1.0
# A worker loads its engines first; one that is killed before it works shows nothing.
SETTLING = 20.0
# The clock of all runs: a desk whose clock jumps back sends nothing.
BEGAN = time.time()


@dataclass(frozen=True)
class Outcome:
    """What became of the messages that were due; `open`: handed over by a worker that died before it could write that down."""

    workers: int
    due: int
    seconds: float
    gone: int
    doubles: int
    open: int
    lost: int
    kills: int
    cpu: float

    def told(self) -> str:
        rate = self.gone / self.seconds
        each = 1000 * self.cpu / max(self.gone, 1)
        return (
            f"{self.workers} workers: {self.gone:,} of {self.due:,} in {self.seconds:.0f} s ({rate:.0f} a second, {each:.1f} ms "
            f"of their processors each), {self.doubles} doubles, {self.open} unsure, {self.lost} lost, {self.kills} kills"
        )


class Crew:
    """The workers of one run."""

    def __init__(self, log: Path, lanes: int) -> None:
        self.log, self.lanes = log, lanes
        self.processes: list[subprocess.Popen[str]] = []
        self.since: dict[int, float] = {}
        self.kills = 0

    def hire(self) -> None:
        command = [sys.executable, "-m", "benchmarks.many.working", str(self.log), str(BEGAN), str(self.lanes)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.processes.append(process)
        self.since[process.pid] = time.time()

    def kill_one(self, chance: random.Random) -> None:
        """Kills a worker outright, and sets another in its place."""
        settled = [one for one in self.processes if time.time() - self.since[one.pid] > SETTLING]
        if not settled:
            return
        victim = chance.choice(settled)
        victim.kill()
        victim.wait()
        self.processes.remove(victim)
        self.kills += 1
        self.hire()

    def dismiss(self) -> None:
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(STOPPING)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def left() -> tuple[int, int]:
    """How many messages wait, or were claimed and not handed over; and how many were handed over and not written down."""
    from django.db import connection

    from sincerely.desk.models import Message

    connection.close_if_unusable_or_obsolete()
    waiting = (
        Message.objects.filter(state="queued").count() + Message.objects.filter(state="sending", handed_over_at=None).count()
    )
    return waiting, Message.objects.filter(state__in=("sending", "unsure")).exclude(handed_over_at=None).count()


def claim(workers: int, lanes: int, log: Path, most: float, every: float | None = None, seed: int = 1) -> Outcome:
    """Sets workers to all that is due, until nothing waits or `most` seconds are over; `every` so many seconds one is killed."""
    due, before = left()
    chance, used = random.Random(seed), os.times()
    crew = Crew(log, lanes)
    for _ in range(workers):
        crew.hire()
    for process in crew.processes:
        assert process.stdout is not None
        process.stdout.readline()
    began, killed = time.monotonic(), time.monotonic()
    waiting = due
    while waiting and time.monotonic() - began < most:
        time.sleep(LOOKING)
        if every and time.monotonic() - killed > every and waiting > due // 20:
            crew.kill_one(chance)
            killed = time.monotonic()
        waiting, _ = left()
    seconds = time.monotonic() - began
    crew.dismiss()
    waiting, after = left()
    spent = os.times()
    times = Counter(log.read_bytes().split())
    gone = len(times)
    return Outcome(
        workers=workers,
        due=due,
        seconds=seconds,
        gone=gone,
        doubles=times.total() - gone,
        open=after - before,
        lost=max(0, due - waiting - gone - (after - before)),
        kills=crew.kills,
        cpu=spent.children_user + spent.children_system - used.children_user - used.children_system,
    )
