"""The door where desks are kept for many: who signed in comes to their own desk, and to no other."""

from collections.abc import Callable
from importlib import resources
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sincerely.desk.actions.persons import arrive, known
from sincerely.desk.admission import Member, desk_of
from sincerely.faces.web import static_files, troubles
from sincerely.faces.web.clock import now
from sincerely.faces.web.middleware import Answer, at_the_desk, dressed, is_called, needs_no_desk
from sincerely.faces.web.opening import DeskRequest, OpenDesk


class MemberRequest(DeskRequest):
    """A request of somebody who signed in."""

    member: Member


def guarded(answer: Answer) -> Answer:
    """Gives every answer its headers. Callers may be anywhere: who they are is asked at the door."""

    def guard(request: HttpRequest) -> HttpResponse:
        return dressed(answer(request) if is_called(request) else troubles.elsewhere())

    return guard


class StaticFiles(static_files.StaticFiles):
    """Our own, and the scripts of the accounts' program: security keys need them."""

    def __init__(self, *words: Any) -> None:
        super().__init__(*words)
        for part in ("account", "mfa"):
            self.add_files(str(resources.files(f"allauth.{part}") / "static"), prefix=settings.STATIC_URL)


class at_ones_desk(at_the_desk):
    """Finds out who asks, and opens their desk. Without a sign-in, all pages but the open ones lead to it."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = member_of(request)
        owner = desk_of(member) if member else None
        request.member = member  # type: ignore[attr-defined]
        request.desk = OpenDesk(owner, now()) if owner else None  # type: ignore[attr-defined]
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, values: object
    ) -> HttpResponse | None:
        if getattr(view, "open_to_all", False) or view.__module__.startswith("allauth."):
            return None
        if request.member is None:  # type: ignore[attr-defined]
            back = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
            return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")
        if request.desk is None and not needs_no_desk(view):  # type: ignore[attr-defined]
            return redirect("start")
        return None


def member_of(request: HttpRequest) -> Member | None:
    """Who signed in; taken in at their first visit, with the address that they verified."""
    user: Any = request.user
    if not user.is_authenticated:
        return None
    return known(user.pk) or arrive(user.pk, email=user.email, name=user.first_name, now=now())
