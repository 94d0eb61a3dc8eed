"""Earlier texts of a note beside what stands now: word by word, and side by side where there are scripts."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.queries import drafts
from sincerely.desk.queries.ghosts import doubts_in
from sincerely.desk.queries.messages import message
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.typed import Typed

PIECE = re.compile(r"\s+|\w+|[^\w\s]")
# Comparing takes time that grows with the square of the length: beyond this, texts are shown whole.
MOST_PIECES = 4_000


@require_safe
def versions(request: DeskRequest, number: int) -> HttpResponse:
    """All earlier texts, newest first; `?of=` chooses the one that is compared."""
    desk = request.desk
    note, kept = message(desk.actor, number), drafts.versions(desk.actor, number)
    chosen = next((row for row in kept if str(row.id) == request.GET.get("of")), kept[0] if kept else None)
    pieces = list(compared(chosen.body, note.body)) if chosen else []
    doubted = doubts_in(desk.actor, number, chosen.id, desk.now) if chosen and chosen.proposed_by else ()
    values: dict[str, Any] = {"doubted": list(dict.fromkeys(doubt.quote for doubt in doubted))}
    values |= {"note": note, "number": number, "typed": Typed.of(note), "kept": kept, "chosen": chosen, "pieces": pieces}
    return render(request, "versions.html", values)


def compared(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Pieces of both texts in reading order, each `same`, `gone` or `new`."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    if len(before) + len(after) > MOST_PIECES:
        yield from (("gone", old), ("new", new))
        return
    for what, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", "".join(before[start:end])
            continue
        if end > start:
            yield "gone", "".join(before[start:end])
        if stop > begin:
            yield "new", "".join(after[begin:stop])


ROUTES = [path("write/<int:number>/versions", versions, name="versions")]
