"""Mail to contacts of the desk: the gate is asked as for the desk's own, and it goes once, as a sent message of the desk."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from sincerely.desk.access import Actor, alone_with
from sincerely.desk.actions.contacts import mark_bad
from sincerely.desk.actions.sending import it_went, may
from sincerely.desk.actions.withdrawals import withdraw_waiting
from sincerely.desk.errors import told_clearly
from sincerely.desk.loops.outbox import delivered, failed
from sincerely.desk.loops.recovery import doubt, look
from sincerely.desk.models import Message
from sincerely.desk.relay.stages import about_a_talk_ahead
from sincerely.desk.relay.submission import Fate, Outcome, Submission
from sincerely.desk.relay.words import ALREADY, IN_DOUBT, ON_ITS_WAY, closed, refusal, settle_it
from sincerely.desk.relay.written import files_of, twins_of
from sincerely.post.carriers import Carrier, CarrierError, Failure, Receipt
from sincerely.post.mail import Mail
from sincerely.post.mailboxes import Mailbox

State = Message.State
WENT = (State.SENT, State.ANSWERED, State.FAILED)
OPEN = (State.SENDING, State.UNSURE)
# One try settles no more messages than this: the mail program waits.
MOST_LOOKS = 5


class Stopped(Exception):
    """Nothing left: between the examination and the mark something happened."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.fate)
        self.outcome = outcome


def earlier(actor: Actor, submission: Submission) -> Outcome | None:
    """What is known of an earlier try with the same mail; None where there was none, or it is known not to have gone."""
    rows = Message.objects.filter(desk=actor.desk, consent_sha256=submission.identity)
    states = dict(rows.filter(state__in=(*WENT, *OPEN)).order_by("id").values_list("id", "state"))
    if any(state in WENT for state in states.values()):
        return Outcome(Fate.GONE, (ALREADY,))
    if State.UNSURE in states.values():
        return Outcome(Fate.LATER, (IN_DOUBT, settle_it(next(iter(states)))))
    return Outcome(Fate.LATER, (ON_ITS_WAY,)) if states else None


def settled(actor: Actor, submission: Submission, open_mailbox: Callable[[], Mailbox | None], now: datetime) -> Outcome | None:
    """The same, after what can be found out was found out."""
    outcome = earlier(actor, submission)
    if outcome is not None and outcome.fate is Fate.LATER:
        mailbox = open_mailbox()
        for _ in range(MOST_LOOKS):
            if not (doubt(actor, now) or look(actor, now, mailbox)):
                break
        outcome = earlier(actor, submission)
    if outcome is not None and outcome.fate is Fate.GONE:
        all_went(actor, submission, now)
    return outcome


def all_went(actor: Actor, submission: Submission, now: datetime) -> None:
    """One mail went to all of its contacts, or to none."""
    rows = Message.objects.filter(desk=actor.desk, consent_sha256=submission.identity, state=State.UNSURE)
    for row in rows.select_related("contact", "application", "interview"):
        with transaction.atomic():
            it_went(actor, row, row.handed_over_at or now, now, "The same mail went to the others.")


def send_on(
    actor: Actor, submission: Submission, mail: Mail, rows: Sequence[Message], carrier: Carrier, now: datetime
) -> Outcome:
    """Hands a mail over behind a durable mark that is made where the gate is asked for the last time."""
    claim = uuid.uuid4().hex

    def mark() -> None:
        with told_clearly(), transaction.atomic():
            claim_all(actor, submission, mail, rows, claim, now)

    try:
        receipt = carrier.deliver(submission.raw, submission.sender, submission.recipients, before_data=mark)
    except Stopped as stopped:
        return stopped.outcome
    except CarrierError as error:
        with told_clearly(), transaction.atomic():
            return not_delivered(actor, rows, claim, error, now)
    with told_clearly(), transaction.atomic():
        all_delivered(actor, mail, rows, receipt, now)
    return Outcome(Fate.GONE)


def claim_all(actor: Actor, submission: Submission, mail: Mail, rows: Sequence[Message], claim: str, now: datetime) -> None:
    """Saves the messages as being sent, if the gate is still open for all and no other connection was faster."""
    for employer in sorted({row.contact.employer_id for row in rows}):
        alone_with(employer)
    known = earlier(actor, submission)
    if known is not None:
        raise Stopped(known)
    refused = shut(rows, now)
    if refused is not None:
        raise Stopped(refused)
    for row in rows:
        row.pk, row.state, row.claim, row.claimed_at, row.handed_over_at = None, State.SENDING, claim, now, now
        row.save()
        for file in files_of(row, mail):
            file.save()


def shut(rows: Sequence[Message], now: datetime) -> Outcome | None:
    """Why the gate is closed for one of the contacts; None where it is open for all."""
    answers = [(row, may(row, now)) for row in rows if not about_a_talk_ahead(row, now)]
    barred = [(row, answer) for row, answer in answers if not answer.allowed]
    return Outcome(Fate.REFUSED, closed(barred)) if barred else None


def not_delivered(actor: Actor, rows: Sequence[Message], claim: str, error: CarrierError, now: datetime) -> Outcome:
    """Nobody got it, and nothing is kept of it; or nobody knows, and then it is the desk's to settle."""
    if error.kind is Failure.UNSURE:
        for row in rows:
            failed(actor, row, error, now)
        return Outcome(Fate.LATER, (error.words, IN_DOUBT))
    Message.objects.filter(desk=actor.desk, claim=claim, state=State.SENDING).delete()
    if error.kind is Failure.PERMANENT and error.address:
        mark_bad(actor, error.address, error.words, now)
    return refusal(error)


def all_delivered(actor: Actor, mail: Mail, rows: Sequence[Message], receipt: Receipt, now: datetime) -> None:
    """Writes down that it went to each contact; what waited on the desk and is the same mail has gone with it."""
    for row in rows:
        delivered(actor, row, receipt, now)
        withdraw_waiting(actor, twins_of(actor, row.contact, mail), "You sent it from your mail program.", now, drafts=True)
