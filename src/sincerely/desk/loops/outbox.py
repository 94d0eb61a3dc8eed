"""The outbox: what a person approved leaves once, when the gate is open, or it is known why it did not.

A row is claimed by one conditional update in the transaction that asks the gate again. A mark is made durable before the
last step that cannot be taken back: a crash before the mark is tried again, a crash after it leaves the message unsure.
"""

import uuid
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from sincerely import gate
from sincerely.desk.access import Actor, access_desk, alone_with, alone_with_all
from sincerely.desk.actions.accounts import PAUSE, note_sending
from sincerely.desk.actions.checking import reports_before_sending
from sincerely.desk.actions.contacts import mark_bad
from sincerely.desk.actions.drafts import note
from sincerely.desk.actions.sending import agreed, left, may_each, recipients_of
from sincerely.desk.actions.withdrawals import withdraw_waiting
from sincerely.desk.errors import DeskError, told_clearly
from sincerely.desk.loops.recovery import Filing, files_copies, recover
from sincerely.desk.models import Account, Desk, History, Message
from sincerely.desk.queries.due import CLOCK_SLACK, clock_behind
from sincerely.desk.reviewing import narrowed, unanswered, votes_by_message
from sincerely.desk.waking import wake
from sincerely.post.carriers import Carrier, CarrierError, Failure, Receipt
from sincerely.post.mailboxes import Mailbox, MailboxError
from sincerely.proof.rulebook import Rulebook

State = Message.State
# A message that this process has claimed.
Claimed = Message
# Waits between tries after a temporary refusal, the last for all that follow. RFC 5321, 4.5.4.1: at least 30 minutes in general;
# the first few may be shorter, as a greylisting server lets a mail pass within minutes (RFC 6647, 5).
WAITS = tuple(timedelta(minutes=minutes) for minutes in (2, 10, 30, 60, 180, 360))
# RFC 5321, 4.5.4.1: give up after four or five days; never before so many tries, as tries wait for working hours.
GIVE_UP = timedelta(days=5)
FEWEST_TRIES = 10
# How long a held message without a moment of its own waits before the gate is asked again.
ASK_AGAIN = timedelta(hours=1)


class LostClaim(DeskError):
    """Before the point of no return the message was taken back or taken over; nothing was sent by this process."""


def tick(
    actor: Actor, carrier: Carrier, rulebook: Rulebook, now: datetime, mailbox: Mailbox | None = None, only: int | None = None
) -> bool:
    """Does one thing: recovers what a crash left, or sends one message that is due. False where there is nothing to do.

    `only`: of what is due, this message and no other.
    """
    with told_clearly():
        if clock_behind(access_desk(actor), now):
            return False
        return recover(actor, now, mailbox) or send_next(actor, carrier, rulebook, now, mailbox, only)


def send_next(
    actor: Actor, carrier: Carrier, rulebook: Rulebook, now: datetime, mailbox: Mailbox | None, only: int | None = None
) -> bool:
    """Sends the next message that is due and that the gate lets pass; False where there is none."""
    if not ready([actor.desk], now):
        return False
    while (message := next_due(actor, now, only)) is not None:
        claimed = claim(actor, message, rulebook, now)
        if claimed is not None:
            hand_over(actor, claimed, carrier, now, mailbox)
            return True
    return False


def ready(desks: Collection[int], now: datetime) -> set[int]:
    """Of some desks those that may send: none that is being reconciled or switched off, or whose clock has jumped back."""
    last = History.objects.filter(desk=OuterRef("pk")).order_by("-id").values("at")[:1]
    off = Account.objects.filter(desk=OuterRef("pk"), sending_tried_at__gt=now - PAUSE).exclude(sending_trouble="")
    rows = Desk.objects.filter(~Exists(off), pk__in=desks, reconcile_since=None).annotate(last=Subquery(last))
    return set(rows.filter(Q(last=None) | Q(last__lte=now + CLOCK_SLACK)).values_list("pk", flat=True))


def hasten(actor: Actor, message: int, now: datetime) -> None:
    """The person says: now. What pauses after a refusal is tried at once; the gate and a time of their own still hold."""
    with told_clearly():
        waits = Message.objects.filter(desk=actor.desk, pk=message, state=State.QUEUED, not_before__lte=now)
        waits.filter(next_attempt__gt=now).update(next_attempt=now)
    wake(actor.desk, now, now)


def next_due(actor: Actor, now: datetime, only: int | None = None) -> int | None:
    """The message that has waited longest of those whose time has come."""
    rows = Message.objects.filter(desk=actor.desk, state=State.QUEUED, next_attempt__lte=now)
    mine = rows if only is None else rows.filter(pk=only)
    return mine.order_by("next_attempt", "id").values_list("id", flat=True).first()


def claim(actor: Actor, message: int, rulebook: Rulebook, now: datetime) -> Message | None:
    """Claims one due message for this process, if the gate is open and nobody was faster; else puts it off, or takes it back."""
    return next(iter(claim_each(actor.who, [message], rulebook, now)), None)


@transaction.atomic
def claim_each(who: str, messages: Sequence[int], rulebook: Rulebook, now: datetime) -> list[Message]:
    """Claims several due messages, each at another desk, by the same law and in as many queries as one: those that may go."""
    alone_with_all(Message.objects.filter(pk__in=messages).values_list("application__employer_id", flat=True))
    due = Message.objects.filter(pk__in=messages, state=State.QUEUED, next_attempt__lte=now)
    rows = list(due.select_related("desk", "contact__employer", "interview", "application__employer").order_by("id"))
    if not rows:
        return []
    votes, mine = votes_by_message(rows), uuid.uuid4().hex
    may_go = []
    for row, report, answer in zip(rows, reports_before_sending(rows, rulebook), may_each(rows, now), strict=True):
        decided = gate.verdict(report, answer, gate.Consent(row.consent_sha256, agreed(row)))
        decided = narrowed(decided, unanswered(row, votes[row.pk]))
        if decided.open:
            may_go.append(row)
        else:
            put_off(Actor(row.desk_id, who), row, decided, now)
    open = due.filter(pk__in=[row.pk for row in may_go])
    if open.update(state=State.SENDING, claim=mine, claimed_at=now, attempts=F("attempts") + 1, held=[]) < len(may_go):
        claimed = set(Message.objects.filter(claim=mine).values_list("pk", flat=True))
        may_go = [row for row in may_go if row.pk in claimed]
    for row in may_go:
        row.claim = mine
    return may_go


def give_back(rows: Iterable[Message], now: datetime) -> None:
    """Lets what was claimed and not begun wait again, for any worker."""
    for row in rows:
        mine = Message.objects.filter(pk=row.pk, claim=row.claim, state=State.SENDING, handed_over_at=None)
        mine.update(state=State.QUEUED, claim="", claimed_at=None, attempts=row.attempts, next_attempt=now)


def put_off(actor: Actor, row: Message, decided: gate.Gate, now: datetime) -> None:
    """Keeps a held message for the next moment allowed; one that may never go is taken back."""
    if decided.lasting:
        withdraw_waiting(actor, Message.objects.filter(pk=row.pk), " ".join(decided.reasons), now)
        return
    again = max(decided.next_allowed or now + ASK_AGAIN, now + timedelta(seconds=1))
    waiting = Message.objects.filter(pk=row.pk, state=State.QUEUED, next_attempt__lte=now)
    if waiting.update(next_attempt=again, held=list(decided.reasons)) and row.held != list(decided.reasons):
        note(actor, now, "held", row, f"The message to {row.contact.name} waits. {' '.join(decided.reasons)}")


def hand_over(actor: Actor, row: Message, carrier: Carrier, now: datetime, mailbox: Mailbox | None) -> None:
    """Hands a claimed message to the carrier; a copy of what left is filed."""
    with told_clearly():
        if send(actor, row, carrier, now):
            file_copy(actor, row, mailbox)


def send(actor: Actor, row: Message, carrier: Carrier, now: datetime) -> bool:
    """Hands a claimed message to the carrier, and writes down what became of it; True where it left."""
    mine = Message.objects.filter(pk=row.pk, claim=row.claim)

    def mark() -> None:
        with told_clearly():
            if not mine.filter(state=State.SENDING).update(handed_over_at=now):
                raise LostClaim(f"Message {row.pk} was taken back, or over by another process. Nothing was sent by this one.")

    try:
        receipt = carrier.deliver(bytes(row.frozen or b""), parseaddr(row.sender)[1], recipients_of(row), before_data=mark)
    except LostClaim:
        return False
    except CarrierError as error:
        failed(actor, row, error, now)
        return False
    delivered(actor, row, receipt, now)
    return receipt.sent


def file_copy(actor: Actor, row: Message, mailbox: Mailbox | None) -> None:
    """Files what left in Sent, as mail programs do, unless the provider does; without the mailbox there is no copy."""
    if mailbox is None or files_copies(actor):
        return
    with suppress(MailboxError), mailbox as box:
        if isinstance(box, Filing):
            box.append(box.sent_folder(), bytes(row.frozen or b""), ("\\Seen",))


@transaction.atomic
def delivered(actor: Actor, row: Message, receipt: Receipt, now: datetime) -> None:
    """Writes down that a message left; one that a person must still send goes back to them."""
    alone_with(row.application.employer_id)
    mine = Message.objects.filter(pk=row.pk, claim=row.claim, state__in=(State.SENDING, State.UNSURE))
    words = " ".join((receipt.words, *(f"{why}." for _, why in receipt.refused)))
    if not receipt.sent:
        place = f"{receipt.words} {receipt.place}".strip()
        mine.update(state=State.APPROVED, handed_over_at=None, claim="", receipt=place, carrier=receipt.carrier, changed_at=now)
        note(actor, now, "hand-over", row, f"The message to {row.contact.name} is ready for you to send.")
        return
    if mine.update(state=State.SENT, sent_at=now, receipt=words, carrier=receipt.carrier, trouble="", changed_at=now):
        left(actor, row, now)
        note_sending(actor, "", now)
        for address in receipt.bad:
            mark_bad(actor, address, dict(receipt.refused)[address], now)
        note(actor, now, "sent", row, f"Sent the message to {row.contact.name}.", sha256=row.sha256, message_id=row.message_id)


@transaction.atomic
def failed(actor: Actor, row: Message, error: CarrierError, now: datetime) -> None:
    """Writes down why a message did not leave, or that nobody knows."""
    mine = Message.objects.filter(pk=row.pk, claim=row.claim, state__in=(State.SENDING, State.UNSURE))
    ours = not error.own and not error.address
    refused = error.kind is Failure.PERMANENT and ours and mine.filter(handed_over_at=None).exists()
    if error.kind is Failure.UNSURE:
        changed = mine.update(state=State.UNSURE, trouble=error.words, changed_at=now)
        words = f"Nobody knows yet whether the message to {row.contact.name} went. {error.words}"
    elif (refused or error.kind is Failure.TEMPORARY) and not given_up(row, now):
        wait = now + (PAUSE if refused else WAITS[min(row.attempts + 1, len(WAITS)) - 1])
        changed = mine.update(state=State.QUEUED, handed_over_at=None, claim="", next_attempt=wait, trouble=error.words)
        words = f"The message to {row.contact.name} could not be sent yet. {error.words}"
    else:
        changed = mine.update(state=State.FAILED, handed_over_at=None, next_attempt=None, trouble=error.words, changed_at=now)
        words = f"The message to {row.contact.name} failed. {error.words}"
    if not changed:
        return
    note(actor, now, str(error.kind), row, words, code=error.code)
    if refused:
        note_sending(actor, error.words, now)
    if error.kind is Failure.PERMANENT and error.address:
        mark_bad(actor, error.address, error.words, now)


def given_up(row: Message, now: datetime) -> bool:
    """True where a message was tried often and long enough."""
    return row.attempts + 1 >= FEWEST_TRIES and now >= (row.not_before or now) + GIVE_UP
