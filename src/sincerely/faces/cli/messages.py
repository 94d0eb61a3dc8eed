"""A message on paper: to whom, its words with marks, the gate, and what can be done with it now."""

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from sincerely.faces.cli.moments import spoken
from sincerely.faces.cli.paper import console, escape
from sincerely.faces.cli.reports import print_report, printable

if TYPE_CHECKING:
    from sincerely.desk.shapes import GateShape, MessageShape
    from sincerely.faces.cli.opening import OpenDesk
    from sincerely.proof import Letter, Report

# What a person may do next, by state.
NEXT = {
    "draft": "sincerely edit {id}   ·   sincerely approve {id}",
    "approved": "sincerely send {id}   ·   sincerely edit {id}",
    "queued": "sincerely send   ·   sincerely discard {id}",
    "unsure": "sincerely settle {id} --went or --not-gone",
    "failed": "sincerely retry {id}",
}


def print_message(desk: "OpenDesk", message: "MessageShape", letter: "Letter", report: "Report", gate: "GateShape") -> None:
    """Everything about one message, in the order in which a person decides."""
    paper = console()
    head(message)
    print_report(letter, report)
    if gate.open:
        paper.print("[green]The gate is open:[/] it may go now." if message.state == "draft" else "[green]The gate is open.[/]")
    else:
        paper.print("[yellow]Before it goes:[/] " + escape(" ".join(gate.reasons)))
        if gate.next_allowed:
            paper.print(f"  From {spoken(gate.next_allowed, desk.zone, desk.now)}.")
    todo = NEXT.get(message.state)
    if todo:
        paper.print(f"[cyan]{todo.format(id=message.id)}[/]")


def head(message: "MessageShape") -> None:
    """Number, stage, addressee and state."""
    paper = console()
    title = Text(f"{message.id}  ", style="dim") + Text(printable(f"{message.stage} to {message.contact_name}"), style="bold")
    title.append(f" by {message.channel}, {message.state}")
    paper.print(title)
    for name, value in (("To", message.to), ("Cc", ", ".join(message.cc)), ("Bcc", ", ".join(message.bcc))):
        if value and message.channel in ("email", "text"):
            paper.print(Padding(Text(f"{name}: ", style="dim") + Text(printable(value)), (0, 0, 0, 2), expand=False))
    for file in message.attachments:
        paper.print(
            Padding(Text(printable(f"with {file['name']} ({file['size']:,} bytes)"), style="dim"), (0, 0, 0, 2), expand=False)
        )
    paper.print()
