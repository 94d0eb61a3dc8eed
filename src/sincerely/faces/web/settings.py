"""Settings: who you are, and the ways to everything else that can be set."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.desk import update_profile
from sincerely.desk.errors import DeskError
from sincerely.faces.web.opening import DeskRequest

TEXTS = ("name", "email", "phone", "zone", "postal_address", "pace", "employer", "background")
# The longest side of a handwritten name in print is some 1,000 dots: this is room for a careless scan.
MOST_SIGNATURE = 2 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: DeskRequest) -> HttpResponse:
    """Who you are: it signs your notes, and tells when your day begins."""
    desk = request.desk
    if request.method != "POST":
        return render(request, "settings.html", {"form": desk.owner})
    told: dict[str, Any] = {name: request.POST.get(name, "") for name in TEXTS}
    try:
        if file := request.FILES.get("signature"):
            if (file.size or 0) > MOST_SIGNATURE:
                raise DeskError("The picture of your signature is larger than 2 MB. Make it smaller.")
            told["signature"] = file.read()
        elif request.POST.get("no_signature"):
            told["signature"] = None
        update_profile(desk.actor, now=desk.now, **told)
    except DeskError as error:
        return render(request, "settings.html", {"form": told, "error": error}, status=422)
    messages.success(request, "Kept.")
    return redirect("settings")


ROUTES = [path("settings", settings, name="settings")]
