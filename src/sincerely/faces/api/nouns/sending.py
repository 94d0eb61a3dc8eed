"""From draft to sent, by a person's word: the look, the yes to what was read, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sincerely.desk.access import Actor
from sincerely.desk.actions import handing_over, sending
from sincerely.desk.actions.handing_over import drafts_carrier, not_sent_after_all
from sincerely.desk.actions.sending import export_eml, queue, retry, sent_by_hand, settle, withdraw
from sincerely.desk.callers import Scope
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.printed import printed
from sincerely.desk.shapes import MessageShape
from sincerely.faces.api.operation import get, post
from sincerely.post.carriers import CarrierError, mailto
from sincerely.press import BadPaper, Format
from sincerely.press import letter as set_letter
from sincerely.proof.rulebook import Rulebook
from sincerely.proof.shape import report_shape

TAG = "Sending"


@dataclass(frozen=True, slots=True)
class LookShape:
    """A message as it would leave: its very bytes as text, their SHA-256, what proof says, and what holds it."""

    message: MessageShape
    sha256: str
    text: str
    report: dict[str, Any]


@dataclass(frozen=True, slots=True)
class HandedShape:
    """What the person got: a link or a place in their mailbox, words for them, and why they had better wait."""

    place: str
    words: str
    wait: list[str]


class By(StrEnum):
    """How a message is handed to the person."""

    MAILTO = "mailto"
    DRAFTS = "drafts"


def read_through(
    actor: Actor, message: int, *, not_before: datetime | None = None, rulebook: Rulebook, now: datetime
) -> LookShape:
    """Makes the bytes that would leave, to be read before a yes. The yes says their `sha256`."""
    look = sending.read_through(actor, message, rulebook=rulebook, now=now, not_before=not_before)
    return LookShape(look.note, look.note.sha256, look.raw.decode("utf-8", "replace"), report_shape(look.report))


def approve(
    actor: Actor, message: int, *, sha256: str, not_before: datetime | None = None, rulebook: Rulebook, now: datetime
) -> MessageShape:
    """The person's yes to the bytes that they read: these and no others may leave."""
    return sending.approve(actor, message, rulebook=rulebook, now=now, not_before=not_before, read=sha256 or "none")


def hand_to_person(actor: Actor, message: int, *, by: By, now: datetime) -> HandedShape:
    """Gives an approved message to the person, who sends it: as a link, or in the Drafts folder of their mailbox."""
    carrier = mailto.Carrier() if by is By.MAILTO else drafts_carrier(actor)
    try:
        handed = handing_over.hand_to_person(actor, message, carrier, now=now)
    except CarrierError as error:
        raise DeskError(str(error)) from None
    return HandedShape(handed.receipt.place, handed.receipt.words, list(handed.wait))


def letter(actor: Actor, message: int, *, paper: Format | None = None, now: datetime) -> bytes:
    """A letter set on paper, ready to print."""
    try:
        return set_letter(printed(actor, message, now, paper))
    except BadPaper as error:
        raise DeskError(str(error)) from None


ONE = "/messages/{message}"
OPERATIONS = (
    post(
        f"{ONE}/look", read_through, Scope.APPROVE, "Make the bytes that would leave, and read them", tier="full", conflicts=True
    ),
    post(f"{ONE}/approve", approve, Scope.APPROVE, "Say yes to the bytes that you read", tier="full", keyed=True),
    post(f"{ONE}/send", queue, Scope.APPROVE, "Send it, as soon as the gate is open", name="queue", keyed=True),
    post(f"{ONE}/withdraw", withdraw, Scope.APPROVE, "Take a waiting message back"),
    post(f"{ONE}/hand-over", hand_to_person, Scope.APPROVE, "Have it handed to you, to send it yourself"),
    post(f"{ONE}/sent-by-hand", sent_by_hand, Scope.APPROVE, "You sent it yourself"),
    post(f"{ONE}/not-sent", not_sent_after_all, Scope.APPROVE, "You did not send it after all"),
    post(f"{ONE}/settle", settle, Scope.APPROVE, "Did an unsure one go?"),
    post(f"{ONE}/retry", retry, Scope.APPROVE, "Make a failed one a draft again"),
    get(f"{ONE}/mail.eml", export_eml, Scope.READ, "An approved message as a mail file", media="message/rfc822"),
    get(f"{ONE}/letter.pdf", letter, Scope.READ, "A letter, ready to print", name="printed", media="application/pdf"),
)
