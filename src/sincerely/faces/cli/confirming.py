"""One key says what a reply is, where the desk is not sure or much follows from it."""

import sys
from typing import TYPE_CHECKING

import click
import typer

if TYPE_CHECKING:
    from sincerely.desk.shapes import ReceivedShape
    from sincerely.faces.cli.opening import OpenDesk

KEYS = {
    "r": "rejection",
    "o": "offer",
    "s": "stop",
    "q": "question",
    "h": "human",
    "w": "on-hold",
    "a": "away",
    "b": "bounce",
    "m": "automatic",
}
YES, LATER = "y", ("\r", "\n", " ", "\x1b", "l")


def can_ask() -> bool:
    """True where a person sits at the terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_nature(row: "ReceivedShape") -> str:
    """The nature that one key names; empty where the person wants to say it later."""
    others = ", ".join(f"{key} {nature}" for key, nature in KEYS.items() if nature != row.nature)
    typer.echo(f"Is it: {row.nature}? Press y for yes, or {others}; Enter for later.", err=True)
    while True:
        key = click.getchar().lower()
        if key in LATER:
            return ""
        if key == YES:
            return row.nature
        if key in KEYS:
            return KEYS[key]


def settle(desk: "OpenDesk", row: "ReceivedShape") -> "ReceivedShape | None":
    """Asks by one key and keeps the answer; None where it was left for later."""
    from sincerely.desk.actions.replies import confirm_nature

    nature = ask_nature(row)
    return confirm_nature(desk.actor, row.id, nature, now=desk.now) if nature else None
