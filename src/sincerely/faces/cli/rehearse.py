"""`sincerely rehearse`: a voicemail or a call said aloud first, with a timer, and what came of it."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import print_json, printable
from sincerely.terms import SPOKEN, Channel, Stage

if TYPE_CHECKING:
    from sincerely.desk.shapes import MessageShape
    from sincerely.faces.cli.opening import OpenDesk


class Outcome(StrEnum):
    """What came of a call."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no-answer"


# What each outcome is to the planner, and in words.
MADE = {Outcome.SPOKE: Channel.CALL, Outcome.VOICEMAIL: Channel.VOICEMAIL}
DONE = {Outcome.SPOKE: "spoke with", Outcome.VOICEMAIL: "left a voicemail for"}


def rehearse(
    message: Annotated[
        str, typer.Argument(help="Which call or voicemail, by number or contact; the only one where not said.")
    ] = "",
    aloud: Annotated[bool, typer.Option("--aloud", help="Hear it said, where espeak-ng is installed.")] = False,
    measure: Annotated[bool, typer.Option("--measure", help="Read it aloud once, to measure your own pace.")] = False,
    outcome: Annotated[Outcome | None, typer.Option(help="You have rung: what came of it.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Practise a voicemail or a call with a timer, then note what came of it.

    \b
    Examples:
      sincerely rehearse
      sincerely rehearse 3 --measure
      sincerely rehearse 3 --outcome voicemail
    """
    from sincerely.faces.cli import prompter
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened
    from sincerely.proof.script import lines_of_script

    desk = opened(at)
    row = desk.message(message, "draft", "approved", channels=SPOKEN)
    if not Channel(row.channel).spoken:
        raise Failure(f"Message {row.id} is to be read, not said. Write a script: sincerely write --channel voicemail.")
    if outcome:
        return tell(desk, row, outcome, as_json)
    lines = lines_of_script(row.body, desk.owner.pace)
    if as_json:
        told = [{"words": line.words, "begins": round(line.begins, 1), "ends": round(line.ends, 1)} for line in lines]
        return print_json({"message": row.id, "pace": desk.owner.pace, "lines": told})
    prompter.show(f"{row.channel.capitalize()} for {printable(row.contact_name)}", lines, desk.owner.pace, Channel(row.channel))
    if aloud:
        prompter.say(row.body, desk.owner.pace)
    if measure:
        measured(desk, row)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        typer.prompt("\nPress Enter to begin", default="", show_default=False, prompt_suffix=" ")
        prompter.run(lines)
    typer.echo(f"\nWhen you have rung: sincerely rehearse {row.id} --outcome spoke, voicemail or no-answer.")


def measured(desk: "OpenDesk", row: "MessageShape") -> None:
    """Times one reading, and keeps the pace where the person wishes."""
    import time

    from sincerely.desk.actions.desk import update_profile
    from sincerely.faces.cli.failure import Failure
    from sincerely.proof.script import pace_of

    if not sys.stdin.isatty():
        raise Failure("rehearse: --measure needs a terminal, to hear when you begin and end. Or: sincerely profile --pace 140.")
    typer.prompt("\nPress Enter, and begin to read aloud", default="", show_default=False, prompt_suffix=" ")
    began = time.monotonic()
    typer.prompt("Press Enter when you have said the last word", default="", show_default=False, prompt_suffix=" ")
    seconds = time.monotonic() - began
    pace = pace_of(row.body, seconds)
    typer.echo(f"You took {round(seconds)} seconds: about {pace:.0f} words a minute.")
    if typer.confirm("Use this pace from now on?", default=True):
        update_profile(desk.actor, pace=pace, now=desk.now)


def tell(desk: "OpenDesk", row: "MessageShape", outcome: Outcome, as_json: bool) -> None:
    """Notes what came of a call. A call that nobody took and that left no words is no contact."""
    from sincerely.desk.actions.replies import log_contact
    from sincerely.desk.actions.sending import sent_by_hand
    from sincerely.faces.cli.paper import answer

    if outcome is Outcome.NO_ANSWER:
        words = "Nobody answered: that is no contact. The script stays for the next try."
    elif row.channel == MADE[outcome] and row.state == "approved":
        sent_by_hand(desk.actor, row.id, now=desk.now)
        words = f"Noted: you {DONE[outcome]} {row.contact_name}."
    else:
        log_contact(
            desk.actor,
            row.application,
            contact=row.contact,
            channel=MADE[outcome],
            stage=Stage(row.stage),
            now=desk.now,
            words=row.body,
            interview=row.interview,
        )
        words = f"Noted: you {DONE[outcome]} {row.contact_name}. The script stays; put it away: sincerely discard {row.id}."
    answer({"message": row.id, "outcome": outcome}, as_json, printable(words))
