"""Which employers are one: a brand and its parent, for every gap and every cap."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from sincerely.desk.actions.employers import join_employers, separate_employer
from sincerely.desk.queries.employers import employer as company
from sincerely.desk.queries.standings import standings
from sincerely.faces.web.asked import number_in
from sincerely.faces.web.opening import DeskRequest, OpenDesk


def others(desk: OpenDesk, employer: int) -> list[tuple[int, str]]:
    """The other employers of the desk, by name."""
    found = {row.employer_id: row.employer for row in standings(desk.actor, desk.now) if row.employer_id != employer}
    return sorted(found.items(), key=lambda item: item[1].casefold())


@require_POST
def whole(request: DeskRequest, employer: int) -> HttpResponse:
    """It is part of another from now on, or one of its own after all."""
    desk, place = request.desk, company(request.desk.actor, employer)
    if request.POST.get("do") == "separate":
        separate_employer(desk.actor, employer, now=desk.now)
        messages.success(request, f"{place.name} is an employer of its own.")
    else:
        join_employers(desk.actor, employer, number_in(request.POST, "whole"), now=desk.now)
        messages.success(request, "They count as one employer from now on.")
    return redirect("employer", employer)


ROUTES = [path("employers/<int:employer>/whole", whole, name="employer-whole")]
