"""The desk's own calendar: saved as a file, subscribed to at a secret address, or pushed to a CalDAV server."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions import feeds
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.feed import way_of
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import open_to_all
from sincerely.faces.web.members.outside import outside_address
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.tables import named
from sincerely.faces.web.words import plainly

TYPE = "text/calendar; charset=utf-8"


@require_safe
def calendar(request: DeskRequest) -> HttpResponse:
    """What is set up."""
    return render(request, "calendar.html", {"feed": way_of(request.desk.actor)})


@require_safe
def save(request: DeskRequest) -> HttpResponse:
    """The calendar as a file, with names: it stays with the person."""
    return named(HttpResponse(feeds.saved(request.desk.actor, False, request.desk.now), content_type=TYPE), "follow-ups.ics")


@open_to_all
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar for whoever knows its secret."""
    owner = feeds.whose(token)
    found = feeds.served(owner, token, now()) if owner else None
    if found is None:
        raise Http404
    return HttpResponse(found, content_type=TYPE)


@require_POST
def change(request: DeskRequest) -> HttpResponse:
    """One of the buttons of the page; where it cannot be done, the page says why and keeps what was typed."""
    try:
        return done(request)
    except DeskError as error:
        values = {"feed": way_of(request.desk.actor), "typed": request.POST, "error": plainly(error)}
        return render(request, "calendar.html", values, status=422)


def done(request: DeskRequest) -> HttpResponse:
    desk, wish = request.desk, request.POST.get("do", "")
    words = "Kept."
    if wish == "token":
        # Shown with this very answer, and never again.
        way = reverse("calendar-feed", args=[feeds.new_token(desk.actor, now=desk.now)])
        values = {"feed": way_of(desk.actor), "address": request.build_absolute_uri(way)}
        return render(request, "calendar.html", values)
    if wish == "revoke":
        feeds.revoke_token(desk.actor, now=desk.now)
        words = "The address is void."
    elif wish == "names":
        feeds.set_privacy(desk.actor, request.POST.get("names") != "on", now=desk.now)
    elif wish == "caldav":
        url, user, password = (request.POST.get(name, "").strip() for name in ("url", "user", "password"))
        outside_address(url)
        feeds.set_caldav(desk.actor, url, user, password, now=desk.now)
        words = "The server is set up." if url else "The server is forgotten."
    elif wish == "push":
        done = feeds.push_calendar(desk.actor, desk.now)
        words = f"Written: {done.written}; as they were: {done.unchanged}; taken away: {done.removed}."
    else:
        raise DeskError("That button is not of this page. Load it again.")
    messages.success(request, words)
    return redirect("calendar")


ROUTES = [
    path("settings/calendar", calendar, name="calendar"),
    path("settings/calendar/change", change, name="calendar-change"),
    path("settings/calendar/follow-ups.ics", save, name="calendar-save"),
    path("calendar/<str:token>.ics", feed, name="calendar-feed"),
]
