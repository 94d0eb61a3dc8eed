"""How long a person waits: `python -m benchmarks.start`. Whole processes, beside a bare Python in the same run; medians."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sincerely.proof import Rulebook, proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import every_rule, only, rule_ids

ROUNDS = 9
# The rules that need neither the tone model nor a language engine.
TONAL = ("pressure", "hostility", "register", "forward", "desperation", "oversharing", "filler")
ENGINELESS = tuple(rule for rule in rule_ids() if not any(word in rule for word in TONAL))
COLD = (
    "import sys; from sincerely.proof import *; from sincerely.proof.rulebook import only; from sincerely.terms import *; "
    "letter = Letter(Channel.EMAIL, Stage.THANK_YOU, open(sys.argv[1]).read()); "
    f"print(proofread(letter, only({ENGINELESS!r})))"
)
CASES = Path(__file__).resolve().parents[2] / "shared" / "cases" / "dev.jsonl"
NOTE = (
    "Dear Ms Okafor,\n\nThank you for showing me the bakery on Monday. I liked how the night team plans its batches, and my six "
    "years at a stone oven would let me help with the rye from the first week.\n\nI would be glad to join you. "
    "If another talk would help, any morning suits me.\n\nKind regards,\nLena Brandt\n01632 960 111\n"
)


def whole(command: list[str], **environment: str) -> float:
    """Seconds on the wall for one process."""
    start = time.perf_counter()
    subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False, input=b"")
    return time.perf_counter() - start


def warm(book: Rulebook) -> tuple[float, int]:
    """Median milliseconds of CPU for one letter with everything loaded, and over how many letters."""
    lines = CASES.read_text(encoding="utf-8").splitlines() if CASES.exists() else [json.dumps({"message": {"body": NOTE}})] * 60
    letters = [read_letter(json.loads(line)) for line in lines]
    spent = []
    for letter in letters * 3:
        start = time.process_time()
        proofread(letter, book)
        spent.append((time.process_time() - start) * 1000)
    return statistics.median(spent[len(letters) :]), len(letters)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        note.write_text(NOTE)
        python = [sys.executable]
        commands = {
            "python -c pass (peer)": [*python, "-c", "pass"],
            "sincerely --help": [*python, "-m", "sincerely", "--help"],
            "sincerely check note.txt, cold": [*python, "-m", "sincerely", "check", str(note)],
            "the engineless rules, cold": [*python, "-c", COLD, str(note)],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                seconds[name].append(whole(command, SINCERELY_HOME=folder))
    table = Table("what", "median", "least", "most", "times the peer")
    peer = statistics.median(next(iter(seconds.values())))
    for name, rounds in seconds.items():
        median = statistics.median(rounds)
        table.add_row(name, f"{median:.3f} s", f"{min(rounds):.3f} s", f"{max(rounds):.3f} s", f"{median / peer:.1f}")
    for name, book in (("all rules", Rulebook(every_rule(), load_senses())), ("engineless rules", only(ENGINELESS))):
        milliseconds, count = warm(book)
        table.add_row(f"one letter, warm, {name} (CPU, {count} letters)", f"{milliseconds:.2f} ms", "", "", "")
    Console().print(table)


if __name__ == "__main__":
    main()
