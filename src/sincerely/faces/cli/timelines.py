"""A timeline in the terminal."""

from datetime import datetime

from rich.text import Text

from sincerely.cadence import Case, Plan
from sincerely.cadence.timeline import Entry, Kind, called, clocks, home, moment, timeline
from sincerely.cadence.workdays import Place
from sincerely.faces.cli.paper import printable, put

SIGNS = {
    Kind.HAPPENED: ("·", "dim"),
    Kind.INTERVIEW: ("◆", "bold"),
    Kind.SENT: ("✓", "green"),
    Kind.RECEIVED: ("←", "magenta"),
    Kind.NOW: ("▶", "bold cyan"),
    Kind.PROMISED: ("◇", "magenta"),
    Kind.CLOSED: ("┄", "dim"),
    Kind.PLANNED: ("○", "cyan"),
    Kind.LATE: ("!", "bold red"),
}


def print_timeline(case: Case, plan: Plan, now: datetime) -> None:
    """Past, now and planned, a line each, with the reasons; then what is owed and why it ended."""
    where, entries = home(case), timeline(case, plan, now)
    put(Text.assemble((printable(case.employer.called), "bold"), (f"  times in {clocks(case)}", "dim")), hanging=2)
    moments = [moment(where, entry.at, entries) for entry in entries]
    for entry, words in zip(entries, moments, strict=True):
        print_entry(entry, where, words, max(map(len, moments)))
    for owed in plan.owed:
        put(Text.assemble(("  owed  ", "yellow"), printable(owed.reason)), hanging=8)
    for id, why in plan.ended.items():
        put(Text.assemble(("  over  ", "dim"), printable(f"{called(case, id)}: {why}")), hanging=8)


def print_entry(entry: Entry, where: Place, at: str, width: int) -> None:
    """One line at its moment, the words below each other."""
    sign, style = SIGNS[entry.kind]
    line = Text.assemble((f"  {sign} ", style), (f"{at:<{width + 1}}", "dim"), (printable(entry.words), style))
    if entry.kind in (Kind.PLANNED, Kind.LATE) and entry.until:
        line.append(f"  due {moment(where, entry.until)}", style="dim")
    put(line, hanging=width + 5)
    for reason in entry.reasons:
        put(Text(printable(reason), style="dim"), indent=width + 5)
