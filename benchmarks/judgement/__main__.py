"""Every checker's judgement of the same messages, side by side, into docs/judgement.md.

python -m benchmarks.judgement [--python OTHER/bin/python …] [--no-page]
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

from benchmarks.judgement.one import ABSENT, FOLDER

ROOT = FOLDER.parents[1]
PAGE = ROOT / "docs" / "judgement.md"
HEAD = """<!-- Written by `python -m benchmarks.judgement`: do not edit. -->

# How checkers judge follow-up messages

{messages} labelled messages to interviewers, {clean} of them as they should be
([the set and how to add a checker](../benchmarks/judgement/README.md)). One run, {date}, {cores} cores, each checker in a
process of its own. No checker but ours was made for this; ours was developed with these messages in sight. On messages
that it had never seen it finds less: [tone](tone.md), [language](language.md).

| | faulty noticed | clean left alone | faults marked | with the right name | marks in a clean message | ms of CPU a message |
|---|---|---|---|---|---|---|
"""
FOOT = """
*Faulty noticed*: at least one mark on a message with a fault. *Clean left alone*: no mark at all. *Faults marked*: of the
faults with words in the body, those that a mark touches, whatever it says. *With the right name*: of all faults, absences
included, those that are named; only a checker with such names can.
"""


@dataclass(frozen=True)
class Row:
    """One checker's figures."""

    name: str
    noticed: float
    alone: float
    marked: float
    named: float | None
    in_clean: float
    cost: float

    def __str__(self) -> str:
        named = "–" if self.named is None else f"{self.named:.2f}"
        shares = " | ".join(f"{share:.2f}" for share in (self.noticed, self.alone, self.marked))
        return f"| {self.name} | {shares} | {named} | {self.in_clean:.1f} | {self.cost:.1f} |"


def answers(checker: str, pythons: list[str]) -> list[dict[str, Any]]:
    """What a checker says of each message, and its name last; nothing where no Python has it."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    for python in pythons:
        command = [python, "-m", "benchmarks.judgement.one", checker]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != ABSENT:
            done.check_returncode()
            return [json.loads(line) for line in done.stdout.splitlines()]
    return []


def row_of(found: list[dict[str, Any]], messages: dict[str, Any]) -> Row:
    *judged, last = found
    clean = [one for one in judged if messages[one["id"]]["expect"]["verdict"] == "ready"]
    faulty = [one for one in judged if messages[one["id"]]["expect"]["verdict"] != "ready"]
    in_body, all_faults = [], []
    for one in judged:
        for must in messages[one["id"]]["expect"]["must"]:
            body = messages[one["id"]]["message"]["body"]
            places = list(places_of(must["quote"], body))
            touching = [rule for start, end, rule in one["marks"] if touches(start, end, places)]
            rules = touching if places else [rule for _, _, rule in one["marks"]]
            all_faults.append(must["rule"] in rules)
            if places:
                in_body.append(bool(touching))
    names = any(rule for one in judged for _, _, rule in one["marks"])
    return Row(
        last["name"],
        share(bool(one["marks"]) for one in faulty),
        share(not one["marks"] for one in clean),
        share(in_body),
        share(all_faults) if names else None,
        sum(len(one["marks"]) for one in clean) / len(clean),
        median(one["ms"] for one in judged),
    )


def places_of(quote: str, body: str) -> Iterator[tuple[int, int]]:
    start = body.find(quote) if quote else -1
    while start >= 0:
        yield start, start + len(quote)
        start = body.find(quote, start + 1)


def touches(start: int | None, end: int | None, places: list[tuple[int, int]]) -> bool:
    return start is not None and end is not None and any(start < stop and begin < end for begin, stop in places)


def share(told: Any) -> float:
    kept = list(told)
    return sum(kept) / len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", action="append", default=[], help="another Python that has checkers")
    parser.add_argument("--no-page", action="store_true", help="print the table only")
    options = parser.parse_args()
    lines = (FOLDER / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    messages = {row["id"]: row for row in map(json.loads, lines)}
    rows, absent = [], []
    for file in sorted((FOLDER / "checkers").glob("[!_]*.py")):
        found = answers(file.stem, [sys.executable, *options.python])
        if found:
            rows.append(row_of(found, messages))
        else:
            absent.append(file.stem.strip("_"))
    rows.sort(key=lambda row: (-row.noticed - row.alone, row.name))
    table = "\n".join(map(str, rows))
    missing = f"\nNot at hand in this run: {', '.join(absent)}.\n" if absent else ""
    print(table, missing)
    if not options.no_page:
        clean = sum(row["expect"]["verdict"] == "ready" for row in messages.values())
        date = f"{datetime.now(UTC):%-d %B %Y}"
        head = HEAD.format(messages=len(messages), clean=clean, date=date, cores=os.cpu_count())
        PAGE.write_text(head + table + "\n" + missing + FOOT, encoding="utf-8")


if __name__ == "__main__":
    main()
