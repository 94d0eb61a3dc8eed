"""Rows → what a model is given to write with, what of it is hidden, and what its words may speak of."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sincerely.desk.models import Contact, Event, Message, Received
from sincerely.desk.snapshots.briefs import brief_of
from sincerely.desk.snapshots.covers import cover_of
from sincerely.ghost.asking import Hide
from sincerely.ghost.blanks import Blanks
from sincerely.ghost.grounding import Known
from sincerely.pen.brief import Brief

# What they wrote last, and the notes: enough to answer by, and room left in a small model for the rest.
MOST_REPLY, MOST_NOTES, MOST_FITS = 3_000, 2_000, 4


def material_of(message: Message, now: datetime) -> dict[str, Any]:
    """What the pen gets, by names that a model understands; without addresses, and without letters to others."""
    brief = brief_of(message, now)
    contact = brief.contact
    first = contact.nickname or (contact.name.split() or [""])[0]
    return {
        "the writer": brief.candidate.name,
        "the reader": {
            "name": contact.name,
            "first name": first,
            "form of address": contact.honorific,
            "post": contact.title,
        },
        "the employer": brief.company,
        "the job": brief.role,
        "today": spelled(brief.today),
        "the interview": interview_of(brief),
        "they promised news by": spelled(brief.promised),
        "what they ask for, and what the writer has done": [
            {"they ask for": fit.asked, "the writer's own words": fit.evidence, "as": fit.role, "at": fit.place}
            for fit in brief.fits[:MOST_FITS]
        ],
        "what they wrote last": brief.reply[:MOST_REPLY],
        "spelling": {True: "British", False: "American", None: ""}[brief.british],
    }


def interview_of(brief: Brief) -> dict[str, str]:
    if brief.interview.date is None:
        return {}
    told = {"day": spelled(brief.interview.date), "held": brief.interview.format}
    return {**told, "the writer's notes": brief.interview.notes[:MOST_NOTES]}


def spelled(day: date | None) -> str:
    """A day as nobody misreads it: Thursday, 5 March 2026."""
    return f"{day:%A}, {day.day} {day:%B %Y}" if day else ""


def hiding(message: Message, now: datetime) -> Hide:
    """Takes the names of everybody on the desk, of past employers, and all addresses, out of a text."""
    cover = cover_of(message.desk, message, places=sorted({fit.place for fit in brief_of(message, now).fits if fit.place}))

    def hide(text: str, blanks: Blanks) -> str:
        runs = ((text[span.start : span.end], shown) for span, shown in cover.cover(text).runs())
        return "".join(words if words == shown else blanks.hide(words, shown.strip("[]")) for words, shown in runs)

    return hide


def in_the_open(text: str, blanks: Blanks) -> str:
    """Hides nothing."""
    return text


def known_of(message: Message, now: datetime) -> Known:
    """Everything on record that a note may speak of: all that was told, and the person's own words."""
    desk, application, interview = message.desk, message.application, message.interview
    people = Contact.objects.filter(employer=message.contact.employer_id, merged_into=None)
    replies = Received.objects.filter(desk=desk, employer=message.contact.employer_id)
    ours = Message.objects.filter(desk=desk, application=application, sent_at__isnull=False).exclude(pk=message.pk)
    sources = [
        *(desk.name, desk.email, desk.phone, desk.employer, desk.postal_address, desk.background),
        *(application.role, application.posting, application.employer.name, message.contact.honorific),
        *(interview.notes if interview else "", interview.format if interview else ""),
        *(" ".join(row) for row in people.values_list("name", "title", "nickname")),
        *(f"{subject}\n{text}" for subject, text in replies.order_by("-at").values_list("subject", "text")[:20]),
        *ours.order_by("-sent_at").values_list("body", flat=True)[:20],
        *told_here(message),
    ]
    zone = ZoneInfo(desk.zone)
    moments: Iterable[datetime | None] = (
        *application.interviews.filter(cancelled_at=None).values_list("start", flat=True),
        *replies.order_by("-at").values_list("at", flat=True)[:20],
        *ours.order_by("-sent_at").values_list("sent_at", flat=True)[:20],
    )
    promises = Event.objects.filter(employer=message.contact.employer_id, kind=Event.Kind.PROMISED)
    days = [moment.astimezone(zone).date() for moment in moments if moment]
    days += [day for day in promises.values_list("day", flat=True) if day]
    return Known.of(sources, days, now.astimezone(zone).date())


def told_here(message: Message) -> tuple[str, str]:
    """Subject and text as the person has them, without words that are still in doubt."""
    subject, body = message.subject, message.body
    for words in message.doubted.splitlines():
        subject, body = subject.replace(words, " "), body.replace(words, " ")
    return subject, body
