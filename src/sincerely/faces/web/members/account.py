"""One's account: how one signs in, and the end of it with everything in it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.exports import export_said
from sincerely.desk.actions.persons import erase_person
from sincerely.desk.errors import DeskError
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.tables import named


@deskless
@require_safe
def account(request: MemberRequest) -> HttpResponse:
    return render(request, "members/account.html")


@deskless
@require_safe
def said(request: MemberRequest) -> HttpResponse:
    """What one said to other members, as JSON; with or without a desk."""
    return named(JsonResponse(export_said(request.member)), "sincerely-advice.json")


@deskless
@require_POST
def erase(request: MemberRequest) -> HttpResponse:
    """Desk, memberships and account are gone."""
    try:
        erase_person(request.member, request.POST.get("email", ""))
    except DeskError as error:
        return render(request, "members/account.html", {"error": error}, status=422)
    user: Any = request.user
    logout(request)
    user.delete()
    messages.success(request, "Everything of yours is gone. Take care.")
    return redirect("account_login")


ROUTES = [
    path("account", account, name="account"),
    path("account/said.json", said, name="account-said"),
    path("account/erase", erase, name="account-erase"),
]
