"""A mail that the person wrote in their own program, as a message of the desk: to each contact one, not yet saved."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from sincerely.desk.access import Actor, access_desk
from sincerely.desk.actions.drafts import last_interview, shortened
from sincerely.desk.actions.withdrawals import WAITING
from sincerely.desk.loops.own import plain
from sincerely.desk.loops.senders import contact_by_address, latest_application
from sincerely.desk.models import Application, Attachment, Contact, Interview, Message, Received
from sincerely.desk.relay.stages import concerns_the_desk, owed_touch, talk_ahead
from sincerely.desk.relay.submission import Submission
from sincerely.desk.snapshots.letters import facts_of
from sincerely.post.mail import Mail
from sincerely.post.upstream import NAME
from sincerely.proof import letter as proof
from sincerely.proof import proofread
from sincerely.proof.finding import Report
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

State = Message.State
LONGEST_ID = 255
# 15,000 words, about five seconds of reading; what follows in a mail that long is quoted from older ones.
MOST_READ = 100_000


def contacts_among(actor: Actor, recipients: Iterable[str]) -> dict[str, Contact]:
    """The contacts that the desk follows up with, each once, by the address that the mail goes to."""
    found: dict[str, Contact] = {}
    for address in recipients:
        contact = contact_by_address(actor, address)
        if contact is not None and contact not in found.values() and concerns_the_desk(contact):
            found[address] = contact
    return found


class Sense(NamedTuple):
    """What a mail is on the desk."""

    application: Application
    interview: Interview | None
    stage: str
    allowed_rules: list[str]


def sense_of(actor: Actor, contact: Contact, mail: Mail, now: datetime) -> Sense:
    """What a mail to a contact is: the message that waits with the same words, what is owed, about an interview, a check-in."""
    twin = twins_of(actor, contact, mail).order_by("-id").first()
    if twin is not None:
        return Sense(twin.application, twin.interview, twin.stage, twin.allowed_rules)
    touch = owed_touch(access_desk(actor), contact, bool(mail.in_reply_to), now)
    ahead = None if touch and touch.stage.prompted else talk_ahead(contact, now)
    if ahead is not None:
        return Sense(ahead.application, ahead, Stage.ANSWER, [])
    application = pursuit_of(actor, contact, mail)
    talk = application.interviews.filter(pk=int(touch.interview)).first() if touch and touch.interview else None
    return Sense(application, talk or last_interview(application, contact, now), touch.stage if touch else Stage.CHECK_IN, [])


def message_to(actor: Actor, contact: Contact, address: str, mail: Mail, submission: Submission, now: datetime) -> Message:
    """The message that a mail is to one contact."""
    named = [person.email for person in (*mail.to, *mail.cc)]
    return Message(
        desk=access_desk(actor),
        **sense_of(actor, contact, mail, now)._asdict(),
        contact=contact,
        channel=Channel.EMAIL,
        sender=plain(mail.header("from") or submission.sender)[:1000],
        to=address,
        cc=[plain(email) for email in dict.fromkeys(named) if email.lower() != address.lower()],
        bcc=blind(mail, submission, address),
        subject=plain(mail.subject)[:998],
        body=plain(mail.text),
        in_reply_to=plain(mail.in_reply_to)[:998],
        references=shortened([plain(reference) for reference in mail.references]),
        frozen=submission.raw,
        sha256=hashlib.sha256(submission.raw).hexdigest(),
        message_id=mail.message_id if len(mail.message_id) <= LONGEST_ID else "",
        consent_sha256=submission.identity,
        consent_at=now,
        consent_by=actor.who,
        carrier=NAME,
        created_at=now,
        changed_at=now,
    )


def twins_of(actor: Actor, contact: Contact, mail: Mail) -> QuerySet[Message]:
    """What waits on the desk for this contact and is the same mail: by its Message-ID, or by its words.

    Mail programs add or take empty lines at the end of a text.
    """
    bare = plain(mail.text).rstrip("\n")
    words = Q(body__in=(bare, bare + "\n", bare + "\n\n"))
    same = words | Q(message_id=mail.message_id) if mail.message_id else words
    return Message.objects.filter(same, desk=actor.desk, contact=contact, state__in=(State.DRAFT, *WAITING))


def pursuit_of(actor: Actor, contact: Contact, mail: Mail) -> Application:
    """The application that a mail is about: that of the thread it stands in, else the latest."""
    thread = [name for name in (mail.in_reply_to, *reversed(mail.references)) if name]
    here = {"desk": actor.desk, "message_id__in": thread}
    heard = Received.objects.filter(employer=contact.employer, **here).exclude(application=None).order_by("-at").first()
    said = Message.objects.filter(application__employer=contact.employer, **here).order_by("-id").first()
    found = (heard.application if heard else None) or (said.application if said else None) or latest_application(contact.employer)
    if found is None:
        raise ValueError("contacts_among gives none without an application")
    return found


def blind(mail: Mail, submission: Submission, address: str) -> list[str]:
    """Recipients that no header names."""
    named = {address.lower(), *(person.email.lower() for person in (*mail.to, *mail.cc))}
    return [email for email in submission.recipients if email.lower() not in named]


def files_of(row: Message, mail: Mail) -> list[Attachment]:
    """The files that came along, not yet saved."""
    return [
        Attachment(
            message=row, name=plain(part.name)[:255], type=part.media_type[:127], size=len(part.content), data=part.content
        )
        for part in mail.parts
        if part.attached
    ]


def report_on(row: Message, mail: Mail, rulebook: Rulebook) -> Report:
    """What proof says of the mail as its reader will see it."""
    letter = proof.Letter(
        channel=Channel.EMAIL,
        stage=Stage(row.stage),
        body=row.body[:MOST_READ],
        subject=row.subject,
        sender=row.sender,
        to=tuple(person.email for person in mail.to) or (row.to,),
        cc=tuple(person.email for person in mail.cc),
        bcc=tuple(row.bcc),
        attachments=tuple(proof.Attachment(file.name, file.type, file.size) for file in files_of(row, mail)),
        facts=facts_of(row),
    )
    allowed = rulebook.allowed | frozenset(row.desk.allowed_rules) | frozenset(row.allowed_rules)
    return proofread(letter, replace(rulebook, allowed=allowed))
