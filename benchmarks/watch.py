"""Sweeping what is under watch: `python -m benchmarks.watch --on sqlite`. Exit 1 where a page is fetched twice or a host hurried.

10,000 pages on 400 hosts are swept by 4 processes that share one desk and a clock of their own; the network is simulated.
One host in ten asks for 20 seconds between two requests; one page in fifty asks for a pause, and is then left alone for it.
"""

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

POSTINGS, HOSTS, WORKERS = 10_000, 400, 4
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
# The sweep is over when every page had its turn: 25 pages a host, 20 seconds apart at most, and robots.txt before.
SLOW_HOST, BUSY_PAGE, SLOW, ORDINARY = 10, 50, 20.0, 10.0
FORKED = multiprocessing.get_context("fork")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.watch", description=__doc__)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--postings", type=int, default=POSTINGS)
    parser.add_argument("--hosts", type=int, default=HOSTS)
    options = parser.parse_args()
    from tests.servers.postgres import postgres

    with tempfile.TemporaryDirectory() as home, postgres() if options.on == "postgresql" else nullcontext() as url:
        os.environ.update({"SINCERELY_HOME": home, **({"SINCERELY_DATABASE_URL": url} if url else {})})
        hear, tell = FORKED.Pipe(False)
        process = FORKED.Process(target=swept, args=(tell, Path(home), options.postings, options.hosts))
        process.start()
        found = {"database": options.on, **hear.recv()}
        process.join()
    print(json.dumps(found))
    sound = found["fetched_twice"] == found["hosts_hurried"] == found["never_fetched"] == 0
    return 0 if sound and found["kept"] == found["read"] else 1


def swept(tell: Any, home: Path, postings: int, hosts: int) -> None:
    """Builds the desk, sweeps it once, and tells what happened."""
    from sincerely.desk.opened import prepare

    prepare()
    build(postings, hosts)
    from django.db import connections

    connections.close_all()
    seconds = FORKED.Value("d", 0.0)
    round_over = FORKED.Barrier(WORKERS)
    last = (postings // hosts + 4) * SLOW
    begun = time.monotonic()
    workers = [FORKED.Process(target=work, args=(home / f"log-{n}", seconds, round_over, last)) for n in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    tell.send(judged(home, postings) | {"seconds": round(time.monotonic() - begun, 1), "virtual_seconds": last})


def build(postings: int, hosts: int) -> None:
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.models import Watch

    actor = start_desk(name="Alice Archer", email="alice@archer.example", background="Night nurse with a rota", now=NOW)
    rows = []
    for number in range(postings):
        host = f"host-{number % hosts}.example"
        rows.append(Watch(desk_id=actor.desk, address=f"https://{host}/jobs/{number}", host=host, added_at=NOW, next_at=NOW))
    Watch.objects.bulk_create(rows, batch_size=500)


def work(log: Path, seconds: Any, round_over: Any, last: float) -> None:
    """One worker: all that is due at a moment, then the next moment, together with the others."""
    from sincerely.desk.loops.boards import tick

    with log.open("w") as lines:

        def ask(address: str, known: object, seconds_left: float) -> Any:
            lines.write(f"{seconds.value} {address}\n")
            return answer(address)

        while seconds.value < last:
            now = NOW + timedelta(seconds=seconds.value)
            while tick(now, ask):
                pass
            if round_over.wait() == 0:
                seconds.value += 1.0
            round_over.wait()


def answer(address: str) -> Any:
    """What the simulated web says."""
    from sincerely.watch.answer import Answer

    parts = urlsplit(address)
    if parts.path == "/robots.txt":
        slow = is_slow(parts.netloc)
        return Answer(address, f"User-agent: *\nCrawl-delay: {SLOW:.0f}\n".encode() if slow else b"", "text/plain")
    number = int(parts.path.rpartition("/")[2])
    if number % BUSY_PAGE == 0:
        return Answer(address, status=429, retry_after="86400")
    job = {
        "@type": "JobPosting",
        "title": f"Nurse {number}",
        "identifier": str(number),
        "hiringOrganization": {"name": f"Employer {number}"},
        "description": "You plan the rota of the night. " * 20,
    }
    return Answer(address, f'<script type="application/ld+json">{json.dumps(job)}</script>'.encode(), "text/html")


def is_slow(host: str) -> bool:
    return int(host.split("-")[1].split(".")[0]) % SLOW_HOST == 0


def judged(home: Path, postings: int) -> dict[str, Any]:
    """What the logs of all workers say together."""
    from sincerely.desk.models import Watched

    requests = sorted((float(at), address) for log in home.glob("log-*") for at, address in map(str.split, log.open()))
    counts = Counter(address for _, address in requests)
    pages = sum(not address.endswith("/robots.txt") for address in counts)
    last: dict[str, float] = {}
    hurried = set()
    for at, address in requests:
        host = urlsplit(address).netloc
        if host in last and at - last[host] < (SLOW if is_slow(host) else ORDINARY):
            hurried.add(host)
        last[host] = at
    workers = sum(1 for log in home.glob("log-*") if log.stat().st_size)
    return {
        "watched": postings,
        "requests": len(requests),
        "workers_that_asked": workers,
        "fetched_twice": sum(count > 1 for count in counts.values()),
        "never_fetched": postings - pages,
        "hosts_hurried": len(hurried),
        "read": postings - sum(number % BUSY_PAGE == 0 for number in range(postings)),
        "kept": Watched.objects.filter(closed_at=None).count(),
    }


if __name__ == "__main__":
    sys.exit(main())
