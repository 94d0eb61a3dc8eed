"""Saying a voicemail or a call aloud first: at one's own pace, against the clock, and then what came of it."""

from enum import StrEnum

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.desk import update_profile
from sincerely.desk.actions.replies import log_contact
from sincerely.desk.actions.sending import sent_by_hand
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.messages import message
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.proof.rules.brevity.spoken_time import MOST_SECONDS
from sincerely.proof.script import lines_of_script, pace_of
from sincerely.terms import Channel, Stage

# Longer than anybody reads a script of a minute: whoever took so long was called away.
LONGEST_READING = 600.0


class Outcome(StrEnum):
    """What came of a call."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no-answer"


MADE = {Outcome.SPOKE: Channel.CALL, Outcome.VOICEMAIL: Channel.VOICEMAIL}


@require_http_methods(["GET", "HEAD", "POST"])
def rehearse(request: DeskRequest, number: int) -> HttpResponse:
    """The script with its times. POST: `seconds` of one reading measure the pace; `outcome` is noted."""
    desk, note = request.desk, message(request.desk.actor, number)
    if not Channel(note.channel).spoken:
        messages.info(request, "This note is to be read, not said.")
        return redirect("write", number)
    wrong = ""
    if request.method == "POST":
        try:
            messages.success(request, noted(desk, note, request.POST))
            return redirect("rehearse", number)
        except DeskError as error:
            wrong = str(error)
    lines = lines_of_script(note.body, desk.owner.pace)
    values = {
        "note": note,
        "number": number,
        "lines": lines,
        "pace": round(desk.owner.pace),
        "seconds": round(lines[-1].ends) if lines else 0,
        "most": MOST_SECONDS[Channel(note.channel)],
        "wrong": wrong,
        "over": note.state in ("sent", "answered", "withdrawn"),
    }
    return render(request, "rehearse.html", values, status=422 if wrong else 200)


def noted(desk: OpenDesk, note: MessageShape, fields: dict[str, str]) -> str:
    """Keeps a measured pace, or what came of the call; says so in words. Raises DeskError."""
    if "seconds" in fields:
        return measured(desk, note, fields["seconds"])
    try:
        outcome = Outcome(fields.get("outcome", ""))
    except ValueError:
        raise DeskError("Say what came of it: spoke, voicemail or no answer.") from None
    if outcome is Outcome.NO_ANSWER:
        return "Nobody answered: that is no contact. The script stays for the next try."
    if note.channel == MADE[outcome] and note.state == "approved":
        sent_by_hand(desk.actor, note.id, now=desk.now)
    elif note.state in ("draft", "approved"):
        log_contact(
            desk.actor,
            note.application,
            contact=note.contact,
            channel=MADE[outcome],
            stage=Stage(note.stage),
            now=desk.now,
            words=note.body,
            interview=note.interview,
        )
    else:
        raise DeskError("What came of this one is noted already.")
    return f"Noted: you {'spoke with' if outcome is Outcome.SPOKE else 'left a voicemail for'} {note.contact_name}."


def measured(desk: OpenDesk, note: MessageShape, words: str) -> str:
    try:
        seconds = float(words)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= LONGEST_READING:
        raise DeskError("The time could not be measured. Read it once more, from Start to Stop.")
    pace = float(pace_of(note.body, seconds))
    update_profile(desk.actor, pace=pace, now=desk.now)
    return f"You took {round(seconds)} seconds: about {pace:.0f} words a minute. Times are shown at this pace from now on."


ROUTES = [path("rehearse/<int:number>", rehearse, name="rehearse")]
