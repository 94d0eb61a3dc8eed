"""`sincerely due`: what is owed today, late first, and why."""

from typing import TYPE_CHECKING

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from rich.text import Text

    from sincerely.desk.shapes import DueShape, TouchShape
    from sincerely.faces.cli.opening import OpenDesk


def due(as_json: Json = False, at: Now = None) -> None:
    """Show what you owe whom today, late first, and why.

    \b
    Examples:
      sincerely due
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
    show(desk, day)


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


def show(desk: "OpenDesk", day: "DueShape") -> None:
    """The day on paper."""
    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import console, escape

    paper = console()
    touches(desk, "Late", day.late, "bold red")
    touches(desk, "Today", day.today, "bold")
    section("You are asked", [f"{row.reason}" for row in (*day.owed, *day.questions)], "bold yellow")
    section(
        "To read",
        [f"{row.contact_name or row.sender}: {row.subject or row.text[:60]}   sincerely read {row.id}" for row in day.unread],
    )
    section(
        "Did it go?",
        [f"{row.stage} to {row.contact_name}: {row.trouble}   sincerely settle {row.id}" for row in day.unsure],
        "bold yellow",
    )
    section(
        "Not sent",
        [f"{row.stage} to {row.contact_name}: {row.trouble}   sincerely retry {row.id}" for row in day.failed],
        "bold red",
    )
    section("Mailbox", [f"{row.address}: {row.trouble}" for row in day.troubles], "bold red")
    section("Waiting to be sent", [f"{row.stage} to {row.contact_name} ({row.state})" for row in day.waiting])
    touches(desk, "Coming", day.coming[:6], "bold", brief=True)
    talks = [f"{spoken(row.start, desk.zone, desk.now)}  {row.role or 'interview'} at {row.employer}" for row in day.interviews]
    section("Interviews to come", talks)
    if not (day.late or day.today or day.owed or day.questions or day.unread or day.unsure or day.failed):
        paper.print("[green]Nothing is owed today.[/] " + escape(rest(day)))


def rest(day: "DueShape") -> str:
    if not day.open_applications:
        return "Add an interview: sincerely add."
    return "The next note is listed above." if day.coming else ""


def touches(desk: "OpenDesk", title: str, rows: "list[TouchShape]", style: str, brief: bool = False) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from sincerely.faces.cli.paper import console

    if not rows:
        return
    paper = console()
    paper.print(Text(title, style=style))
    for row in rows:
        paper.print(Padding(line(desk, row, brief), (0, 0, 0, 2), expand=False))
        if not brief:
            for reason in row.reasons:
                paper.print(Padding(Text(reason, style="dim"), (0, 0, 0, 6), expand=False))
    paper.print()


def line(desk: "OpenDesk", row: "TouchShape", brief: bool) -> "Text":
    """One touch: what to whom, when, and the command that does it."""
    from rich.text import Text

    from sincerely.faces.cli.moments import spoken

    text = Text("! " if row.late else "○ ", style="red" if row.late else "cyan")
    text.append(f"{row.stage} to {row.contact_name}", style="bold")
    text.append(f" by {row.channel}, {row.role + ' at ' if row.role else ''}{row.employer}")
    if brief:
        return text.append(f"  {spoken(row.best, desk.zone, desk.now)}", style="dim")
    text.append(f"\n  best {spoken(row.best, desk.zone, desk.now)}, due {spoken(row.due, desk.zone, desk.now)}", style="dim")
    todo = f"sincerely write {row.contact}" if row.message is None else f"sincerely show --message {row.message}"
    return text.append(f"   {todo}", style="cyan")


def section(title: str, rows: list[str], style: str = "bold") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from sincerely.faces.cli.paper import console
    from sincerely.faces.cli.reports import printable

    if not rows:
        return
    paper = console()
    paper.print(Text(title, style=style))
    for row in rows:
        paper.print(Padding(Text(printable(" ".join(row.split()))), (0, 0, 0, 2), expand=False))
    paper.print()
