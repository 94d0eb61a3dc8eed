"""Mail to nobody on the desk: passed on untouched, once; nothing of it is kept but a fingerprint under the desk's key."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from sincerely.desk.access import Actor
from sincerely.desk.errors import told_clearly
from sincerely.desk.loops.recovery import LOOKS, SILENT, Filing, files_copies
from sincerely.desk.models import Relayed
from sincerely.desk.relay.submission import Fate, Outcome, Submission
from sincerely.desk.relay.words import ALREADY, ASKED, IN_DOUBT, ON_ITS_WAY, refusal
from sincerely.post.carriers import Carrier, CarrierError, Failure
from sincerely.post.mailboxes import Mailbox, MailboxError

State = Relayed.State
# Mail programs and servers give up on a mail after four or five days (RFC 5321, 4.5.4.1).
KEPT = timedelta(days=14)


class Underway(Exception):
    """Another connection hands over the same mail in this moment."""


def pass_on(
    actor: Actor, submission: Submission, carrier: Carrier, open_mailbox: Callable[[], Mailbox | None], now: datetime
) -> Outcome:
    """Hands a mail over. A mail without a Message-ID cannot be told from a second one with the same words: it just goes."""
    if not submission.message_id:
        return blindly(submission, carrier)
    with told_clearly():
        print_ = fingerprint(submission)
        known = settle(actor, print_, submission.message_id, open_mailbox, now)
    if known is not None:
        return known
    return once(actor, print_, submission, carrier, now)


def fingerprint(submission: Submission) -> str:
    """What a mail is known again by. Without the desk's key nobody can tell whether a mail they hold is meant."""
    return hmac.new(settings.SECRET_KEY.encode(), submission.identity.encode(), hashlib.sha256).hexdigest()


def blindly(submission: Submission, carrier: Carrier) -> Outcome:
    """Hands a mail over of which nothing is remembered; a lost answer is told, and the person decides."""
    try:
        return hand_over(submission, carrier, lambda: None)
    except CarrierError:
        return Outcome(Fate.REFUSED, ASKED)


def once(actor: Actor, print_: str, submission: Submission, carrier: Carrier, now: datetime) -> Outcome:
    """Hands a mail over behind a durable mark."""
    marks: list[Relayed] = []

    def mark() -> None:
        try:
            with told_clearly(), transaction.atomic():
                marks.append(Relayed.objects.create(desk_id=actor.desk, fingerprint=print_, at=now))
        except IntegrityError:
            raise Underway from None

    try:
        outcome = hand_over(submission, carrier, mark)
    except Underway:
        return Outcome(Fate.LATER, (ON_ITS_WAY,))
    except CarrierError as error:
        note(marks, State.UNSURE)
        return Outcome(Fate.LATER, (error.words, IN_DOUBT))
    note(marks, State.GONE if outcome.fate is Fate.GONE else None)
    with told_clearly():
        Relayed.objects.filter(desk=actor.desk, at__lt=now - KEPT).delete()
    return outcome


def note(marks: list[Relayed], state: State | None) -> None:
    """Writes down what became of what was marked; without a state the mark is taken back."""
    with told_clearly():
        for row in marks:
            row.state = state or row.state
            row.save(update_fields=["state"]) if state else row.delete()


def hand_over(submission: Submission, carrier: Carrier, mark: Callable[[], None]) -> Outcome:
    """Lets the carrier deliver; raises CarrierError only where nobody knows whether it did."""
    try:
        carrier.deliver(submission.raw, submission.sender, submission.recipients, before_data=mark)
    except CarrierError as error:
        if error.kind is Failure.UNSURE:
            raise
        return refusal(error)
    return Outcome(Fate.GONE)


def settle(
    actor: Actor, print_: str, message_id: str, open_mailbox: Callable[[], Mailbox | None], now: datetime
) -> Outcome | None:
    """What is known of an earlier try; None where the mail may be handed over (again)."""
    row = Relayed.objects.filter(desk=actor.desk, fingerprint=print_).first()
    if row is None:
        return None
    if row.state == State.GONE:
        return Outcome(Fate.GONE, (ALREADY,))
    if row.state == State.ASKED:
        row.delete()
        return None
    if now < row.at + SILENT:
        return Outcome(Fate.LATER, (ON_ITS_WAY if row.state == State.GOING else IN_DOUBT,))
    found = stands_in_sent(message_id, open_mailbox)
    if found:
        Relayed.objects.filter(pk=row.pk).update(state=State.GONE)
        return Outcome(Fate.GONE, (ALREADY,))
    if found is False and files_copies(actor):
        if now < row.at + LOOKS:
            return Outcome(Fate.LATER, (IN_DOUBT,))
        row.delete()
        return None
    Relayed.objects.filter(pk=row.pk).update(state=State.ASKED)
    return Outcome(Fate.REFUSED, ASKED)


def stands_in_sent(message_id: str, open_mailbox: Callable[[], Mailbox | None]) -> bool | None:
    """Whether Sent holds the mail; None where nobody can look."""
    mailbox = open_mailbox()
    if mailbox is None:
        return None
    try:
        with mailbox as box:
            return box.find_sent(message_id) if isinstance(box, Filing) else None
    except MailboxError:
        return None
