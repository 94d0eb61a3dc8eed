"""What a reviewer sees: the letter that was shown to them, and a place for what they think of it. Nothing else of the desk.

Whoever holds the link may look; no cookie is needed, so no form needs a token against forgery: the link itself is one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.reviews import Moved, comment, look_in, reply, vote
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.looking import Reviewer, hash_of, reviewer_by_link
from sincerely.desk.pacing import Turnstile, caller_of
from sincerely.desk.queries.reviews import look as seen_by
from sincerely.desk.review_shapes import LookShape
from sincerely.desk.rulebooks import senses
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import open_to_all
from sincerely.faces.web.margins import chosen, sentences
from sincerely.faces.web.words import day
from sincerely.proof.rulebook import Rulebook, every_rule

# A person reads, comments and looks again; a program that asks more often than every five seconds is none.
PER_LINK = Turnstile(120, timedelta(minutes=10), "look-link")
PER_CALLER = Turnstile(240, timedelta(minutes=10), "look-caller")
# Nobody mistypes so many links. Of 256 bits none is found anyway; this keeps the desk from being asked.
MISSES = Turnstile(20, timedelta(minutes=10), "look-misses")
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data:",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    ),
}


@cache
def rulebook() -> Rulebook:
    """The quick rules; what the owner allowed on their desk is left out with the letter."""
    return Rulebook(every_rule(), senses("quick"), frozenset())


@open_to_all
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, token: str) -> HttpResponse:
    """The letter behind a link. A link that does not stand is told the same whatever the reason."""
    moment, caller, link = now(), caller_of(request), hash_of(token)
    if MISSES.full(caller, moment) or PER_CALLER.full(caller, moment) or PER_LINK.full(link, moment):
        return private(render(request, "look-gone.html", {"busy": True}, status=429))
    PER_CALLER.count(caller, moment)
    PER_LINK.count(link, moment)
    try:
        return private(looked(request, reviewer_by_link(token, moment), moment))
    except NotThere:
        MISSES.count(caller, moment)
        return private(render(request, "look-gone.html", status=404))


def looked(request: HttpRequest, reviewer: Reviewer, moment: datetime) -> HttpResponse:
    """The page of one reviewer, however they came in; raises NotThere."""
    if request.method == "POST":
        return done(request, reviewer, moment)
    if request.method == "GET":
        look_in(reviewer, now=moment)
    return page(request, reviewer, moment)


def done(request: HttpRequest, reviewer: Reviewer, moment: datetime) -> HttpResponse:
    """Does what the button says; what cannot be done is told, and nothing typed is lost."""
    verb, _, about = request.POST.get("do", "").partition(":")
    try:
        VERBS.get(verb, nothing)(reviewer, about, request.POST, moment)
    except NotThere:
        raise
    except DeskError as error:
        status = 409 if isinstance(error, Moved) else 422
        return page(request, reviewer, moment, status=status, wrong=str(error), typed=request.POST)
    return redirect(f"{request.path}#{'yours' if verb != 'vote' else 'vote'}")


def said(reviewer: Reviewer, about: str, given: QueryDict, moment: datetime) -> None:
    shown = seen_by(reviewer, rulebook(), moment)
    part, span = chosen(given.get("about", ""), given.get("only", ""), {"subject": shown.subject, "body": shown.body})
    instead = given.get("instead", "").strip() or ("" if given.get("out") else None)
    comment(
        reviewer, words=given.get("words", ""), part=part, span=span, seen=given.get("seen", ""), suggestion=instead, now=moment
    )


def answered(reviewer: Reviewer, about: str, given: QueryDict, moment: datetime) -> None:
    reply(
        reviewer, int(about) if about.isdecimal() and len(about) < 16 else 0, words=given.get(f"answer:{about}", ""), now=moment
    )


def voted(reviewer: Reviewer, about: str, given: QueryDict, moment: datetime) -> None:
    vote(reviewer, given.get("vote", ""), reason=given.get("reason", ""), seen=given.get("seen", ""), now=moment)


def nothing(reviewer: Reviewer, about: str, given: QueryDict, moment: datetime) -> None:
    raise DeskError("That button is not known here. Load the page again.")


VERBS: dict[str, Callable[[Reviewer, str, QueryDict, datetime], None]] = {"say": said, "answer": answered, "vote": voted}


def page(request: HttpRequest, reviewer: Reviewer, moment: datetime, status: int = 200, **more: Any) -> HttpResponse:
    shown: LookShape = seen_by(reviewer, rulebook(), moment)
    values = {
        "look": shown,
        "until": day(datetime.fromisoformat(shown.expires_at).date(), moment.date()),
        "subject": list(sentences(shown.subject, "subject", shown.comments)),
        "body": list(sentences(shown.body, "body", shown.comments)),
        "typed": {},
        "by_link": reviewer.member is None,
    }
    return render(request, "look.html", values | more, status=status)


def private(response: HttpResponse) -> HttpResponse:
    """An answer that no search engine keeps and no other host hears of."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


ROUTES = [path("look/<str:token>", look, name="look")]
