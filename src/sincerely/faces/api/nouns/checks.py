"""Letters checked without a desk: many at a time, nothing is kept."""

import time
from functools import cache
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Body
from pydantic import Field

from sincerely.desk.callers import Scope
from sincerely.desk.rulebooks import senses
from sincerely.faces.api.door import Bearer
from sincerely.faces.api.problems import Problem
from sincerely.proof.batch import answer, for_many
from sincerely.proof.record import BadRecord
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Tier

TAG = "Check"
# Half a minute of work for one core where each is long.
MOST_LETTERS = 100
ERRORS = (400, 401, 403, 413, 415, 422, 429)
Letters = Annotated[list[dict[str, Any]], Field(max_length=MOST_LETTERS, description="Letters in the form of check --batch.")]


@cache
def rulebook(tier: Tier) -> Rulebook:
    return Rulebook(every_rule(), for_many(senses(tier)))


def add(router: Router) -> None:
    """The one operation that needs no desk."""

    @router.post(
        "/check",
        auth=Bearer(Scope.CHECK, alone=True),
        response={200: list[dict[str, Any]]} | dict.fromkeys(ERRORS, Problem),
        operation_id="check",
        summary="Are these letters ready to go?",
        tags=[TAG],
    )
    def check(request: HttpRequest, told: Letters = Body(...), tier: Tier = "quick") -> list[dict[str, Any]]:  # noqa: B008
        """Answers in the same order, each with a verdict and findings; for a letter that cannot be read, its id and why.

        On a desk of one person it needs no token; on a desk for many, one with the scope check.
        """
        return [one(letter, tier) for letter in told]


def one(letter: dict[str, Any], tier: Tier) -> dict[str, Any]:
    try:
        return answer(letter, rulebook(tier), time.perf_counter)
    except BadRecord as error:
        return {"id": letter.get("id"), "error": str(error)}
