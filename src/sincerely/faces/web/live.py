"""The writing page's script asks here: what is there to say of these words, and please keep them."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.views.decorators.http import require_POST

from sincerely.desk.actions.writing import Changed
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.drafts import allowed_here, report_as_typed
from sincerely.desk.queries.ghosts import model_of
from sincerely.desk.queries.messages import message
from sincerely.faces.web.marking import marked
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.faces.web.typed import Typed, edition_of
from sincerely.proof.senses import Tier

# Ten times what the longest letter should have, and read in half a second; the whole is read before it is approved.
MOST_AS_TYPED = 20_000


def report_on(desk: OpenDesk, number: int, typed: Typed, tier: Tier = "quick") -> dict[str, Any]:
    """The report on words as they stand in a window, as data for the page."""
    words = {**typed.words(), "body": typed.body[:MOST_AS_TYPED]}
    found = marked(*report_as_typed(desk.actor, number, desk.rulebook(tier), **words))
    if len(typed.body) > MOST_AS_TYPED:
        found["notes"].append(f"Only the first {MOST_AS_TYPED:,} characters are checked here.")
    return found


def told(error: DeskError) -> HttpResponse:
    return JsonResponse({"error": str(error)}, status=404 if isinstance(error, NotThere) else 422)


@require_POST
def report(request: DeskRequest, number: int) -> HttpResponse:
    """Marks for the words that were sent, and the same as a piece of the page; `?tier=full` looks more closely."""
    tier: Tier = "full" if request.GET.get("tier") == "full" else "quick"
    try:
        found = report_on(request.desk, number, Typed.decoded(request.body), tier)
        actor = request.desk.actor
        values = {"report": found, "allowed": allowed_here(actor, number), "model": model_of(actor), "number": number}
    except DeskError as error:
        return told(error)
    return JsonResponse({**found, "html": render_to_string("parts/report.html", values)})


@require_POST
def save(request: DeskRequest, number: int) -> HttpResponse:
    """Keeps the words; 409, with what stands on the desk, where another window was first."""
    try:
        kept = Typed.decoded(request.body).save(request.desk, number, typing=True)
    except Changed as error:
        stands = message(request.desk.actor, number)
        theirs = {"subject": stands.subject, "body": stands.body, "state": stands.state, "edition": edition_of(stands)}
        return JsonResponse({"error": str(error), **theirs}, status=409)
    except DeskError as error:
        return told(error)
    return JsonResponse({"edition": edition_of(kept)})


ROUTES = [
    path("write/<int:number>/report", report, name="report"),
    path("write/<int:number>/save", save, name="save"),
]
