"""People: all that happened with one, and who may be on the desk twice."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from sincerely.desk.access import Actor, access_contact
from sincerely.desk.errors import query
from sincerely.desk.models import Address, Contact, Event
from sincerely.desk.searching import finds
from sincerely.desk.shapes import ContactShape, EventShape
from sincerely.desk.shaping import contact_shape, event_shape

# Facts that are no contact with a person.
SILENT = (Event.Kind.READ, Event.Kind.HELD)


class Name(NamedTuple):
    """A contact in a long list."""

    id: int
    name: str
    employer: str
    employer_id: int


@query
def names(actor: Actor, *, search: str = "") -> list[Name]:
    """Everybody by name; with `search`, those in whose name, employer or addresses it stands."""
    rows = Contact.objects.filter(desk=actor.desk, merged_into=None).order_by("name", "id")
    found = [Name(*row) for row in rows.values_list("id", "name", "employer__name", "employer_id")]
    if not search:
        return found
    emails = Address.objects.filter(desk=actor.desk).values_list("contact_id", "email")
    written_to = {contact for contact, email in emails if finds(search, email)}
    return [row for row in found if row.id in written_to or finds(search, row.name, row.employer)]


@query
def touches(actor: Actor, contact: int) -> list[EventShape]:
    """Everything that happened between the owner and one contact, latest first."""
    row = access_contact(actor, contact)
    events = Event.objects.filter(desk=actor.desk, contact=row).exclude(kind__in=SILENT).select_related("contact")
    return [event_shape(event) for event in events.order_by("-at", "-id")]


@query
def twins(actor: Actor, contact: int) -> list[ContactShape]:
    """Contacts at the same employer who may be this one: of like name, or with one of the same addresses."""
    row = access_contact(actor, contact)
    others = Contact.objects.filter(desk=actor.desk, employer=row.employer_id, merged_into=None).exclude(pk=row.pk)
    mine = {address.email for address in row.addresses.all()}
    found = [
        other
        for other in others.select_related("employer").prefetch_related("addresses")
        if alike(other.name, row.name) or mine & {address.email for address in other.addresses.all()}
    ]
    return [contact_shape(other) for other in found]


@query
def double_names(actor: Actor, employers: Collection[int]) -> set[int]:
    """Ids of contacts at some employers who share a name with another at theirs."""
    rows = Contact.objects.filter(desk=actor.desk, merged_into=None, employer__in=employers).values_list(
        "id", "employer_id", "name"
    )
    groups: defaultdict[tuple[int, frozenset[str]], list[int]] = defaultdict(list)
    for pk, employer, name in rows:
        groups[employer, parts_of(name)].append(pk)
    return {pk for group in groups.values() if len(group) > 1 for pk in group}


def alike(one: str, other: str) -> bool:
    """True where the parts of one name are all among those of the other, whatever their accents and order."""
    first, second = parts_of(one), parts_of(other)
    return bool(first and second) and (first <= second or second <= first)


def parts_of(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return frozenset(part.strip(".,") for part in plain.casefold().split() if len(part.strip(".,")) > 1)
