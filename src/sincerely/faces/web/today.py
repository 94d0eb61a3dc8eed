"""Today: what is late, what is owed, what waits and why, and what only the person can settle."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.queries.due import due
from sincerely.faces.web.opening import DeskRequest

# What comes later fits below what is owed.
MOST_COMING = 12


@require_safe
def today(request: DeskRequest) -> HttpResponse:
    day = due(request.desk.actor, request.desk.now)
    return render(request, "today.html", {"day": day})


ROUTES = [path("", today, name="today")]
