"""Insight: what one's own desk shows, honestly; each plot also as a table and as CSV."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.desk.errors import NotThere
from sincerely.desk.proportion import Proportion
from sincerely.desk.queries.insight import Insight
from sincerely.desk.queries.insight import insight as known
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.plots import LABEL, PLOT, bars, flow
from sincerely.faces.web.remembering import remembered
from sincerely.faces.web.tables import csv_answer
from sincerely.terms import Channel, Stage

TITLES = {"stages": "Answers by kind of note", "channels": "Answers by channel", "waits": "Answers by how soon you wrote"}


@require_safe
def insight(request: DeskRequest) -> HttpResponse:
    found = remembered(known, request.desk.actor, request.desk.now)
    plots = [(name, TITLES[name], *bars(shares), rows_of(shares)) for name, shares in groups(found).items()]
    values = {"found": found, "plots": plots, "flow": flow(found.steps), "label": LABEL, "plot": PLOT, "end": LABEL + PLOT}
    return render(request, "insight.html", values)


def groups(found: Insight) -> dict[str, dict[str, Proportion]]:
    """The shares of each plot, by the words that a person reads."""
    return {
        "stages": {STAGES[stage]: found.stages[stage] for stage in Stage if stage in found.stages},
        "channels": {CHANNELS[channel]: found.channels[channel] for channel in Channel if channel in found.channels},
        "waits": found.waits,
    }


def rows_of(shares: Mapping[str, Proportion]) -> list[dict[str, object]]:
    return [
        {
            "group": name,
            "answered": part.found,
            "sent": part.all,
            "share": round(part.share, 3) if part.enough else "",
            "low": round(part.range[0], 3) if part.enough else "",
            "high": round(part.range[1], 3) if part.enough else "",
        }
        for name, part in shares.items()
    ]


@require_safe
def as_csv(request: DeskRequest, name: str) -> HttpResponse:
    """The table of one plot."""
    found = remembered(known, request.desk.actor, request.desk.now)
    if name == "flow":
        return csv_answer("flow.csv", ["step", "count"], [{"step": step, "count": count} for step, count in found.steps.items()])
    if name == "employers":
        rows = [{"employer": who, "days": round(days, 1), "answers": count} for who, (days, count) in found.employers.items()]
        return csv_answer("employers.csv", ["employer", "days", "answers"], rows)
    if name not in TITLES:
        raise NotThere("There is no such plot.")
    return csv_answer(f"{name}.csv", ["group", "answered", "sent", "share", "low", "high"], rows_of(groups(found)[name]))


ROUTES = [path("insight", insight, name="insight"), path("insight/<slug:name>.csv", as_csv, name="insight-csv")]
