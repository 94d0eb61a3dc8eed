"""Drafts: written by the pen or by hand, changed, checked, and given files to take along."""

import mimetypes
from datetime import datetime
from email.utils import formataddr

from sincerely import pen
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_contact, access_desk, access_interview, access_message
from sincerely.desk.actions.checking import check
from sincerely.desk.actions.withdrawals import withdraw_waiting
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Application, Attachment, Contact, Interview, Message, Received
from sincerely.desk.record import record
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.desk.snapshots.briefs import brief_of
from sincerely.desk.snapshots.letters import good_address
from sincerely.desk.versions import keep_version
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

State = Message.State
EDITABLE = (State.DRAFT, State.APPROVED, State.QUEUED, State.FAILED)
THAWABLE = (*EDITABLE, State.UNSURE)
# Gmail and Outlook refuse mails over 25 MB (their help pages); files grow by a third on their way (base64, RFC 2045).
MOST_BYTES = 18 * 1024 * 1024
MOST_FILES = 20


@action
def write_draft(
    actor: Actor,
    application: int,
    *,
    contact: int,
    stage: Stage,
    now: datetime,
    rulebook: Rulebook,
    channel: Channel = Channel.EMAIL,
    interview: int | None = None,
    subject: str | None = None,
    body: str | None = None,
) -> MessageShape:
    """Starts a message to a contact. Without a body the pen writes it; without an interview it follows the last one."""
    desk = access_desk(actor)
    pursuit, person = access_application(actor, application), access_contact(actor, contact)
    if person.employer.whole != pursuit.employer.whole:
        raise DeskError(f"{person.name} is not at {pursuit.employer.name}. Add them there first.")
    talk = access_interview(actor, interview) if interview is not None else last_interview(pursuit, person, now)
    row = Message(
        desk=desk,
        application=pursuit,
        interview=talk,
        contact=person,
        channel=Channel(channel),
        stage=Stage(stage),
        sender=formataddr((desk.name, desk.email)) if desk.email else "",
        to=good_address(person) if channel == Channel.EMAIL else "",
        created_at=now,
        changed_at=now,
    )
    replied = thread(row)
    if body is None:
        draft = pen.draft(brief_of(row, now))
        body, subject = draft.body, draft.subject if subject is None else subject
        if replied is not None and subject_line(replied):
            subject = subject_line(replied)
    row.body = entries.text(body, "text")
    row.subject = entries.line(subject or "", "subject", 998) if channel == Channel.EMAIL else ""
    row.save()
    words = f"Wrote a draft to {person.name} ({row.stage}, {row.channel})."
    record(actor, now, "write", row, words, employer=pursuit.employer_id, application=pursuit)
    check(actor, row, rulebook, now)
    return message_shape(row)


def last_interview(application: Application, contact: Contact, now: datetime) -> Interview | None:
    """The last talk with a contact that has begun, else the last talk of the application."""
    rows = application.interviews.filter(cancelled_at=None, start__lte=now).order_by("-start", "-id")
    return rows.filter(contacts=contact).first() or rows.first()


def thread(row: Message) -> Received | None:
    """Puts a message into the thread with its contact; the mail that it answers, where one came."""
    if row.channel != Channel.EMAIL:
        return None
    mails = Received.objects.filter(desk=row.desk, employer=row.application.employer_id, channel="email").exclude(message_id="")
    theirs = mails.exclude(nature__in=("away", "bounce", "automatic")).filter(contact=row.contact).order_by("-at", "-id").first()
    sent = Message.objects.filter(desk=row.desk, contact=row.contact, application=row.application, sent_at__isnull=False)
    ours = sent.exclude(message_id="").order_by("-sent_at", "-id").first()
    if theirs is not None and (ours is None or ours.sent_at is None or theirs.at >= ours.sent_at):
        row.in_reply_to, row.references = theirs.message_id, shortened([*theirs.references, theirs.message_id])
        return theirs
    if ours is not None:
        row.in_reply_to, row.references = ours.message_id, shortened([*ours.references, ours.message_id])
    return theirs


def shortened(references: list[str]) -> list[str]:
    """References as a mail carries them: each once, the first and the latest where there are many."""
    ids = list(dict.fromkeys(references))
    return ids if len(ids) <= 10 else [ids[0], *ids[-9:]]


def subject_line(received: Received) -> str:
    """The subject of an answer."""
    subject = " ".join(received.subject.split())
    if not subject:
        return ""
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


@action
def edit_draft(
    actor: Actor,
    message: int,
    *,
    now: datetime,
    rulebook: Rulebook,
    subject: str | None = None,
    body: str | None = None,
    cc: list[str] | None = None,
    bcc: list[str] | None = None,
    sender: str | None = None,
    to: str | None = None,
) -> MessageShape:
    """Changes a message that has not left. One that was approved is a draft again: the yes was to other words."""
    row = editable(actor, message)
    if subject is not None or body is not None:
        keep_version(row, now)
    if subject is not None:
        row.subject = entries.line(subject, "subject", 998)
    if body is not None:
        row.body = entries.text(body, "text")
    if cc is not None:
        row.cc = [entries.email(address, "address in copy") for address in cc]
    if bcc is not None:
        row.bcc = [entries.email(address, "address in blind copy") for address in bcc]
    if sender is not None:
        row.sender = entries.line(sender, "sender", 1000)
    if to is not None:
        row.to = entries.email(to, "address")
    thaw(row, now)
    note(actor, now, "edit", row, f"Changed the draft to {row.contact.name}.")
    check(actor, row, rulebook, now)
    return message_shape(row)


def editable(actor: Actor, message: int) -> Message:
    """A message that has not left; raises DeskError for one that has."""
    row = access_message(actor, message)
    if row.state not in EDITABLE:
        raise DeskError(f"Message {row.pk} is {row.state} and cannot be changed any more. Write a new one.")
    return row


def thaw(row: Message, now: datetime) -> None:
    """Makes a message a draft again, whatever was approved; raises DeskError where it left in this moment."""
    row.state, row.frozen, row.sha256, row.message_id = State.DRAFT, None, "", ""
    row.consent_sha256, row.consent_at, row.consent_by = "", None, ""
    row.not_before = row.next_attempt = row.claimed_at = row.handed_over_at = row.looked_at = None
    row.claim, row.carrier, row.attempts, row.trouble, row.held, row.changed_at = "", "", 0, "", [], now
    changes = {field.name: getattr(row, field.name) for field in Message._meta.concrete_fields if field.name != "id"}
    if not Message.objects.filter(pk=row.pk, state__in=THAWABLE).update(**changes):
        raise DeskError(f"Message {row.pk} left in this moment and cannot be changed any more.")


def note(actor: Actor, now: datetime, what: str, row: Message, words: str, **details: object) -> None:
    application = row.application
    record(actor, now, what, row, words, employer=application.employer_id, application=application, **details)


@action
def attach(actor: Actor, message: int, *, name: str, data: bytes, now: datetime, type: str = "") -> MessageShape:
    """Adds a file; an approved message is a draft again."""
    row = editable(actor, message)
    name = entries.line(name.replace("\\", "/").rpartition("/")[2], "file name", 255, needed=True)
    held = list(row.attachments.values_list("size", flat=True))
    if len(held) >= MOST_FILES or sum(held) + len(data) > MOST_BYTES:
        raise DeskError(f"{name} is too much: a message takes {MOST_FILES} files and {MOST_BYTES // 1024 // 1024} MB in all.")
    type = type or mimetypes.guess_type(name)[0] or "application/octet-stream"
    Attachment.objects.create(message=row, name=name, type=type, size=len(data), data=data)
    thaw(row, now)
    note(actor, now, "attach", row, f"Attached {name}.")
    return message_shape(row)


@action
def detach(actor: Actor, message: int, name: str, *, now: datetime) -> MessageShape:
    """Takes a file away; an approved message is a draft again."""
    row = editable(actor, message)
    if not row.attachments.filter(name=name).delete()[0]:
        raise DeskError(f"Message {row.pk} has no file called {name!r}.")
    thaw(row, now)
    note(actor, now, "detach", row, f"Took away {name}.")
    return message_shape(row)


@action
def discard_draft(actor: Actor, message: int, *, now: datetime, reason: str = "") -> MessageShape:
    """Drops a message that has not left; it stays readable as withdrawn."""
    row = editable(actor, message)
    because = entries.line(reason, "reason", 1000) or "You dropped it."
    withdraw_waiting(actor, Message.objects.filter(pk=row.pk), because, now, drafts=True)
    return message_shape(access_message(actor, message))


@action
def allow_rule(actor: Actor, message: int, rule: str, *, reason: str, now: datetime) -> MessageShape:
    """The person overrules one rule for this one message, for a reason that is kept."""
    row = editable(actor, message)
    reason = entries.line(reason, "reason", 1000, needed=True)
    row.allowed_rules = sorted({*row.allowed_rules, entries.line(rule, "rule", 100, needed=True)})
    row.save(update_fields=["allowed_rules"])
    note(actor, now, "allow-rule", row, f"Overruled {rule} for the message to {row.contact.name}. Reason: {reason}", rule=rule)
    return message_shape(row)
