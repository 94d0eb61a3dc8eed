"""Rows → the brief that a first draft is made of."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sincerely.desk import models
from sincerely.pen import brief as pen
from sincerely.pen.background import read_background
from sincerely.pen.fits import fits
from sincerely.terms import Channel, Stage

# Where dates and closings are written the British way, and where the American (CLDR 46: en-001 and en-US, en-CA mixes them).
BRITISH = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "MT", "SG", "HK", "KE", "NG", "GH", "PK", "LK"})
AMERICAN = frozenset({"US", "PH", "PR"})


def brief_of(message: models.Message, now: datetime) -> pen.Brief:
    """Everything on record that bears on a first draft of this message."""
    desk, application, contact, interview = message.desk, message.application, message.contact, message.interview
    country = contact.country or application.employer.country
    return pen.Brief(
        channel=Channel(message.channel),
        stage=Stage(message.stage),
        candidate=pen.Candidate(desk.name, desk.email, desk.phone),
        today=now.astimezone(ZoneInfo(desk.zone)).date(),
        contact=pen.Contact(contact.name, contact.title, contact.nickname, contact.honorific),
        company=application.employer.name,
        role=application.role,
        interview=talk(interview),
        promised=promised(application.employer_id, interview),
        fits=fits(application.posting, read_background(desk.background)),
        seat=seat(interview, contact.pk),
        earlier=earlier(message),
        reply=last_word(contact.employer_id, contact.pk),
        british=True if country in BRITISH else False if country in AMERICAN else None,
    )


def talk(interview: models.Interview | None) -> pen.Interview:
    if interview is None:
        return pen.Interview()
    return pen.Interview(interview.start.astimezone(ZoneInfo(interview.zone)).date(), interview.format, interview.notes)


def promised(employer: int, interview: models.Interview | None) -> date | None:
    """The day of the latest promise; one that is older than the interview's end is void."""
    rows = models.Event.objects.filter(employer=employer, kind=models.Event.Kind.PROMISED)
    if interview is not None:
        rows = rows.filter(at__gte=interview.end)
    return rows.order_by("-at", "-id").values_list("day", flat=True).first()


def seat(interview: models.Interview | None, contact: int) -> int:
    """Which place on the panel the contact had, from 0."""
    if interview is None:
        return 0
    panel = list(interview.panel.order_by("position", "id").values_list("contact_id", flat=True))
    return panel.index(contact) if contact in panel else 0


def earlier(message: models.Message) -> tuple[str, ...]:
    """What was written to this employer before, or is about to be."""
    rows = models.Message.objects.filter(application__employer=message.application.employer_id).exclude(pk=message.pk)
    return tuple(rows.exclude(state=models.Message.State.WITHDRAWN).order_by("id").values_list("body", flat=True))


def last_word(employer: int, contact: int) -> str:
    """What came in last: from the contact, else from anyone at the employer."""
    rows = models.Received.objects.filter(employer=employer).exclude(nature__in=("away", "bounce", "automatic"))
    texts = rows.order_by("-at", "-id").values_list("text", flat=True)
    return texts.filter(contact=contact).first() or texts.first() or ""
