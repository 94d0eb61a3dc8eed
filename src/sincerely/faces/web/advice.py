"""Advice: the articles, and which of them fit what one is doing."""

from collections import Counter
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely import advice
from sincerely.advice import Article, Situation, Suggestion, fitting, library
from sincerely.desk.errors import NotThere
from sincerely.desk.queries.due import due
from sincerely.desk.queries.lately import found_lately
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.doors import open_to_all
from sincerely.faces.web.opening import OpenDesk
from sincerely.faces.web.remembering import remembered
from sincerely.terms import Channel, Severity, Stage

# Beside a draft two are read; more would be a reading list.
BESIDE_A_DRAFT = 2
SHELVES = ("The five ways to get it wrong, and the sixth", "Step by step", "Channel by channel", "When something has happened")


@open_to_all
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """Every article, and first those that fit the desk's own drafts and day."""
    return render(request, "advice.html", {"fits": fits_for(request), "shelves": shelves()})


@open_to_all
@require_safe
def article(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "article.html", {"article": article_named(name)})


def article_named(name: str) -> Article:
    """The article of that name; raises NotThere."""
    found = advice.article(name)
    if found is None:
        raise NotThere("There is no such article.")
    return found


def fits_for(request: HttpRequest) -> list[Suggestion]:
    """The articles that fit the desk, where there is one."""
    desk: OpenDesk | None = getattr(request, "desk", None)
    return fitting(library(), situation_of(desk)) if desk else []


def shelves() -> list[tuple[str, list[Article]]]:
    """The articles under their headings, each once."""
    found: dict[str, list[Article]] = {title: [] for title in SHELVES}
    for one in library():
        found[SHELVES[shelf_of(one)]].append(one)
    return [(title, rows) for title, rows in found.items() if rows]


def shelf_of(one: Article) -> int:
    if one.moments:
        return 0 if "nothing-sent" in one.moments else 3
    if one.stages:
        return 1
    return 2 if one.channels else 0


def situation_of(desk: OpenDesk) -> Situation:
    """Where the desk stands: what its last drafts had, and what today asks for."""
    day = remembered(due, desk.actor, desk.now)
    owed = [*day.late, *day.today]
    moments = {"nothing-sent"} if any(touch.stage == Stage.THANK_YOU for touch in day.late) else set()
    if any(touch.stage in (Stage.CHECK_IN, Stage.FINAL) for touch in owed):
        moments.add("silence")
    first = owed[0] if owed else None
    return Situation(
        rules=found_lately(desk.actor, desk.rulebook()),
        stage=Stage(first.stage) if first else None,
        channel=Channel(first.channel) if first else None,
        moments=frozenset(moments),
    )


def likes(note: MessageShape, marks: list[Mapping[str, str]], verdict: str) -> list[Suggestion]:
    """Two articles for the note that is being written."""
    rules = Counter(mark["rule"] for mark in marks if mark["severity"] != Severity.HINT.word)
    held = frozenset({"held"} if verdict == "hold" else ())
    return fitting(library(), Situation(rules, Stage(note.stage), Channel(note.channel), held), BESIDE_A_DRAFT)


ROUTES = [path("advice", shelf, name="advice"), path("advice/<slug:name>", article, name="article")]
