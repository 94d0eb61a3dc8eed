"""What went wrong, as RFC 9457 has it: one form for every status from 400 on, and a kind that programs can go by."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from sincerely.desk.actions.errands import InFlight, Reused
from sincerely.desk.actions.sending import Stale
from sincerely.desk.actions.writing import Changed
from sincerely.desk.callers import NotLetIn, TooNarrow
from sincerely.desk.errors import DeskError, Held, NotThere

TYPE = "application/problem+json"
KINDS = "urn:sincerely:problem:"
UNSEEN = "This needs a token: Authorization: Bearer … Make one: sincerely token new NAME."
# What a desk that is busy is given to finish its work.
SOON = {"Retry-After": "1"}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One part of a request that does not fit: where it stands, and what was expected."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was refused. `reasons`: what holds a message; `errors`: what does not fit in the request."""

    type: str
    title: str
    status: int
    detail: str
    reasons: list[str] = field(default_factory=list)
    errors: list[Wrong] = field(default_factory=list)


class Refused(Exception):
    """A request that the door itself turns away."""

    def __init__(self, status: int, kind: str, words: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(words)
        self.status, self.kind, self.headers = status, kind, headers or {}


def problem(
    status: int,
    kind: str,
    words: str,
    *,
    reasons: tuple[str, ...] = (),
    errors: tuple[Wrong, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A problem as an answer."""
    body: dict[str, Any] = {
        "type": KINDS + kind,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": words,
        "reasons": list(reasons),
        "errors": [{"where": one.where, "what": one.what} for one in errors],
    }
    return HttpResponse(json.dumps(body), status=status, content_type=TYPE, headers=dict(headers or {}))


# What of the desk's own refusals is more than words that do not fit (422), by kind.
OF_THE_DESK: tuple[tuple[type[DeskError], int, str], ...] = (
    (NotThere, 404, "not-there"),
    (Held, 409, "held"),
    (Stale, 409, "stale"),
    (Changed, 409, "changed"),
    (Reused, 409, "key-reused"),
    (InFlight, 409, "in-flight"),
)


def of_desk(error: DeskError) -> HttpResponse:
    """What the desk refused."""
    if isinstance(error, NotLetIn):
        return problem(401, "not-let-in", str(error), headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    if isinstance(error, TooNarrow):
        return problem(403, "too-narrow", str(error), headers={"WWW-Authenticate": 'Bearer error="insufficient_scope"'})
    if isinstance(error.__cause__, OperationalError):
        return problem(429, "busy", str(error), headers=SOON)
    reasons = error.reasons if isinstance(error, Held) else ()
    status, kind = next(((status, kind) for of, status, kind in OF_THE_DESK if isinstance(error, of)), (422, "refused"))
    return problem(status, kind, str(error), reasons=reasons)


def of_door(error: Refused) -> HttpResponse:
    return problem(error.status, error.kind, str(error), headers=error.headers)


def of_form(error: ValidationError) -> HttpResponse:
    """A request that does not fit its form. A header that is missing is a bad request, as the Idempotency-Key draft has it."""
    found = tuple(Wrong(place(one["loc"]), one["msg"].removeprefix("Value error, ")) for one in error.errors[:20])
    headers = all(one["loc"][:1] == ("header",) for one in error.errors)
    return problem(400 if headers else 422, "does-not-fit", "The request does not fit: see errors.", errors=found)


def place(parts: tuple[Any, ...]) -> str:
    """Where in a request: the name of the form itself says nothing to its caller."""
    return ".".join(str(part) for part in parts if part != "told")


def of_framework(error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Refused):
        return of_door(error.__cause__)
    return problem(error.status_code, "bad-request", str(error))


def handle(api: NinjaAPI) -> None:
    """Every refusal of the API as a problem."""

    def told(tell: Any) -> Any:
        return lambda request, error: tell(error)

    api.add_exception_handler(DeskError, told(of_desk))
    api.add_exception_handler(Refused, told(of_door))
    api.add_exception_handler(ValidationError, told(of_form))
    api.add_exception_handler(HttpError, told(of_framework))
    api.add_exception_handler(AuthenticationError, told(lambda error: unauthenticated()))


def unauthenticated() -> HttpResponse:
    return problem(401, "no-token", UNSEEN, headers={"WWW-Authenticate": "Bearer"})


def in_form(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An answer that the framework gave without words, such as 405, as a problem; its headers stay."""
    if response.status_code < 400 or response.headers.get("Content-Type") == TYPE:
        return response
    words = f"{request.method} {request.path} is not of this API. See /api/openapi.json."
    kept = {name: value for name, value in response.headers.items() if name in ("Allow", "Retry-After")}
    return problem(response.status_code, "not-of-this-api", words, headers=kept)
