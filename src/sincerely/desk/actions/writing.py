"""Writing at leisure: what is typed is kept as it is typed, and two windows on one draft lose nothing."""

from collections.abc import Sequence
from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.checking import check
from sincerely.desk.actions.drafts import editable, note, thaw
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Message
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.desk.snapshots.letters import good_address
from sincerely.desk.versions import edition, keep_text, keep_version
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage


class Changed(DeskError):
    """Somebody changed the message in the meantime; nothing was written."""


@action
def save_typed(
    actor: Actor,
    message: int,
    *,
    seen: str,
    now: datetime,
    subject: str,
    body: str,
    cc: Sequence[str] = (),
    bcc: Sequence[str] = (),
    typing: bool = True,
) -> MessageShape:
    """Keeps a draft as it stands in a window. `seen`: the edition that the window last knew; raises Changed for another.

    It is not weighed: a person who is still typing is not judged. What was approved is left alone. `typing`: the next words
    follow soon, so that not every text that stood before is kept.
    """
    row = editable(actor, message)
    if row.state != Message.State.DRAFT:
        raise Changed(f"This note is {row.state} now. What you typed here is not in it.")
    subject, body = entries.line(subject, "subject", 998), entries.text(body, "text")
    copies = [entries.email(address, "address in copy") for address in cc]
    blind = [entries.email(address, "address in blind copy") for address in bcc]
    stands, wanted = edition(row.subject, row.body, row.cc, row.bcc), edition(subject, body, copies, blind)
    if stands == wanted:
        return message_shape(row)
    if stands != seen:
        raise Changed("This note was changed in another window.")
    if keep_version(row, now, typing=typing):
        note(actor, now, "edit", row, f"Changed the draft to {row.contact.name}.")
    row.subject, row.body, row.cc, row.bcc = subject, body, copies, blind
    thaw(row, now)
    return message_shape(row)


@action
def set_aside(actor: Actor, message: int, *, subject: str, body: str, now: datetime) -> None:
    """Keeps words that could not take their place in a message among its earlier texts."""
    row = access_message(actor, message)
    subject, body = entries.line(subject, "subject", 998), entries.text(body, "text")
    if (subject, body) != (row.subject, row.body) and body.strip():
        keep_text(row, subject, body, now)


@action
def send_otherwise(
    actor: Actor, message: int, *, now: datetime, rulebook: Rulebook, channel: Channel | None = None, stage: Stage | None = None
) -> MessageShape:
    """Lets a message go by another channel, or at another stage; its text stays. Only an e-mail and a letter have a subject."""
    row = editable(actor, message)
    if channel is not None and channel != row.channel:
        keep_version(row, now)
        row.channel = Channel(channel)
        row.to = good_address(row.contact) if channel == Channel.EMAIL else ""
        row.subject = row.subject if channel in (Channel.EMAIL, Channel.LETTER) else ""
    if stage is not None:
        row.stage = Stage(stage)
    thaw(row, now)
    note(actor, now, "edit", row, f"Changed the draft to {row.contact.name}: {row.stage}, {row.channel}.")
    check(actor, row, rulebook, now)
    return message_shape(row)
