"""A reply that the person pastes, from a mailbox that the desk does not look into: read like any mail."""

import hashlib
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_contact, alone_with
from sincerely.desk.errors import DeskError, action
from sincerely.desk.loops.intake import follow, in_words, keep
from sincerely.desk.loops.senders import Source, latest_application
from sincerely.desk.models import Message, Received
from sincerely.desk.shapes import ReceivedShape
from sincerely.desk.shaping import received_shape
from sincerely.post.mail import read_mail
from sincerely.post.threads import classify
from sincerely.terms import Channel

State = Message.State


@action
def take_pasted(actor: Actor, contact: int, text: str, *, now: datetime) -> tuple[ReceivedShape, str]:
    """Takes in the words of a contact's reply; what it was taken for, and a line about it. The same twice on a day counts once.

    It answers what was sent to them last.
    """
    person = access_contact(actor, contact)
    words = entries.text(text, "reply").strip()
    if not words:
        raise DeskError("The reply is empty. Paste its words.")
    application = latest_application(person.employer)
    if application is None:
        raise DeskError(f"There is no application at {person.employer.name}. Add it first: sincerely add.")
    alone_with(person.employer_id)
    name = f"pasted:{hashlib.sha256(f'{contact} {now.date()} {words}'.encode()).hexdigest()}"
    known = Received.objects.filter(desk=actor.desk, message_id=name).first()
    if known is not None:
        return received_shape(known), "This reply is on the desk already."
    sent = Message.objects.filter(desk=actor.desk, contact=person, channel=Channel.EMAIL, state__in=(State.SENT, State.ANSWERED))
    last = sent.order_by("-sent_at", "-id").first()
    letter = EmailMessage()
    address = person.addresses.values_list("email", flat=True).first()
    letter["From"] = formataddr((person.name, address or "unknown@invalid"))
    letter["Date"], letter["Subject"] = format_datetime(now), f"Re: {last.subject}" if last else ""
    letter.set_content(words)
    raw = letter.as_bytes()
    mail = read_mail(raw)
    nature = classify(mail)
    source = Source(person, last.application if last else application, last)
    received = keep(actor, mail, raw, name, nature, source, now)
    follow(actor, received, nature, source, now)
    return received_shape(received), in_words(received)
