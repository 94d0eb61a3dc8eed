"""The link of an invitation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.organisations import accept
from sincerely.desk.queries.members import invited
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.clocks import own_clocks
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.members.organisation import ROLES


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: MemberRequest, token: str) -> HttpResponse:
    """What one is invited to; and the yes to it."""
    if request.method == "POST":
        joined = accept(request.member, token, now=now())
        messages.success(request, f"You are a member of {joined.name}.")
        return redirect("organisation", joined.id)
    row = invited(request.member, token, now())
    return render(request, "members/join.html", {"row": row, "there_for": ROLES[row.role], "clocks": own_clocks(request)})


ROUTES = [path("join/<str:token>", join, name="invited")]
