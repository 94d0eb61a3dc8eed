"""Records the program at work: `python docs/record.py` runs real commands on a fresh desk and writes docs/pictures/*.svg."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

DOCS = Path(__file__).resolve().parent
COLUMNS = 104


@dataclass(frozen=True)
class Line:
    """One command of a recording: what is typed, the moment at which it is typed, and what is fed to it."""

    words: str
    now: str
    typed: str = ""
    shown: bool = True


def record(name: str, title: str, lines: list[Line], home: Path) -> None:
    """Runs the commands one after the other and saves what a person would have seen."""
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"), force_terminal=True)  # noqa: SIM115
    for line in lines:
        command = [sys.executable, "-m", "sincerely", *line.words.split("|")]
        environment = {
            **os.environ,
            "SINCERELY_HOME": str(home),
            "SINCERELY_NOW": line.now,
            "FORCE_COLOR": "1",
            "COLUMNS": str(COLUMNS),
            "TERM": "xterm-256color",
        }
        done = subprocess.run(command, env=environment, input=line.typed, capture_output=True, text=True, check=False, cwd=DOCS)
        if done.returncode >= 64:
            raise SystemExit(f"{line.words}: {done.stderr}")
        if line.shown:
            spoken = " ".join(f'"{word}"' if " " in word else word for word in line.words.split("|"))
            console.print(Text("$ ", style="bold green") + Text(f"sincerely {spoken}", style="bold"))
            console.print(Text.from_ansi(done.stdout.rstrip()))
            console.print()
    (DOCS / "pictures").mkdir(exist_ok=True)
    console.save_svg(str(DOCS / "pictures" / f"{name}.svg"), title=title)


def main() -> None:
    from story import PICTURES

    for name, (title, lines) in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            record(name, title, [Line(*line) for line in lines], Path(home))


if __name__ == "__main__":
    main()
