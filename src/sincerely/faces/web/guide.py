"""The help page: what the desk does, and the keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.faces.web.doors import open_to_all

KEYS = (
    ("n", "the next note"),
    ("y", "yes to the first question on Today"),
    ("t", "Today"),
    ("a", "Applications"),
    ("p", "People"),
    ("w", "Jobs to watch"),
    ("/", "the search of a list"),
    ("j and k", "down and up in a list"),
    ("Enter", "open what is chosen"),
    ("F8", "the next remark, while you write"),
    ("?", "this page"),
    ("Esc", "leave a field, or close what is open"),
)


@open_to_all
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "guide.html", {"keys": KEYS})


ROUTES = [path("help", guide, name="help")]
