"""How long each page of the web desk takes on a desk with many applications, asked over HTTP one page after the other.

Run: python benchmarks/web.py [APPLICATIONS]. Prints of each page median and 95th percentile in ms; the ratio of its median
to the same page on a desk a tenth as large; the processor time of the server, which other work on the machine stretches less, and
how many times that of a page that asks for nothing (Help); and the same where something was changed before each request.
"""

import http.client
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from due import NOW

RUNS = 40
PAGES = (
    *("/", "/applications", "/applications?as=board", "/application/3", "/interview/3", "/people", "/people/6", "/employers/3"),
    *("/write", "/write/1", "/approve/1", "/insight", "/jobs", "/add", "/help"),
    *("/settings", "/settings/policy", "/settings/words", "/settings/calendar", "/settings/keeping"),
)
FILL = """
import sys
sys.path.insert(0, {folder!r})
from due import NOW, fill
fill({count})
from sincerely.desk.access import Actor
from sincerely.desk.actions.drafts import write_draft
from sincerely.desk.actions.replies import log_received
from sincerely.proof.rulebook import only
actor = Actor(1, "Alice Example")
for number in range(1, max(2, {count} // 10)):
    words = dict(subject="Hello", body="Dear Person,", rulebook=only([]))
    write_draft(actor, number, contact=2 * number, stage="check-in", now=NOW, **words)
    log_received(actor, number, contact=2 * number, nature="human", text="We are still deciding. " * 40, now=NOW)
"""


class Served(NamedTuple):
    """A desk's port, its file, and the server's process."""

    port: int
    file: Path
    process: int

    def worked(self) -> float:
        """Milliseconds of processor time that the server has used."""
        # Linux: the clock of another process (clock_getcpuclockid).
        return 1000 * time.clock_gettime(~self.process << 3 | 2)


@contextmanager
def served(count: int) -> Iterator[Served]:
    """A desk with so many applications, served by the program itself."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SINCERELY_HOME": home, "SINCERELY_NOW": NOW.isoformat()}
        code = FILL.format(folder=str(Path(__file__).parent), count=count)
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)
        command = [sys.executable, "-m", "sincerely", "serve", "--port", "0"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            port = int(process.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0])
            yield Served(port, Path(home, "desk.sqlite3"), process.pid)
        finally:
            process.terminate()
            process.wait()


def change(file: Path) -> None:
    """Any change that another program commits."""
    with closing(sqlite3.connect(file)) as desk, desk:
        desk.execute("UPDATE desk_desk SET phone = phone || '1'")


def timed(desk: Served, changing: bool = False) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Milliseconds of each page and of the server's processor, in order; pages take turns, and the first round is not counted.

    `changing`: before each request something is changed, so that no answer that was remembered can be used.
    """
    line = http.client.HTTPConnection("127.0.0.1", desk.port)
    times: dict[str, list[float]] = {way: [] for way in PAGES}
    work: dict[str, list[float]] = {way: [] for way in PAGES}
    for turn in range(RUNS + 1):
        for way in PAGES:
            if changing:
                change(desk.file)
            busy, begin = desk.worked(), time.perf_counter()
            line.request("GET", way)
            answer = line.getresponse()
            answer.read()
            took = 1000 * (time.perf_counter() - begin)
            if answer.status != 200:
                raise SystemExit(f"{way}: {answer.status}")
            if turn:
                times[way].append(took)
                work[way].append(desk.worked() - busy)
    return ordered(times), ordered(work)


def ordered(found: dict[str, list[float]]) -> dict[str, list[float]]:
    return {way: sorted(values) for way, values in found.items()}


def told(name: str, times: dict[str, list[float]], work: dict[str, list[float]], small: dict[str, list[float]]) -> None:
    """A table of one round, and its 95th percentiles over all pages."""
    middle, slow = RUNS // 2, int(RUNS * 0.95)
    print(f"\n{name:<28}{'median':>9}{'p95':>9}{'to tenth':>9}{'cpu':>9}{'cpu p95':>9}{'to help':>9}")
    for way in PAGES:
        ratio, trivial = times[way][middle] / small[way][middle], work[way][middle] / work["/help"][middle]
        wall = f"{times[way][middle]:>7.0f}ms{times[way][slow]:>7.0f}ms{ratio:>9.2f}"
        print(f"{way:<28}{wall}{work[way][middle]:>7.0f}ms{work[way][slow]:>7.0f}ms{trivial:>8.1f}x")
    for kind, found in (("time", times), ("processor", work)):
        everything = sorted(value for values in found.values() for value in values)
        print(f"all pages, {kind}: p95 {everything[int(len(everything) * 0.95)]:.0f} ms")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{count} applications, {RUNS} requests a page, on {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with served(count // 10) as desk:
        small, _ = timed(desk)
    with served(count) as desk:
        told("unchanged", *timed(desk), small)
        told("after a change", *timed(desk, changing=True), small)


if __name__ == "__main__":
    main()
