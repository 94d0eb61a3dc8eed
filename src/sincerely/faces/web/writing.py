"""What to write: the notes that are owed, those under way, and any other to a person that one chooses."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.drafts import write_draft
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.applications import applications
from sincerely.desk.queries.due import due
from sincerely.desk.queries.messages import messages
from sincerely.desk.queries.people import names
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.asked import number_in, one_of
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.faces.web.remembering import remembered
from sincerely.terms import Channel, Stage

# A long list is no choice: the search on People finds the others.
MOST_PEOPLE = 500
# More than these are on Today.
MOST_OWED = 30
WISHES = ("contact", "stage", "channel", "interview")


@require_http_methods(["GET", "HEAD", "POST"])
def writing(request: DeskRequest) -> HttpResponse:
    """GET: what there is to write, with `contact`, `stage`, `channel` and `interview` filled in. POST: begins it."""
    if request.method == "POST":
        try:
            return redirect("write", begun(request.desk, request.POST).id)
        except DeskError as error:
            return page(request, str(error), 422)
    return page(request)


def begun(desk: OpenDesk, wishes: Mapping[str, str]) -> MessageShape:
    """The draft that is wished for; one of its kind to the same person that is under way is gone on with."""
    contact = number_in(wishes, "contact")
    stage, channel = (
        one_of(Stage, wishes.get("stage"), "kind of note"),
        one_of(Channel, wishes.get("channel") or "email", "channel"),
    )
    interview = number_in(wishes, "interview") if wishes.get("interview") else None
    for row in messages(desk.actor, state="draft"):
        if (row.contact, row.stage, row.channel) == (contact, stage, channel) and row.interview == (interview or row.interview):
            return row
    return write_draft(
        desk.actor,
        number_in(wishes, "application") if wishes.get("application") else application_of(desk, contact),
        contact=contact,
        stage=stage,
        channel=channel,
        interview=interview,
        rulebook=desk.rulebook(),
        now=desk.now,
    )


def application_of(desk: OpenDesk, person: int) -> int:
    """The newest open application at a contact's employer; raises DeskError where there is none."""
    employer = next((row.employer_id for row in names(desk.actor) if row.id == person), None)
    rows = [row for row in applications(desk.actor) if row.employer_id == employer]
    if not rows:
        raise DeskError("There is no application at that person's employer yet. Add one first.")
    return max(rows, key=lambda row: (row.status == "open", row.id)).id


def page(request: DeskRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    desk = request.desk
    day = remembered(due, desk.actor, desk.now)
    values = {
        "owed": [touch for touch in (*day.late, *day.today, *day.coming) if touch.message is None][:MOST_OWED],
        "under_way": messages(desk.actor, state="draft"),
        "people": names(desk.actor)[:MOST_PEOPLE],
        "channels": list(Channel),
        "stages": list(Stage),
        "wish": {
            name: request.POST.get(name) or request.GET.get(name, "") for name in ("contact", "stage", "channel", "interview")
        },
        "wrong": wrong,
    }
    return render(request, "writing.html", values, status=status)


ROUTES = [path("write", writing, name="writing")]
