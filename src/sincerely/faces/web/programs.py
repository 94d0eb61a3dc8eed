"""Programs that may come in: scripts, assistants and the browser extension, each with a token of its own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.tokens import DAYS, MOST_DAYS, make_token, offer_pairing, revoke_token
from sincerely.desk.callers import Scope
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.tokens import tokens
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.words import plainly

WRONG_NUMBER = "Say for how many days, as a number."


def page(request: DeskRequest, status: int = 200, **more: object) -> HttpResponse:
    rows = [row for row in tokens(request.desk.actor, request.desk.now) if row.stands]
    values = {"tokens": rows, "scopes": list(Scope), "days": DAYS, "most_days": MOST_DAYS}
    return render(request, "programs.html", values | more, status=status)


@require_safe
def programs(request: DeskRequest) -> HttpResponse:
    return page(request)


@require_POST
def change(request: DeskRequest) -> HttpResponse:
    """One of the buttons of the page. A secret is shown with this very answer, and never again."""
    desk, wish = request.desk, request.POST.get("do", "")
    verb, _, number = wish.partition(":")
    try:
        if verb == "new":
            days = whole(request.POST.get("days", ""))
            name, scopes = request.POST.get("name", ""), request.POST.getlist("scope")
            made, secret = make_token(desk.actor, name=name, scopes=scopes, days=days, now=desk.now)
            return page(request, made=made, secret=secret)
        if verb == "pair":
            return page(request, code=offer_pairing(desk.actor, now=desk.now))
        if verb == "revoke":
            gone = revoke_token(desk.actor, whole(number), now=desk.now)
            messages.success(request, f"{gone.name} may not come in any more.")
            return redirect("programs")
        raise DeskError("That button is not of this page. Load it again.")
    except DeskError as error:
        return page(request, 422, error=plainly(error), typed=request.POST, chosen=request.POST.getlist("scope"))


def whole(words: str) -> int:
    if not words.isdecimal() or len(words) > 15:
        raise DeskError(WRONG_NUMBER)
    return int(words)


ROUTES = [
    path("settings/programs", programs, name="programs"),
    path("settings/programs/change", change, name="programs-change"),
]
