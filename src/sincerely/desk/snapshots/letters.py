"""Rows → the letter that proof reads, with what is on record beside it."""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sincerely.desk import models
from sincerely.desk.snapshots.beside import Beside, files_of
from sincerely.proof import letter as proof
from sincerely.proof.language.words.tables import meant
from sincerely.terms import Channel, Stage

WORD = re.compile(r"[^\W\d_][\w'’\-]*")
# Enough for any posting and background; more would slow the check and teach it nothing.
MOST_WORDS = 20_000


def letter_of(message: models.Message) -> proof.Letter:
    """The letter in a message, with the facts on record."""
    return letters_of([message])[0]


def letters_of(messages: Sequence[models.Message]) -> list[proof.Letter]:
    """The letters in some messages, of one desk or of many, in as many queries as for one."""
    files = files_of(messages)
    return [
        proof.Letter(
            channel=Channel(message.channel),
            stage=Stage(message.stage),
            body=message.body,
            subject=message.subject,
            sender=message.sender,
            to=(message.to,) if message.to else (),
            cc=tuple(message.cc),
            bcc=tuple(message.bcc),
            attachments=tuple(proof.Attachment(name, type, size) for name, type, size in files[message.pk]),
            facts=facts,
        )
        for message, facts in zip(messages, all_facts(messages), strict=True)
    ]


def facts_of(message: models.Message) -> proof.Facts:
    """What the desk has on record about a message's contact, interview and thread."""
    return all_facts([message])[0]


def all_facts(messages: Sequence[models.Message]) -> list[proof.Facts]:
    """The same for some messages."""
    beside = Beside(messages)
    return [facts_from(message, beside) for message in messages]


def facts_from(message: models.Message, beside: Beside) -> proof.Facts:
    desk, application, contact = message.desk, message.application, message.contact
    replies = beside.replies[contact.employer_id]
    return proof.Facts(
        candidate=proof.Candidate(desk.name, desk.email, desk.phone, desk.employer, desk.pace),
        contacts=tuple(contact_of(person) for person in people(message, beside)),
        company=application.employer.name,
        role=application.role,
        interview=interview_of(message.interview),
        contact_wrote_first=bool(replies),
        requested=tuple(contact.requested) if contact.requested is not None else None,
        may_copy=tuple(contact.may_copy),
        other_names=beside.elsewhere(message, beside.names),
        other_companies=beside.elsewhere(message, beside.employers),
        known_words=known_words(
            application.posting,
            desk.background,
            message.interview.notes if message.interview else "",
            *replies,
            own=beside.own(message),
        ),
        doubted=tuple(message.doubted.splitlines()),
    )


def people(message: models.Message, beside: Beside) -> list[models.Contact]:
    """The addressee, then the panel, then the employer's other contacts."""
    order = {pk: place for place, pk in enumerate([message.contact_id, *beside.panels[message.interview_id]])}
    return sorted(beside.people[message.contact.employer_id], key=lambda row: order.get(row.pk, len(order)))


def contact_of(row: models.Contact) -> proof.Contact:
    return proof.Contact(row.name, row.title, good_address(row), row.phone, row.nickname)


def good_address(row: models.Contact) -> str:
    """The address that a contact is written to, or nothing."""
    return next((address.email for address in row.addresses.all() if address.bad_since is None), "")


def interview_of(row: models.Interview | None) -> proof.Interview:
    if row is None:
        return proof.Interview()
    return proof.Interview(row.start.astimezone(ZoneInfo(row.zone)).date(), row.format, row.notes)


def known_words(*sources: str, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Words of the posting, the background, notes, mails and the person's own letters: they are no misspellings.

    Own letters give small words only, since a name that stood in one may be wrong in the next; and a known misspelling does not
    become right by having been sent.
    """
    words = dict.fromkeys(word for source in sources for word in WORD.findall(source))
    words |= dict.fromkeys(word for source in own for word in WORD.findall(source) if word.islower() and not meant(word))
    return tuple(words)[:MOST_WORDS]
