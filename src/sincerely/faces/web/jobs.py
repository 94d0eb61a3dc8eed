"""Jobs to watch: what is new, what changed, what closes soon; and what is under watch."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.watches import add_watch, apply_to, end_watch, look_at, read_again, set_aside
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.watches import history_of, job, jobs
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.paging import paged

# A group shows this many before it unfolds; the rest of the open ones is paged.
AT_ONCE = 25


@require_safe
def watching(request: DeskRequest) -> HttpResponse:
    return shown(request, {})


def shown(request: DeskRequest, more: dict[str, Any], status: int = 200) -> HttpResponse:
    found = jobs(request.desk.actor, request.desk.now)
    groups = [
        ("new", "New", found.new[:AT_ONCE], found.new[AT_ONCE:]),
        ("changed", "Changed", found.changed[:AT_ONCE], found.changed[AT_ONCE:]),
        ("closing", "Closing soon", found.closing[:AT_ONCE], found.closing[AT_ONCE:]),
    ]
    values = {"found": found, "groups": groups, "page": paged(found.open, request), "news": len(found.new) + len(found.changed)}
    return render(request, "jobs.html", values | more, status=status)


@require_POST
def put_under_watch(request: DeskRequest) -> HttpResponse:
    """A new address; a fault keeps what was typed."""
    address = request.POST.get("address", "")
    try:
        row = add_watch(request.desk.actor, address, now=request.desk.now)
    except DeskError as error:
        return shown(request, {"error": error, "address": address}, 422)
    messages.success(request, f"Under watch: {row.name or row.address}. It is read within the next minutes.")
    return redirect("jobs")


@require_safe
def posting(request: DeskRequest, number: int) -> HttpResponse:
    return one(request, number, {})


def one(request: DeskRequest, number: int, more: dict[str, Any], status: int = 200) -> HttpResponse:
    actor = request.desk.actor
    values = {"job": job(actor, number, request.desk.now), "changes": history_of(actor, number)}
    return render(request, "posting.html", values | more, status=status)


@require_POST
def apply(request: DeskRequest, number: int) -> HttpResponse:
    """Makes an application of a posting."""
    employer = request.POST.get("employer", "")
    try:
        made = apply_to(request.desk.actor, number, employer=employer, now=request.desk.now)
    except DeskError as error:
        return one(request, number, {"error": error}, 422)
    messages.success(request, f"{made.role} at {made.employer} is among your applications, with its posting.")
    return redirect("application", made.id)


@require_POST
def seen(request: DeskRequest) -> HttpResponse:
    """The person has looked at all that is new."""
    look_at(request.desk.actor, None, now=request.desk.now)
    messages.success(request, "Seen. What comes or changes from now on is news again.")
    return redirect("jobs")


@require_POST
def aside(request: DeskRequest, number: int) -> HttpResponse:
    """Takes a posting out of the lists, or back in."""
    back = request.POST.get("back") == "yes"
    set_aside(request.desk.actor, number, aside=not back, now=request.desk.now)
    messages.success(request, "It is in the lists again." if back else "Set aside: it shows no more.")
    return redirect("posting" if back else "jobs", *([number] if back else []))


@require_POST
def again(request: DeskRequest, number: int) -> HttpResponse:
    """Reads a watch as soon as its host may be asked."""
    row = read_again(request.desk.actor, number, now=request.desk.now)
    messages.success(request, f"{row.name or row.address} is read again within the next minute.")
    return redirect("jobs")


@require_POST
def end(request: DeskRequest, number: int) -> HttpResponse:
    """Ends a watch."""
    end_watch(request.desk.actor, number, now=request.desk.now)
    messages.success(request, "This watch has ended. Nothing is asked there any more.")
    return redirect("jobs")


ROUTES = [
    path("jobs", watching, name="jobs"),
    path("jobs/watch", put_under_watch, name="watch-add"),
    path("jobs/seen", seen, name="jobs-seen"),
    path("job/<int:number>", posting, name="posting"),
    path("job/<int:number>/apply", apply, name="posting-apply"),
    path("job/<int:number>/aside", aside, name="posting-aside"),
    path("watch/<int:number>/again", again, name="watch-again"),
    path("watch/<int:number>/end", end, name="watch-end"),
]
