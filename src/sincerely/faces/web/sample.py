"""The sample desk: invented people to look round among, with one click to remove it. Nothing is ever sent from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from sincerely.desk.access import Actor
from sincerely.desk.opened import owner
from sincerely.faces.web.doors import open_to_all


def chosen(request: HttpRequest) -> Actor:
    """Whose desk a request is about; raises NotThere where there is none."""
    return owner()


@open_to_all
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    return redirect("start")


ROUTES = [path("sample/remove", remove, name="sample-remove")]
