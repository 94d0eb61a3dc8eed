"""The door of the API: no cookie counts here, no page of another origin comes in, and every caller shows a token."""

import logging
import re
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from ninja.security import HttpBearer

from sincerely.desk.callers import Caller, Scope, caller
from sincerely.desk.pacing import Turnstile, caller_of
from sincerely.faces.api.clock import now, tick
from sincerely.faces.api.problems import TYPE, Refused, in_form, of_door, problem
from sincerely.faces.api.reading import MOST_FILE, MOST_JSON, take_body

log = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]
PREFIX = "/api/"
# Loaded with the first request that needs it.
ADDRESSES = "sincerely.faces.api.routes"
# Ten requests a second over a minute are a program at work; more are one that went wrong.
FLOOD = Turnstile(600, timedelta(minutes=1))
# A person mistypes a code of eight letters a few times, and no more.
TRIES = Turnstile(5, timedelta(minutes=10), "api-tries")
# An extension's own scripts, which its user gave the right to ask; pages are http and https.
EXTENSIONS = re.compile(r"(chrome|moz|safari-web)-extension")


class Bearer(HttpBearer):
    """Lets in whoever has a token with a scope; without a scope any token does.

    `alone`: on a desk of one person, which only this machine reaches, nobody needs one.
    """

    def __init__(self, scope: Scope | None = None, alone: bool = False) -> None:
        super().__init__()
        self.scope, self.alone = scope, alone

    def __call__(self, request: HttpRequest) -> Any:
        if self.alone and not settings.MEMBERS and "Authorization" not in request.headers:
            paced(FLOOD, caller_of(request))
            return True
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        found = caller(token.strip(), now())
        paced(FLOOD, str(found.token))
        if self.scope is not None:
            found.demand(self.scope)
        return found


def paced(turnstile: Turnstile, who: str) -> None:
    """Counts a caller; raises Refused with 429 where they came too often."""
    moment = tick()
    if turnstile.full(who, moment):
        seconds = int(turnstile.within.total_seconds())
        words = f"That was {turnstile.most} requests within {seconds} seconds. Wait, then go on more slowly."
        raise Refused(429, "too-many", words, {"Retry-After": str(seconds)})
    turnstile.count(who, moment)


def ours(request: HttpRequest) -> bool:
    """Whether it is the API that was asked."""
    return f"{request.path_info}/".startswith(PREFIX)


def in_words(answer: Answer) -> Answer:
    """Middleware, before all others: whom the desk turned away in plain text before the door is told so as a problem."""

    def told(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if ours(request) and response.status_code >= 400 and response.headers.get("Content-Type", "").startswith("text/plain"):
            response.content = problem(response.status_code, "turned-away", response.content.decode().strip()).content
            response.headers["Content-Type"] = TYPE
        return response

    return told


def apart(answer: Answer) -> Answer:
    """Middleware: what is under /api/ goes to the API alone, past sessions, cookies and forms, and is told as problems."""

    def door(request: HttpRequest) -> HttpResponse:
        if not ours(request):
            return answer(request)
        try:
            same_origin(request)
            view, values, names = resolve(request.path_info, ADDRESSES)
            take_body(request, MOST_FILE if request.method == "PUT" and "/files/" in request.path_info else MOST_JSON)
            return in_form(request, view(request, *values, **names))
        except Http404:
            return problem(404, "not-of-this-api", f"{request.path} is not of this API. See /api/openapi.json.")
        except Refused as error:
            return of_door(error)
        except Exception as error:
            # Its words may hold what is private: only the kind and the place go into the log.
            last = traceback.extract_tb(error.__traceback__)[-1]
            log.error("%s at %s:%s", type(error).__name__, last.name, last.lineno)
            got_request_exception.send(sender=None, request=request)
            return problem(500, "our-fault", "Something went wrong inside Sincerely. What you had saved is safe.")

    return door


def same_origin(request: HttpRequest) -> None:
    """Raises Refused for a page of another origin, and for an address that no database can hold."""
    origin = request.headers.get("Origin", "")
    parts = urlsplit(origin)
    own = origin == f"{request.scheme}://{request.get_host()}" or EXTENSIONS.fullmatch(parts.scheme)
    if origin and not own:
        raise Refused(403, "other-origin", "Pages of other origins may not use this API.")
    if "\0" in unquote(request.get_full_path()):
        raise Refused(422, "unwritable", "The address holds a NUL. Take it out.")
