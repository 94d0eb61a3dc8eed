"""The first run, in three steps: who you are, how you send, and the interview that you had or will have."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods
from tzlocal import get_localzone_name

from sincerely.desk.actions.desk import start_desk
from sincerely.desk.errors import DeskError
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import open_to_all


def own_zone() -> str:
    """The time zone of this machine."""
    try:
        return str(get_localzone_name() or "UTC")
    except Exception:
        return "UTC"


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Who you are."""
    if request.desk is not None:  # type: ignore[attr-defined]
        return redirect("today")
    values = {"form": request.POST, "zone": request.POST.get("zone") or own_zone()}
    if request.method != "POST":
        return render(request, "start.html", values)
    try:
        told = {field: request.POST.get(field, "") for field in ("name", "email", "phone", "zone")}
        actor = start_desk(**told, now=now())
    except DeskError as error:
        return render(request, "start.html", values | {"error": error}, status=422)
    messages.success(request, f"Your desk is ready, {actor.who}.")
    return redirect("today")


ROUTES = [path("start", start, name="start")]
