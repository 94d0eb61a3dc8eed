"""One application: its people, what was promised, its timeline, and all that passed."""

from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from sincerely.cadence import plan
from sincerely.cadence.promises import read_promise
from sincerely.cadence.timeline import clocks, home, timeline
from sincerely.desk.actions.applications import (
    close_application,
    reopen_application,
    update_application,
    update_employer,
    withdraw_application,
)
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.replies import log_contact, log_received, promise
from sincerely.desk.errors import DeskError
from sincerely.desk.loops.pasted import take_pasted
from sincerely.desk.queries.applications import application
from sincerely.desk.queries.messages import messages as written
from sincerely.desk.queries.messages import received_list
from sincerely.desk.queries.plans import case_of, policy_of
from sincerely.desk.queries.threads import places
from sincerely.desk.shapes import ApplicationShape, MessageShape, ReceivedShape
from sincerely.faces.web.asked import day_of, moment_of, number_in, one_of
from sincerely.faces.web.drawing import draw
from sincerely.faces.web.natures import NATURES, SAID
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.terms import Channel, Stage


@dataclass(frozen=True)
class Word:
    """One word of a thread: ours or theirs. `place`: where it stands among those of one instant; what did not go yet is last."""

    at: str
    place: float
    ours: MessageShape | None = None
    theirs: ReceivedShape | None = None


@require_safe
def pursuit(request: DeskRequest, number: int) -> HttpResponse:
    row = application(request.desk.actor, number)
    return render(request, "application.html", around(request.desk, row) | {"back": reverse("application", args=[number])})


def around(desk: OpenDesk, row: ApplicationShape) -> dict[str, Any]:
    """What the pages of an application and of its interviews show alike."""
    case = case_of(desk.actor, row.id, desk.now)
    planned = plan(case, policy_of(desk.actor), desk.now)
    entries = timeline(case, planned, desk.now)
    came, went = places(desk.actor, row.id)
    theirs = [Word(at=word.at, place=came.get(word.id, 0), theirs=word) for word in received_list(desk.actor, application=row.id)]
    ours = [
        Word(at=note.sent_at or note.changed_at, place=went.get(note.id, inf), ours=note)
        for note in written(desk.actor, application=row.id)
        if note.state != "withdrawn"
    ]
    return {
        "job": row,
        "drawing": draw(entries, home(case), desk.now) if len(entries) > 1 else None,
        "clocks": clocks(case),
        "ended": sorted(set(planned.ended.values())),
        "thread": sorted(theirs + ours, key=lambda word: (word.at, word.place), reverse=True),
        "natures": NATURES,
        "said": SAID,
        "channels": list(Channel),
        "stages": list(Stage),
    }


@require_POST
def promised(request: DeskRequest, number: int) -> HttpResponse:
    """By when they said that they would answer, in their words or as a day."""
    desk, given = request.desk, request.POST
    row = application(desk.actor, number)
    words = given.get("words", "").strip()
    by = day_of(given["day"], "promised day") if given.get("day") else understood(words, desk.today)
    promise(desk.actor, row.id, by, words=words, now=desk.now)
    messages.success(request, f"Noted: {row.employer} answers by {by:%A} {by.day} {by:%B}.")
    return redirect(back(request, number))


@require_safe
def understanding(request: DeskRequest, number: int) -> HttpResponse:
    """What the words of a promise are taken to mean, while they are typed."""
    application(request.desk.actor, number)
    words = request.GET.get("words", "").strip()
    values: dict[str, Any] = {"words": words}
    if words:
        try:
            values["by"] = understood(words, request.desk.today)
        except DeskError as error:
            values["error"] = error
    return render(request, "parts/understood.html", values)


def understood(words: str, said_on: date) -> date:
    """The last day that the words can mean; raises DeskError that asks where they are unclear."""
    if not words:
        raise DeskError("Say by when they promised an answer, such as: by the end of next week.")
    found = read_promise(words[:500], said_on)
    if found is None:
        raise DeskError("These words name no day that the desk understands. Choose the day below.")
    if found.unclear:
        raise DeskError(f"{found.unclear} Choose the day below.")
    return found.latest


@require_POST
def heard(request: DeskRequest, number: int) -> HttpResponse:
    """What they said, pasted from a mail or told after a call."""
    desk, given = request.desk, request.POST
    contact = number_in(given, "contact")
    text, nature = given.get("text", ""), given.get("nature", "")
    if nature:
        until = day_of(given["until"], "last day") if given.get("until") else None
        log_received(
            desk.actor,
            number,
            contact=contact,
            nature=nature,
            channel=one_of(Channel, given.get("channel") or "call", "channel"),
            text=text,
            until=until,
            now=desk.now,
        )
        messages.success(request, "Noted. The plan follows it.")
    else:
        messages.success(request, take_pasted(desk.actor, contact, text, now=desk.now)[1])
    return redirect(back(request, number))


@require_POST
def done(request: DeskRequest, number: int) -> HttpResponse:
    """A contact that the person made outside the desk."""
    desk, given = request.desk, request.POST
    at = given.get("at", "")
    log_contact(
        desk.actor,
        number,
        contact=number_in(given, "contact"),
        channel=one_of(Channel, given.get("channel"), "channel"),
        stage=one_of(Stage, given.get("stage"), "kind of note"),
        at=moment_of(at, desk.zone, "time") if at else None,
        words=given.get("words", ""),
        now=desk.now,
    )
    messages.success(request, "Noted. The plan follows it.")
    return redirect(back(request, number))


@require_POST
def join(request: DeskRequest, number: int) -> HttpResponse:
    """Somebody new at this employer."""
    given = request.POST
    told = {field: given.get(field, "") for field in ("name", "title", "email", "phone", "zone")}
    row = add_contact(request.desk.actor, number, now=request.desk.now, **told)
    messages.success(request, f"{row.name} is on the desk.")
    return redirect(back(request, number))


@require_POST
def change(request: DeskRequest, number: int) -> HttpResponse:
    """The job and where it is."""
    desk, given = request.desk, request.POST
    row = application(desk.actor, number)
    update_application(desk.actor, number, role=given.get("role", ""), posting=given.get("posting", ""), now=desk.now)
    place = {field: given[field] for field in ("name", "zone", "country", "region") if given.get(field)}
    if place:
        update_employer(desk.actor, row.employer_id, now=desk.now, **place)
    messages.success(request, "Saved.")
    return redirect(back(request, number))


@require_POST
def end(request: DeskRequest, number: int) -> HttpResponse:
    """Closes an application, withdraws from it, or takes it up again."""
    desk = request.desk
    if request.POST.get("open") == "yes":
        reopen_application(desk.actor, number, now=desk.now)
    else:
        leave = withdraw_application if request.POST.get("withdraw") == "yes" else close_application
        leave(desk.actor, number, reason=request.POST.get("reason", ""), now=desk.now)
    return redirect("application", number)


def back(request: DeskRequest, number: int) -> str:
    """The page that a form stood on: the application's, or one of its interviews'."""
    talk = request.POST.get("interview", "")
    return reverse("interview", args=[number_in(request.POST, "interview")]) if talk else reverse("application", args=[number])


ROUTES = [
    path("application/<int:number>", pursuit, name="application"),
    path("application/<int:number>/promise", promised, name="promise"),
    path("application/<int:number>/understood", understanding, name="understood"),
    path("application/<int:number>/heard", heard, name="heard"),
    path("application/<int:number>/done", done, name="done"),
    path("application/<int:number>/people", join, name="join"),
    path("application/<int:number>/change", change, name="application-change"),
    path("application/<int:number>/end", end, name="application-end"),
]
