"""The writing page: the letter at the left, what there is to say of it at the right."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.drafts import MOST_BYTES, MOST_FILES
from sincerely.desk.actions.writing import Changed, set_aside
from sincerely.desk.errors import DeskError, Held
from sincerely.desk.queries.applications import application, contact, interview
from sincerely.desk.queries.drafts import allowed_here, versions
from sincerely.desk.queries.ghosts import model_of
from sincerely.desk.queries.messages import message
from sincerely.desk.queries.plans import may
from sincerely.desk.queries.reviews import reviews
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.advice import likes
from sincerely.faces.web.live import report_on
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.reword import WISHES
from sincerely.faces.web.typed import Typed, edition_of
from sincerely.faces.web.write_steps import STEPS, attach_all
from sincerely.terms import Channel, Stage

# Where a step leads; every other one comes back to the note.
ONWARD = {"read": "approve", "drop": "writing"}


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: DeskRequest, number: int) -> HttpResponse:
    """A draft to work on. A note that is no draft any more is shown where it is sent from."""
    note = message(request.desk.actor, number)
    if request.method == "POST":
        return worked_on(request, note)
    if note.state != "draft":
        return redirect("approve", number)
    return page(request, note, Typed.of(note))


def worked_on(request: DeskRequest, note: MessageShape) -> HttpResponse:
    """Keeps what was typed, then does what the button says; what cannot be done is told, and nothing typed is lost."""
    verb, _, about = request.POST.get("do", "save").partition(":")
    typed = None
    try:
        typed = Typed.read(request.POST)
        note = typed.save(request.desk, note.id)
        attach_all(request.desk, note.id, request.FILES)
        done = STEPS.get(verb, STEPS["save"])(request.desk, note.id, about, request.POST)
    except Changed:
        return changed_elsewhere(request, note.id, typed or Typed.of(note))
    except DeskError as error:
        told = " ".join(error.reasons) if isinstance(error, Held) else str(error)
        return page(request, message(request.desk.actor, note.id), typed or Typed.of(note), wrong=told, status=422)
    if done:
        messages.success(request, done)
    onward = ONWARD.get(verb, "write")
    return redirect(onward) if onward == "writing" else redirect(onward, note.id)


def changed_elsewhere(request: DeskRequest, number: int, typed: Typed) -> HttpResponse:
    """Another window was first: both texts are shown, and both are kept."""
    desk = request.desk
    set_aside(desk.actor, number, subject=typed.subject, body=typed.body, now=desk.now)
    note = message(desk.actor, number)
    if note.state != "draft":
        messages.info(request, f"The note is {note.state} already. What you typed in this window is among its earlier texts.")
        return redirect("approve", number)
    return page(request, note, typed, conflict=True, status=409)


def page(
    request: DeskRequest, note: MessageShape, typed: Typed, *, wrong: str = "", conflict: bool = False, status: int = 200
) -> HttpResponse:
    """The page with words as they were typed; `conflict`: other words stand on the desk."""
    desk, channel = request.desk, Channel(note.channel)
    person = contact(desk.actor, note.contact)
    report = report_on(desk, note.id, typed)
    kept = versions(desk.actor, note.id)
    values: dict[str, Any] = {
        "note": note,
        "number": note.id,
        "typed": typed,
        "edition": edition_of(note),
        "report": report,
        "fits": likes(note, report["marks"], report["verdict"]),
        "contact": person,
        "job": application(desk.actor, note.application),
        "interview": interview(desk.actor, note.interview) if note.interview else None,
        "answer": may(desk.actor, note.contact, channel, desk.now, Stage(note.stage)),
        "versions": len([row for row in kept if not row.proposed_by]),
        "proposed": next((row for row in kept if row.proposed_by), None),
        "model": model_of(desk.actor),
        "wishes": WISHES,
        "reviews": reviews(desk.actor, note.id, desk.now),
        "allowed": allowed_here(desk.actor, note.id),
        "channels": list(Channel),
        "stages": list(Stage),
        "spoken": channel.spoken,
        "with_subject": channel in (Channel.EMAIL, Channel.LETTER),
        "limits": {"files": MOST_FILES, "bytes": MOST_BYTES},
        "wrong": wrong,
        "conflict": conflict,
    }
    return render(request, "write.html", values, status=status)


ROUTES = [path("write/<int:number>", write, name="write")]
