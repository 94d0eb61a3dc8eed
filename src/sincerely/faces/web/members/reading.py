"""What a seeker shares, as their coach reads it: nothing can be changed here, and each look is told to the seeker."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.actions.looking import Note, Pursuit, Shared, look_at_application, look_at_desk, look_at_message
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.clocks import clocks_in
from sincerely.faces.web.members.door import MemberRequest


@deskless
@require_safe
def desk(request: MemberRequest, number: int) -> HttpResponse:
    return shown(request, "members/shared-desk.html", look_at_desk(request.member, number, now=now()))


@deskless
@require_safe
def application(request: MemberRequest, number: int) -> HttpResponse:
    return shown(request, "members/shared-application.html", look_at_application(request.member, number, now=now()))


@deskless
@require_safe
def note(request: MemberRequest, number: int) -> HttpResponse:
    return shown(request, "members/shared-note.html", look_at_message(request.member, number, now=now()))


def shown(request: MemberRequest, page: str, shared: Shared | Pursuit | Note) -> HttpResponse:
    """By the seeker's clocks."""
    return render(request, page, {"shared": shared, "clocks": clocks_in(shared.zone)})


ROUTES = [
    path("shared/desk/<int:number>", desk, name="shared-desk"),
    path("shared/application/<int:number>", application, name="shared-application"),
    path("shared/note/<int:number>", note, name="shared-note"),
]
