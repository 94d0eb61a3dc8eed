"""One letter of many, as data: what `check --batch` and the API answer for each."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sincerely.proof import proofread
from sincerely.proof.record import BadRecord, read_letter
from sincerely.proof.rulebook import Rulebook
from sincerely.proof.senses import Senses
from sincerely.proof.shape import report_shape


def answer(data: Any, rulebook: Rulebook, clock: Callable[[], float]) -> dict[str, Any]:
    """`{"id", "verdict", "findings", "notes", "tier", "ms"}` for a letter in the form of read_letter; raises BadRecord.

    `clock` counts seconds; how long the look took is told in milliseconds.
    """
    if not isinstance(data, dict):
        raise BadRecord("expected a JSON object")
    letter = read_letter(data)
    start = clock()
    report = proofread(letter, rulebook)
    return {"id": data.get("id"), **report_shape(report), "ms": round((clock() - start) * 1000, 2)}


def for_many(senses: Senses) -> Senses:
    """Engines for many letters: tone is read by the full model, whose loading they share."""
    from sincerely.proof.tone import model

    return replace(senses, tone=model("full"))
