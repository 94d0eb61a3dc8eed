"""Cases from data: the form of `sincerely plan`, checked by hand so that every error names its event."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sincerely.cadence.case import (
    YEARS,
    Addressed,
    BadCase,
    Cancelled,
    Case,
    Contact,
    Employer,
    Fact,
    Held,
    Interview,
    Moved,
    Nature,
    OnHold,
    Promised,
    Read,
    Received,
    Sent,
    Waived,
    Withdrawn,
)
from sincerely.cadence.policy import BadPolicy, read_changes
from sincerely.cadence.zones import zone_named
from sincerely.terms import Channel, Stage

MOST_EVENTS = 5_000
MOST_CONTACTS = 1_000
MOST_LETTERS = 1_000
Word = TypeVar("Word", Channel, Stage, Nature)


def read_case(data: Mapping[str, Any]) -> Case:
    """A case from a JSON object (docs: "The plan"); unknown keys are ignored; raises BadCase."""
    if not isinstance(data, Mapping):
        raise BadCase("The case is no object with person, employer, contacts and events.")
    person, employer = mapping(data, "person"), mapping(data, "employer")
    events = items(data, "events", MOST_EVENTS)
    try:
        policy = read_changes(data.get("policy") or {})
    except BadPolicy as error:
        raise BadCase(str(error)) from None
    contacts = tuple(
        read_contact(item, f"contacts[{index}]") for index, item in enumerate(items(data, "contacts", MOST_CONTACTS))
    )
    read = [read_event(item, index) for index, item in enumerate(events)]
    return Case.of(
        zone=zone(person, "person"),
        employer=Employer(
            text(employer, "name", "employer"),
            zone(employer, "employer"),
            *country(employer, "employer"),
            zone_guessed=yes(employer, "zone_guessed", "employer"),
        ),
        contacts=contacts,
        interviews=((name, event) for name, event in read if isinstance(event, Interview)),
        facts=((name, event) for name, event in read if not isinstance(event, Interview)),
        policy=policy,
    )


def read_contact(item: Mapping[str, Any], where: str) -> Contact:
    land, region = country(item, where)
    return Contact(
        id=required(item, "id", where),
        name=text(item, "name", where),
        email=text(item, "email", where),
        phone=text(item, "phone", where),
        zone=zone(item, where),
        country=land,
        region=region,
    )


def read_event(item: Mapping[str, Any], index: int) -> tuple[str, Interview | Fact]:
    """An event with the name by which errors call it."""
    kind = item.get("kind")
    where = f"events[{index}] ({str(kind)[:40]})"
    reader = READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise BadCase(f"{where}: no such kind of event; the kinds are {', '.join(READERS)}.")
    return where, reader(item, where)


def read_interview(item: Mapping[str, Any], where: str) -> Interview:
    contacts = item.get("contacts", [])
    if not isinstance(contacts, list | tuple) or len(contacts) > MOST_CONTACTS:
        raise BadCase(f"{where}: contacts is no list of ids.")
    ids = tuple(dict.fromkeys(checked(id, f"contacts[{place}]", where) for place, id in enumerate(contacts)))
    return Interview(required(item, "id", where), *stretch(item, where), ids, text(item, "format", where))


def read_moved(item: Mapping[str, Any], where: str) -> Moved:
    return Moved(instant(item, "at", where), required(item, "id", where), *stretch(item, where))


def read_cancelled(item: Mapping[str, Any], where: str) -> Cancelled:
    return Cancelled(instant(item, "at", where), required(item, "id", where))


def read_promised(item: Mapping[str, Any], where: str) -> Promised:
    by = day(item, "by", where)
    if by is None:
        raise BadCase(f"{where}: by is missing; give the promised date, such as 2026-03-10.")
    return Promised(instant(item, "at", where), by)


def read_sent(item: Mapping[str, Any], where: str) -> Sent:
    channel, stage = member(Channel, item, "channel", where), member(Stage, item, "stage", where)
    return Sent(instant(item, "at", where), required(item, "contact", where), channel, stage)


def read_received(item: Mapping[str, Any], where: str) -> Received:
    nature = member(Nature, item, "nature", where)
    until = day(item, "until", where) if nature is Nature.AWAY else None
    whole = yes(item, "whole", where) if nature is Nature.STOP and item.get("whole") is not None else None
    return Received(instant(item, "at", where), required(item, "contact", where), nature, until, whole)


def read_read(item: Mapping[str, Any], where: str) -> Read:
    return Read(instant(item, "at", where), required(item, "contact", where))


def read_waived(item: Mapping[str, Any], where: str) -> Waived:
    interview, contact, reason = (required(item, key, where) for key in ("interview", "contact", "reason"))
    return Waived(instant(item, "at", where), interview, contact, reason)


def read_addressed(item: Mapping[str, Any], where: str) -> Addressed:
    return Addressed(instant(item, "at", where), required(item, "contact", where), required(item, "email", where))


def read_held(item: Mapping[str, Any], where: str) -> Held:
    return Held(instant(item, "at", where), required(item, "contact", where))


def read_on_hold(item: Mapping[str, Any], where: str) -> OnHold:
    return OnHold(instant(item, "at", where), day(item, "until", where))


def read_withdrawn(item: Mapping[str, Any], where: str) -> Withdrawn:
    return Withdrawn(instant(item, "at", where), text(item, "reason", where))


READERS: Mapping[str, Callable[[Mapping[str, Any], str], Interview | Fact]] = {
    "interview": read_interview,
    "interview-moved": read_moved,
    "interview-cancelled": read_cancelled,
    "promised": read_promised,
    "sent": read_sent,
    "received": read_received,
    "read": read_read,
    "waived": read_waived,
    "address": read_addressed,
    "held": read_held,
    "on-hold": read_on_hold,
    "withdrawn": read_withdrawn,
}


def mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadCase(f"{key} is no object.")
    return value


def items(data: Mapping[str, Any], key: str, most: int) -> Iterable[Mapping[str, Any]]:
    value = data.get(key)
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise BadCase(f"{key} is no list.")
    if len(value) > most:
        raise BadCase(f"{key} holds {len(value)} entries; a case has at most {most}.")
    for index, item in enumerate(value):
        if not isinstance(item, Mapping):
            raise BadCase(f"{key}[{index}] is no object.")
    return value


def yes(item: Mapping[str, Any], key: str, where: str) -> bool:
    value = item.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadCase(f"{where}: {key} is true, false or absent.")
    return bool(value)


def text(item: Mapping[str, Any], key: str, where: str) -> str:
    value = item.get(key)
    return "" if value is None else checked(value, key, where)


def checked(value: Any, key: str, where: str) -> str:
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        raise BadCase(f"{where}: {key} is no text of at most {MOST_LETTERS} characters.")
    return value.strip()


def required(item: Mapping[str, Any], key: str, where: str) -> str:
    value = text(item, key, where)
    if not value:
        raise BadCase(f"{where}: {key} is missing.")
    return value


def zone(item: Mapping[str, Any], where: str) -> str:
    name = text(item, "zone", where)
    if name:
        try:
            zone_named(name)
        except ValueError:
            raise BadCase(f"{where}: {name[:60]!r} is no time zone; give an IANA name such as Europe/Dublin.") from None
    return name


def country(item: Mapping[str, Any], where: str) -> tuple[str, str]:
    """Country and region in capitals, the region without the country's code before it."""
    land, region = text(item, "country", where).upper(), text(item, "region", where)
    return land, region.upper().removeprefix(f"{land}-") if region.upper().startswith(f"{land}-") else region


def instant(item: Mapping[str, Any], key: str, where: str) -> datetime:
    words = required(item, key, where)
    try:
        found = datetime.fromisoformat(words)
        if found.tzinfo is None:
            raise BadCase(f"{where}: {key} {words[:40]!r} has no offset; end it with Z or +01:00.")
        found = found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        if isinstance(error, BadCase):
            raise
        raise BadCase(f"{where}: {key} {words[:40]!r} is no time such as 2026-03-02T10:00:00Z.") from None
    if found.year not in YEARS:
        raise BadCase(f"{where}: {key} {words[:40]!r} is not between {YEARS.start} and {YEARS.stop - 1}.")
    return found


def stretch(item: Mapping[str, Any], where: str) -> tuple[datetime, datetime]:
    start, end = instant(item, "start", where), instant(item, "end", where)
    if end < start:
        raise BadCase(f"{where}: it ends ({end.isoformat()}) before it starts ({start.isoformat()}).")
    return start, end


def day(item: Mapping[str, Any], key: str, where: str) -> date | None:
    words = text(item, key, where)
    if not words:
        return None
    try:
        found = date.fromisoformat(words)
    except ValueError:
        raise BadCase(f"{where}: {key} {words[:40]!r} is no date such as 2026-03-10.") from None
    if found.year not in YEARS:
        raise BadCase(f"{where}: {key} {words[:40]!r} is not between {YEARS.start} and {YEARS.stop - 1}.")
    return found


def member(kind: type[Word], item: Mapping[str, Any], key: str, where: str) -> Word:
    value = required(item, key, where)
    try:
        return kind(value)
    except ValueError:
        raise BadCase(f"{where}: {key} {value[:40]!r} is not one of {', '.join(kind)}.") from None
