"""Reminders: a mail to oneself and a notice on the screen, each only where wanted and once a day."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from sincerely.desk.actions.desk import update_profile
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.due import due
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.remembering import remembered


@require_http_methods(["GET", "HEAD", "POST"])
def digest(request: DeskRequest) -> HttpResponse:
    desk = request.desk
    values = {"hours": range(5, 23), "sends": any(account["carrier"] for account in desk.owner.accounts)}
    if request.method != "POST":
        return render(request, "digest.html", values)
    try:
        update_profile(desk.actor, now=desk.now, digest_hour=request.POST.get("hour", ""))
    except DeskError as error:
        return render(request, "digest.html", values | {"error": error}, status=422)
    messages.success(request, "Kept.")
    return redirect("digest")


@require_safe
def owed(request: DeskRequest) -> JsonResponse:
    """How much is owed now, for the notice on the screen: a number, and no names."""
    day = remembered(due, request.desk.actor, request.desk.now)
    return JsonResponse({"owed": len(day.late) + len(day.today) + len(day.unread), "day": request.desk.today.isoformat()})


ROUTES = [path("settings/reminders", digest, name="digest"), path("owed.json", owed, name="owed")]
