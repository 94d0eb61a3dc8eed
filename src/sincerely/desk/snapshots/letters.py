"""Rows → the letter that proof reads, with what is on record beside it."""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from sincerely.desk import models
from sincerely.desk.access import all_parts
from sincerely.proof import letter as proof
from sincerely.proof.language.words.tables import meant
from sincerely.terms import Channel, Stage

WORD = re.compile(r"[^\W\d_][\w'’\-]*")
# Enough for any posting and background; more would slow the check and teach it nothing.
MOST_WORDS = 20_000
# Natures that a machine wrote: they are nobody's first word.
AUTOMATIC = ("away", "bounce", "automatic")


def letter_of(message: models.Message) -> proof.Letter:
    """The letter in a message, with the facts on record."""
    return proof.Letter(
        channel=Channel(message.channel),
        stage=Stage(message.stage),
        body=message.body,
        subject=message.subject,
        sender=message.sender,
        to=(message.to,) if message.to else (),
        cc=tuple(message.cc),
        bcc=tuple(message.bcc),
        attachments=tuple(
            proof.Attachment(name, type, size) for name, type, size in message.attachments.values_list("name", "type", "size")
        ),
        facts=facts_of(message),
    )


def facts_of(message: models.Message) -> proof.Facts:
    """What the desk has on record about a message's contact, interview and thread."""
    desk, application, contact = message.desk, message.application, message.contact
    here = contact.employer_id
    related = all_parts(here)
    replies = models.Received.objects.filter(desk=desk, employer=here, channel="email").exclude(nature__in=AUTOMATIC)
    elsewhere = models.Contact.objects.filter(desk=desk, merged_into=None).exclude(employer__in=related)
    return proof.Facts(
        candidate=proof.Candidate(desk.name, desk.email, desk.phone, desk.employer, desk.pace),
        contacts=tuple(contact_of(person) for person in people(message)),
        company=application.employer.name,
        role=application.role,
        interview=interview_of(message.interview),
        contact_wrote_first=replies.exists(),
        requested=tuple(contact.requested) if contact.requested is not None else None,
        may_copy=tuple(contact.may_copy),
        other_names=tuple(elsewhere.order_by("name").values_list("name", flat=True).distinct()),
        other_companies=tuple(
            models.Employer.objects.filter(desk=desk)
            .exclude(pk__in=related)
            .order_by("name")
            .values_list("name", flat=True)
            .distinct()
        ),
        known_words=known_words(
            application.posting,
            desk.background,
            message.interview.notes if message.interview else "",
            *texts(replies),
            own=sent_before(message),
        ),
    )


def texts(replies: QuerySet[models.Received]) -> list[str]:
    return list(replies.order_by("-at").values_list("text", flat=True)[:20])


def people(message: models.Message) -> list[models.Contact]:
    """The addressee, then the panel, then the employer's other contacts."""
    rows = models.Contact.objects.filter(employer=message.contact.employer_id, merged_into=None).prefetch_related("addresses")
    panel = (
        list(message.interview.panel.order_by("position", "id").values_list("contact_id", flat=True)) if message.interview else []
    )
    order = {pk: place for place, pk in enumerate([message.contact_id, *panel])}
    return sorted(rows.order_by("id"), key=lambda row: order.get(row.pk, len(order)))


def contact_of(row: models.Contact) -> proof.Contact:
    return proof.Contact(row.name, row.title, good_address(row), row.phone, row.nickname)


def good_address(row: models.Contact) -> str:
    """The address that a contact is written to, or nothing."""
    return next((address.email for address in row.addresses.all() if address.bad_since is None), "")


def interview_of(row: models.Interview | None) -> proof.Interview:
    if row is None:
        return proof.Interview()
    return proof.Interview(row.start.astimezone(ZoneInfo(row.zone)).date(), row.format, row.notes)


def sent_before(message: models.Message) -> list[str]:
    """The person's own last letters that were sent."""
    sent = models.Message.objects.filter(desk=message.desk, state=models.Message.State.SENT, body__gt="").exclude(pk=message.pk)
    return list(sent.order_by("-pk").values_list("body", flat=True)[:20])


def known_words(*sources: str, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Words of the posting, the background, notes, mails and the person's own letters: they are no misspellings.

    Own letters give small words only, since a name that stood in one may be wrong in the next; and a known misspelling does not
    become right by having been sent.
    """
    words = dict.fromkeys(word for source in sources for word in WORD.findall(source))
    words |= dict.fromkeys(word for source in own for word in WORD.findall(source) if word.islower() and not meant(word))
    return tuple(words)[:MOST_WORDS]
