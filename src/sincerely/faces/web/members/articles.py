"""The advice as members see it: the articles in the order of what helped, and below each what they say of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sincerely.desk.admission import Member
from sincerely.desk.commons import About
from sincerely.desk.commons_shapes import TallyShape
from sincerely.desk.queries.commons import article_tallies, places_of, rank
from sincerely.faces.web.advice import article_named, fits_for, shelves
from sincerely.faces.web.doors import deskless, open_to_all
from sincerely.faces.web.members.commons import around, done, member_of_some, said_of
from sincerely.faces.web.members.door import MemberRequest


@open_to_all
@require_safe
def shelf(request: MemberRequest) -> HttpResponse:
    """Every article, those that helped most first."""
    member: Member | None = request.member
    sums = article_tallies(member)
    none = TallyShape()

    def order(name: str) -> tuple[float, float]:
        tally = sums.get(name, none)
        return rank(tally.helped, tally.votes)

    values = {
        "fits": fits_for(request),
        "shelves": [(title, sorted(rows, key=lambda one: order(one.name), reverse=True)) for title, rows in shelves()],
        "helped": {name: f"{tally.helped} of {tally.votes}" for name, tally in sums.items()},
    }
    return render(request, "members/advice.html", values | (around(request) if member else {}))


@open_to_all
@require_safe
def article(request: MemberRequest, name: str) -> HttpResponse:
    return shown(request, name)


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def said(request: MemberRequest, name: str) -> HttpResponse:
    """A member's word on an article: whether it helped, a remark, or a report of one. To read, the article is the page."""
    article_named(name)
    member_of_some(request)
    way = reverse("article", args=[name])
    if request.method != "POST":
        return redirect(f"{way}?{request.GET.urlencode()}#said")
    return done(request, About("article", name), way, shown)


def shown(request: MemberRequest, name: str, status: int = 200, **more: Any) -> HttpResponse:
    """The article, and for members what was said of it; for others how many found it helpful."""
    member: Member | None = request.member
    values: dict[str, Any] = {"article": article_named(name), "tally": article_tallies(member).get(name, TallyShape())}
    if member is not None and places_of(member):
        values |= said_of(request, About("article", name)) | {"speak": reverse("article-said", args=[name])}
    return render(request, "members/article.html", values | more, status=status)


ROUTES = [
    path("advice", shelf, name="advice"),
    path("advice/<slug:name>", article, name="article"),
    path("advice/<slug:name>/said", said, name="article-said"),
]
