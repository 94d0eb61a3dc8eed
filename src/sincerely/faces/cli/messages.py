"""A message on paper: to whom, its words with marks, the gate, and what can be done with it now."""

from typing import TYPE_CHECKING

from rich.text import Text

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.faces.cli.moments import spoken
from sincerely.faces.cli.paper import console, printable, put
from sincerely.faces.cli.reports import print_report
from sincerely.terms import Channel, Stage

if TYPE_CHECKING:
    from sincerely.desk.shapes import GateShape, MessageShape, TouchShape
    from sincerely.faces.cli.opening import OpenDesk
    from sincerely.proof.finding import Report
    from sincerely.proof.letter import Letter

# What a person may do next, by state.
NEXT = {
    "draft": "sincerely approve {id}, or sincerely edit {id}",
    "approved": "sincerely send {id}, or sincerely edit {id}",
    "queued": "sincerely send {id}, or sincerely discard {id}",
    "unsure": "sincerely settle {id} --went or --not-gone",
    "failed": "sincerely retry {id}",
}


def print_message(desk: "OpenDesk", message: "MessageShape", letter: "Letter", report: "Report", gate: "GateShape") -> None:
    """Everything about one message, in the order in which a person decides."""
    head(message)
    print_report(letter, report)
    if message.state == "sent":
        return
    if gate.open:
        put(Text("It may go now.", style="green"))
    else:
        when = f" From {spoken(gate.next_allowed, desk.zone, desk.now)}." if gate.next_allowed else ""
        put(Text.assemble(("Before it goes: ", "yellow"), printable(" ".join(gate.reasons) + when)), hanging=2)
    todo = NEXT.get(message.state)
    if todo:
        put(Text.assemble("Next: ", (todo.format(id=message.id), "cyan")))


def head(message: "MessageShape") -> None:
    """Number, stage, addressee and state."""
    put(Text.assemble((f"{message.id}  ", "dim"), (printable(titled(message)), "bold"), f", {message.state}"), hanging=2)
    for name, value in (("To", message.to), ("Cc", ", ".join(message.cc)), ("Bcc", ", ".join(message.bcc))):
        if value and message.channel in ("email", "text"):
            put(Text.assemble((f"{name}: ", "dim"), printable(value)), indent=2, hanging=4)
    for file in message.attachments:
        put(Text(printable(f"with {file['name']} ({file['size']:,} bytes)"), style="dim"), indent=2)
    console().print()


def titled(row: "MessageShape | TouchShape") -> str:
    """What goes to whom, and how: `thank-you to Jo Park by e-mail`."""
    return f"{STAGES[Stage(row.stage)]} to {row.contact_name} by {CHANNELS[Channel(row.channel)]}"
