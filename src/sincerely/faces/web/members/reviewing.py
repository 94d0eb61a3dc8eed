"""What other members show one, to comment and vote on."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from sincerely.desk.looking import reviewer_as_member
from sincerely.desk.queries.reviews import asked_of
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.look import looked
from sincerely.faces.web.members.clocks import own_clocks
from sincerely.faces.web.members.door import MemberRequest


@deskless
@require_safe
def asked(request: MemberRequest) -> HttpResponse:
    """All notes that wait for one's word."""
    rows = asked_of(request.member, now())
    return render(request, "members/asked.html", {"rows": rows, "clocks": own_clocks(request)})


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: MemberRequest, number: int) -> HttpResponse:
    """One of them, as a reviewer by link sees it; missing where it is not for this member."""
    moment = now()
    return looked(request, reviewer_as_member(request.member, number, moment), moment)


ROUTES = [path("reviews", asked, name="reviews-asked"), path("reviews/<int:number>", review, name="review")]
