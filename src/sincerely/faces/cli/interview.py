"""`sincerely interview`: a dated talk, put right: moved, cancelled, with others on the panel."""

from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer

if TYPE_CHECKING:
    from sincerely.desk.shapes import InterviewShape
    from sincerely.faces.cli.opening import OpenDesk


def interview(
    which: Annotated[str, typer.Argument(help="Which one, by number, employer or role; the only one where not said.")] = "",
    move: Annotated[str, typer.Option(help="It begins at this time instead, such as 2026-03-05T10:00.")] = "",
    end: Annotated[str, typer.Option(help="With --move: when it ends; it takes as long as before where not said.")] = "",
    panel: Annotated[
        list[str] | None, typer.Option("--with", help="Who is there, by number or name, the one who leads it first.")
    ] = None,
    cancel: Annotated[bool, typer.Option("--cancel", help="It does not take place.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Put an interview right: another time, other people, or none at all.

    \b
    Examples:
      sincerely interview Acme --move 2026-03-05T10:00
      sincerely interview 3 --with "Jo Park" --with 7
      sincerely interview 3 --cancel
    """
    from sincerely.desk.actions.interviews import cancel_interview, set_panel
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    if end and not move:
        raise Failure("interview: --end belongs to --move.")
    if cancel and (move or panel):
        raise Failure("interview: --cancel goes alone.")
    desk = opened(at)
    row = desk.interview(which)
    if panel:
        people = [desk.contact(words, row.application).id for words in panel]
        row = set_panel(desk.actor, row.id, people, now=desk.now)
    if move:
        row = moved(desk, row, move, end)
    if cancel:
        row = cancel_interview(desk.actor, row.id, now=desk.now)
    answer(row, as_json, told(desk, row))


def moved(desk: "OpenDesk", row: "InterviewShape", start: str, end: str) -> "InterviewShape":
    """The interview at its new time; a time without an offset is read where the interview is."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sincerely.desk.actions.interviews import move_interview
    from sincerely.faces.cli.clock import read_instant

    zone = ZoneInfo(row.zone)
    begins = read_instant(start, "--move", zone)
    takes = datetime.fromisoformat(row.end) - datetime.fromisoformat(row.start)
    ends = read_instant(end, "--end", zone) if end else begins + takes
    return move_interview(desk.actor, row.id, start=begins, end=ends, now=desk.now)


def told(desk: "OpenDesk", row: "InterviewShape") -> str:
    """The interview on one line, by the owner's clock."""
    from datetime import datetime

    from sincerely.faces.cli.moments import spoken

    people = ", ".join(seat["name"] for seat in row.contacts) or "nobody named yet"
    when = spoken(datetime.fromisoformat(row.start), desk.zone, desk.now)
    return f"{row.employer}, {row.role or 'interview'}: {'cancelled' if row.cancelled_at else when}, with {people}."
