"""Quality and cost of our quick and full tiers beside other checkers, on the sealed sets, all in one run.

   python -m benchmarks.language [--only harper --only "ours, quick"] [--peers FOLDER] [--json FILE] [--missed]

Checkers beyond our own dependencies come from a virtual environment of their own, which never touches the program's:

   python -m venv FOLDER && FOLDER/bin/pip install codespell typos symspellpy pyspellchecker
   apt-get install hunspell hunspell-en-us hunspell-en-gb aspell aspell-en

Whatever is absent is left out, with a line that says so. --missed writes the cases that our quick tier gets wrong: for whoever
keeps the sealed sets, never for those who work on the checks.
"""

import argparse
import json
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.language.figures import SETS, Answer, Figures, cases, figures, planted
from benchmarks.language.peers import CHECKERS
from rich.console import Console
from rich.table import Table

WORKER = Path(__file__).with_name("peers.py")
OURS = {"harper": "harper", "lingotweaker": "lt_py"}
MODULES = {"codespell": "codespell_lib", "typos": "typos", "symspellpy": "symspellpy", "pyspellchecker": "spellchecker"}
PROGRAMS = ("hunspell", "aspell")
PEER = "harper"


def interpreter(name: str, peers: Path | None) -> str | None:
    """The Python that runs a checker; None where the checker is absent."""
    if name.startswith("ours"):
        return sys.executable
    if name in PROGRAMS:
        return sys.executable if shutil.which(name) else None
    if name in OURS:
        return sys.executable if find_spec(OURS[name]) else None
    python = peers / "bin" / "python" if peers else None
    if not python or not python.exists():
        return None
    if name == "typos":
        return str(python) if python.with_name("typos").exists() else None
    return str(python) if subprocess.run([python, "-c", f"import {MODULES[name]}"], capture_output=True).returncode == 0 else None


def asked(name: str, python: str) -> tuple[dict[str, list[Answer]], dict[str, float]]:
    """What a checker says of all sets, and what it costs."""
    sets = {kind: cases(kind) for kind in SETS}
    lines = [json.dumps(case) for kind in SETS for case in sets[kind]]
    done = subprocess.run([python, str(WORKER), name], input="\n".join(lines), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    start, *said, end = map(json.loads, done.stdout.splitlines())
    answers = iter(said)
    told = {kind: [Answer(case, **next(answers)) for case in sets[kind]] for kind in SETS}
    return told, {**start, **end}


def table(results: dict[str, Figures]) -> Table:
    """Quality and cost, a row for each checker; cost also as a multiple of Harper's."""
    shown = Table(title="Language checks on the sealed sets")
    for column in (
        "checker",
        "misspellings: recall / F0.5 / first right",
        "alarms per 1,000 words: letters / mails",
        "wrong words: recall / precision",
        "names: found / letters disturbed",
        "CPU ms per 100 words: median / p95",
        "× Harper",
        "resident MB",
        "start s (CPU)",
    ):
        shown.add_column(column, overflow="fold")
    peer = results.get(PEER)
    for name, row in results.items():
        shown.add_row(
            name,
            f"{row.misspellings_recall:.3f} / {row.misspellings_f05:.3f} / {row.first_suggestion_right:.3f}",
            f"{row.alarms_letters:.2f} / {row.alarms_mails:.2f}",
            f"{row.words_recall:.3f} / {row.words_precision:.3f}",
            "–" if row.names_found is None else f"{row.names_found:.3f} / {row.names_alarms}",
            f"{row.ms_median:.2f} / {row.ms_p95:.2f}",
            f"{row.ms_median / peer.ms_median:.2f}" if peer else "–",
            f"{row.resident_mb:.0f}",
            f"{row.start_s:.2f} ({row.start_cpu_s:.2f})",
        )
    return shown


def missed(told: dict[str, list[Answer]]) -> list[dict[str, Any]]:
    """Cases that were not answered as they should be, each with what was said."""
    wrong = []
    for kind, answers in told.items():
        for answer in answers:
            hits = [{**hit, "quote": answer.text[hit["start"] : hit["end"]]} for hit in answer.hits]
            if kind in ("misspellings", "words"):
                found, others, right = planted([answer])
                good = found and right and not others
            elif kind == "names":
                good = any(hit["rule"].startswith("language/") for hit in hits)
            else:
                good = not hits
            if not good:
                wrong.append({"set": kind, "case": answer.case["id"], "text": answer.text, "hits": hits})
    return wrong


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks.language")
    options.add_argument("--only", action="append", choices=list(CHECKERS), help="Ask only these.")
    options.add_argument("--peers", type=Path, help="The virtual environment of the other checkers.")
    options.add_argument("--json", type=Path, help="Write all figures to this file.")
    options.add_argument("--missed", type=Path, help="Write what our quick tier gets wrong to this file.")
    chosen = options.parse_args()
    console = Console()
    results: dict[str, Figures] = {}
    with console.status("…") as status:
        for name in chosen.only or CHECKERS:
            python = interpreter(name, chosen.peers)
            if python is None:
                console.print(
                    f"{name} is not installed, so it is left out; how to install it: python -m benchmarks.language --help"
                )
                continue
            status.update(name)
            told, cost = asked(name, python)
            results[name] = figures(told, cost, name.startswith("ours"))
            if chosen.missed and name == "ours, quick":
                chosen.missed.write_text(json.dumps(missed(told), ensure_ascii=False, indent=1), encoding="utf-8")
    console.print(table(results))
    machine = f"{platform.machine()}, {platform.python_implementation()} {platform.python_version()}"
    console.print(f"{datetime.now(UTC):%Y-%m-%d}, {machine}; CPU is that of all processes and threads.")
    if chosen.json:
        data = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "machine": machine}
        rows = {name: row.as_data() for name, row in results.items()}
        chosen.json.write_text(json.dumps({**data, "checkers": rows}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
