"""Keeping the advice in order: what members reported, and what editors and admins decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.moderation import rule
from sincerely.desk.commons import About
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.commons import queue, rulings
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.commons import keeper
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.paging import paged


@deskless
@require_safe
def moderation(request: MemberRequest) -> HttpResponse:
    """The queue, for editors and admins; missing for everybody else."""
    reader = keeper(request)
    values = {
        "page": paged(queue(request.member), request),
        "rulings": rulings(request.member),
    }
    return render(request, "members/moderation.html", values | reader)


@deskless
@require_POST
def rule_remark(request: MemberRequest, number: int) -> HttpResponse:
    return ruled(request, About("remark", number))


@deskless
@require_POST
def rule_example(request: MemberRequest, number: int) -> HttpResponse:
    return ruled(request, About("example", number))


def ruled(request: MemberRequest, about: About) -> HttpResponse:
    what = request.POST.get("what", "")
    try:
        rule(request.member, about, what, reason=request.POST.get("reason", ""), now=now())
    except NotThere:
        raise
    except DeskError as error:
        messages.error(request, str(error))
        return redirect("moderation")
    messages.success(request, "Hidden. Its author reads why." if what == "hide" else "It stands, for everybody to read.")
    return redirect("moderation")


ROUTES = [
    path("advice/moderation", moderation, name="moderation"),
    path("advice/remarks/<int:number>/ruling", rule_remark, name="remark-ruling"),
    path("advice/examples/<int:number>/ruling", rule_example, name="example-ruling"),
]
