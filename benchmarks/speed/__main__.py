"""`python -m benchmarks speed`: times, growth and memory of a check, beside peers in the same run; writes docs/benchmarks.md."""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.speed.checkers import CHECKERS, NAMES
from benchmarks.speed.letters import letters
from benchmarks.speed.plots import plot

ROOT = Path(__file__).resolve().parents[2]
PAGE, PICTURE = ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "pictures" / "benchmarks-growth.svg"
ROUNDS = 5
HEAD = """<!-- Written by `python -m benchmarks speed`: do not edit. -->

# Benchmarks

`python -m benchmarks` lists every part and what it measures; other pages quote theirs. This one is how long a check takes.

One run, {date}, {cores} cores, load {load:.1f}; times are of the processor. {letters} e-mails of the project's own
corpus, {words:.0f} words on average, each checker in a process of its own. Ratios within the run tell more than the times.

| | ready, ms | a letter, median ms | p95 ms | letters a second, one core | after one key, ms | of a full check | memory, MB |
|---|---|---|---|---|---|---|---|
"""
FOOT = """
*After one key*: a letter that was just checked, with one letter more in the middle of a word (median), and what that is of our
full check of a letter. Tone and the engines of others remember what they read sentence by sentence.

The whole command, from nothing to the verdict on one letter (`sincerely check`, wall clock, median of {rounds}): {cold:.2f} s;
a bare Python starts in {bare:.2f} s. Many letters by `sincerely check --batch` on all {cores} cores: {many:.0f} letters a
second, start included, for {count} letters.

## How it grows

![Time by length of the text, both on logarithmic scales](pictures/benchmarks-growth.svg)

| words | {names} |
|---|{rules}
{rows}
"""


def measured(name: str) -> dict[str, Any] | None:
    """One checker's figures; None where it is not installed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "benchmarks.speed.one", name]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if "ModuleNotFoundError" in done.stderr:
        return None
    done.check_returncode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def wall(command: list[str]) -> float:
    """The median of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2]


def many(cores: int) -> tuple[float, int]:
    """Letters a second of the whole command, and how many there were."""
    rows = [{**letter, "id": f"{turn}-{letter['id']}"} for turn in range(5) for letter in letters()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(map(json.dumps, rows)))
        file.flush()
        command = [sys.executable, "-m", "sincerely", "check", "--batch", file.name, "--jobs", str(cores)]
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return len(rows) / (time.perf_counter() - start), len(rows)


def at(growth: dict[str, float], size: int) -> str:
    return f"{growth[str(size)]:,.1f} ms" if str(size) in growth else "–"


def main() -> None:
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    found = {name: figures for name in CHECKERS if (figures := measured(name))}
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as note:
        note.write(letters()[0]["message"]["body"])
        note.flush()
        cold = wall([sys.executable, "-m", "sincerely", "check", note.name])
    bare = wall([sys.executable, "-c", ""])
    rate, count = many(cores)
    words = next(iter(found.values()))["words"]
    lines = [
        f"| {NAMES[name]} | {row['load']:.0f} | {row['median']:.1f} | {row['p95']:.1f} | {row['rate']:.0f} | "
        f"{row['key']:.1f} | {row['key'] / found['full']['median']:.0%} | {row['memory']:.0f} |"
        for name, row in found.items()
    ]
    sizes = sorted({int(size) for row in found.values() for size in row["growth"]})
    rows = [
        f"| {size:,} | "
        + " | ".join(f"{row['growth'][str(size)]:,.1f} ms" if str(size) in row["growth"] else "–" for row in found.values())
        + " |"
        for size in sizes
    ]
    PICTURE.write_text(
        plot(
            "Time of a check by the length of the text",
            "words",
            "milliseconds",
            {
                NAMES[name].split(" (")[0]: {int(size): time for size, time in row["growth"].items()}
                for name, row in found.items()
            },
        ),
        encoding="utf-8",
    )
    date = f"{datetime.now(UTC):%-d %B %Y}"
    head = HEAD.format(date=date, cores=cores, load=load, letters=len(letters()) - 20, words=words)
    names, rules = " | ".join(NAMES[name].split(" (")[0] for name in found), "---|" * len(found)
    foot = FOOT.format(
        rounds=ROUNDS, cold=cold, bare=bare, cores=cores, many=rate, count=count, names=names, rules=rules, rows="\n".join(rows)
    )
    PAGE.write_text(head + "\n".join(lines) + "\n" + foot, encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
