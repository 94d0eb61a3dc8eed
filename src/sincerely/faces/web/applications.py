"""Applications: as a table or as a board, searched and filtered, and as CSV or JSON."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from sincerely.desk.actions.applications import add_application
from sincerely.desk.actions.tables import bring_applications
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.standings import STEPS, standings
from sincerely.desk.shapes import StandingShape
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.paging import paged
from sincerely.faces.web.remembering import remembered
from sincerely.faces.web.tables import csv_answer, json_answer, rows_in

COLUMNS = {
    "applied": "Applied",
    "interview": "Interview ahead",
    "waiting": "Following up",
    "offer": "Offer",
    "ended": "Ended",
}
# A column of the board shows this many; the table shows them all.
MOST_IN_COLUMN = 25
MOST_BYTES = 2 * 1024 * 1024


@require_safe
def applications(request: DeskRequest) -> HttpResponse:
    """The list, with `?q=`, `?step=` and `?as=board`."""
    words, step = request.GET.get("q", "").strip()[:200], request.GET.get("step", "")
    desk = request.desk
    rows = standings(desk.actor, desk.now, search=words) if words else remembered(standings, desk.actor, desk.now)
    counts = {name: sum(row.step == name for row in rows) for name in STEPS}
    chosen = [row for row in rows if row.step == step] if step in STEPS else rows
    board = request.GET.get("as") == "board"
    values: dict[str, Any] = {
        "words": words,
        "step": step if step in STEPS else "",
        "steps": [(name, COLUMNS[name], counts[name]) for name in STEPS],
        "board": board,
        "all": len(rows),
    }
    if board:
        values["columns"] = [column(name, rows) for name in STEPS]
    else:
        values["page"] = paged(chosen, request)
    return render(request, "applications.html", values)


def column(step: str, rows: list[StandingShape]) -> tuple[str, str, list[StandingShape], int]:
    """A step, its heading, the rows that show, and how many more there are."""
    found = [row for row in rows if row.step == step]
    return step, COLUMNS[step], found[:MOST_IN_COLUMN], max(0, len(found) - MOST_IN_COLUMN)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """An application that has no interview yet; one with an interview comes in by its invite."""
    if request.method != "POST":
        return render(request, "application-new.html", {"form": {}})
    asked = ("employer", "role", "zone", "country", "posting_url", "posting")
    told: dict[str, Any] = {name: request.POST.get(name, "") for name in asked}
    try:
        row = add_application(request.desk.actor, now=request.desk.now, **told)
    except DeskError as error:
        return render(request, "application-new.html", {"form": told, "error": error}, status=422)
    messages.success(request, f"Added: {row.role or 'an application'} at {row.employer}.")
    return redirect("applications")


@require_safe
def as_csv(request: DeskRequest) -> HttpResponse:
    rows = [asdict(row) for row in standings(request.desk.actor, request.desk.now)]
    return csv_answer("applications.csv", list(StandingShape.__dataclass_fields__), rows)


@require_safe
def as_json(request: DeskRequest) -> HttpResponse:
    return json_answer("applications.json", [asdict(row) for row in standings(request.desk.actor, request.desk.now)])


@require_http_methods(["POST"])
def bring(request: DeskRequest) -> HttpResponse:
    """Applications from a CSV or JSON file: all of them, or none and what is wrong with which line."""
    file = request.FILES.get("file")
    if file is None:
        raise DeskError("Choose a file first: a CSV with the columns employer and role, or a JSON list.")
    if (file.size or 0) > MOST_BYTES:
        raise DeskError("The file is larger than 2 MB. Split it into several.")
    done = bring_applications(request.desk.actor, rows_in(file.read(), file.name or ""), now=request.desk.now)
    known = f" {done.known} were on the desk already." if done.known else ""
    messages.success(request, f"{done.added} application{'' if done.added == 1 else 's'} added.{known}")
    return redirect("applications")


ROUTES = [
    path("applications", applications, name="applications"),
    path("applications/new", new, name="application-new"),
    path("applications.csv", as_csv, name="applications-csv"),
    path("applications.json", as_json, name="applications-json"),
    path("applications/bring", bring, name="applications-bring"),
]
