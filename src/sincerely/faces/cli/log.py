"""`sincerely log`, `promise`, `note`, `waive`, `stop`: what happened outside the desk, told to it."""

from typing import Annotated

import typer

from sincerely.faces.cli.options import At, Json, Now
from sincerely.terms import Channel, Stage

Who = Annotated[str, typer.Argument(help="The contact, by number or name.")]


def log(
    contact: Who,
    channel: Annotated[Channel, typer.Option(help="How it went.")] = Channel.CALL,
    stage: Annotated[Stage, typer.Option(help="What it was.")] = Stage.CHECK_IN,
    received: Annotated[str, typer.Option(help="They spoke: human, question, rejection, offer, stop or away.")] = "",
    text: Annotated[str, typer.Option(help="What was said.")] = "",
    until: Annotated[str, typer.Option(help="Of an absence: the last day away, such as 2026-03-20.")] = "",
    done_at: At = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Note a call, a posted letter, a reply by phone.

    \b
    Examples:
      sincerely log Jo --channel call --stage check-in
      sincerely log Jo --received rejection --text "She rang."
    """
    from sincerely.desk.actions.replies import log_contact, log_received
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json
    from sincerely.faces.cli.write import application_of

    desk = opened(at)
    person = desk.contact(contact)
    application = application_of(desk, person.id)
    when = desk.moment(done_at)
    if received:
        shape: object = log_received(
            desk.actor,
            application,
            contact=person.id,
            nature=received,
            channel=channel,
            text=text,
            until=calendar_day(until) if until else None,
            at=when,
            now=desk.now,
        )
        words = f"Noted: {person.name} spoke ({received})."
    else:
        shape = log_contact(
            desk.actor, application, contact=person.id, channel=channel, stage=stage, at=when, words=text, now=desk.now
        )
        words = f"Noted: {stage} to {person.name} by {channel}."
    print_json(as_dict(shape)) if as_json else typer.echo(words)


def calendar_day(words: str) -> "object":
    from datetime import date

    from sincerely.faces.cli.failure import Failure

    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Failure(f"{words!r} is not a day such as 2026-03-20.") from None


def promise(
    words: Annotated[str, typer.Argument(help='A day, or their own words: "by the end of next week".')],
    application: Annotated[str, typer.Option("--for", help="The application, by number, employer or role.")] = "",
    said: Annotated[str, typer.Option("--said", help="When they said it; now where not said.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Note by when they promised an answer.

    \b
    Examples:
      sincerely promise 2026-03-10
      sincerely promise "by the end of next week" --for Acme
    """
    from sincerely.desk.actions.replies import promise as keep
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.moments import day
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json

    desk = opened(at)
    row = desk.application(application or None)
    moment = desk.moment(said, "--said") or desk.now
    by = understood(words, moment.astimezone(desk.zone).date(), row.country)
    event = keep(desk.actor, row.id, by, at=moment, words=words, now=desk.now)
    if as_json:
        return print_json(as_dict(event))
    typer.echo(f"Understood: {row.employer} answers by {day(by, desk.now.astimezone(desk.zone).date())} ({by}).")


def understood(words: str, said_on: "object", country: str) -> "object":
    """The last day that the words can mean; what is unclear is asked."""
    from datetime import date

    from sincerely.cadence.promises import read_promise
    from sincerely.faces.cli.failure import Failure

    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    found = read_promise(words, said_on)
    if found is None:
        raise Failure(f"{words!r} names no day that Sincerely understands; say one such as 2026-03-10.")
    if found.unclear:
        raise Failure(f"{words!r}: {found.unclear} Say the day, such as {found.latest}.")
    return found.latest


def note(
    words: Annotated[str, typer.Argument(help="What you talked about, in a few words; it makes the note yours.")],
    interview: Annotated[str, typer.Option("--for", help="The interview, by number, employer or role.")] = "",
    at: Now = None,
) -> None:
    """Write down what you talked about, while it is fresh.

    \b
    Example:
      sincerely note "The new oven; training for the team; Saturday shifts"
    """
    from sincerely.desk.actions.interviews import set_notes
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    row = set_notes(desk.actor, desk.interview(interview or None).id, words, now=desk.now)
    typer.echo(f"Noted for the interview at {row.employer}.")


def waive(
    contact: Who,
    reason: Annotated[str, typer.Option(help="Why nothing is owed; it stays in the history.")],
    interview: Annotated[str, typer.Option("--for", help="The interview, by number, employer or role.")] = "",
    at: Now = None,
) -> None:
    """Decide that a thank-you is not owed, and why.

    \b
    Example:
      sincerely waive Jo --reason "We spoke in person the same evening"
    """
    from sincerely.desk.actions.replies import waive as let_go
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    person = desk.contact(contact)
    let_go(desk.actor, desk.interview(interview or None).id, contact=person.id, reason=reason, now=desk.now)
    typer.echo(f"Waived: the thank-you to {person.name}.")


def stop(
    contact: Who,
    whole_employer: Annotated[bool, typer.Option("--whole-employer", help="It was said for everyone there.")] = False,
    reason: Annotated[str, typer.Option(help="What they said.")] = "",
    at: Now = None,
) -> None:
    """Never contact this person again.

    \b
    Example:
      sincerely stop Jo --reason "Please do not write again"
    """
    from sincerely.desk.actions.contacts import stop_contact
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    person = desk.contact(contact)
    stop_contact(desk.actor, person.id, reason=reason, whole_employer=whole_employer, now=desk.now)
    typer.echo(f"Noted: nothing more goes to {'anyone at ' + person.employer if whole_employer else person.name}.")
