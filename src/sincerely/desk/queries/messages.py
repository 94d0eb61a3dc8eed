"""Messages and what came in, what proof says of a message, and what the gate does."""

from datetime import datetime

from sincerely import gate
from sincerely.desk.access import Actor, access_message, access_received
from sincerely.desk.actions.checking import read, report_on
from sincerely.desk.actions.sending import agreed, may
from sincerely.desk.errors import query
from sincerely.desk.models import Message, Received
from sincerely.desk.reviewing import narrowed, unanswered, unsettled
from sincerely.desk.shapes import GateShape, MessageShape, ReceivedShape
from sincerely.desk.shaping import iso, message_shape, received_shape
from sincerely.proof.finding import Report
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook


@query
def message(actor: Actor, message: int) -> MessageShape:
    """One message."""
    return message_shape(access_message(actor, message))


@query
def messages(actor: Actor, *, application: int | None = None, state: str | None = None) -> list[MessageShape]:
    """Messages, newest first, without their attachments."""
    rows = Message.objects.filter(desk=actor.desk).select_related("contact", "application__employer").order_by("-id")
    if application is not None:
        rows = rows.filter(application=application)
    if state:
        rows = rows.filter(state=state)
    return [message_shape(row, files=False) for row in rows]


@query
def report_of(actor: Actor, message: int, rulebook: Rulebook) -> tuple[Letter, Report]:
    """A message as proof reads it, and what proof says of it."""
    return read(access_message(actor, message), rulebook)


@query
def gate_of(actor: Actor, message: int, rulebook: Rulebook, now: datetime) -> GateShape:
    """What the gate says of a message at this moment."""
    row = access_message(actor, message)
    consent, draft = gate.Consent(row.consent_sha256, agreed(row)), row.state == Message.State.DRAFT
    decided = narrowed(
        gate.verdict(report_on(row, rulebook), may(row, now), consent), unsettled(row) if draft else unanswered(row)
    )
    return GateShape(decided.open, list(decided.reasons), iso(decided.next_allowed))


@query
def received(actor: Actor, received: int) -> ReceivedShape:
    """One word that came in."""
    return received_shape(access_received(actor, received))


@query
def received_list(actor: Actor, *, application: int | None = None, unread: bool = False) -> list[ReceivedShape]:
    """What came in, newest first; `unread`: only what waits to be read."""
    rows = Received.objects.filter(desk=actor.desk).select_related("contact", "employer").order_by("-at", "-id")
    if application is not None:
        rows = rows.filter(application=application)
    if unread:
        rows = rows.filter(read_at=None)
    return [received_shape(row) for row in rows]
