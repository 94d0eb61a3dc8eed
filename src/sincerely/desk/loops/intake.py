"""Taking one mail in: whose it is, what it is, and what follows from it."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sincerely.cadence.promises import read_promise
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.actions.contacts import mark_bad
from sincerely.desk.actions.drafts import note
from sincerely.desk.actions.invites import key, take_invite
from sincerely.desk.actions.replies import PERSONAL, take
from sincerely.desk.actions.sending import it_went
from sincerely.desk.errors import DeskError
from sincerely.desk.loops.own import notice
from sincerely.desk.loops.senders import Post, Source, source_of
from sincerely.desk.models import Event, Interview, Message, Received
from sincerely.desk.record import happened, record
from sincerely.post.invites import Invite, InviteError, read_invites
from sincerely.post.mail import Mail, MailError, read_mail
from sincerely.post.natures.nature import Bounce, Kind, Nature
from sincerely.post.threads import classify, delivery, reply_text

State = Message.State
CALENDAR = re.compile(rb"text/calendar|application/ics|\.ics\b", re.IGNORECASE)
# Words by which an invite from strangers is known to be to an interview, in the languages of Sincerely's first users.
INTERVIEW = re.compile(
    r"interview|phone screen|screening call|recruit|hiring|candidate|vacanc|job application"
    r"|vorstellungsgespräch|bewerbung|entretien|candidature|entrevista|colloquio|sollicitatie",
    re.IGNORECASE,
)
# What the desk asks to have confirmed, as much follows from it.
WEIGHTY = (Kind.REJECTION, Kind.OFFER, Kind.STOP)
# A mail whose own date lies further back than this has a wrong clock, or is not news.
OLDEST = timedelta(days=60)


@dataclass(slots=True)
class Intake:
    """What one mail brought: a word that is kept, interviews that came or changed, and both in words."""

    received: Received | None = None
    interviews: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """True where the desk may know more now than before."""
        return bool(self.words or self.interviews)


def take_in(actor: Actor, raw: bytes, post: Post, now: datetime, *, spam: bool = False) -> Intake:
    """Takes one mail in. The same mail twice, by its Message-ID, changes nothing; a stranger's leaves nothing behind.

    The person's own mail counts as sent; not where it lies among `spam`, for there the sender is a forgery.
    """
    try:
        mail = read_mail(raw)
    except MailError as error:
        return Intake(words=[f"One mail could not be read: {error}"])
    if mail.sender.email.lower() in post.own:
        return Intake(words=[] if spam else notice(actor, mail, now))
    word = delivery(mail)
    source, invites = source_of(actor, mail, word, post), invites_in(actor, raw)
    if source is None and not invites:
        return Intake()
    name = (mail.message_id or f"sha256:{hashlib.sha256(raw).hexdigest()}")[:998]
    known = Received.objects.filter(desk=actor.desk, message_id=name).first()
    if known is not None:
        return Intake(known)
    intake = Intake()
    for invite in invites:
        take_one(actor, invite, mail, source is not None, intake, now)
    # What a calendar sends to set or move a date is the interview itself, and no word that waits for an answer.
    if source is not None and all(invite.cancelled for invite in invites):
        nature = word or classify(mail)
        intake.received = keep(actor, mail, raw, name, nature, source, now)
        follow(actor, intake.received, nature, source, now)
        intake.words.append(in_words(intake.received))
    return intake


def invites_in(actor: Actor, raw: bytes) -> list[Invite]:
    """The invites that a mail carries; one that cannot be read is none."""
    if not CALENDAR.search(raw):
        return []
    try:
        found: list[Invite] = read_invites(raw, zone=access_desk(actor).zone)
    except InviteError:
        return []
    return found


def take_one(actor: Actor, invite: Invite, mail: Mail, known_sender: bool, intake: Intake, now: datetime) -> None:
    """Takes an invite in that comes from a known employer, or says that it is to an interview, or changes a known one."""
    said = f"{invite.summary}\n{invite.description}\n{mail.subject}\n{mail.text}"[:20_000]
    on_desk = Interview.objects.filter(desk=actor.desk, uid=key(invite)).exists()
    if not (on_desk or known_sender or INTERVIEW.search(said)):
        if invite.cancelled:
            return
        when = invite.start.isoformat()
        intake.words.append(
            f"An invite for {when} may be to an interview. If it is, save the mail and add it: sincerely add FILE.eml"
        )
        return
    try:
        taken = take_invite(actor, invite, now=now)
    except DeskError as error:
        intake.words.append(f"An invite could not be taken: {error}")
        return
    if taken.outcome in ("new", "moved", "changed", "cancelled"):
        intake.interviews += 1
        intake.words.append(taken.words)


def keep(actor: Actor, mail: Mail, raw: bytes, name: str, nature: Nature, source: Source, now: datetime) -> Received:
    """Keeps a mail as it came, with what it was taken for."""
    sender = f"{mail.sender.name} <{mail.sender.email}>" if mail.sender.name else mail.sender.email
    machine = nature.kind in (Kind.AUTOMATIC, Kind.AWAY, Kind.BOUNCE)
    return Received.objects.create(
        desk_id=actor.desk,
        employer=source.contact.employer,
        application=source.application,
        contact=source.contact,
        answers=source.answers,
        message_id=name,
        references=list(mail.references)[-20:],
        sender=sender[:1000],
        subject=mail.subject[:998],
        text=reply_text(mail),
        raw=raw,
        nature=nature.kind,
        until=nature.until,
        reasons=list(nature.reasons),
        sure=nature.sure,
        asks=nature.kind in WEIGHTY or not nature.sure,
        read_at=now if machine and nature.sure else None,
        at=arrived(mail, source, now),
        created_at=now,
    )


def arrived(mail: Mail, source: Source, now: datetime) -> datetime:
    """When it came, by its own date where that can be: neither to come, nor before what it answers, nor long ago."""
    earliest = now - OLDEST
    if source.answers is not None and source.answers.sent_at is not None:
        earliest = source.answers.sent_at
    return mail.date if mail.date is not None and earliest <= mail.date <= now else now


def follow(actor: Actor, received: Received, nature: Nature, source: Source, now: datetime) -> None:
    """What follows from a mail: for the planner, for what waits, and for an address that does not work."""
    message = source.answers
    if message is not None and message.state == State.UNSURE:
        it_went(actor, message, message.handed_over_at or now, now, "It was answered.")
    if nature.kind is Kind.BOUNCE:
        bounce(actor, received, nature, source, now)
        return
    take(actor, received, now)
    if received.nature in PERSONAL:
        keep_promise(actor, received, now)


def bounce(actor: Actor, received: Received, nature: Nature, source: Source, now: datetime) -> None:
    """A hard bounce: that message did not arrive, and its address is bad. A soft or delayed one is only told."""
    message, contact = source.answers, source.contact
    if nature.bounce is not Bounce.HARD:
        if message is not None:
            words = "It may be late or may not arrive: a mail server says so."
            Message.objects.filter(pk=message.pk).update(trouble=words)
            note(actor, now, "delayed", message, f"The message to {contact.name}: {words}")
        return
    if message is not None:
        words = "It came back: that address does not work."
        if Message.objects.filter(pk=message.pk, state=State.SENT).update(state=State.FAILED, trouble=words, changed_at=now):
            note(actor, now, "bounced", message, f"The message to {contact.name} came back.")
    take(actor, received, now)
    bad = nature.failed_address or (message.to if message is not None else "")
    mark_bad(actor, bad, "Mail to it came back.", now)


def keep_promise(actor: Actor, received: Received, now: datetime) -> None:
    """A day by which they promise to be heard of, where their words leave no doubt."""
    employer, desk = received.employer, access_desk(actor)
    if employer is None:
        return
    zone = ZoneInfo(employer.zone or desk.zone)
    found = read_promise(received.text, received.at.astimezone(zone).date(), employer.country, employer.region)
    if found is None or found.unclear:
        return
    fields = {"application": received.application, "received": received, "day": found.latest, "reason": found.meaning}
    event = happened(actor, employer.pk, Event.Kind.PROMISED, received.at, **fields)
    words = f"{employer.name} promises news by {found.latest.isoformat()}."
    record(actor, now, "promise", event, words, employer=employer, application=received.application_id)


def in_words(received: Received) -> str:
    """One line for a person about what came in."""
    who = received.contact.name if received.contact else "Somebody"
    match received.nature:
        case Kind.AWAY:
            return f"{who} is away until {received.until}." if received.until else f"{who} is away."
        case Kind.BOUNCE:
            return f"Mail to {who} bounced: it did not arrive."
        case Kind.AUTOMATIC:
            return f"An automatic mail came for the application to {received.employer.name if received.employer else who}."
    if received.asks:
        return f"{who} answered: {received.nature}, it seems. Please confirm: sincerely confirm {received.pk} {received.nature}"
    return f"{who} answered. Read it: sincerely read {received.pk}"
