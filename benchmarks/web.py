"""How long each page of the web desk takes on a desk with many applications, asked over HTTP one page after the other.

Run: python benchmarks/web.py [APPLICATIONS]. Prints the median and the 95th percentile of each page in ms, the ratio of its
median to the same page on a desk a tenth as large, and the same times where something was changed before each request.
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

from due import NOW

RUNS = 40
PAGES = (
    *("/", "/applications", "/applications?view=table", "/application/3", "/interview/3", "/people", "/people/6", "/employers/3"),
    *(
        "/write",
        "/write/1",
        "/insight",
        "/settings",
        "/settings/policy",
        "/settings/calendar",
        "/settings/keeping",
        "/add",
        "/help",
    ),
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


@contextmanager
def served(count: int) -> Iterator[tuple[int, Path]]:
    """A desk with so many applications, served by the program itself: the port, and the desk's file."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SINCERELY_HOME": home, "SINCERELY_NOW": NOW.isoformat()}
        code = FILL.format(folder=str(Path(__file__).parent), count=count)
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)
        command = [sys.executable, "-m", "sincerely", "serve", "--port", "0"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            yield int(process.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0]), Path(home, "desk.sqlite3")
        finally:
            process.terminate()
            process.wait()


def change(file: Path) -> None:
    """Any change that another program commits."""
    with closing(sqlite3.connect(file)) as desk, desk:
        desk.execute("UPDATE desk_desk SET phone = phone || '1'")


def timed(port: int, file: Path, changing: bool = False) -> dict[str, list[float]]:
    """Milliseconds of each page, in order; the pages take turns, and the first round is not counted.

    `changing`: before each request something is changed, so that nothing that was worked out before can be used.
    """
    line = http.client.HTTPConnection("127.0.0.1", port)
    times: dict[str, list[float]] = {way: [] for way in PAGES}
    for turn in range(RUNS + 1):
        for way in PAGES:
            if changing:
                change(file)
            begin = time.perf_counter()
            line.request("GET", way)
            answer = line.getresponse()
            answer.read()
            took = 1000 * (time.perf_counter() - begin)
            if answer.status != 200:
                raise SystemExit(f"{way}: {answer.status}")
            if turn:
                times[way].append(took)
    return {way: sorted(found) for way, found in times.items()}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with served(count // 10) as desk:
        small = timed(*desk)
    with served(count) as desk:
        large, changed = timed(*desk), timed(*desk, changing=True)
    middle, slow = RUNS // 2, int(RUNS * 0.95)
    print(f"{count} applications, {RUNS} requests a page, on {os.cpu_count()} cores\n")
    print(f"{'page':<28}{'median':>9}{'p95':>9}{f'to {count // 10}':>9}   after a change, median and p95")
    for way in PAGES:
        ratio = large[way][middle] / small[way][middle]
        print(
            f"{way:<28}{large[way][middle]:>7.0f}ms{large[way][slow]:>7.0f}ms{ratio:>9.2f}"
            f"{changed[way][middle]:>10.0f}ms{changed[way][slow]:>7.0f}ms"
        )
    for name, times in (("unchanged", large), ("after a change", changed)):
        everything = sorted(took for found in times.values() for took in found)
        print(f"all pages, {name}: p95 {everything[int(len(everything) * 0.95)]:.0f} ms")


if __name__ == "__main__":
    main()
