"""An interview comes onto the desk: from its invite, or typed."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk import entries
from sincerely.desk.actions.applications import add_application, update_application
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.interviews import add_interview
from sincerely.desk.actions.invites import Taken, take_invite
from sincerely.desk.errors import DeskError, action
from sincerely.faces.web.asked import moment_of, zones
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.post.invites import InviteError, read_invites

# Where no end is given: most first interviews take 45 minutes to an hour (Indeed, Glassdoor 2023).
USUAL = 60
LONGEST = 24 * 60
MOST_BYTES = 10_000_000
FORMATS = (("phone", "by phone"), ("video", "by video"), ("on-site", "at their place"))
PERSON = re.compile(r"\s*(?P<who>[^<,]*(?:<[^>]*>)?)\s*(?:,\s*(?P<title>.+?))?\s*")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: DeskRequest) -> HttpResponse:
    return added(request, "add.html")


def added(request: DeskRequest, template: str) -> HttpResponse:
    """Shows the form, or takes what it brings and leads to the interview; what cannot be taken is told beside it."""
    given = request.POST if request.method == "POST" else request.GET
    values: dict[str, Any] = {"form": given, "usual": USUAL, "formats": FORMATS, "zones": zones()}
    if request.method != "POST":
        return render(request, template, values)
    try:
        invite = request.FILES.get("invite")
        way = take(request, invite) if invite else typed(request.desk, request.POST)
    except (DeskError, InviteError) as error:
        return render(request, template, values | {"error": error}, status=422)
    return redirect(*way)


def take(request: DeskRequest, file: "UploadedFile[bytes]") -> tuple[Any, ...]:
    """Takes every invite in a file; leads to the first interview among them."""
    if (file.size or 0) > MOST_BYTES:
        raise DeskError(f"The file is larger than {MOST_BYTES // 1_000_000} MB; an invite is not. Choose the invite itself.")
    desk, given = request.desk, request.POST
    invites = read_invites(file.read(), zone=given.get("zone") or desk.owner.zone)
    if not invites:
        raise DeskError("There is no invite in that file. Type the interview instead.")
    taken = [take_one(desk, invite, given) for invite in invites]
    for outcome in taken:
        messages.success(request, outcome.words)
    talks = [outcome.interview for outcome in taken if outcome.interview]
    return ("interview", talks[0].id) if talks else ("today",)


def take_one(desk: OpenDesk, invite: Any, given: QueryDict) -> Taken:
    taken = take_invite(
        desk.actor, invite, employer=given.get("employer", "").strip(), role=given.get("role", "").strip(), now=desk.now
    )
    if taken.interview and (posting := given.get("posting", "").strip()):
        update_application(desk.actor, taken.interview.application, posting=posting, now=desk.now)
    return taken


@action
def typed(desk: OpenDesk, given: QueryDict) -> tuple[Any, ...]:
    """Adds application, people and interview as they were typed: all or none. Without a time it is an application alone."""
    zone = entries.zone(given.get("zone", ""))
    words = given.get("start", "")
    start = moment_of(words, ZoneInfo(zone) if zone else desk.zone, "beginning") if words else None
    application = add_application(
        desk.actor,
        employer=given.get("employer", ""),
        role=given.get("role", ""),
        zone=zone,
        country=given.get("country", ""),
        posting=given.get("posting", ""),
        now=desk.now,
    )
    people = [
        add_contact(desk.actor, application.id, now=desk.now, **person(line))
        for line in given.get("people", "").splitlines()
        if line.strip()
    ]
    if start is None:
        return ("application", application.id)
    talk = add_interview(
        desk.actor,
        application.id,
        start=start,
        end=ending(start, given.get("minutes", "")),
        contacts=[row.id for row in people],
        zone=zone,
        format=given.get("format", ""),
        place=given.get("place", ""),
        notes=given.get("notes", ""),
        now=desk.now,
    )
    return ("interview", talk.id)


def ending(start: datetime, minutes: str) -> datetime:
    """When it ends, after so many minutes."""
    words = minutes.strip() or str(USUAL)
    if not (words.isascii() and words.isdecimal() and len(words) < 6 and 0 < int(words) <= LONGEST):
        raise DeskError("The length is not a number of minutes between 1 and 1440.")
    return start + timedelta(minutes=int(words))


def person(words: str) -> dict[str, str]:
    """`Jo Park <jo@acme.example>, Head of Works` as name, address and title."""
    match = PERSON.fullmatch(words)
    who, title = (match["who"], match["title"] or "") if match else (words, "")
    name, angle, email = who.partition("<")
    if not angle and "@" in who:
        name, email = "", who
    email = email.strip(" >")
    return {"name": name.strip(' "') or email.partition("@")[0], "email": email, "title": title}


ROUTES = [path("add", add, name="add")]
