"""`sincerely sync`, `read`, `confirm`: what the other side said."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from sincerely.desk.shapes import ReceivedShape
    from sincerely.faces.cli.opening import OpenDesk


def sync(
    eml: Annotated[
        list[str] | None, typer.Option(help="Take in a saved mail (.eml) or a folder of them instead of the mailbox.")
    ] = None,
    maildir: Annotated[str, typer.Option(help="Take in a Maildir instead of the mailbox.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Look for answers and invites; they change the plan.

    \b
    Examples:
      sincerely sync
      sincerely sync --eml reply.eml
    """
    from rich.text import Text

    from sincerely.desk.loops.inbox import tick
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json, printable, put
    from sincerely.faces.cli.progress import working

    desk = opened(at)
    seen = new = 0
    words: list[str] = []
    with working("Looking for answers"):
        for account, source in sources(desk, eml or [], maildir):
            with source as box:
                inflow = tick(desk.actor.as_loop("inbox"), account, box, desk.now)
            seen, new, words = seen + inflow.seen, new + inflow.new, words + list(inflow.words)
    if as_json:
        return print_json({"seen": seen, "new": new, "words": words})
    put(Text(f"{seen} mail{'s' if seen != 1 else ''} looked at, {new} about your applications."))
    for line in words:
        put(Text(printable(line)), indent=2, hanging=4)


def sources(desk: "OpenDesk", eml: list[str], maildir: str) -> list[tuple[int | None, Any]]:
    """The mailbox of the desk, or the files that were named."""
    if not eml and not maildir:
        from sincerely.desk.accounts import open_mailbox

        return [open_mailbox(desk.actor)]
    from sincerely.faces.cli.failure import NO_INPUT, Failure
    from sincerely.post.mailboxes import eml as files
    from sincerely.post.mailboxes import maildir as folders

    for path in (*eml, *([maildir] if maildir else [])):
        if not Path(path).exists():
            raise Failure(f"{path}: there is no such file or folder.", NO_INPUT)
    named: list[tuple[int | None, Any]] = [(None, files.Mailbox(files.Config(path=path))) for path in eml]
    return named + ([(None, folders.Mailbox(folders.Config(path=maildir)))] if maildir else [])


def read(
    reply: Annotated[str, typer.Argument(help="Which reply, by number; the oldest unread one where not said.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Read an answer; then it is your turn.

    \b
    Examples:
      sincerely read
      sincerely read 2
    """
    from sincerely.desk.actions.replies import mark_read
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json

    desk = opened(at)
    row = mark_read(desk.actor, pick(desk, reply).id, now=desk.now)
    if as_json:
        return print_json(as_dict(row))
    show(desk, row)


def pick(desk: "OpenDesk", words: str) -> "ReceivedShape":
    from sincerely.desk.queries.messages import received, received_list
    from sincerely.faces.cli.failure import NO_INPUT, Failure
    from sincerely.faces.cli.opening import numbered

    if number := numbered(words):
        return received(desk.actor, number)
    if words:
        raise Failure(f"{words!r} is no number of a reply. See them: sincerely due.")
    rows = sorted(received_list(desk.actor, unread=True), key=lambda row: row.at)
    if not rows:
        raise Failure("There is nothing to read.", NO_INPUT)
    return rows[0]


def show(desk: "OpenDesk", row: "ReceivedShape") -> None:
    from rich.text import Text

    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import console, printable, put

    who = printable(row.contact_name or row.sender)
    put(Text.assemble((f"{row.id}  ", "dim"), (who, "bold"), f", {spoken(row.at, desk.zone, desk.now)}"))
    if row.subject:
        put(Text(printable(row.subject), style="bold"), indent=2)
    console().print()
    put(Text(printable(row.text.strip())), indent=2)
    console().print()
    put(Text(printable(f"Understood as: {row.nature}. {'; '.join(row.reasons)}"), style="dim"))
    if row.asks:
        others = "human, question, rejection, offer, stop, away, bounce"
        put(Text(f"Is that right? sincerely confirm {row.id} {row.nature} (or {others})", style="cyan"))


def confirm(
    reply: Annotated[str, typer.Argument(help="Which reply, by number.")],
    nature: Annotated[str, typer.Argument(help="human, question, on-hold, rejection, offer, stop, away or bounce.")],
    until: Annotated[str, typer.Option(help="Of an absence or a hold: its last day, such as 2026-03-20.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Say what a reply is, where the desk is not sure.

    \b
    Example:
      sincerely confirm 2 rejection
    """
    from sincerely.desk.actions.replies import confirm_nature
    from sincerely.faces.cli.clock import read_day
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import answer

    desk = opened(at)
    last = read_day(until, "--until") if until else None
    row = confirm_nature(desk.actor, pick(desk, reply).id, nature, until=last, now=desk.now)
    answer(row, as_json, f"Noted: the reply of {row.contact_name or row.sender} is: {row.nature}.")
