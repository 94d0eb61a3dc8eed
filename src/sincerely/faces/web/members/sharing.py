"""Who may see what: nothing by default; the whole desk, one application or one draft for one coach, until taken back."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.grants import grant, revoke
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.applications import applications
from sincerely.desk.queries.history import history
from sincerely.desk.queries.members import coaches, grants
from sincerely.desk.queries.messages import messages as written
from sincerely.faces.web.asked import number_in
from sincerely.faces.web.opening import DeskRequest

# How far back the page tells who looked.
LOOKS = 20
SCOPE = re.compile(r"desk|(application|message):(\d{1,15})")


@require_safe
def sharing(request: DeskRequest) -> HttpResponse:
    return shown(request)


def shown(request: DeskRequest, status: int = 200, **more: object) -> HttpResponse:
    actor = request.desk.actor
    values = {
        "grants": grants(actor),
        "coaches": coaches(actor),
        "applications": applications(actor, status="open"),
        "drafts": written(actor, state="draft"),
        "looks": [row for row in history(actor, limit=500) if row.what == "look"][:LOOKS],
    }
    return render(request, "members/sharing.html", values | more, status=status)


@require_POST
def give(request: DeskRequest) -> HttpResponse:
    """Lets a coach in."""
    try:
        found = SCOPE.fullmatch(request.POST.get("what", ""))
        if found is None:
            raise DeskError("Choose what to share: the whole desk, an application, or a draft.")
        about = {found[1]: int(found[2])} if found[1] else {}
        made = grant(request.desk.actor, number_in(request.POST, "coach"), now=request.desk.now, **about)
    except DeskError as error:
        return shown(request, 422, error=error)
    messages.success(request, f"{made.coach} may read {made.what} now.")
    return redirect("sharing")


@require_POST
def take_back(request: DeskRequest, number: int) -> HttpResponse:
    revoke(request.desk.actor, number, now=request.desk.now)
    messages.success(request, "Taken back. It counts at once.")
    return redirect("sharing")


ROUTES = [
    path("sharing", sharing, name="sharing"),
    path("sharing/give", give, name="sharing-give"),
    path("sharing/<int:number>/take-back", take_back, name="sharing-take-back"),
]
