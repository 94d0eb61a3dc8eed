"""One's own words: what the check leaves alone on this desk."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.fine import call_back, call_fine
from sincerely.faces.web.opening import DeskRequest
from sincerely.proof.rulebook import every_rule


@require_safe
def own_words(request: DeskRequest) -> HttpResponse:
    titles = {rule.id: rule.rule.title for rule in every_rule()}
    owner = request.desk.owner
    values = {
        "rules": sorted(titles.items()),
        "phrases": [(rule, titles.get(rule, rule), phrase) for rule, phrase in owner.fine_phrases],
        "off": [(rule, titles.get(rule, rule)) for rule in owner.allowed_rules],
    }
    return render(request, "own-words.html", values)


@require_POST
def change(request: DeskRequest) -> HttpResponse:
    """Calls something fine, or takes it back."""
    desk, back = request.desk, request.POST.get("do") == "back"
    rule, phrase = request.POST.get("rule", ""), request.POST.get("phrase", "")
    (call_back if back else call_fine)(desk.actor, rule, phrase, now=desk.now)
    messages.success(request, "The check speaks of it again." if back else "The check leaves it alone from now on.")
    return redirect("own-words")


ROUTES = [path("settings/words", own_words, name="own-words"), path("settings/words/change", change, name="own-words-change")]
