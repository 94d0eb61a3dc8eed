"""After a crash or a restore: what was on its way is tried again, looked for in Sent, or asked about; never blindly resent."""

from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from django.db import transaction
from django.db.models import Q

from sincerely.desk.access import Actor, access_desk, alone_with
from sincerely.desk.actions.drafts import note
from sincerely.desk.actions.sending import it_went
from sincerely.desk.models import Account, Desk, Message
from sincerely.desk.record import record
from sincerely.post import upstream
from sincerely.post.mailboxes import Mailbox, MailboxError

State = Message.State
# What may have left after the copy was made that a desk was restored from.
RESTORED = (State.APPROVED, State.QUEUED, State.SENDING)
# A claim without its mark can be taken over at any time, as the mark is made only by who holds the claim;
# this long it is left alone, so that two processes do not take turns. A slow sign-in takes no longer.
ABANDONED = timedelta(minutes=3)
# RFC 5321, 4.5.3.2.6: a server may take ten minutes to say that it has taken a message.
SILENT = timedelta(minutes=10)
# A look into Sent is repeated so long: providers file their copy within minutes.
LOOKS = timedelta(hours=1)


@runtime_checkable
class Filing(Protocol):
    """A mailbox that has a Sent folder."""

    def find_sent(self, message_id: str) -> bool: ...

    def sent_folder(self) -> str: ...

    def append(self, folder: str, raw: bytes, flags: tuple[str, ...] = ()) -> None: ...


def recover(actor: Actor, now: datetime, mailbox: Mailbox | None) -> bool:
    """Settles one message that a crash, a lost answer or a restore left open; False where there is none."""
    return release(actor, now) or doubt(actor, now) or look(actor, now, mailbox) or reconciled(actor, now)


@transaction.atomic
def release(actor: Actor, now: datetime) -> bool:
    """A message that was claimed and never handed over waits again."""
    rows = Message.objects.filter(desk=actor.desk, state=State.SENDING, handed_over_at=None, claimed_at__lte=now - ABANDONED)
    row = rows.select_related("contact", "application").first()
    if row is None:
        return False
    mine = Message.objects.filter(pk=row.pk, claim=row.claim, state=State.SENDING, handed_over_at=None)
    if mine.update(state=State.QUEUED, claim="", claimed_at=None, next_attempt=now):
        note(actor, now, "release", row, f"Sending to {row.contact.name} broke off before anything left; it waits again.")
    return True


@transaction.atomic
def doubt(actor: Actor, now: datetime) -> bool:
    """A message that was handed over, and whose end nobody wrote down, is unsure; so is all that waited before a restore."""
    rows = Message.objects.filter(desk=actor.desk, state=State.SENDING, handed_over_at__lte=now - SILENT)
    row = rows.select_related("contact", "application").first()
    words = "Sending broke off at the last moment: it may have gone or not."
    since = access_desk(actor).reconcile_since
    if row is None and since is not None:
        old = Message.objects.filter(desk=actor.desk, state__in=RESTORED, consent_at__lte=since).exclude(message_id="")
        row = old.select_related("contact", "application").order_by("id").first()
        words = "It waited when this desk was copied, and may have gone since."
    if row is None:
        return False
    mine = Message.objects.filter(pk=row.pk, claim=row.claim, state=row.state)
    handed_over_at = row.handed_over_at or row.not_before
    if mine.update(state=State.UNSURE, handed_over_at=handed_over_at, next_attempt=None, trouble=words, changed_at=now):
        note(actor, now, "unsure", row, f"Nobody knows yet whether the message to {row.contact.name} went. {words}")
    return True


def look(actor: Actor, now: datetime, mailbox: Mailbox | None) -> bool:
    """Looks into Sent for an unsure message; found, it went. Not found says something only where the provider files copies."""
    if mailbox is None:
        return False
    rows = Message.objects.filter(desk=actor.desk, state=State.UNSURE).exclude(message_id="")
    ripe = rows.filter(Q(handed_over_at__lte=now - SILENT) | Q(handed_over_at=None))
    fresh = ripe.filter(Q(looked_at=None) | Q(looked_at__lte=now - LOOKS))
    row = fresh.select_related("contact", "application").order_by("id").first()
    if row is None:
        return False
    looked_before = row.looked_at is not None
    try:
        with mailbox as box:
            if not isinstance(box, Filing):
                return False
            found = box.find_sent(row.message_id)
    except MailboxError:
        return False
    with transaction.atomic():
        alone_with(row.application.employer_id)
        Message.objects.filter(pk=row.pk).update(looked_at=now)
        if found:
            it_went(actor, row, row.handed_over_at or now, now, "It stands in your Sent folder.")
        elif looked_before and files_copies(actor):
            again(actor, row, now)
    return True


def again(actor: Actor, row: Message, now: datetime) -> None:
    """The provider files what it sends and did not file this: the same bytes wait to be sent again."""
    unsure = Message.objects.filter(pk=row.pk, state=State.UNSURE)
    if row.carrier == upstream.NAME:
        words = "It does not stand in Sent, so it did not go. Send it again from your mail program."
        if unsure.update(state=State.WITHDRAWN, claim="", trouble=words, changed_at=now):
            note(actor, now, "not-gone", row, f"The message to {row.contact.name} from your mail program: {words}")
    elif unsure.update(
        state=State.QUEUED,
        claim="",
        claimed_at=None,
        handed_over_at=None,
        looked_at=None,
        trouble="",
        next_attempt=now,
        changed_at=now,
    ):
        note(actor, now, "again", row, f"The message to {row.contact.name} does not stand in Sent; it waits to be sent again.")


def files_copies(actor: Actor) -> bool:
    """Whether the provider is known to file a copy of what it sends."""
    return Account.objects.filter(desk=actor.desk, keeps_sent=True).exists()


@transaction.atomic
def reconciled(actor: Actor, now: datetime) -> bool:
    """A restored desk sends again once nothing from before the restore is in doubt."""
    desk = access_desk(actor)
    if desk.reconcile_since is None or Message.objects.filter(desk=desk, state=State.UNSURE).exists():
        return False
    Desk.objects.filter(pk=desk.pk).update(reconcile_since=None)
    record(actor, now, "reconciled", desk, "Everything that waited before the restore is settled; the outbox sends again.")
    return True
