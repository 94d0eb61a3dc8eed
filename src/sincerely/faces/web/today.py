"""Today: what is late, what is owed, what waits and why, and what only the person can settle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.queries.due import due
from sincerely.desk.queries.waiting import asking, last_sent
from sincerely.desk.shapes import DueShape, OwedShape, ReceivedShape, TouchShape
from sincerely.faces.web.natures import NATURES
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.remembering import remembered

# More than a day's work of one kind is no glance any more; `?all` shows every line.
MOST_LINES = 15


@dataclass(frozen=True)
class Section:
    """Some lines of the day under a heading; `more` are not shown."""

    title: str
    tone: str
    rows: list[TouchShape]
    more: int


@dataclass(frozen=True)
class Wait:
    """An employer whose turn it is: written to last at `since`, and the next contact that the plan allows."""

    touch: TouchShape
    since: datetime


@require_safe
def today(request: DeskRequest) -> HttpResponse:
    desk = request.desk
    day = remembered(due, desk.actor, desk.now)
    sent = remembered(last_sent, desk.actor, desk.now)
    most = None if "all" in request.GET else MOST_LINES
    first = next(iter(day.late + day.today), None)
    waits = [Wait(touch, sent[touch.contact]) for touch in day.coming if touch.contact in sent]
    planned = [touch for touch in day.coming if touch.contact not in sent]
    owed = asked(day)
    came_in = arrived(day.unread, asking(desk.actor))
    values = {
        "day": day,
        "first": first,
        "headline": headline(day),
        "came": came(day),
        "sections": [section("Late", "late", day.late, most), section("Today", "", day.today, most)],
        "asked": owed[:most],
        "more_asked": len(owed) - len(owed[:most]),
        "others": [row for row in day.questions if row.what != "nature"],
        "arrived": came_in[:most],
        "more_arrived": len(came_in) - len(came_in[:most]),
        "natures": NATURES,
        "waits": waits[:most],
        "more_waits": len(waits) - len(waits[:most]),
        "planned": planned[:most],
    }
    return render(request, "today.html", values)


def asked(day: DueShape) -> list[OwedShape]:
    """What is owed and stands nowhere else on the page."""
    planned = {touch.contact for touch in day.late + day.today + day.coming if touch.stage == "after-offer"}
    return [row for row in day.owed if row.what != "unread" and not (row.what == "acknowledge-offer" and row.contact in planned)]


def section(title: str, tone: str, rows: list[TouchShape], most: int | None) -> Section:
    shown = rows[:most]
    return Section(title, tone, shown, len(rows) - len(shown))


def arrived(unread: Iterable[ReceivedShape], asks: Iterable[ReceivedShape]) -> list[ReceivedShape]:
    """What came in and is not read, or not known for certain; each once, oldest first."""
    found = {row.id: row for row in (*unread, *asks)}
    return sorted(found.values(), key=lambda row: (row.at, row.id))


def headline(day: DueShape) -> str:
    """What is owed, in a sentence: `One note is late, three are owed today.`"""
    late, owed = len(day.late), len(day.today)
    said = []
    if late:
        said.append(f"{counted(late, 'note')} {are(late)} late")
    if owed:
        said.append(f"{number(owed) if late else counted(owed, 'note')} {are(owed)} owed today")
    words = ", ".join(said) or "nothing is owed today"
    return f"{words[:1].upper()}{words[1:]}."


def came(day: DueShape) -> str:
    """`Two answers to read.`; nothing where there are none."""
    return f"{counted(len(day.unread), 'answer').capitalize()} to read." if day.unread else ""


def counted(count: int, noun: str) -> str:
    return f"{number(count)} {noun}" + ("" if count == 1 else "s")


def are(count: int) -> str:
    return "is" if count == 1 else "are"


def number(count: int) -> str:
    """Small numbers as words."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[count] if count < len(words) else f"{count:,}"


ROUTES = [path("", today, name="today")]
