"""What a person settles with one click: a note begun, a nature confirmed, a doubt ended."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from sincerely.desk.actions.applications import update_employer
from sincerely.desk.actions.contacts import stop_contact
from sincerely.desk.actions.handing_over import not_sent_after_all
from sincerely.desk.actions.replies import confirm_nature, mark_read, waive
from sincerely.desk.actions.sending import retry, settle
from sincerely.desk.queries.applications import application
from sincerely.desk.queries.messages import message
from sincerely.faces.web.asked import day_of
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.writing import begun


@require_POST
def begin(request: DeskRequest) -> HttpResponse:
    """Begins a note, with a first draft that the person makes their own."""
    return redirect("write", begun(request.desk, request.POST).id)


@require_POST
def read(request: DeskRequest, number: int) -> HttpResponse:
    """The person has read a word that came in."""
    row = mark_read(request.desk.actor, number, now=request.desk.now)
    messages.success(request, f"Read: {row.contact_name or row.sender}.")
    return redirect("today")


@require_POST
def nature(request: DeskRequest, number: int) -> HttpResponse:
    """The person says what a word that came in is; so it is read, too."""
    given, desk = request.POST, request.desk
    until = given.get("until", "")
    row = confirm_nature(
        desk.actor, number, given.get("nature", ""), until=day_of(until, "last day") if until else None, now=desk.now
    )
    if row.read_at is None:
        mark_read(desk.actor, number, now=desk.now)
    messages.success(request, f"Thank you. The plan for {row.employer or row.sender} follows it.")
    return redirect("today")


@require_POST
def stop(request: DeskRequest, number: int) -> HttpResponse:
    """For whom a wish for no more contact was said."""
    whole = request.POST.get("whole") == "yes"
    row = stop_contact(request.desk.actor, number, whole_employer=whole, now=request.desk.now)
    messages.success(request, f"No more notes go to {row.employer if whole else row.name}.")
    return redirect("today")


@require_POST
def zone(request: DeskRequest, number: int) -> HttpResponse:
    """Where an employer is; by its clocks notes are sent."""
    pursuit = application(request.desk.actor, number)
    update_employer(request.desk.actor, pursuit.employer_id, zone=request.POST.get("zone", ""), now=request.desk.now)
    messages.success(request, f"Times for {pursuit.employer} are right now.")
    return redirect("today")


@require_POST
def doubt(request: DeskRequest, number: int) -> HttpResponse:
    """Whether a message that may have gone did go."""
    went = request.POST.get("went") == "yes"
    row = message(request.desk.actor, number)
    if row.state == "sent" and not went:
        not_sent_after_all(request.desk.actor, number, now=request.desk.now)
    else:
        settle(request.desk.actor, number, went=went, now=request.desk.now)
    messages.success(request, "Noted: it went." if went else "Noted: it did not go. It is a draft again.")
    return redirect("today")


@require_POST
def again(request: DeskRequest, number: int) -> HttpResponse:
    """Takes a message that failed back to the drafts."""
    row = retry(request.desk.actor, number, now=request.desk.now)
    return redirect("write", row.id)


@require_POST
def let_go(request: DeskRequest, interview: int, contact: int) -> HttpResponse:
    """A thank-you that is not owed, and why."""
    waive(request.desk.actor, interview, contact=contact, reason=request.POST.get("reason", ""), now=request.desk.now)
    messages.success(request, "Noted: this thank-you is not owed.")
    return redirect("today")


ROUTES = [
    path("begin", begin, name="begin"),
    path("received/<int:number>/read", read, name="read"),
    path("received/<int:number>/nature", nature, name="nature"),
    path("contact/<int:number>/stop", stop, name="stop"),
    path("application/<int:number>/zone", zone, name="zone"),
    path("message/<int:number>/settle", doubt, name="settle"),
    path("message/<int:number>/retry", again, name="retry"),
    path("interview/<int:interview>/waive/<int:contact>", let_go, name="waive"),
]
