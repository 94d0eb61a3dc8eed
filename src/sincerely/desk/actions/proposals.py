"""What a program proposes: a draft to begin with, and other words for one. A person takes or leaves them; nothing is sent."""

from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_contact, access_message
from sincerely.desk.actions.drafts import note, write_draft
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Message, Version
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

# Beside one draft; the oldest gives way, so that proposals never push out what a person wrote.
MOST = 3


@action
def begin_draft(
    actor: Actor, application: int, *, contact: int, stage: Stage, channel: Channel, now: datetime, rulebook: Rulebook
) -> MessageShape:
    """The draft for this contact, stage and channel: the one that there is, else one that the pen writes. Raises NotThere."""
    pursuit, person = access_application(actor, application), access_contact(actor, contact)
    drafts = Message.objects.filter(
        desk=actor.desk, application=pursuit, contact=person, stage=stage, channel=channel, state=Message.State.DRAFT
    )
    known = drafts.order_by("-id").first()
    if known:
        return message_shape(access_message(actor, known.pk))
    return write_draft(actor, application, contact=person.pk, stage=stage, channel=channel, now=now, rulebook=rulebook)


@action
def propose(actor: Actor, message: int, *, subject: str = "", body: str, now: datetime) -> MessageShape:
    """Lays other words beside a draft, whose own words stay as they are. Raises DeskError for what is no draft any more."""
    row = access_message(actor, message)
    if row.state != Message.State.DRAFT:
        raise DeskError(f"Message {row.pk} is {row.state}: its words are settled. Only a draft can be given other words.")
    body = entries.text(body, "text").strip()
    subject = entries.line(subject, "subject", 998) if row.channel == Channel.EMAIL else ""
    if not body:
        raise DeskError("There are no words to propose.")
    proposed = Version.objects.filter(message=row).exclude(proposed_by="").order_by("-id")
    kept = list(proposed.values_list("pk", flat=True)[: MOST - 1])
    proposed.exclude(pk__in=kept).delete()
    Version.objects.create(
        message=row, subject=subject or row.subject, body=body, kept_at=now, proposed_by=actor.who[:220] or "a program"
    )
    note(actor, now, "propose", row, f"Proposed other words for the draft to {row.contact.name}.")
    return message_shape(row)
