"""Templates: what editors offer, and a draft begun with one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sincerely.advice.frames import BLANKS
from sincerely.desk.actions.templates import LONGEST, offer_template, use_template, withdraw_template
from sincerely.desk.commons import About
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.commons import template, templates, templates_ranked
from sincerely.desk.queries.people import names
from sincerely.faces.web.asked import number_in, one_of
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.look import rulebook
from sincerely.faces.web.members.commons import around, done, keeper, said_of
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.paging import paged
from sincerely.faces.web.writing import MOST_PEOPLE, application_of
from sincerely.terms import Channel, Stage


@deskless
@require_safe
def shelf(request: MemberRequest) -> HttpResponse:
    """All templates of one's organisations, with `stage` those of a step."""
    return listed(request)


def listed(request: MemberRequest, status: int = 200, **more: Any) -> HttpResponse:
    stage = request.GET.get("stage", "")
    page = paged(templates_ranked(request.member, stage=stage), request)
    values = {
        "page": page,
        "rows": templates(request.member, page.object_list),
        "stage": stage,
        "stages": list(Stage),
        "channels": list(Channel),
        "blanks": [(f"{{{blank}}}", words) for blank, words in BLANKS.items()],
        "longest": LONGEST,
    }
    return render(request, "members/templates.html", values | around(request) | more, status=status)


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: MemberRequest) -> HttpResponse:
    """An editor offers one; what proof finds wrong in it is told beside the form, which stands with the others."""
    keeper(request)
    if request.method != "POST":
        return redirect(f"{reverse('templates')}?{request.GET.urlencode()}#offer")
    given = request.POST
    try:
        number = offer_template(
            request.member,
            title=given.get("title", ""),
            stage=one_of(Stage, given.get("stage"), "kind of note"),
            channel=one_of(Channel, given.get("channel"), "channel"),
            subject=given.get("subject", ""),
            body=given.get("body", ""),
            organisation=number_in(given, "organisation") if given.get("organisation") else None,
            rulebook=rulebook(),
            now=now(),
        )
    except NotThere:
        raise
    except DeskError as error:
        return listed(request, 422, wrong=str(error), form=given)
    messages.success(request, "Offered. Members can begin a note with it.")
    return redirect("template", number)


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: MemberRequest, number: int) -> HttpResponse:
    """One of them, and what members say of it."""
    if request.method != "POST":
        return shown(request, number)
    template(request.member, number)
    return done(request, About("template", number), reverse("template", args=[number]), shown)


def shown(request: MemberRequest, number: int, status: int = 200, **more: Any) -> HttpResponse:
    row = template(request.member, number)
    values = said_of(request, About("template", number)) | {
        "row": row,
        "tally": row.tally,
        "speak": reverse("template", args=[number]),
        "people": names(request.desk.actor)[:MOST_PEOPLE] if request.desk else [],
    }
    return render(request, "members/template.html", values | more, status=status)


@require_POST
def use(request: MemberRequest, number: int) -> HttpResponse:
    """Begins a draft with it, to somebody on one's own desk."""
    desk = request.desk
    template(request.member, number)
    try:
        contact = number_in(request.POST, "contact")
        told = {"application": application_of(desk, contact), "contact": contact}
        note = use_template(desk.actor, request.member, number, now=desk.now, rulebook=desk.rulebook(), **told)
    except NotThere:
        raise
    except DeskError as error:
        messages.error(request, str(error))
        return redirect("template", number)
    return redirect("write", note.id)


@deskless
@require_POST
def withdraw(request: MemberRequest, number: int) -> HttpResponse:
    withdraw_template(request.member, number)
    messages.success(request, "Withdrawn. Notes that were begun with it stay.")
    return redirect("templates")


ROUTES = [
    path("advice/templates", shelf, name="templates"),
    path("advice/templates/offer", offer, name="template-offer"),
    path("advice/templates/<int:number>", one, name="template"),
    path("advice/templates/<int:number>/use", use, name="template-use"),
    path("advice/templates/<int:number>/withdraw", withdraw, name="template-withdraw"),
]
