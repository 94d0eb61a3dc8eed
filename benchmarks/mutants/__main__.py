"""Do the tests notice? `python -m benchmarks.mutants --sample 400 --seed 1` plants faults in the planner, one by one.

A fault is killed where a test fails, hangs or crashes; it survives where all tests that reach it pass. Exit 1 below 85 %.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random

from benchmarks.mutants.faults import Fault, faults
from benchmarks.mutants.trial import on_trial
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

ROOT = Path(__file__).resolve().parents[2]
CADENCE = ROOT / "src" / "sincerely" / "cadence"
PLANNER = ("planner", "workdays", "zones", "touches", "grounds", "obligations", "moments", "matter", "history", "owed", "bars/*")
# Left out: tests of whole searches, which take minutes for each fault, and of what is no part of the planner.
LEFT_OUT = ("test_laws", "test_simulation", "test_the_checker", "test_promise", "test_everywhere", "test_faults")
AIM = 0.85


def main() -> int:
    """Tries a sample of the faults and prints those that no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", default=PLANNER, help="modules of cadence, such as workdays or bars/*")
    parser.add_argument("--sample", type=int, default=400, help="how many faults are tried; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same faults")
    options = parser.parse_args()
    files = [file for module in options.modules for file in sorted(CADENCE.glob(f"{module}.py"))]
    every = [fault for file in files for fault in faults(file)]
    chosen = Random(options.seed).sample(every, min(options.sample, len(every))) if options.sample else every
    tests = [str(file) for file in sorted((ROOT / "tests" / "cadence").glob("test_*.py")) if not file.name.startswith(LEFT_OUT)]
    verdicts: list[tuple[Fault, bool]] = []
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as progress:  # fmt: skip
        task = progress.add_task("Faults", total=len(chosen))

        def judged(fault: Fault, killed: bool) -> None:
            verdicts.append((fault, killed))
            progress.advance(task)

        on_trial(sorted(chosen, key=lambda fault: fault[:5]), tests, ROOT, judged)
    if len(verdicts) < len(chosen):
        print("The tests fail before any fault is planted: mend them first.", file=sys.stderr)
        return 2
    return report(verdicts, len(every))


def report(verdicts: list[tuple[Fault, bool]], possible: int) -> int:
    """Prints the survivors and the sums."""
    for fault, killed in verdicts:
        if not killed:
            print(f"{fault.file.relative_to(CADENCE)}:{fault.line} {fault.function}: {fault.before}  →  {fault.after}")
    tried, found = Counter(fault.file for fault, _ in verdicts), Counter(fault.file for fault, killed in verdicts if killed)
    for file in tried:
        print(f"{file.relative_to(CADENCE)!s:22} {found[file]:4} of {tried[file]:4}  {found[file] / tried[file]:6.1%}")
    total = found.total() / tried.total()
    print(f"{found.total()} of {tried.total()} faults killed ({total:.1%}), of {possible} possible")
    return 0 if total >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
