"""The door itself: what this is, who one is here, and pairing."""

from dataclasses import dataclass
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, ConfigDict, Field

from sincerely import __version__
from sincerely.desk.actions.tokens import pair
from sincerely.desk.callers import Caller
from sincerely.desk.pacing import caller_of
from sincerely.desk.queries.desk import desk
from sincerely.faces.api.clock import now
from sincerely.faces.api.door import TRIES, Bearer, paced
from sincerely.faces.api.problems import Problem

TAG = "The door"


@dataclass(frozen=True, slots=True)
class AboutShape:
    """What answers here. `members`: desks are kept for many, and everything needs a token."""

    name: str
    version: str
    members: bool


@dataclass(frozen=True, slots=True)
class CallerShape:
    """Whose desk a token leads to, as whom one acts, and what it allows."""

    desk: str
    who: str
    scopes: list[str]


@dataclass(frozen=True, slots=True)
class PairedShape:
    """A token for a program that was paired; told this once."""

    token: str
    scopes: list[str]
    expires_at: str


class PairForm(BaseModel):
    """The code that the desk shows, and the program's own name."""

    model_config = ConfigDict(extra="forbid")
    code: Annotated[str, Field(max_length=40)]
    name: Annotated[str, Field(min_length=1, max_length=100)]


def add(router: Router) -> None:
    """Operations for callers whom the desk does not know yet, and who one is."""

    @router.get(
        "/about", response={200: AboutShape, 400: Problem, 403: Problem, 413: Problem}, **told("about", "What answers here")
    )
    def about(request: HttpRequest) -> AboutShape:
        """Needs no token, and tells nothing of anybody."""
        return AboutShape("sincerely", __version__, settings.MEMBERS)

    @router.get(
        "/me",
        auth=Bearer(),
        response={200: CallerShape} | dict.fromkeys((400, 401, 403, 413, 429), Problem),
        **told("me", "Whose token this is, and what it allows"),
    )
    def me(request: HttpRequest) -> CallerShape:
        """Any token will do."""
        found: Caller = request.auth  # type: ignore[attr-defined]
        return CallerShape(desk(found.actor).name, found.actor.who, sorted(found.scopes))

    @router.post(
        "/pair",
        response={201: PairedShape} | dict.fromkeys((400, 401, 403, 413, 415, 422, 429), Problem),
        **told("pair", "Exchange a pairing code for a token"),
    )
    def paired(request: HttpRequest, told: PairForm) -> Status[PairedShape]:
        """The desk shows a code for ten minutes, under Settings or by `sincerely token pair`; it is good once."""
        paced(TRIES, caller_of(request))
        shape, secret = pair(told.code, name=told.name, now=now())
        return Status(201, PairedShape(secret, shape.scopes, shape.expires_at))


def told(name: str, summary: str) -> dict[str, Any]:
    return {"operation_id": name, "summary": summary, "tags": [TAG]}
