"""One interview: what was talked about, with whom, and what follows from it."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.interviews import cancel_interview, move_interview, set_notes, set_panel
from sincerely.desk.queries.applications import application
from sincerely.desk.queries.applications import interview as known
from sincerely.faces.web.add import ending
from sincerely.faces.web.asked import moment_of, number_in
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.pursuit import around


@require_safe
def interview(request: DeskRequest, number: int) -> HttpResponse:
    desk = request.desk
    talk = known(desk.actor, number)
    job = application(desk.actor, talk.application)
    begins, ends = datetime.fromisoformat(talk.start), datetime.fromisoformat(talk.end)
    values = around(desk, job) | {
        "talk": talk,
        "over": ends <= desk.now,
        "asks": ends <= desk.now and not talk.notes.strip() and talk.cancelled_at is None,
        "panel": {person["id"] for person in talk.contacts},
        "minutes": int((ends - begins).total_seconds() // 60),
        "local": begins.astimezone(desk.zone).strftime("%Y-%m-%dT%H:%M"),
    }
    return render(request, "interview.html", values)


@require_POST
def notes(request: DeskRequest, number: int) -> HttpResponse:
    """What was talked about."""
    set_notes(request.desk.actor, number, request.POST.get("notes", ""), now=request.desk.now)
    messages.success(request, "Kept. Your note can speak of it now.")
    return redirect("interview", number)


@require_POST
def panel(request: DeskRequest, number: int) -> HttpResponse:
    """Who was there."""
    chosen = [number_in({"person": words}, "person") for words in request.POST.getlist("person")]
    set_panel(request.desk.actor, number, chosen, now=request.desk.now)
    messages.success(request, "Saved.")
    return redirect("interview", number)


@require_POST
def move(request: DeskRequest, number: int) -> HttpResponse:
    """Another time, by the owner's clocks."""
    start = moment_of(request.POST.get("start", ""), request.desk.zone, "beginning")
    move_interview(
        request.desk.actor, number, start=start, end=ending(start, request.POST.get("minutes", "")), now=request.desk.now
    )
    messages.success(request, "Moved. The plan follows it.")
    return redirect("interview", number)


@require_POST
def cancel(request: DeskRequest, number: int) -> HttpResponse:
    row = cancel_interview(request.desk.actor, number, now=request.desk.now)
    messages.success(request, f"The interview at {row.employer} is cancelled.")
    return redirect("application", row.application)


ROUTES = [
    path("interview/<int:number>", interview, name="interview"),
    path("interview/<int:number>/notes", notes, name="notes"),
    path("interview/<int:number>/panel", panel, name="panel"),
    path("interview/<int:number>/move", move, name="move"),
    path("interview/<int:number>/cancel", cancel, name="cancel"),
]
