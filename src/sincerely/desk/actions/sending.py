"""From draft to sent, by a person's word: approve, queue, withdraw, sent by hand, and what became of an unsure one."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from sincerely import gate
from sincerely.cadence import Answer, may_contact
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_message, alone_with
from sincerely.desk.actions.checking import check, found_sound
from sincerely.desk.actions.drafts import note, thaw
from sincerely.desk.actions.withdrawals import WAITING, withdraw_waiting
from sincerely.desk.errors import DeskError, Held, action, query
from sincerely.desk.models import Event, Message
from sincerely.desk.record import happened
from sincerely.desk.reviewing import narrowed, unsettled
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.desk.snapshots.cases import cases_at, policy_of
from sincerely.desk.snapshots.letters import good_address
from sincerely.desk.waking import wake
from sincerely.post.address import Address
from sincerely.post.envelope import Attachment, Envelope, EnvelopeError, compose, new_message_id
from sincerely.proof.finding import Report
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

State = Message.State


# A mail is dated for the moment at which it was read to go; one that goes later than this after it is read anew.
FRESH = timedelta(hours=1)


class Stale(DeskError):
    """What the person read is not what would leave now."""


def approve(
    actor: Actor, message: int, *, rulebook: Rulebook, now: datetime, not_before: datetime | None = None, read: str = ""
) -> MessageShape:
    """The person's yes to a message: its bytes and Message-ID are frozen, and the yes is bound to their hash.

    `read`: the SHA-256 of the bytes that the person was shown (`read_through`): those and no others are approved.
    Raises Held, with reasons, where the report or the planner holds it for good. Where only the moment is wrong, it waits for the
    next one allowed.
    """
    shape, held = weigh(actor, message, rulebook, now, not_before, read)
    if held is not None:
        raise Held(f"Message {message} is held: {' '.join(held.reasons)}", held.reasons)
    return shape


@action
def weigh(
    actor: Actor, message: int, rulebook: Rulebook, now: datetime, not_before: datetime | None, read: str
) -> tuple[MessageShape, gate.Gate | None]:
    """Approves a message, or keeps down why it is held: both are written, so that a held one is slept on."""
    row = access_message(actor, message)
    letter, report, decided, start = judged(actor, row, rulebook, now, not_before, read)
    if not decided.open and decided.next_allowed is None:
        Message.objects.filter(pk=row.pk).update(held=list(decided.reasons))
        return message_shape(access_message(actor, message)), decided
    row.state, row.changed_at = State.APPROVED, now
    row.consent_sha256, row.consent_at, row.consent_by = agreed(row), now, actor.who
    row.not_before, row.held, row.trouble = start, [], ""
    row.found_sound = found_sound(row, letter, report, rulebook)
    row.save()
    note(actor, now, "approve", row, f"Approved the message to {row.contact.name}.", sha256=row.sha256)
    return message_shape(row), None


@dataclass(frozen=True, slots=True)
class Look:
    """A draft as it would leave: the very bytes, and what proof says of it."""

    note: MessageShape
    raw: bytes
    letter: Letter
    report: Report


@action
def read_through(actor: Actor, message: int, *, rulebook: Rulebook, now: datetime, not_before: datetime | None = None) -> Look:
    """The very bytes that would leave, made for the person to read before they say yes; `held` tells what keeps them back.

    Bytes that were made for an earlier look stay as long as they are fresh, so that two windows show the same.
    """
    row = access_message(actor, message)
    before, held_before = row.sha256, row.held
    try:
        letter, report, decided, start = judged(actor, row, rulebook, now, not_before, before)
    except Stale:
        letter, report, decided, start = judged(actor, row, rulebook, now, not_before)
    held = [] if decided.open or decided.next_allowed else list(decided.reasons)
    if (row.sha256, held) != (before, held_before):
        changes = {"frozen": row.frozen, "sha256": row.sha256, "message_id": row.message_id, "held": held}
        dated = {} if row.sha256 == before else {"not_before": start}
        Message.objects.filter(pk=row.pk, state=State.DRAFT).update(**changes, **dated)
    return Look(message_shape(access_message(actor, message)), bytes(row.frozen or b""), letter, report)


def judged(
    actor: Actor, row: Message, rulebook: Rulebook, now: datetime, not_before: datetime | None, read: str = ""
) -> tuple[Letter, Report, gate.Gate, datetime]:
    """What the gate would say to a draft after a yes, and from when it may go; its bytes are frozen anew, or are those read."""
    if row.state != State.DRAFT:
        raise DeskError(f"Message {row.pk} is {row.state}; only a draft can be approved.")
    letter, report = check(actor, row, rulebook, now)
    answer = may(row, now)
    start = max(moment for moment in (now, not_before, answer.next_allowed) if moment is not None)
    if not read:
        freeze(row, start)
    elif row.frozen is None or row.sha256 != read or (row.not_before and start - row.not_before > FRESH):
        raise Stale("This is no longer what you read. Read it through once more, then say yes.")
    decided = gate.verdict(report, answer, gate.Consent(agreed(row), agreed(row)))
    return letter, report, narrowed(decided, unsettled(row)), start


def may(row: Message, now: datetime) -> Answer:
    """The planner's answer for the message's contact, channel and stage."""
    return may_each([row], now)[0]


def may_each(rows: Sequence[Message], now: datetime) -> list[Answer]:
    """The same for some messages, of one desk or of many, in as many queries as for one."""
    known = cases_at([row.contact.employer_id for row in rows])
    return [
        may_contact(
            known[row.contact.employer.whole],
            policy_of(row.desk),
            now,
            str(row.contact_id),
            Channel(row.channel),
            Stage(row.stage),
        )
        for row in rows
    ]


def freeze(row: Message, date: datetime) -> None:
    """Makes the exact bytes that will leave; raises DeskError where a part of the message cannot be sent."""
    if row.channel != Channel.EMAIL:
        frozen = row.body.encode()
    else:
        sender = Address(*parseaddr(row.sender))
        if not sender.email:
            raise DeskError("Your desk has no e-mail address to send from. Give it: sincerely init.")
        if not row.to:
            raise DeskError(f"There is no e-mail address of {row.contact.name}. Add one, or choose another channel.")
        try:
            row.message_id = new_message_id(sender.domain, uuid.uuid4().hex)
            frozen = compose(envelope_of(row, sender), row.message_id, date)
        except EnvelopeError as error:
            raise DeskError(str(error)) from None
    row.frozen, row.sha256 = frozen, hashlib.sha256(frozen).hexdigest()


def recipients_of(row: Message) -> tuple[str, ...]:
    """Every address that gets a copy, each once; the first is whose it is."""
    return tuple(dict.fromkeys((row.to, *row.cc, *row.bcc)))


def agreed(row: Message) -> str:
    """What a yes is bound to: the SHA-256, in hex, of who sends to whom and of the bytes. Blind copies stand in no byte."""
    route = "\n".join((parseaddr(row.sender)[1], *recipients_of(row)))
    return hashlib.sha256(route.encode() + b"\0" + bytes(row.frozen or b"")).hexdigest()


def envelope_of(row: Message, sender: Address) -> Envelope:
    """A message as post takes it."""
    files = tuple(Attachment(item.name, item.type, bytes(item.data)) for item in row.attachments.all())
    return Envelope(
        sender=sender,
        to=(Address(row.contact.name, row.to),),
        subject=row.subject,
        text=row.body,
        cc=tuple(Address("", email) for email in row.cc),
        bcc=tuple(Address("", email) for email in row.bcc),
        in_reply_to=row.in_reply_to,
        references=tuple(row.references),
        attachments=files,
    )


@action
def queue(actor: Actor, message: int, *, now: datetime, not_before: datetime | None = None) -> MessageShape:
    """Hands an approved message to the outbox, which sends it as soon as the gate is open."""
    row = access_message(actor, message)
    if row.state == State.QUEUED:
        return message_shape(row)
    if row.state != State.APPROVED:
        raise DeskError(f"Message {row.pk} is {row.state}; approve it first: sincerely approve {row.pk}.")
    if row.channel != Channel.EMAIL:
        raise DeskError(
            f"Message {row.pk} goes by {row.channel}: send it yourself, then say so: sincerely send {row.pk} --by-hand."
        )
    moments = [moment for moment in (row.not_before, not_before) if moment is not None]
    row.not_before = max(moments, default=now)
    changed = Message.objects.filter(pk=row.pk, state=State.APPROVED).update(
        state=State.QUEUED, not_before=row.not_before, next_attempt=row.not_before, changed_at=now
    )
    if not changed:
        raise DeskError(f"Message {row.pk} changed in this moment. Look at it again.")
    note(actor, now, "queue", row, f"Put the message to {row.contact.name} into the outbox.")
    wake(actor.desk, row.not_before, now)
    return message_shape(access_message(actor, message))


@action
def withdraw(actor: Actor, message: int, *, now: datetime, reason: str = "") -> MessageShape:
    """Takes a waiting message back; raises DeskError where it has left."""
    row = access_message(actor, message)
    because = entries.line(reason, "reason", 1000) or "You took it back."
    if not withdraw_waiting(actor, Message.objects.filter(pk=row.pk), because, now, drafts=True):
        raise DeskError(f"Message {row.pk} is {row.state} and cannot be taken back.")
    return message_shape(access_message(actor, message))


@action
def sent_by_hand(actor: Actor, message: int, *, now: datetime, at: datetime | None = None) -> MessageShape:
    """The person sent or said an approved message themselves, at `at`."""
    row = access_message(actor, message)
    at = entries.instant(at, "time") if at is not None else now
    if at > now:
        raise DeskError("That time is still to come. Say when it was sent.")
    if not Message.objects.filter(pk=row.pk, state__in=WAITING).update(
        state=State.SENT, sent_at=at, carrier="by_hand", next_attempt=None, changed_at=now
    ):
        todo = {State.SENT: "there is nothing left to note", State.UNSURE: "say whether it went"}
        first = "approve it first, then say that you sent it"
        raise DeskError(f"Message {row.pk} is {row.state}; {todo.get(State(row.state), first)}.")
    left(actor, row, at)
    note(actor, now, "sent-by-hand", row, f"You sent the message to {row.contact.name} yourself.")
    return message_shape(access_message(actor, message))


def left(actor: Actor, row: Message, at: datetime) -> None:
    """Keeps down for the planner that a message left."""
    happened(
        actor,
        row.application.employer_id,
        Event.Kind.SENT,
        at,
        application=row.application,
        contact=row.contact,
        interview=row.interview,
        message=row,
        channel=row.channel,
        stage=row.stage,
    )


@action
def settle(actor: Actor, message: int, *, went: bool, now: datetime) -> MessageShape:
    """The person says of an unsure message whether it went; one that did not go is a draft again."""
    row = access_message(actor, message)
    alone_with(row.application.employer_id)
    if row.state != State.UNSURE:
        raise DeskError(f"Message {row.pk} is {row.state}; only an unsure one needs settling.")
    if went:
        it_went(actor, row, row.handed_over_at or now, now, "You said so.")
    else:
        thaw(row, now)
        note(actor, now, "settle", row, f"The message to {row.contact.name} did not go, and is a draft again.", went=False)
    return message_shape(access_message(actor, message))


def it_went(actor: Actor, row: Message, at: datetime, now: datetime, because: str) -> None:
    """Ends the doubt about an unsure message that went, by one conditional update."""
    unsure = Message.objects.filter(pk=row.pk, state=State.UNSURE)
    if unsure.update(state=State.SENT, sent_at=at, trouble="", next_attempt=None, changed_at=now):
        left(actor, row, at)
        note(actor, now, "settle", row, f"The message to {row.contact.name} went. {because}", went=True)


@action
def retry(actor: Actor, message: int, *, now: datetime) -> MessageShape:
    """Makes a failed message a draft again, to mend it and approve it anew."""
    row = access_message(actor, message)
    if row.state != State.FAILED:
        raise DeskError(f"Message {row.pk} is {row.state}; only a failed one can be tried again.")
    thaw(row, now)
    row.to = good_address(row.contact) if row.channel == Channel.EMAIL else ""
    row.save(update_fields=["to"])
    note(actor, now, "retry", row, f"The message to {row.contact.name} is a draft again.")
    return message_shape(row)


@query
def export_eml(actor: Actor, message: int) -> bytes:
    """The exact bytes of an approved message, for a mail program."""
    row = access_message(actor, message)
    if row.frozen is None or row.state == State.DRAFT:
        raise DeskError(f"Message {row.pk} is not approved yet: sincerely approve {row.pk}.")
    return bytes(row.frozen)
