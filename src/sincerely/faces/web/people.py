"""People and employers: how each is reached, where they are, and everything that passed between you."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sincerely.desk.actions.applications import update_employer
from sincerely.desk.actions.contacts import drop_address, merge_contacts, set_address, stop_contact, update_contact
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.applications import contact as one
from sincerely.desk.queries.applications import contacts as contacts_of
from sincerely.desk.queries.employers import employer as company
from sincerely.desk.queries.people import double_names, names, touches, twins
from sincerely.desk.queries.standings import standings
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.paging import paged
from sincerely.faces.web.wholes import others

TEXTS = ("name", "title", "nickname", "honorific", "phone", "postal_address", "zone", "country", "region")
PLACE = ("name", "zone", "country", "region")
# As many digits as the database counts to.
LONGEST_NUMBER = 19


@require_safe
def contacts(request: DeskRequest) -> HttpResponse:
    """Everybody, with `?q=`."""
    actor = request.desk.actor
    words = request.GET.get("q", "").strip()[:200]
    page = paged(names(actor, search=words), request)
    people = contacts_of(actor, only={row.id for row in page})
    double = double_names(actor, {row.employer_id for row in page})
    values = {"words": words, "page": page, "people": people, "double": double}
    return render(request, "contacts.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: DeskRequest, contact: int) -> HttpResponse:
    """One person; the form keeps what is known of them."""
    desk = request.desk
    if request.method != "POST":
        return render(request, "contact.html", values_of(request, contact))
    told: dict[str, Any] = {name: request.POST.get(name, "") for name in TEXTS}
    lists = {name: lines(request.POST.get(name, "")) for name in ("requested", "may_copy")}
    try:
        with transaction.atomic():
            row = update_contact(desk.actor, contact, now=desk.now, **told, **lists)
            email = request.POST.get("email", "").strip()
            if email and email.lower() != (row.email or ""):
                set_address(desk.actor, contact, email, now=desk.now)
            elif not email:
                drop_address(desk.actor, contact, now=desk.now)
    except DeskError as error:
        return render(request, "contact.html", values_of(request, contact) | {"error": error, "form": request.POST}, status=422)
    messages.success(request, f"Kept what is known of {row.name}.")
    return redirect("contact", contact)


def values_of(request: DeskRequest, contact: int) -> dict[str, Any]:
    actor = request.desk.actor
    person = one(actor, contact)
    form = {name: getattr(person, name) for name in (*TEXTS, "email")}
    form |= {"requested": "\n".join(person.requested or []), "may_copy": "\n".join(person.may_copy)}
    return {"person": person, "form": form, "touches": touches(actor, contact), "twins": twins(actor, contact)}


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@require_POST
def merge(request: DeskRequest, contact: int) -> HttpResponse:
    """Another row is this person too."""
    other = request.POST.get("other", "")
    if not (other.isascii() and other.isdigit() and len(other) <= LONGEST_NUMBER):
        raise DeskError("Choose which of them is the same person.")
    row = merge_contacts(request.desk.actor, contact, int(other), now=request.desk.now)
    messages.success(request, f"They are one person now: {row.name}.")
    return redirect("contact", contact)


@require_POST
def stop(request: DeskRequest, contact: int) -> HttpResponse:
    """Nothing more goes to this person, or to anybody at their employer."""
    whole = request.POST.get("whole") == "yes"
    row = stop_contact(
        request.desk.actor, contact, now=request.desk.now, reason=request.POST.get("reason", ""), whole_employer=whole
    )
    messages.success(request, f"Nothing more goes to {f'anybody at {row.employer}' if whole else row.name}.")
    return redirect("contact", contact)


@require_http_methods(["GET", "HEAD", "POST"])
def employer(request: DeskRequest, employer: int) -> HttpResponse:
    """One employer: where it is, who is there, and which applications."""
    desk = request.desk
    values: dict[str, Any] = {"place": company(desk.actor, employer)}
    values["people"] = contacts_of(desk.actor, employer=employer)
    values["rows"] = standings(desk.actor, desk.now, employer=employer)
    values["others"] = others(desk, employer)
    values["form"] = {name: getattr(values["place"], name) for name in PLACE}
    if request.method != "POST":
        return render(request, "employer.html", values)
    told = {name: request.POST.get(name, "") for name in PLACE}
    try:
        update_employer(desk.actor, employer, now=desk.now, **told)
    except DeskError as error:
        return render(request, "employer.html", values | {"error": error, "form": told}, status=422)
    messages.success(request, f"Kept what is known of {told['name']}.")
    return redirect("employer", employer)


ROUTES = [
    path("people", contacts, name="contacts"),
    path("people/<int:contact>", contact, name="contact"),
    path("people/<int:contact>/merge", merge, name="contact-merge"),
    path("people/<int:contact>/stop", stop, name="contact-stop"),
    path("employers/<int:employer>", employer, name="employer"),
]
