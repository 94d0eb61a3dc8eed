"""Light or dark: the browser's own choice, unless the person chose another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sincerely.faces.web.doors import open_to_all
from sincerely.faces.web.frame import THEMES

YEAR = 365 * 24 * 3600


@open_to_all
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keeps the choice in a cookie and goes back to where it was made; anything but light or dark forgets it."""
    wanted = request.POST.get("theme", "")
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    response = redirect(back) if safe else redirect("today")
    if wanted in THEMES:
        response.set_cookie("theme", wanted, max_age=YEAR, samesite="Strict", httponly=True)
    else:
        response.delete_cookie("theme", samesite="Strict")
    return response


ROUTES = [path("theme", theme, name="theme")]
