"""Contacts: people met, their addresses, their wish to be left in peace, and the same person known twice."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max, Q

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_contact, all_parts
from sincerely.desk.actions.withdrawals import withdraw_waiting
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Address, Contact, Event, Interviewer, Message, Received
from sincerely.desk.record import happened, record
from sincerely.desk.shapes import ContactShape
from sincerely.desk.shaping import contact_shape
from sincerely.terms import Channel


def texts(value: Any) -> list[str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DeskError("What a contact asked for is not a list of texts.")
    return [entries.line(item, "entry", 300, needed=True) for item in value]


# What may be told of a contact, and how each is checked.
KNOWN: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda value: entries.line(value, "contact's name", needed=True),
    "title": lambda value: entries.line(value, "title"),
    "nickname": lambda value: entries.line(value, "nickname", 100),
    "honorific": lambda value: entries.line(value, "honorific", 40),
    "phone": lambda value: entries.line(value, "phone number", 64),
    "postal_address": lambda value: entries.text(value, "postal address", 1000),
    "zone": lambda value: entries.zone(value),
    "country": lambda value: entries.country(value),
    "region": lambda value: entries.line(value, "region", 16),
    "requested": texts,
    "may_copy": lambda value: [entries.email(item) for item in texts(value) or []],
}


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    unknown = sorted(set(changes) - set(KNOWN))
    if unknown:
        raise DeskError(f"A contact has no {unknown[0]!r}. It has: {', '.join(KNOWN)}.")
    return {name: KNOWN[name](value) for name, value in changes.items()}


@action
def add_contact(actor: Actor, application: int, *, name: str, now: datetime, email: str = "", **known: Any) -> ContactShape:
    """Adds a person met at the employer of an application. One whose address is known there already is the same person."""
    pursuit = access_application(actor, application)
    address = entries.email(email).lower()
    fields = checked({"name": name, **known})
    row = find_contact(actor, pursuit.employer_id, address, fields["name"])
    if row is None:
        row = Contact.objects.create(desk_id=actor.desk, employer=pursuit.employer, created_at=now, **fields)
        words = f"Added {row.name} at {pursuit.employer.name}."
        record(actor, now, "add", row, words, employer=pursuit.employer_id, application=pursuit)
    else:
        for field, value in fields.items():
            if value:
                setattr(row, field, value)
        row.save()
    if address:
        give_address(actor, row, address, now)
    return contact_shape(row)


def find_contact(actor: Actor, employer: int, email: str, name: str = "") -> Contact | None:
    """The contact at an employer with that address; without one, the contact of that name who has no address."""
    rows = Contact.objects.filter(desk=actor.desk, employer=employer).select_related("employer", "merged_into__employer")
    if email:
        row = rows.filter(addresses__email=email).order_by("id").first()
        if row is not None:
            return row.merged_into or row
    if not name:
        return None
    same = Q(addresses=None) if email else Q()
    return rows.filter(same, name__iexact=name, merged_into=None).order_by("id").first()


def give_address(actor: Actor, row: Contact, email: str, now: datetime) -> bool:
    """Notes a contact's address as the first to write to; True where it was not so before."""
    addresses = list(row.addresses.all())
    if addresses and addresses[0].email == email and addresses[0].bad_since is None:
        return False
    known = next((address for address in addresses if address.email == email), None)
    known = known or Address(desk_id=actor.desk, contact=row, email=email)
    known.bad_since, known.bad_because = None, ""
    for position, address in enumerate([known, *(address for address in addresses if address.pk != known.pk)]):
        address.position = position
        address.save()
    happened(actor, row.employer_id, Event.Kind.ADDRESS, now, contact=row, email=email)
    Message.objects.filter(contact=row, channel=Channel.EMAIL, state=Message.State.DRAFT).update(to=email)
    return True


@action
def update_contact(actor: Actor, contact: int, *, now: datetime, **changes: Any) -> ContactShape:
    """Changes what is known of a contact; `changes`: see KNOWN."""
    row = access_contact(actor, contact)
    fields = checked(changes)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    record(actor, now, "update", row, f"Changed what is known of {row.name}.", employer=row.employer_id, fields=list(fields))
    return contact_shape(row)


@action
def set_address(actor: Actor, contact: int, email: str, *, now: datetime) -> ContactShape:
    """Gives a contact an address to write to from now on; one that was bad counts as good again."""
    row = access_contact(actor, contact)
    address = entries.email(email).lower()
    if not address:
        raise DeskError("The e-mail address is missing. Please give it.")
    if give_address(actor, row, address, now):
        words = f"Noted a new address of {row.name}."
        record(actor, now, "set-address", row, words, employer=row.employer_id, email=address)
    return contact_shape(access_contact(actor, contact))


@action
def drop_address(actor: Actor, contact: int, *, now: datetime) -> ContactShape:
    """The contact is written to at no address any more: what waits to go there is withdrawn. `set_address` begins anew."""
    row = access_contact(actor, contact)
    mail = Message.objects.filter(contact=row, channel=Channel.EMAIL)
    if row.addresses.filter(bad_since=None).update(bad_since=now, bad_because="The address was taken away."):
        withdraw_waiting(actor, mail, f"{row.name} has no address any more.", now)
        mail.filter(state=Message.State.DRAFT).update(to="")
        record(actor, now, "drop-address", row, f"Took away the address of {row.name}.", employer=row.employer_id)
    return contact_shape(access_contact(actor, contact))


def mark_bad(actor: Actor, email: str, because: str, now: datetime) -> list[Contact]:
    """Marks an address that mail cannot reach; the contacts whose address it was."""
    rows = Address.objects.filter(desk=actor.desk, email=email.lower(), bad_since=None).select_related("contact")
    marked = []
    for address in rows:
        address.bad_since, address.bad_because = now, because[:1000]
        address.save(update_fields=["bad_since", "bad_because"])
        contact = address.contact
        record(
            actor, now, "bad-address", contact, f"Mail does not reach {contact.name}.", employer=contact.employer_id, email=email
        )
        marked.append(contact)
    return marked


@action
def stop_contact(
    actor: Actor, contact: int, *, now: datetime, reason: str = "", whole_employer: bool | None = None
) -> ContactShape:
    """Nothing more goes to this contact, ever, unless they write first; `whole_employer`: it was said for all of them."""
    row = access_contact(actor, contact)
    reason = entries.line(reason, "reason", 1000)
    stop(actor, row, now, whole_employer, reason)
    happened(actor, row.employer_id, Event.Kind.RECEIVED, now, contact=row, nature="stop", whole=whole_employer, reason=reason)
    happened(actor, row.employer_id, Event.Kind.READ, now, contact=row)
    return contact_shape(row)


def stop(actor: Actor, row: Contact, now: datetime, whole: bool | None, reason: str = "") -> None:
    """Marks the stop and withdraws what waits; the fact for the planner is the caller's."""
    row.stopped_at = now
    row.save(update_fields=["stopped_at"])
    reached = Q(contact__employer__in=all_parts(row.employer_id)) if whole else Q(contact=row)
    if whole:
        row.employer.stopped_at = now
        row.employer.save(update_fields=["stopped_at"])
    whom = f"anyone at {row.employer.name}" if whole else row.name
    because = f"No more contact with {whom} is wanted."
    withdraw_waiting(actor, Message.objects.filter(reached), because, now, drafts=True)
    words = f"Stopped all contact with {whom}." + (f" Reason: {reason}" if reason else "")
    record(actor, now, "stop", row, words, employer=row.employer_id)


@action
def merge_contacts(actor: Actor, keep: int, merged: int, *, now: datetime) -> ContactShape:
    """Two rows, one person: `merged` is known as `keep` from now on, with all that happened."""
    row, other = access_contact(actor, keep), access_contact(actor, merged)
    if row.pk == other.pk:
        raise DeskError(f"These are one contact already: {row.name}.")
    if row.employer.whole != other.employer.whole:
        raise DeskError(f"{row.name} and {other.name} are at different employers. Only contacts of one employer can be merged.")
    Contact.objects.filter(merged_into=other).update(merged_into=row)
    for address in other.addresses.all():
        if not row.addresses.filter(email=address.email).exists():
            last = row.addresses.aggregate(last=Max("position"))["last"]
            address.contact, address.position = row, (last if last is not None else -1) + 1
            address.save(update_fields=["contact", "position"])
    for seat in Interviewer.objects.filter(contact=other):
        if Interviewer.objects.filter(interview=seat.interview_id, contact=row).exists():
            seat.delete()
        else:
            seat.contact = row
            seat.save(update_fields=["contact"])
    Message.objects.filter(contact=other).update(contact=row)
    Received.objects.filter(contact=other).update(contact=row)
    Event.objects.filter(contact=other).update(contact=row)
    for name in ("title", "nickname", "honorific", "phone", "postal_address", "zone", "country", "region", "stopped_at"):
        if not getattr(row, name):
            setattr(row, name, getattr(other, name))
    row.save()
    other.merged_into = row
    other.save(update_fields=["merged_into"])
    record(actor, now, "merge", row, f"{other.name} and {row.name} are one person.", employer=row.employer_id, merged=other.pk)
    return contact_shape(row)
