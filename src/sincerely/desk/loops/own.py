"""What the person sent from their own mail program: a touch, noticed where the mail is found, so that none goes out twice."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sincerely.desk.access import Actor, access_desk, alone_with
from sincerely.desk.actions.drafts import note
from sincerely.desk.actions.replies import read
from sincerely.desk.actions.sending import it_went, left
from sincerely.desk.loops.senders import contact_by_address, latest_application
from sincerely.desk.models import Application, Contact, Event, Interview, Message, Received
from sincerely.post.mail import Mail
from sincerely.post.threads import plain_subject
from sincerely.terms import Channel, Stage

State = Message.State
CARRIER = "mail-program"
LONGEST_ID = 255
# Thanks are given in the days after an interview; a first mail that comes later asks how things stand.
THANKS = timedelta(days=7)


def notice(actor: Actor, mail: Mail, now: datetime) -> list[str]:
    """Keeps a mail of the person's own as sent to each contact that it went to; what is new in words. Ours is known by its id."""
    at = mail.date if mail.date is not None and mail.date <= now else now
    known = list(Message.objects.filter(desk=actor.desk, message_id=mail.message_id)) if mail.message_id else []
    if known:
        return [words for row in known if (words := settled(actor, row, at, now))]
    take_as_read(actor, mail, now)
    return [touch(actor, mail, contact, application, at, now) for contact, application in recipients(actor, mail)]


def settled(actor: Actor, row: Message, at: datetime, now: datetime) -> str:
    """A message of the desk that stands in Sent went, whatever was known of it; words where that is new."""
    if row.state == State.UNSURE:
        alone_with(row.application.employer_id)
        it_went(actor, row, row.handed_over_at or at, now, "It stands in your Sent folder.")
        return f"The message to {row.contact.name} went."
    return went(actor, row, at, now) if row.state == State.APPROVED else ""


def went(actor: Actor, row: Message, at: datetime, now: datetime) -> str:
    """An approved message was sent by the person from their mail program."""
    alone_with(row.application.employer_id)
    mine = Message.objects.filter(pk=row.pk, state=State.APPROVED)
    if not mine.update(state=State.SENT, sent_at=at, carrier=CARRIER, trouble="", changed_at=now):
        return ""
    left(actor, row, at)
    words = f"You sent the message to {row.contact.name} from your mail program."
    note(actor, now, "sent", row, words)
    return words


def recipients(actor: Actor, mail: Mail) -> Iterator[tuple[Contact, Application]]:
    """The contacts that a mail went to, each once, with the application it is about."""
    seen: set[int] = set()
    for person in (*mail.to, *mail.cc):
        contact = contact_by_address(actor, person.email)
        application = latest_application(contact.employer) if contact else None
        if contact and application and contact.pk not in seen:
            seen.add(contact.pk)
            yield contact, application


def touch(actor: Actor, mail: Mail, contact: Contact, application: Application, at: datetime, now: datetime) -> str:
    """One contact was written to: the approved message that it is, else a sent message of its own."""
    alone_with(application.employer_id)
    waiting = Message.objects.filter(
        desk=actor.desk, contact=contact, state=State.APPROVED, channel=Channel.EMAIL, created_at__lte=at
    )
    for row in waiting.select_related("contact", "application", "interview"):
        if plain_subject(row.subject) == plain_subject(mail.subject):
            return went(actor, row, at, now)
    talk = last_talk(contact, at)
    stage = stage_of(mail, contact, talk, at)
    row = Message.objects.create(
        desk=access_desk(actor),
        application=application,
        interview=talk,
        contact=contact,
        channel=Channel.EMAIL,
        stage=stage,
        state=State.SENT,
        sender=mail.sender.email[:1000],
        to=next(person.email for person in (*mail.to, *mail.cc) if contact_by_address(actor, person.email) == contact)[:1000],
        subject=plain(mail.subject)[:998],
        body=plain(mail.text),
        in_reply_to=plain(mail.in_reply_to)[:998],
        references=list(mail.references)[-20:],
        message_id=mail.message_id if len(mail.message_id) <= LONGEST_ID else "",
        sent_at=at,
        carrier=CARRIER,
        created_at=now,
        changed_at=now,
    )
    left(actor, row, at)
    words = f"You wrote to {contact.name} from your mail program; it counts as: {stage}."
    note(actor, now, "sent", row, words)
    return words


def last_talk(contact: Contact, at: datetime) -> Interview | None:
    """The last interview with a contact that was over at a time."""
    return Interview.objects.filter(contacts=contact, cancelled_at=None, end__lte=at).order_by("-end").first()


def stage_of(mail: Mail, contact: Contact, talk: Interview | None, at: datetime) -> Stage:
    """What a mail counts as: thanks soon after an interview, an answer to what they wrote since, else a check-in."""
    thread = [name for name in (mail.in_reply_to, *mail.references) if name]
    heard = Received.objects.filter(
        employer=contact.employer, message_id__in=thread, at__gte=talk.end if talk else contact.created_at
    )
    thanked = Event.objects.filter(contact=contact, kind=Event.Kind.SENT, stage=Stage.THANK_YOU)
    if heard.exists() or talk is None:
        return Stage.ANSWER
    owed = at - talk.end <= THANKS and not thanked.filter(at__gte=talk.end).exists()
    return Stage.THANK_YOU if owed else Stage.CHECK_IN


def take_as_read(actor: Actor, mail: Mail, now: datetime) -> None:
    """Who answers a mail has read it."""
    if mail.in_reply_to:
        for row in Received.objects.filter(desk=actor.desk, message_id=mail.in_reply_to, read_at=None):
            read(actor, row, now)


def plain(text: str) -> str:
    """Text as the database holds it: no zero bytes, no halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
