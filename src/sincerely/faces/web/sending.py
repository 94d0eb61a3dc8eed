"""The mailbox: which is set up and how it is, another, and none."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.accounts import forget_account
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.desk import accounts
from sincerely.faces.web.asked import number_in
from sincerely.faces.web.mailbox import set_up
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.signing_in import UNDER_WAY
from sincerely.post.signin.provider import PROVIDERS


@require_http_methods(["GET", "HEAD", "POST"])
def sending(request: DeskRequest) -> HttpResponse:
    """GET: what is set up. POST: sets a mailbox up with its password, or forgets one."""
    desk, given = request.desk, request.POST
    if request.method != "POST":
        return render(request, "sending.html", values_of(request))
    try:
        if given.get("do") == "forget":
            forget_account(desk.actor, number_in(given, "account"), now=desk.now)
            words = "The mailbox and its password are forgotten. Mail that came in stays on your desk."
        else:
            words = f"The mailbox {set_up(desk, given).address} is set up."
    except DeskError as error:
        return render(request, "sending.html", values_of(request) | {"error": error}, status=422)
    messages.success(request, words)
    return redirect("sending")


def values_of(request: DeskRequest) -> dict[str, Any]:
    desk, given = request.desk, request.POST
    return {
        "mailboxes": accounts(desk.actor),
        "under_way": UNDER_WAY.get(desk.actor.desk),
        "providers": [] if settings.MEMBERS else list(PROVIDERS.values()),
        "form": given,
        "address": given.get("address") or desk.owner.email,
    }


ROUTES = [path("settings/mailbox", sending, name="sending")]
