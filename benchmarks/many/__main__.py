"""Many people on one database: `python -m benchmarks.many` (100,000 desks, two million touches, PostgreSQL; some forty minutes).

It starts a server of its own, fills it, and measures: what is due (the workers' question), pages at a steady rate, and 100,000
messages that are due within one minute, by some workers; again while workers are killed. `--desks 2000` is a small one.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description=__doc__)
    parser.add_argument("--on", choices=("postgresql", "sqlite"), default="postgresql")
    parser.add_argument("--desks", type=int, default=100_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[4])
    parser.add_argument("--lanes", type=int, default=2, help="lanes that each worker works at once")
    parser.add_argument("--rates", type=float, nargs="*", default=[100.0], help="requests a second")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each rate lasts")
    parser.add_argument("--kill", type=float, nargs="*", default=[0.0, 30.0], help="kill a worker every so many seconds; 0: none")
    parser.add_argument("--most", type=float, default=3600.0, help="end a run of the workers after so many seconds")
    options = parser.parse_args()
    from tests.servers.postgres import a_server

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tuned = ("shared_buffers=1GB", "max_connections=200", "maintenance_work_mem=512MB", "max_wal_size=8GB", "fsync=on")
    started = a_server(*tuned) if options.on == "postgresql" else nullcontext()
    with tempfile.TemporaryDirectory() as home, started as server:
        told = {"HOME": home, "MEMBERS": "on"} | ({"DATABASE_URL": server.url, "WORKERS": "on"} if server else {})
        os.environ.update({f"SINCERELY_{name}": value for name, value in told.items()})
        return measured(options, Path(home))


def measured(options: argparse.Namespace, home: Path) -> int:
    from benchmarks.many.claiming import claim
    from benchmarks.many.filling import fill
    from benchmarks.many.scanning import scan
    from benchmarks.many.visiting import signed_in, visit

    from sincerely.desk.opened import prepare

    prepare()
    begin = time.monotonic()
    fill(options.desks)
    print(f"{options.desks:,} desks, {options.desks * 20:,} touches, filled in {time.monotonic() - begin:.0f} s", flush=True)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the measurement", flush=True)
    scan()
    people = signed_in(options.desks) if options.rates else []
    for rate in options.rates:
        visit(people, rate, options.seconds, 2)
    worst = 0
    for workers in options.workers:
        for kill in options.kill:
            found = claim(workers, options.lanes, home / f"log-{workers}-{kill}", options.most, kill or None)
            print("  " + found.told(), f"load {os.getloadavg()[0]:.1f}", flush=True)
            worst = max(worst, found.doubles + found.lost)
            again()
    return 1 if worst else 0


def again() -> None:
    """Makes due anew what was."""
    from benchmarks.many.filling import NOW

    from sincerely.desk.models import Event, Message

    Event.objects.filter(kind="sent", at__gte=NOW).delete()
    due = Message.objects.filter(not_before__gte=NOW)
    from django.db.models import F

    due.update(
        state="queued", next_attempt=F("not_before"), handed_over_at=None, claim="", claimed_at=None, attempts=0, sent_at=None
    )


if __name__ == "__main__":
    sys.exit(main())
