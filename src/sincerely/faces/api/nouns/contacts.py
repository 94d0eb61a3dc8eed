"""Contacts: people met, whether one may be written to now, and their wish to be left in peace."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.cadence import answer_shape
from sincerely.desk.access import Actor
from sincerely.desk.actions.contacts import drop_address, merge_contacts, set_address, stop_contact, update_contact
from sincerely.desk.callers import Scope
from sincerely.desk.queries import people, plans
from sincerely.desk.queries.applications import contact, contacts
from sincerely.desk.queries.people import touches, twins
from sincerely.desk.shapes import ContactShape
from sincerely.faces.api.operation import delete, get, patch, post, put
from sincerely.terms import Channel, Stage

TAG = "Contacts"


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """Whether a contact may be made now, with every reason; `next_allowed` is null for never."""

    allowed: bool
    reasons: list[str]
    next_allowed: str | None


@dataclass(frozen=True, slots=True)
class NameShape:
    """A contact in a long list."""

    id: int
    name: str
    employer: str
    employer_id: int


def every(actor: Actor, *, employer: int | None = None) -> list[ContactShape]:
    """All contacts, or those at one employer, by name."""
    return contacts(actor, employer=employer)


def names(actor: Actor, *, search: str = "") -> list[NameShape]:
    """Everybody by name; with `search`, those in whose name, employer or addresses it stands."""
    return [NameShape(*row) for row in people.names(actor, search=search)]


def may(
    actor: Actor, contact: int, *, channel: Channel = Channel.EMAIL, stage: Stage = Stage.CHECK_IN, now: datetime
) -> AnswerShape:
    """Yes; or not yet, with the reasons and the first moment when it may be."""
    return AnswerShape(**answer_shape(plans.may(actor, contact, channel, now, stage)))


def put_right(
    actor: Actor,
    contact: int,
    *,
    name: str | None = None,
    title: str | None = None,
    nickname: str | None = None,
    honorific: str | None = None,
    phone: str | None = None,
    postal_address: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    region: str | None = None,
    requested: list[str] | None = None,
    may_copy: list[str] | None = None,
    now: datetime,
) -> ContactShape:
    """Changes what is known of a contact; what is not given stays."""
    given = {
        "name": name, "title": title, "nickname": nickname, "honorific": honorific, "phone": phone, "zone": zone,
        "postal_address": postal_address, "country": country, "region": region, "requested": requested, "may_copy": may_copy,
    }  # fmt: skip
    return update_contact(actor, contact, now=now, **{field: value for field, value in given.items() if value is not None})


def merge(actor: Actor, contact: int, *, merged: int, now: datetime) -> ContactShape:
    """Two contacts are the same person: what is known of `merged` goes to this one."""
    return merge_contacts(actor, contact, merged, now=now)


ONE = "/contacts/{contact}"
OPERATIONS = (
    get("/contacts", every, Scope.READ, "Contacts, by name", name="contacts"),
    get("/names", names, Scope.READ, "Everybody by name, in short"),
    get(ONE, contact, Scope.READ, "One contact"),
    patch(ONE, put_right, Scope.WRITE, "Put a contact right", name="update_contact"),
    put(f"{ONE}/address", set_address, Scope.WRITE, "The address to write to from now on"),
    delete(f"{ONE}/address", drop_address, Scope.WRITE, "Take the address away"),
    get(f"{ONE}/may", may, Scope.READ, "May this contact be made now?"),
    get(f"{ONE}/touches", touches, Scope.READ, "What passed between you, latest first"),
    get(f"{ONE}/twins", twins, Scope.READ, "Who may be the same person"),
    post(f"{ONE}/stop", stop_contact, Scope.LOG, "They want no more contact"),
    post(f"{ONE}/merge", merge, Scope.WRITE, "Two contacts are one person", name="merge_contacts"),
)
