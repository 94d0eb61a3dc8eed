"""Reading a mail before it goes on: whose it is, what proof says of it, and whether the gate is open."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from sincerely import gate
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.accounts import open_mailbox
from sincerely.desk.actions.replies import mark_read
from sincerely.desk.errors import DeskError, query
from sincerely.desk.loops.inbox import visit
from sincerely.desk.models import Event, Message, Received
from sincerely.desk.queries.due import clock_behind
from sincerely.desk.record import happened, record
from sincerely.desk.relay.contacts import settled, shut
from sincerely.desk.relay.submission import Fate, Outcome, Revise, Submission
from sincerely.desk.relay.words import CLOCK, RESTORED, SHOW_IT, UNREADABLE, held, to_revise
from sincerely.desk.relay.written import contacts_among, message_to, report_on, twins_of
from sincerely.desk.reviewing import missing, unsettled
from sincerely.post.mail import Mail, MailError, read_mail
from sincerely.post.mailboxes import Mailbox, MailboxError
from sincerely.proof.finding import Report
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Severity, Verdict

MOST_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class Ready:
    """A mail that may be handed over: to contacts with their messages, or, without, to nobody on the desk."""

    submission: Submission
    mail: Mail | None = field(default=None, repr=False)
    rows: tuple[Message, ...] = ()


class Shown:
    """What the person was shown the reasons for, by the hash of its words; forgotten when the relay ends."""

    def __init__(self) -> None:
        self._known: dict[str, None] = {}

    def first(self, mail: Mail) -> bool:
        """True the first time for the same words to the same people; then it is taken as shown."""
        people = [person.email for person in (*mail.to, *mail.cc)]
        said = "\0".join((mail.subject, mail.text, *people, *mail.attachments))
        name = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
        if name in self._known:
            del self._known[name]
            return False
        self._known[name] = None
        if len(self._known) > MOST_SHOWN:
            del self._known[next(iter(self._known))]
        return True


@query
def examine(
    actor: Actor, submission: Submission, rulebook: Callable[[], Rulebook], now: datetime, revise: Revise, shown: Shown
) -> Outcome | Ready:
    """Ready to be handed over, or why not. A mail to nobody on the desk is not read."""
    people = contacts_among(actor, submission.recipients)
    if not people:
        return Ready(submission)
    refused = not_now(actor, now) or settled(actor, submission, lambda: mailbox_of(actor), now)
    if refused is not None:
        return refused
    try:
        mail = read_mail(submission.raw)
    except MailError as error:
        return Outcome(Fate.REFUSED, (UNREADABLE.format(error), "Nobody got it."))
    take_as_read(actor, mail, now)
    rows = tuple(message_to(actor, contact, address, mail, submission, now) for address, contact in people.items())
    reports = [report_on(row, mail, rulebook()) for row in rows]
    return (
        withheld(actor, rows, reports, now)
        or unreviewed(actor, rows, mail)
        or shut(rows, now)
        or advised(rows, reports, mail, revise, shown)
        or Ready(submission, mail, rows)
    )


def not_now(actor: Actor, now: datetime) -> Outcome | None:
    """What keeps the desk as a whole from sending."""
    desk = access_desk(actor)
    if desk.reconcile_since is not None:
        return Outcome(Fate.LATER, (RESTORED,))
    return Outcome(Fate.LATER, (CLOCK,)) if clock_behind(desk, now) else None


def mailbox_of(actor: Actor) -> Mailbox | None:
    """The desk's mailbox, to look into Sent; None where none is set up."""
    with suppress(DeskError):
        return open_mailbox(actor)[1]
    return None


def take_as_read(actor: Actor, mail: Mail, now: datetime) -> None:
    """Who answers a mail has read it. One that the desk does not know yet may lie in the inbox: it is looked for there."""
    if not mail.in_reply_to:
        return
    mine = {"desk": actor.desk, "message_id": mail.in_reply_to}
    if not Received.objects.filter(**mine).exists() and not Message.objects.filter(**mine).exists():
        with suppress(DeskError, MailboxError):
            visit(actor.as_loop("inbox"), now)
    for received in Received.objects.filter(read_at=None, **mine).values_list("id", flat=True):
        mark_read(actor, received, now=now)


def withheld(actor: Actor, rows: Sequence[Message], reports: Sequence[Report], now: datetime) -> Outcome | None:
    """What proof holds back, kept down for each contact; the writer of an angry mail sleeps on it."""
    if not any(report.verdict is Verdict.HOLD for report in reports):
        return None
    with transaction.atomic():
        for row, report in zip(rows, reports, strict=True):
            employer, application = row.application.employer_id, row.application
            rules = sorted({finding.rule for finding in gate.holds(report)})
            words = f"Held back a mail to {row.contact.name} from your mail program."
            record(actor, now, "held", row.contact, words, employer=employer, application=application, rules=rules)
            if gate.angry(report):
                happened(actor, employer, Event.Kind.HELD, now, application=application, contact=row.contact)
    return Outcome(Fate.REFUSED, held(names(rows), [finding for report in reports for finding in gate.holds(report)]))


def unreviewed(actor: Actor, rows: Sequence[Message], mail: Mail) -> Outcome | None:
    """What reviews ask of the same words on the desk; where these were shown to nobody, the votes that the desk wants."""
    found: list[str] = []
    for row in rows:
        twin = twins_of(actor, row.contact, mail).select_related("desk").order_by("id").last()
        found += unsettled(twin) if twin else missing(row.desk)
    return Outcome(Fate.REFUSED, (*dict.fromkeys(found), SHOW_IT, "Nobody got it.")) if found else None


def advised(rows: Sequence[Message], reports: Sequence[Report], mail: Mail, revise: Revise, shown: Shown) -> Outcome | None:
    """What proof would change, where the person wishes to be told before it goes."""
    if revise is Revise.RELAY or not any(report.verdict is Verdict.REVISE for report in reports):
        return None
    if revise is Revise.ONCE and not shown.first(mail):
        return None
    findings = [finding for report in reports for finding in report.findings if finding.severity is Severity.WARNING]
    return Outcome(Fate.REFUSED, to_revise(names(rows), findings, again=revise is Revise.ONCE))


def names(rows: Sequence[Message]) -> str:
    return ", ".join(row.contact.name for row in rows)
