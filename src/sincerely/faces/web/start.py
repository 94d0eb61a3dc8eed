"""The first run, in three steps: who you are, how you send, and the interview that you had or will have."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.desk import start_desk
from sincerely.desk.errors import DeskError
from sincerely.faces.web.add import added
from sincerely.faces.web.asked import zones
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.mailbox import set_up
from sincerely.faces.web.opening import DeskRequest


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Who you are. The desk stands from here on."""
    desk = request.desk  # type: ignore[attr-defined]
    if desk is not None:
        return redirect("today")
    values: dict[str, Any] = {
        "form": request.POST or acquainted(request),
        "zone": request.POST.get("zone") or settings.MACHINE_ZONE(),
        "zones": zones(),
    }
    if request.method != "POST":
        return render(request, "start.html", values)
    try:
        told = {field: request.POST.get(field, "") for field in ("name", "email", "phone", "zone")}
        member = getattr(request, "member", None)
        start_desk(**told, now=now(), person=member.person if member else None)
    except DeskError as error:
        return render(request, "start.html", values | {"error": error}, status=422)
    return redirect("start-sending")


def acquainted(request: HttpRequest) -> dict[str, str]:
    """What an account tells of its owner already, where there are accounts."""
    member = getattr(request, "member", None)
    return {"name": member.name, "email": request.user.email} if member else {}  # type: ignore[union-attr]


@require_http_methods(["GET", "HEAD", "POST"])
def sending(request: DeskRequest) -> HttpResponse:
    """How you send. Without a mailbox nothing is set up: the mail program or the person sends."""
    given, owner = request.POST, request.desk.owner
    values = {"form": given, "address": given.get("address") or owner.email, "way": given.get("way", "program")}
    if request.method == "POST" and given.get("way") != "mailbox":
        return redirect("start-interview")
    if request.method == "POST":
        try:
            set_up(request.desk, given)
        except DeskError as error:
            return render(request, "start-sending.html", values | {"error": error}, status=422)
        return redirect("start-interview")
    return render(request, "start-sending.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def first_interview(request: DeskRequest) -> HttpResponse:
    """The interview."""
    return added(request, "start-interview.html")


ROUTES = [
    path("start", start, name="start"),
    path("start/sending", sending, name="start-sending"),
    path("start/interview", first_interview, name="start-interview"),
]
