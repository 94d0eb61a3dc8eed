"""`sincerely sync`, `read`, `confirm`: what the other side said."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from sincerely.desk.loops.inbox import Inflow
    from sincerely.desk.shapes import ReceivedShape
    from sincerely.faces.cli.opening import OpenDesk

# More than a crash can leave; each looks into Sent over a connection of its own.
MOST_DOUBTS = 50


def sync(
    eml: Annotated[
        list[str] | None, typer.Option(help="Take in a saved mail (.eml) or a folder of them instead of the mailbox.")
    ] = None,
    maildir: Annotated[str, typer.Option(help="Take in a Maildir instead of the mailbox.")] = "",
    paste: Annotated[str, typer.Option(help="Take in the words of a reply of this contact, by name, from standard input.")] = "",
    stay: Annotated[bool, typer.Option("--stay", help="Stay and take in what comes, until you stop it with Ctrl-C.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Look for answers and invites; they change the plan.

    \b
    Examples:
      sincerely sync
      sincerely sync --stay
      sincerely sync --eml reply.eml
      sincerely sync --paste Bob < reply.txt
    """
    from sincerely.desk.loops.inbox import visit
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.progress import working

    desk = opened(at)
    if stay:
        return keep_looking(desk, as_json, at)
    if paste:
        return from_words(desk, paste, as_json)
    with working("Looking for answers"):
        inflow = from_files(desk, eml or [], maildir) if eml or maildir else visit(desk.actor.as_loop("inbox"), desk.now)
        if not (eml or maildir):
            settle_doubts(desk)
    tell(inflow, as_json)


def settle_doubts(desk: "OpenDesk") -> None:
    """Looks into Sent for what may have gone: after a crash, and after a restore, when nothing is sent before."""
    from sincerely.desk.accounts import open_mailbox
    from sincerely.desk.loops.recovery import recover

    _, mailbox = open_mailbox(desk.actor, desk.now)
    for _ in range(MOST_DOUBTS):
        if not recover(desk.actor.as_loop("outbox"), desk.now, mailbox):
            return


def keep_looking(desk: "OpenDesk", as_json: bool, at: str | None) -> None:
    """Tells what comes as it comes; a trouble once, until it is another."""
    from sincerely.desk.loops.inbox import Inflow
    from sincerely.desk.loops.staying import stay
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.paper import printable

    last = ""
    for outcome in stay(desk.actor.as_loop("inbox"), lambda: now(at)):
        if isinstance(outcome, Inflow) and (outcome.new or outcome.words):
            tell(outcome, as_json)
            sys.stdout.flush()
        trouble = outcome.trouble if isinstance(outcome, Inflow) else str(outcome)
        if trouble != last:
            typer.echo(printable(trouble or "The mailbox can be reached again."), err=True)
        last = trouble


def from_words(desk: "OpenDesk", contact: str, as_json: bool) -> None:
    """Takes in a reply that was pasted."""
    from sincerely.desk.loops.pasted import take_pasted
    from sincerely.faces.cli.intake import read_text
    from sincerely.faces.cli.paper import answer

    person = desk.contact(contact)
    if sys.stdin.isatty():
        typer.echo(f"Paste the reply of {person.name}, then press Ctrl-D.", err=True)
    row, words = take_pasted(desk.actor, person.id, read_text("-", most=1024 * 1024), now=desk.now)
    answer(row, as_json, words)


def from_files(desk: "OpenDesk", eml: list[str], maildir: str) -> "Inflow":
    """Takes in the files that were named."""
    from sincerely.desk.loops.inbox import Inflow, tick

    whole = Inflow()
    for source in sources(eml, maildir):
        with source as box:
            inflow = tick(desk.actor.as_loop("inbox"), None, box, desk.now)
        whole.seen, whole.new, whole.words = whole.seen + inflow.seen, whole.new + inflow.new, whole.words + inflow.words
    return whole


def sources(eml: list[str], maildir: str) -> list[Any]:
    """The mailboxes that the files are."""
    from sincerely.faces.cli.failure import NO_INPUT, Failure
    from sincerely.post.mailboxes import eml as files
    from sincerely.post.mailboxes import maildir as folders

    for path in (*eml, *([maildir] if maildir else [])):
        if not Path(path).exists():
            raise Failure(f"{path}: there is no such file or folder.", NO_INPUT)
    named: list[Any] = [files.Mailbox(files.Config(path=path)) for path in eml]
    return named + ([folders.Mailbox(folders.Config(path=maildir))] if maildir else [])


def tell(inflow: "Inflow", as_json: bool) -> None:
    """What a look brought."""
    from rich.text import Text

    from sincerely.faces.cli.paper import print_json, printable, put

    if as_json:
        more = {"trouble": inflow.trouble} if inflow.trouble else {}
        return print_json({"seen": inflow.seen, "new": inflow.new, "words": inflow.words, **more})
    put(Text(f"{inflow.seen} mail{'s' if inflow.seen != 1 else ''} looked at, {inflow.new} about your applications."))
    for line in [*inflow.words, *([inflow.trouble] if inflow.trouble else [])]:
        put(Text(printable(line)), indent=2, hanging=4)


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
    from sincerely.faces.cli.confirming import can_ask, settle
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json

    desk = opened(at)
    row = mark_read(desk.actor, pick(desk, reply).id, now=desk.now)
    if as_json:
        return print_json(as_dict(row))
    show(desk, row)
    if row.asks and can_ask() and (settled := settle(desk, row)):
        typer.echo(noted(settled))


def pick(desk: "OpenDesk", words: str) -> "ReceivedShape":
    from sincerely.desk.queries.messages import received, received_list
    from sincerely.faces.cli.failure import NO_INPUT, Failure
    from sincerely.faces.cli.opening import numbered

    if number := numbered(words):
        return received(desk.actor, number)
    if words:
        raise Failure(f"{words!r} is no number of a reply. See them: sincerely due.")
    rows = sorted(received_list(desk.actor, unread=True), key=lambda row: (row.at, row.id))
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
    nature: Annotated[
        str,
        typer.Argument(help="human, question, on-hold, rejection, offer, stop, away or bounce; asked by one key where not said."),
    ] = "",
    until: Annotated[str, typer.Option(help="Of an absence or a hold: its last day, such as 2026-03-20.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Say what a reply is, where the desk is not sure.

    \b
    Examples:
      sincerely confirm 2
      sincerely confirm 2 rejection
    """
    from sincerely.desk.actions.replies import confirm_nature
    from sincerely.faces.cli.clock import read_day
    from sincerely.faces.cli.confirming import ask_nature, can_ask
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import answer

    desk = opened(at)
    last = read_day(until, "--until") if until else None
    row = pick(desk, reply)
    if not nature:
        if not can_ask():
            raise Failure(f"confirm: say what it is: sincerely confirm {row.id} {row.nature}.")
        show(desk, row)
        nature = ask_nature(row)
        if not nature:
            return
    row = confirm_nature(desk.actor, row.id, nature, until=last, now=desk.now)
    answer(row, as_json, noted(row))


def noted(row: "ReceivedShape") -> str:
    return f"Noted: the reply of {row.contact_name or row.sender} is: {row.nature}."
