"""The sample desk: invented people to look round among, with one click to remove it. Nothing is ever sent from it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from sincerely.desk.access import Actor
from sincerely.desk.actions.desk import remove_sample
from sincerely.desk.errors import NotThere
from sincerely.desk.opened import owner
from sincerely.desk.rulebooks import senses
from sincerely.desk.sample import sample_owner, start_sample
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import open_to_all
from sincerely.faces.web.remembering import forget
from sincerely.proof.rulebook import Rulebook, every_rule


def present() -> Actor:
    """Whose desk this is: the person's own, else the sample; raises NotThere where there is neither."""
    try:
        return owner()
    except NotThere:
        return sample_owner()


@open_to_all
@require_POST
def look_round(request: HttpRequest) -> HttpResponse:
    """Sets the sample desk up."""
    start_sample(now=now(), zone=settings.MACHINE_ZONE(), rulebook=Rulebook(every_rule(), senses("quick")))
    return redirect("today")


@open_to_all
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Takes the sample desk away; the first run begins."""
    remove_sample()
    forget()
    messages.success(request, "The sample is gone. Now your own desk.")
    return redirect("start")


ROUTES = [path("sample", look_round, name="sample"), path("sample/remove", remove, name="sample-remove")]
