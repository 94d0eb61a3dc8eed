"""`sincerely approve`, `send`, `settle`, `retry`: a person says yes, and it goes once."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import At, Json, Now, Yes
from sincerely.faces.cli.paper import answer, print_json, printable

if TYPE_CHECKING:
    from sincerely.desk.shapes import MessageShape
    from sincerely.faces.cli.opening import OpenDesk

# A message in one of these states is the outbox's to send or to recover.
WAITING = ("queued", "sending", "unsure")

Which = Annotated[str, typer.Argument(help="Which message, by number or contact; the only one where not said.")]


def approve(
    message: Which = "",
    yes: Yes = False,
    later: Annotated[str, typer.Option("--not-before", help="Not before this time, such as 2026-03-02T09:00.")] = "",
    allow: Annotated[
        list[str] | None, typer.Option(help="A rule that you overrule for this message, such as language/name.")
    ] = None,
    because: Annotated[str, typer.Option(help="Why you overrule it, for the history.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Say yes to a message: what you read is what is sent.

    With a mailbox it then waits for its moment: sincerely send. Nothing else can be sent in its place.

    \b
    Examples:
      sincerely approve
      sincerely approve 3 --yes
    """
    from sincerely.desk.actions.drafts import allow_rule
    from sincerely.desk.actions.sending import approve as say_yes
    from sincerely.desk.actions.sending import queue
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.write import present

    desk = opened(at, tier="full")
    row = desk.message(message, "draft")
    for rule in allow or []:
        allow_rule(desk.actor, row.id, rule, reason=because, now=desk.now)
    if not yes:
        present(desk, row, as_json=False)
        if not sys.stdin.isatty():
            raise Failure(f"approve: read it, then say yes: sincerely approve {row.id} --yes.")
        typer.confirm("\nSend exactly this?", abort=True)
    not_before = desk.moment(later, "--not-before")
    row = say_yes(desk.actor, row.id, rulebook=desk.rulebook, not_before=not_before, now=desk.now)
    if row.channel == "email" and has_carrier(desk):
        row = queue(desk.actor, row.id, not_before=not_before, now=desk.now)
    answer(row, as_json, f"Approved: {titled(row)}. {what_next(desk, row)}")


def has_carrier(desk: "OpenDesk") -> bool:
    return any(account["carrier"] for account in desk.owner.accounts)


def what_next(desk: "OpenDesk", row: "MessageShape") -> str:
    from sincerely.faces.cli.moments import spoken

    if row.state == "queued":
        when = f" It may go from {spoken(row.next_attempt, desk.zone, desk.now)}." if row.next_attempt else ""
        return f"It waits to be sent: sincerely send.{when}"
    if row.channel == "email":
        return f"Send it: sincerely send {row.id} --mailto (or --eml FILE); when it went: sincerely send {row.id} --by-hand."
    return f"When it is done: sincerely send {row.id} --by-hand."


def send(
    message: Which = "",
    by_hand: Annotated[bool, typer.Option("--by-hand", help="You have sent or said it yourself.")] = False,
    mailto: Annotated[bool, typer.Option("--mailto", help="Print a link that opens it in your mail program.")] = False,
    eml: Annotated[Path | None, typer.Option(help="Save it as a mail file.")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="File it in the Drafts folder of your mailbox.")] = False,
    done_at: At = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Send what is approved and may go now, once.

    Each goes once. What may not go yet waits, and says why. Where you name one, it alone is tried, and at once.

    \b
    Examples:
      sincerely send
      sincerely send 3
      sincerely send 3 --by-hand
      sincerely send 3 --eml note.eml
    """
    from sincerely.desk.actions.sending import sent_by_hand
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.hand_over import hand_over
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.opening import opened

    if by_hand and (mailto or eml or draft):
        raise Failure("send: take it first (--mailto, --eml or --draft), and say --by-hand when it went.")
    if done_at and not by_hand:
        raise Failure("send: --at says when you sent it yourself: give it with --by-hand.")
    desk = opened(at)
    if not (by_hand or mailto or eml or draft):
        return push(desk, message, as_json, at)
    row = desk.message(message, "approved", "queued")
    if row.state == "draft":
        raise Failure(f"Message {row.id} is not approved yet: sincerely approve {row.id}.")
    if not by_hand:
        return hand_over(desk, row, mailto, eml, draft, as_json)
    row = sent_by_hand(desk.actor, row.id, at=desk.moment(done_at), now=desk.now)
    answer(row, as_json, f"Noted: {titled(row)} is done.")


def push(desk: "OpenDesk", message: str, as_json: bool, at: str | None) -> None:
    """Works the outbox until nothing more may go, or the one message that was named, and tells what became of each."""
    from sincerely.desk.accounts import open_carrier, open_mailbox
    from sincerely.desk.errors import DeskError
    from sincerely.desk.loops.outbox import hasten, tick
    from sincerely.desk.queries.messages import messages
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.progress import working

    only, others = None, 0
    waiting = {row.id for row in messages(desk.actor) if row.state in WAITING}
    if message:
        row = desk.message(message, *WAITING, "approved")
        if row.state == "draft":
            raise Failure(f"Message {row.id} is not approved yet: sincerely approve {row.id}.")
        if row.state not in WAITING:
            todo = what_next(desk, row) if row.state == "approved" else f"See it: sincerely show --message {row.id}."
            raise Failure(f"Message {row.id} does not wait to be sent; it is {row.state}. {todo}")
        only, others = row.id, len(waiting) - 1
        waiting = {row.id}
    if not waiting:
        print_json([]) if as_json else typer.echo("Nothing waits to be sent.")
        return
    _, carrier = open_carrier(desk.actor, desk.now)
    try:
        _, mailbox = open_mailbox(desk.actor, desk.now)
    except DeskError:
        mailbox = None
    with working("Sending"):
        if only is not None:
            hasten(desk.actor, only, desk.now)
        while tick(desk.actor.as_loop("outbox"), carrier, desk.rulebook, now(at), mailbox, only):
            pass
    rows = [row for row in messages(desk.actor) if row.id in waiting]
    if as_json:
        print_json(as_dict(rows))
    else:
        for row in rows:
            typer.echo(outcome(desk, row))
        if others:
            typer.echo(f"{others} more wait{'s' if others == 1 else ''} to be sent: sincerely send.")


def outcome(desk: "OpenDesk", row: Any) -> str:
    """What became of one message, in a line."""
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.moments import spoken

    what = printable(titled(row))
    if row.state == "sent":
        return f"✓ {what}: sent."
    if row.state == "queued":
        restored = "First say what went before the restore: sincerely due" if desk.owner.reconciling else ""
        why = restored or "; ".join(row.held) or row.trouble or "it waits for its moment"
        when = f" From {spoken(row.next_attempt, desk.zone, desk.now)}." if row.next_attempt else ""
        return f"○ {what}: not yet. {why}.{when}".replace("..", ".")
    if row.state == "unsure":
        return f"? {what}: it may have gone. Look in Sent, or ask, then: sincerely settle {row.id} --went or --not-gone."
    return f"✗ {what}: {row.state}. {row.trouble}"


def settle(
    message: Which = "",
    went: Annotated[bool | None, typer.Option("--went/--not-gone", help="What you found.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Say whether a message went, where it is unsure, or that you did not send it after all.

    \b
    Examples:
      sincerely settle 3 --went
      sincerely settle 3 --not-gone
    """
    from sincerely.desk.actions.handing_over import not_sent_after_all
    from sincerely.desk.actions.sending import settle as decide
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    row = desk.message(message, "unsure")
    if went is None:
        if not sys.stdin.isatty():
            raise Failure(f"settle: look in Sent, then say what you found: sincerely settle {row.id} --went or --not-gone.")
        went = typer.confirm(f"Did it arrive, or is it in your Sent folder: {titled(row)}?")
    if row.state == "sent" and not went:
        row = not_sent_after_all(desk.actor, row.id, now=desk.now)
        return answer(row, as_json, f"Noted: it did not go, and waits for you again: {titled(row)}.")
    row = decide(desk.actor, row.id, went=went, now=desk.now)
    back = f"Noted: it did not go. It is a draft again: sincerely show --message {row.id}."
    answer(row, as_json, "Noted: it went." if went else back)


def retry(message: Which = "", as_json: Json = False, at: Now = None) -> None:
    """Take a message that failed back to the drafts.

    \b
    Example:
      sincerely retry 3
    """
    from sincerely.desk.actions.sending import retry as take_back
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    row = take_back(desk.actor, desk.message(message, "failed").id, now=desk.now)
    answer(row, as_json, f"It is a draft again: sincerely edit {row.id}.")
