"""`sincerely due`: what is owed today, late first, and why."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from rich.text import Text

    from sincerely.desk.shapes import DueShape, OwedShape, ReceivedShape, TouchShape
    from sincerely.faces.cli.opening import OpenDesk

# What comes later fits on one screen; the plan shows it all.
MOST_COMING = 6
# More than a day's work of one kind is no glance any more.
MOST_LINES = 15


def due(
    everything: Annotated[bool, typer.Option("--all", help="Show every line, however many there are.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show what you owe whom today, late first, and why.

    \b
    Examples:
      sincerely due
      sincerely due --all
      sincerely due --json
    """
    from sincerely.desk.errors import NotThere
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json

    try:
        desk = opened(at)
    except NotThere:
        if as_json:
            raise
        return welcome()
    from sincerely.desk.queries.due import due as query
    from sincerely.desk.shapes import as_dict

    day = query(desk.actor, desk.now)
    if as_json:
        return print_json(as_dict(day))
    show(desk, day, sys.maxsize if everything else MOST_LINES)


def welcome() -> None:
    """What a newcomer sees: how to begin."""
    from sincerely.faces.cli.paper import console

    paper = console()
    paper.print("[bold]Sincerely[/], the follow-up desk. There is no desk here yet. To begin:\n")
    for command, words in (
        ("sincerely init", "who you are, and how you send; two minutes, no mailbox needed"),
        ("sincerely add invite.ics", "your interview, from its invite; or: sincerely add"),
        ("sincerely due", "what you owe whom today, and why"),
        ("sincerely check note.txt", "is this note ready to go? Needs no desk"),
    ):
        paper.print(f"  [bold cyan]{command:<26}[/] {words}")
    paper.print("\nIn a fresh checkout say [bold]./run[/] instead of sincerely. Nothing leaves this machine unless you send it.")


def show(desk: "OpenDesk", day: "DueShape", most: int) -> None:
    """The day on paper, at most so many lines a section; what is left out is counted."""
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.moments import spoken

    if day.clock_behind:
        section("Clock", ["It stands before what the desk did last. Nothing is sent until it is right."], "bold red")
    if day.reconciling:
        section("Restored", ["Nothing is sent until Sent has been looked through: sincerely sync."], "bold yellow")
    touches(desk, "Late", day.late, "bold red", most)
    touches(desk, "Today", day.today, "bold", most)
    section("You are asked", questions(day), "bold yellow", most)
    section("To read", [f"{row.contact_name or row.sender}: {subject(row)}: sincerely read {row.id}" for row in day.unread])
    section("Did it go?", [f"{titled(row)}. {row.trouble} sincerely settle {row.id}" for row in day.unsure], "bold yellow")
    section("Not sent", [f"{titled(row)}. {row.trouble} sincerely retry {row.id}" for row in day.failed], "bold red")
    section("Mailbox", [f"{row.address}: {row.trouble or row.sending_trouble}" for row in day.troubles], "bold red")
    section("Waiting to be sent", [f"{titled(row)} ({row.state}): sincerely send {row.id}" for row in day.waiting])
    touches(desk, "Coming", day.coming[:MOST_COMING], "bold", most, brief=True)
    talks = [f"{spoken(row.start, desk.zone, desk.now)}  {row.role or 'interview'} at {row.employer}" for row in day.interviews]
    section("Interviews to come", talks)
    if not (day.late or day.today or day.owed or day.questions or day.unread or day.unsure or day.failed):
        paper_end(day)


def paper_end(day: "DueShape") -> None:
    from rich.text import Text

    from sincerely.faces.cli.paper import put

    more = "" if day.open_applications else " Add an interview: sincerely add."
    put(Text.assemble(("Nothing is owed today.", "green"), more))


def subject(row: "ReceivedShape") -> str:
    """What a reply is about: its subject, else its first words."""
    return row.subject or " ".join(row.text.split())[:60]


def questions(day: "DueShape") -> list[str]:
    """What only the person can settle; one answer that settles several is asked for once."""
    rows = [row for row in (*day.owed, *day.questions) if row.what != "unread"]
    asked = {todo(row) or row.reason: row for row in reversed(rows)}
    return [f"{row.reason}{todo(row)}" for row in reversed(asked.values())]


def todo(row: "OwedShape") -> str:
    """The command that settles what only the person can settle."""
    commands = {
        "nature": f"sincerely confirm {row.received} human (or what it is)",
        "stop": f"sincerely stop {row.contact}, with --whole-employer if so",
        "zone": f"sincerely application {row.application} --zone Europe/Dublin (or where it is)",
        "address": f"sincerely contact {row.contact} --email ADDRESS",
        "thank-you": f"sincerely write {row.contact}, or sincerely waive {row.contact} --reason WHY",
        "answer": f"sincerely write {row.contact}",
        "acknowledge-offer": f"sincerely write {row.contact}",
    }
    return f" {commands[row.what]}" if row.what in commands else ""


def touches(desk: "OpenDesk", title: str, rows: "list[TouchShape]", style: str, most: int, brief: bool = False) -> None:
    """Planned touches, each with what calls for it; what they have in common is not said again."""
    from rich.text import Text

    from sincerely.faces.cli.paper import console, printable, put

    if not rows:
        return
    put(Text(title, style=style))
    for row in rows[:most]:
        put(line(desk, row, brief), indent=2, hanging=4)
        if not brief:
            # The plan tells every reason; the day tells the one that calls for the note.
            put(Text(printable(row.reasons[0]), style="dim"), indent=4)
            put(
                Text(
                    f"sincerely show --message {row.message}" if row.message else f"sincerely write {row.contact}", style="cyan"
                ),
                4,
            )
    left_out(len(rows) - most)
    console().print()


def line(desk: "OpenDesk", row: "TouchShape", brief: bool) -> "Text":
    """One touch: what to whom, for which job, and when."""
    from rich.text import Text

    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import printable

    best, last = spoken(row.best, desk.zone, desk.now), spoken(row.due, desk.zone, desk.now)
    when = best if brief else f"was due {last}" if row.late else f"best {best}, due {last}"
    text = Text.assemble(("! ", "red") if row.late else ("○ ", "cyan"))
    text.append(printable(titled(row)), style="bold")
    text.append(printable(f", {row.role + ' at ' if row.role else ''}{row.employer}"))
    return text.append(f"  {when}", style="dim" if brief else "")


def left_out(count: int) -> None:
    """Says how many lines a section does not show."""
    from rich.text import Text

    from sincerely.faces.cli.paper import put

    if count > 0:
        put(Text(f"… and {count} more: sincerely due --all", style="dim"), indent=2)


def section(title: str, rows: list[str], style: str = "bold", most: int = sys.maxsize) -> None:
    """A heading and a line for each row, at most so many; nothing where there are none."""
    from rich.text import Text

    from sincerely.faces.cli.paper import console, printable, put

    if not rows:
        return
    put(Text(title, style=style))
    for row in rows[:most]:
        put(Text(printable(row)), indent=2, hanging=4)
    left_out(len(rows) - most)
    console().print()
