"""A message that the person sends themselves: given to them, and what they said of it taken back."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from django.db import transaction

from sincerely.desk.access import Actor, access_message, access_own_desk, alone_with
from sincerely.desk.accounts import open_mailbox
from sincerely.desk.actions.drafts import note
from sincerely.desk.actions.sending import may, recipients_of
from sincerely.desk.actions.withdrawals import WAITING
from sincerely.desk.errors import DeskError, action, query, told_clearly
from sincerely.desk.models import Event, Message
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.post.carriers import Carrier, Receipt, by_hand, draft
from sincerely.post.mailboxes import imap
from sincerely.terms import Channel

State = Message.State


@dataclass(frozen=True, slots=True)
class Handed:
    """What a carrier gave the person. `wait`: why they had better not send it yet."""

    receipt: Receipt
    wait: tuple[str, ...] = ()


def hand_to_person(actor: Actor, message: int, carrier: Carrier, *, now: datetime) -> Handed:
    """Gives an approved message to the person by a carrier that leaves the sending to them.

    It leaves the outbox before they have it, so that it does not go from both. Raises DeskError, CarrierError.
    """
    access_own_desk(actor)
    row = access_message(actor, message)
    if row.state not in WAITING:
        raise DeskError(f"Message {row.pk} is {row.state}; approve it first: sincerely approve {row.pk}.")
    if carrier.automatic:
        raise DeskError("This way sends by itself. Send by it with: sincerely send.")

    def take_out() -> None:
        with told_clearly(), transaction.atomic():
            mine = Message.objects.filter(pk=row.pk, state__in=WAITING, sha256=row.sha256)
            if not mine.update(state=State.APPROVED, next_attempt=None, changed_at=now):
                raise DeskError(f"Message {row.pk} changed in this moment. Look at it again.")

    recipients = recipients_of(row) if row.channel == Channel.EMAIL else ()
    receipt = carrier.deliver(bytes(row.frozen or b""), parseaddr(row.sender)[1], recipients, before_data=take_out)
    with told_clearly(), transaction.atomic():
        Message.objects.filter(pk=row.pk, state=State.APPROVED).update(carrier=receipt.carrier, receipt=receipt.place)
        note(actor, now, "hand-over", row, f"The message to {row.contact.name} is with you to send ({receipt.carrier}).")
        answer = may(row, now)
    return Handed(receipt, () if answer.allowed else answer.reasons)


@query
def drafts_carrier(actor: Actor) -> draft.Carrier:
    """Files into the Drafts folder of the desk's mailbox; raises DeskError where it has none."""
    _, mailbox = open_mailbox(actor)
    if not isinstance(mailbox, imap.Mailbox):
        raise DeskError("The mailbox of this desk has no Drafts folder. Export the message as a file: --eml FILE.")
    return draft.Carrier(mailbox.config, mailbox.token)


@action
def not_sent_after_all(actor: Actor, message: int, *, now: datetime) -> MessageShape:
    """The person said by mistake that they sent a message: it waits for them again, and the planner forgets the touch."""
    row = access_message(actor, message)
    alone_with(row.application.employer_id)
    mine = Message.objects.filter(pk=row.pk, state=State.SENT, carrier=by_hand.NAME)
    if not mine.update(state=State.APPROVED, sent_at=None, carrier="", changed_at=now):
        raise DeskError(f"Message {row.pk} is {row.state}, and not by your own word; that stays.")
    Event.objects.filter(message=row, kind=Event.Kind.SENT).delete()
    note(actor, now, "not-sent", row, f"You did not send the message to {row.contact.name} after all.")
    return message_shape(access_message(actor, message))
