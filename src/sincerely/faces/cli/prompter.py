"""A script on the terminal: its lines with their times, the one that is due lit up, and a voice to hear it by."""

import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from sincerely.faces.cli.paper import console, printable, put
from sincerely.proof.script import Line
from sincerely.terms import Channel

if TYPE_CHECKING:
    from rich.text import Text

# A voicemail is good at 20 to 30 seconds; an opener of a call should end within a minute (docs/rules.md, brevity/spoken-time).
GOOD = {Channel.VOICEMAIL: "20 to 30 seconds are good", Channel.CALL: "up to a minute is good"}
BEAT = 0.1


def show(title: str, lines: Sequence[Line], pace: float, channel: Channel) -> None:
    """The whole script, with the second at which each line begins."""
    from rich.text import Text

    seconds = round(lines[-1].ends) if lines else 0
    put(Text(title, style="bold"))
    put(Text(f"About {seconds} seconds at {pace:.0f} words a minute; {GOOD[channel]}."))
    typer.echo()
    for line in lines:
        put(Text(f"{clock(line.begins):>5}  {printable(line.words)}"), hanging=7)


def run(lines: Sequence[Line], now: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
    """Runs through the script in real time; Ctrl-C ends it."""
    from rich.live import Live

    began = now()
    end = lines[-1].ends if lines else 0.0
    with Live(console=console(), auto_refresh=False, transient=True) as paper:
        while (passed := now() - began) < end:
            paper.update(lit(lines, passed), refresh=True)
            sleep(BEAT)


def lit(lines: Sequence[Line], passed: float) -> "Text":
    """The script as it looks at one moment: what was said dim, what is due bold with a mark, what is to come plain."""
    from rich.text import Text

    end = lines[-1].ends
    drawn = Text(f"{clock(passed):>5}  of {clock(end)}\n\n")
    for line in lines:
        due = line.begins <= passed < line.ends
        style = "bold" if due else "dim" if line.ends <= passed else ""
        drawn.append(f"{'▶' if due else ' '}  {printable(line.words)}\n", style=style)
    return drawn


def clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def say(text: str, pace: float) -> None:
    """Says the script with espeak-ng, a program of its own; a line tells where there is none."""
    voice = shutil.which("espeak-ng")
    if voice is None:
        typer.echo("\nThere is no voice here. Install one: sudo apt-get install espeak-ng (or brew install espeak-ng).")
        return
    try:
        # The words go in on standard input, never as an argument.
        command = [voice, "-s", f"{pace:.0f}", "--stdin"]
        subprocess.run(command, input=text.encode(errors="replace"), check=True, capture_output=True, timeout=600)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        typer.echo("\nespeak-ng could not speak: is there a sound device?")
