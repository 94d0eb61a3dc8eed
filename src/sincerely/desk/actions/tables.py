"""Many applications at once, from a table."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sincerely.desk.access import Actor
from sincerely.desk.actions.applications import add_application
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Application

MOST_ROWS = 5000
# What a row may tell; other columns are left alone.
OF_APPLICATION = ("employer", "role", "zone", "country", "region", "posting_url", "posting")
OF_CONTACT = ("contact", "contact_title", "contact_email", "contact_phone")


class Brought(NamedTuple):
    """How many were added, and how many were on the desk already, by employer and role."""

    added: int
    known: int


@action
def bring_applications(actor: Actor, rows: Sequence[Mapping[str, Any]], *, now: datetime) -> Brought:
    """Adds an application for each row, and its contact where one is named: all, or none and DeskError with the row's number."""
    if len(rows) > MOST_ROWS:
        raise DeskError(f"The table has more than {MOST_ROWS:,} rows. Split it into several.")
    there = Application.objects.filter(desk=actor.desk).values_list("employer__name", "role")
    known = {(employer.casefold(), role.casefold()) for employer, role in there}
    added = 0
    for number, row in enumerate(rows, 1):
        told = {name: cell(row, name, number) for name in (*OF_APPLICATION, *OF_CONTACT)}
        key = (told["employer"].casefold(), told["role"].casefold())
        if key not in known:
            add_row(actor, told, number, now)
            known.add(key)
            added += 1
    return Brought(added, len(rows) - added)


def add_row(actor: Actor, told: Mapping[str, str], number: int, now: datetime) -> None:
    try:
        about: dict[str, Any] = {name: told[name] for name in OF_APPLICATION}
        place = add_application(actor, now=now, **about)
        if told["contact"]:
            add_contact(
                actor,
                place.id,
                name=told["contact"],
                title=told["contact_title"],
                email=told["contact_email"],
                phone=told["contact_phone"],
                now=now,
            )
    except DeskError as error:
        raise DeskError(f"Row {number}: {error} Nothing was added.") from None


def cell(row: Mapping[str, Any], name: str, number: int) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise DeskError(f"Row {number}: {name} is no text. Nothing was added.")
    return " ".join(value.split()) if name != "posting" else value.strip()
