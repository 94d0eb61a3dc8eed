"""`sincerely log`, `promise`, `note`, `waive`, `stop`: what happened outside the desk, told to it."""

import re
from datetime import date
from typing import Annotated

import typer

from sincerely.faces.cli.options import At, Json, Now
from sincerely.faces.cli.paper import answer, shortened
from sincerely.terms import Channel, Stage

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Who = Annotated[str, typer.Argument(help="The contact, by number or name.")]


def log(
    contact: Who,
    channel: Annotated[Channel, typer.Option(help="How it went.")] = Channel.CALL,
    stage: Annotated[Stage, typer.Option(help="What it was.")] = Stage.CHECK_IN,
    received: Annotated[str, typer.Option(help="They spoke: human, question, on-hold, rejection, offer, stop or away.")] = "",
    text: Annotated[str, typer.Option(help="What was said.")] = "",
    until: Annotated[str, typer.Option(help="Of an absence or a hold: its last day, such as 2026-03-20.")] = "",
    done_at: At = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Note a call, a posted letter, a reply by phone.

    \b
    Examples:
      sincerely log Jo --channel call --stage check-in
      sincerely log Jo --received rejection --text "She rang."
      sincerely log Jo --received on-hold --until 2026-05-31
    """
    from sincerely.cadence.wording import CHANNELS, STAGES
    from sincerely.desk.actions.replies import log_contact, log_received
    from sincerely.faces.cli.clock import read_day
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.write import application_of

    if until and not received:
        raise Failure("log: --until belongs to an absence or a hold: --received away, --received on-hold.")
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
            until=read_day(until, "--until") if until else None,
            at=when,
            now=desk.now,
        )
        words = f"Noted: {person.name} spoke ({received}{f' until {until}' if until else ''})."
    else:
        shape = log_contact(
            desk.actor, application, contact=person.id, channel=channel, stage=stage, at=when, words=text, now=desk.now
        )
        words = f"Noted: {STAGES[stage]} to {person.name} by {CHANNELS[channel]}."
    answer(shape, as_json, words)


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
    from sincerely.faces.cli.moments import day
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    row = desk.application(application or None)
    moment = desk.moment(said, "--said") or desk.now
    by = understood(words, moment.astimezone(desk.zone).date(), row.country)
    event = keep(desk.actor, row.id, by, at=moment, words=words, now=desk.now)
    answer(event, as_json, f"Understood: {row.employer} answers by {day(by, desk.now.astimezone(desk.zone).date())} ({by}).")


def understood(words: str, said_on: date, country: str) -> date:
    """The last day that the words can mean; what is unclear is asked."""
    from sincerely.cadence.promises import read_promise
    from sincerely.faces.cli.clock import read_day
    from sincerely.faces.cli.failure import Failure

    if DAY.fullmatch(words.strip()):
        by = read_day(words.strip(), "promise")
        if by < said_on:
            raise Failure(f"promise: {by} was over when they said it. Check the day, or say when it was: --said.")
        return by
    found = read_promise(words, said_on)
    if found is None:
        raise Failure(f"{shortened(words, 80)!r} names no day that Sincerely understands; say one such as 2026-03-10.")
    if found.unclear:
        raise Failure(f"{shortened(words, 80)!r}: {found.unclear} Say the day, such as {found.latest}.")
    return found.latest


def note(
    words: Annotated[str, typer.Argument(help="What you talked about, in a few words; it makes the note yours.")],
    interview: Annotated[str, typer.Option("--for", help="The interview, by number, employer or role.")] = "",
    as_json: Json = False,
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
    answer(row, as_json, f"Noted for the interview at {row.employer}.")


def waive(
    contact: Who,
    reason: Annotated[str, typer.Option(help="Why nothing is owed; it stays in the history.")],
    interview: Annotated[str, typer.Option("--for", help="The interview, by number, employer or role.")] = "",
    as_json: Json = False,
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
    event = let_go(desk.actor, desk.interview(interview or None).id, contact=person.id, reason=reason, now=desk.now)
    answer(event, as_json, f"Waived: the thank-you to {person.name}.")


def stop(
    contact: Who,
    whole_employer: Annotated[bool, typer.Option("--whole-employer", help="It was said for everyone there.")] = False,
    reason: Annotated[str, typer.Option(help="What they said.")] = "",
    as_json: Json = False,
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
    person = stop_contact(desk.actor, person.id, reason=reason, whole_employer=whole_employer, now=desk.now)
    answer(person, as_json, f"Noted: nothing more goes to {'anyone at ' + person.employer if whole_employer else person.name}.")
