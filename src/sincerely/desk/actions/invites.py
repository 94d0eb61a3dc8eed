"""Invites: an interview comes onto the desk, moves and is cancelled by what the other side's calendar sends (RFC 5546)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sincerely.cadence.places import country_of_domain
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_desk, access_interview
from sincerely.desk.actions import guesses
from sincerely.desk.actions.applications import add_application
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.interviews import agree, cancel, move, names, note, seat
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Account, Application, Contact, Desk, Employer, History, Interview
from sincerely.desk.record import record
from sincerely.desk.shapes import InterviewShape
from sincerely.desk.shaping import interview_shape
from sincerely.post.address import Address
from sincerely.post.invites import Invite

# What the other side's calendar may ask for; replies and counter-proposals are answers, no invites.
ASKED = ("request", "publish", "add", "cancel")
UNTOLD = timedelta(hours=1)
CANCELLED = "cancelled-unseen"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an invite: new, moved, changed, cancelled, known (nothing new in it) or ignored; in words for a person."""

    outcome: str
    interview: InterviewShape | None
    words: str


@action
def take_invite(
    actor: Actor, invite: Invite, *, now: datetime, application: int | None = None, role: str = "", employer: str = ""
) -> Taken:
    """Takes an invite onto the desk. The same twice changes nothing; an older one (by SEQUENCE) is ignored.

    Employer and role are guessed where neither they nor the `application` are given; raises DeskError where nothing tells.
    """
    if invite.method not in ASKED:
        return Taken("ignored", None, "This is an answer to an invite, not an invite.")
    row = Interview.objects.filter(desk=actor.desk, uid=key(invite)).select_related("application__employer").first()
    if row is None:
        if invite.cancelled:
            return remember_cancelled(actor, invite, now)
        if cancelled_before(actor, invite):
            return Taken("ignored", None, "This invite was cancelled before it came.")
        return come(actor, invite, now, application, role, employer)
    if invite.sequence < row.sequence:
        return Taken("ignored", interview_shape(row), "A newer version of this invite is on the desk already.")
    return call_off(actor, row, invite, now) if invite.cancelled else change(actor, row, invite, now)


def remember_cancelled(actor: Actor, invite: Invite, now: datetime) -> Taken:
    """Mail may overtake mail: the invite that this cancels is not to be added when it comes."""
    words = "This cancels an interview that is not on the desk."
    if not cancelled_before(actor, invite):
        record(actor, now, CANCELLED, access_desk(actor), words, uid=key(invite), sequence=invite.sequence)
    return Taken("ignored", None, words)


def cancelled_before(actor: Actor, invite: Invite) -> bool:
    """True where this version of an invite, or a later one, was cancelled before it came (RFC 5546, 2.1.4)."""
    gone = History.objects.filter(
        desk=actor.desk, what=CANCELLED, details__uid=key(invite), details__sequence__gte=invite.sequence
    )
    return gone.exists()


def key(invite: Invite) -> str:
    """What names the interview: the UID, and of a series the date that was changed."""
    return f"{invite.uid} {invite.recurrence}".strip()[:500]


def end_of(invite: Invite) -> datetime:
    """When it ends; an invite without an end is taken to last an hour."""
    return invite.end if invite.end > invite.start else invite.start + UNTOLD


def come(actor: Actor, invite: Invite, now: datetime, application: int | None, role: str, employer: str) -> Taken:
    """A new interview."""
    desk = access_desk(actor)
    own = own_addresses(desk)
    panel = guesses.people(invite, own, desk.name)
    domain = guesses.domain(invite, panel, own)
    if application is not None:
        pursuit = access_application(actor, application)
    else:
        pursuit = find_application(actor, invite, now, role, employer, domain, panel, desk)
    people = [invited(actor, pursuit, person, now) for person in panel]
    row = agree(
        actor,
        pursuit,
        invite.start,
        end_of(invite),
        people,
        now,
        zone=known_zone(invite),
        format=guesses.format(invite),
        place=cut(invite.location),
        uid=key(invite),
        number=invite.sequence,
    )
    words = f"Interview with {names(people)} at {pursuit.employer.name}."
    if pursuit.employer.zone_guessed:
        words += f" Its time zone is guessed to be {pursuit.employer.zone}."
    return Taken("new", interview_shape(access_interview(actor, row.pk)), words)


def own_addresses(desk: Desk) -> frozenset[str]:
    """The candidate's own addresses, in small letters."""
    accounts = Account.objects.filter(desk=desk).values_list("address", flat=True)
    return frozenset(address.lower() for address in (desk.email, *accounts) if address)


def find_application(
    actor: Actor,
    invite: Invite,
    now: datetime,
    role: str,
    employer: str,
    domain: str,
    panel: tuple[Address, ...],
    desk: Desk,
) -> Application:
    """The open application at the employer of an invite, the latest; a new one where there is none."""
    known = find_employer(actor, employer, domain, panel)
    if known is not None:
        pursuits = Application.objects.filter(employer=known, status=Application.Status.OPEN).select_related("employer")
        if role:
            pursuits = pursuits.filter(role__iexact=role)
        found = pursuits.order_by("-created_at", "-id").first()
        if found is not None:
            return found
    name = employer or (known.name if known else guesses.employer_name(invite, domain, panel, desk.name))
    if not name:
        raise DeskError("The invite does not say which employer it is from. Name it: --employer NAME.")
    shape = add_application(
        actor,
        employer=name[:300],
        now=now,
        role=role or entries.line(guesses.role(invite), "role"),
        zone=known_zone(invite),
        country=country_of_domain(domain),
        domain=domain,
        zone_guessed=True,
    )
    return access_application(actor, shape.id)


def find_employer(actor: Actor, name: str, domain: str, panel: tuple[Address, ...]) -> Employer | None:
    """The employer of that name; without one, of that domain, or of a contact who is invited."""
    rows = Employer.objects.filter(desk=actor.desk).order_by("-id")
    if name:
        return rows.filter(name__iexact=name).first()
    emails = [person.email.lower() for person in panel]
    found = rows.filter(contacts__addresses__email__in=emails).first()
    if found is None and domain:
        found = rows.filter(domain=domain).first() or rows.filter(contacts__addresses__email__iendswith=f"@{domain}").first()
    return found


def invited(actor: Actor, application: Application, person: Address, now: datetime) -> Contact:
    """Someone on the panel, as a contact."""
    name = cut(guesses.person_name(person), 300)
    email = person.email.lower()
    known = Contact.objects.filter(employer=application.employer, addresses__email=email).select_related("merged_into").first()
    if known is not None:
        return known.merged_into or known
    shape = add_contact(actor, application.pk, name=name, email=email, now=now)
    return Contact.objects.select_related("employer").get(pk=shape.id)


def known_zone(invite: Invite) -> str:
    """The invite's zone where it has one that can be written down."""
    try:
        return entries.zone(invite.zone or "")
    except DeskError:
        return ""


def cut(text: str, longest: int = 2000) -> str:
    """Text of an invite as a row can hold it."""
    clean = entries.CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return " ".join(clean.split())[:longest]


def change(actor: Actor, row: Interview, invite: Invite, now: datetime) -> Taken:
    """A newer version of a known invite: another time, or other people."""
    if row.cancelled_at is not None and invite.sequence <= row.sequence:
        return Taken("known", interview_shape(row), "This interview was cancelled already.")
    moved = move(actor, row, invite.start, end_of(invite), now)
    reseated = invite.sequence > row.sequence and reseat(actor, row, invite, now)
    if invite.sequence != row.sequence:
        row.sequence = invite.sequence
        row.place = cut(invite.location) or row.place
        row.save(update_fields=["sequence", "place"])
    shape = interview_shape(access_interview(actor, row.pk))
    if moved:
        when = f"{row.start.astimezone(ZoneInfo(row.zone)):%A %d %B %Y, %H:%M} ({row.zone})"
        return Taken("moved", shape, f"The interview at {row.application.employer.name} was moved to {when}.")
    if reseated:
        return Taken("changed", shape, f"The interview at {row.application.employer.name} is with other people.")
    return Taken("known", shape, "This invite is on the desk already.")


def reseat(actor: Actor, row: Interview, invite: Invite, now: datetime) -> bool:
    """Seats the panel that a newer invite names; True where it is another."""
    desk = access_desk(actor)
    people = [invited(actor, row.application, person, now) for person in guesses.people(invite, own_addresses(desk), desk.name)]
    before = set(row.panel.values_list("contact_id", flat=True))
    if not people or before == {contact.pk for contact in people}:
        return False
    seat(row, people)
    note(actor, now, "set-panel", row, f"The interview is with {names(people)}.")
    return True


def call_off(actor: Actor, row: Interview, invite: Invite, now: datetime) -> Taken:
    """The other side cancels."""
    called_off = cancel(actor, row, now)
    Interview.objects.filter(pk=row.pk).update(sequence=invite.sequence)
    shape = interview_shape(access_interview(actor, row.pk))
    if not called_off:
        return Taken("known", shape, "This interview was cancelled already.")
    return Taken("cancelled", shape, f"The interview at {row.application.employer.name} was cancelled.")
