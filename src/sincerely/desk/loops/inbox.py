"""The inbox: each mail is taken in once, understood, and let change what waits; what is nobody's business here is forgotten."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q

from sincerely.desk.access import Actor, access_desk
from sincerely.desk.accounts import open_mailbox
from sincerely.desk.actions.accounts import forget_access, note_reached, note_trouble, ways_back
from sincerely.desk.actions.invites import own_addresses
from sincerely.desk.errors import told_clearly
from sincerely.desk.loops.intake import Intake, take_in
from sincerely.desk.loops.senders import Post, known_senders
from sincerely.desk.models import Application, Message, Sighting
from sincerely.post.mailboxes import Fetched, Mailbox, MailboxError, Position
from sincerely.post.threads import Sent

# Answers to what was sent longer ago are rare, and each sent message costs time in matching.
REMEMBERED = timedelta(days=400)
# A folder that was never looked into is read from so long before the first application.
BEFORE_FIRST = timedelta(days=14)


@dataclass(slots=True)
class Inflow:
    """What a look into a mailbox brought: mails seen, those about the desk, interviews taken or changed; all in words.

    `trouble`: what could not be read, in words.
    """

    seen: int = 0
    new: int = 0
    taken_invites: int = 0
    words: list[str] = field(default_factory=list)
    trouble: str = ""


def visit(actor: Actor, now: datetime) -> Inflow:
    """Opens the desk's mailbox and takes in what is new; whether it could be reached is kept. Raises DeskError, MailboxError."""
    account, mailbox = open_mailbox(actor, now)
    try:
        with mailbox as box:
            return look(actor, account, box, now)
    except MailboxError as error:
        raise out_of_reach(actor, account, error, now) from None


def look(actor: Actor, account: int, box: Mailbox, now: datetime) -> Inflow:
    """Takes in what is new in an entered mailbox, and notes that it could be reached."""
    inflow = tick(actor, account, box, now)
    if inflow.trouble:
        note_trouble(actor, account, inflow.trouble, now=now)
    else:
        note_reached(actor, account, now=now)
    return inflow


def out_of_reach(actor: Actor, account: int, error: MailboxError, now: datetime) -> MailboxError:
    """Notes why a mailbox could not be reached; a refused sign-in with what to do. The error in the same words."""
    words = error.words
    if error.credentials:
        words = f"{words} {ways_back(actor, account)}"
        forget_access(actor, account)
    note_trouble(actor, account, words, now=now)
    return MailboxError(words, credentials=error.credentials)


def tick(actor: Actor, account: int | None, mailbox: Mailbox, now: datetime) -> Inflow:
    """Takes in what is new in an entered mailbox, each mail whole or not at all; `account` is None for mail from files."""
    inflow = Inflow()
    with told_clearly():
        post = all_known(actor, now)
        since, from_day = positions(account), first_day(actor, now)
    try:
        for fetched in mailbox.fetch(since, from_day):
            inflow.seen += 1
            with told_clearly():
                intake = once(actor, account, fetched, post, now)
                if intake is not None and intake.changed:
                    post = all_known(actor, now)
            if intake is not None:
                inflow.new += intake.received is not None or intake.interviews > 0
                inflow.taken_invites += intake.interviews
                inflow.words += intake.words
    except MailboxError as error:
        if not error.partial:
            raise
        inflow.trouble = error.words
    return inflow


def all_known(actor: Actor, now: datetime) -> Post:
    """What mail is held against, as the desk stands."""
    return Post(own_addresses(access_desk(actor)), sent_messages(actor, now), known_senders(actor.desk))


@transaction.atomic
def once(actor: Actor, account: int | None, fetched: Fetched, post: Post, now: datetime) -> Intake | None:
    """Takes one mail in, unless the same place in the mailbox was looked at before: then None."""
    place = {"folder": fetched.folder[:500], "uid_validity": fetched.uid_validity, "uid": fetched.uid}
    if account is not None and Sighting.objects.filter(account=account, **place).exists():
        return None
    intake = take_in(actor, fetched.raw, post, now, spam=fetched.spam)
    if account is not None:
        Sighting.objects.create(desk_id=actor.desk, account_id=account, received=intake.received, **place)
    return intake


def positions(account: int | None) -> dict[str, Position]:
    """How far each folder was read, in the numbering that it had last."""
    rows = Sighting.objects.filter(account=account).values_list("folder", "uid_validity")
    latest: dict[str, tuple[int, Position]] = {}
    for folder, validity, uid, row in rows.annotate(uid_read=Max("uid"), row=Max("id")).order_by():
        if folder not in latest or latest[folder][0] < row:
            latest[folder] = (row, Position(validity, uid))
    return {folder: position for folder, (_, position) in latest.items()}


def first_day(actor: Actor, now: datetime) -> date:
    """From when mail can be about this desk."""
    rows = Application.objects.filter(desk=actor.desk).order_by("created_at")
    first = rows.values_list("created_at", flat=True).first()
    return ((first or now) - BEFORE_FIRST).date()


def sent_messages(actor: Actor, now: datetime) -> list[Sent]:
    """What left, or may have left, as replies are matched with it: the latest last."""
    gone = Q(sent_at__gte=now - REMEMBERED) | Q(state=Message.State.UNSURE)
    rows = Message.objects.filter(gone, desk=actor.desk).order_by("sent_at", "id")
    return [
        Sent(str(pk), message_id, (to, *cc), subject)
        for pk, message_id, to, cc, subject in rows.values_list("id", "message_id", "to", "cc", "subject")
    ]
