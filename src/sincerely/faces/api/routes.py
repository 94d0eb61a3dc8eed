"""The API as a whole: its operations, its description, and its addresses."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI, Router

from sincerely import __version__
from sincerely.faces.api import openapi, operation, pages
from sincerely.faces.api.nouns import (
    applications,
    calendar,
    checks,
    contacts,
    day,
    door,
    employers,
    interviews,
    jobs,
    messages,
    received,
    reviews,
    sending,
    settings,
)
from sincerely.faces.api.problems import handle
from sincerely.faces.api.reading import Limited

NOUNS = (day, applications, contacts, employers, interviews, messages, sending, received, reviews, jobs, calendar, settings)
WORDS = """Your desk for other programs. Each comes in with a token (`Authorization: Bearer …`) that you make with
`sincerely token new` or under Settings, Programs, for the scopes that you choose.

Every refusal is a problem in the form of RFC 9457; its `type` tells the kind to a program. What can lead to a send needs an
`Idempotency-Key`: the same key and body give the same answer, and nothing goes twice. Lists come in pages: give `next` back as
`cursor`."""


class Described(NinjaAPI):
    """The API, whose description is complete."""

    def get_openapi_schema(self, **told: Any) -> Any:
        return openapi.completed(super().get_openapi_schema(**told))


def built() -> NinjaAPI:
    """All of it."""
    api = Described(
        title="Sincerely",
        version=__version__,
        description=WORDS,
        urls_namespace="api",
        parser=Limited(),
        docs_url=None,
        openapi_url=None,
    )
    handle(api)
    outer = Router()
    door.add(outer)
    checks.add(outer)
    api.add_router("", outer)
    for noun in NOUNS:
        router = Router()
        for one in noun.OPERATIONS:
            operation.add(router, one, noun.TAG)
        api.add_router("", router)
    return api


API = built()
OPERATIONS = {one.id: one for noun in NOUNS for one in noun.OPERATIONS}


def description(request: HttpRequest) -> HttpResponse:
    """The API's own description, as OpenAPI 3.1."""
    return HttpResponse(openapi.text(API), content_type="application/json")


def reading(request: HttpRequest) -> HttpResponse:
    """The same, to read."""
    return HttpResponse(pages.page(json.loads(openapi.text(API))))


urlpatterns = [
    path("api/docs", reading, name="docs"),
    path("api/openapi.json", description, name="openapi"),
    path("api/", API.urls),
]
