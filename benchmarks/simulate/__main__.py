"""Whole job searches under watch: `python -m benchmarks.simulate --years 200 --seed 1`. Exit 1 where a law was broken."""

import argparse
import json
import sys
from collections.abc import Callable
from random import Random

from benchmarks.simulate.search import Search, first_day
from benchmarks.simulate.watch import Found, Watch, smallest
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


def main() -> int:
    """Runs so many simulated years and prints each kind of violation with its smallest history."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simulate", description=__doc__)
    parser.add_argument("--years", type=float, default=200, help="years of searching at one employer, summed over all searches")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same searches")
    options = parser.parse_args()
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f} of {task.total:.0f} years"),
        TimeElapsedColumn(), TimeRemainingColumn(), console=console,
    ) as progress:  # fmt: skip
        task = progress.add_task("Searching", total=options.years)
        watch, searches = simulate(options.years, options.seed, lambda years: progress.update(task, completed=years))
    for found in watch.found.values():
        show(smallest(found), watch.times[found.kind])
    kinds = len(watch.found)
    print(
        f"{options.years:g} years, {searches} searches, {watch.plans} plans, {watch.answers} answers: {kinds} kinds of violations"
    )
    return 1 if kinds else 0


def simulate(
    years: float, seed: int, report: Callable[[float], None] = lambda years: None, watch: Watch | None = None
) -> tuple[Watch, int]:
    """Lives through searches until they add up to so many years; what was found, and how many searches it took."""
    lived, number = 0.0, 0
    watch = watch or Watch(Random(seed))
    while lived < years:
        chance = Random(f"{seed}/{number}")
        lived += Search(chance, first_day(chance), watch.see, watch.ask).run() / 365.25
        number += 1
        report(min(lived, years))
    return watch, number


def show(found: Found, times: int) -> None:
    """One violation, as a person can replay it."""
    print(f"\n{found.violation.law}: {found.violation.what}\n  {times} times; smallest history:")
    print(f"  now {found.now.isoformat()}" + (f", may {' '.join(found.question)}" if found.question else ", plan"))
    print("  " + json.dumps(found.case))


if __name__ == "__main__":
    sys.exit(main())
