"""Calendar files taken apart line by line: only what matters of an event is read, and a broken line spoils no other."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from sincerely.post.zones import zone_defined, zone_named, zone_of

# A calendar with more events is no invite.
MOST_EVENTS = 1_000
MOST_LINES = 2_000
LONGEST_LINE = 100_000
MOST_DEFINITION_LINES = 400
MOST_ZONES = 20
DEEPEST = 10
FOLD = re.compile(r"\n[ \t]")
BROKEN = re.compile(r"([A-Za-z-]+);.*?:((?:mailto:)?[^:]*)", re.IGNORECASE)
NAME = re.compile(r"[A-Za-z-]+")
TIMES = ("UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "STATUS", "RRULE", "RDATE", "RECURRENCE-ID")
NEEDED = frozenset({*TIMES, "ORGANIZER", "ATTENDEE", "SUMMARY", "DESCRIPTION", "LOCATION"})


class CalendarError(ValueError):
    """A calendar that is no honest invite; one line that says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """A content line: `name;parameters:value`."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Shared:
    """What the events of one calendar share: its method, the zones that it defines, and the zone of times that name none."""

    zone: str
    method: str = ""
    zones: dict[str, datetime.tzinfo | None] = field(default_factory=dict)


@dataclass(slots=True)
class Event:
    """The lines of one event that matter."""

    shared: Shared
    lines: list[Line] = field(default_factory=list)

    @property
    def method(self) -> str:
        return self.shared.method

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def zone(self, line: Line) -> datetime.tzinfo:
        """The zone of a time: by name, else as the calendar defines it, else that of times without one, else UTC."""
        called = line.parameters.get("TZID", "")
        by_name = zone_of(zone_named(called)) if called else None
        return by_name or self.shared.zones.get(called) or zone_of(self.shared.zone) or datetime.UTC

    def zone_name(self, line: Line) -> str | None:
        """The IANA name of the zone of a time, where one is told or given."""
        called = zone_named(line.parameters.get("TZID", ""))
        return called or (self.shared.zone if zone_of(self.shared.zone) else None)

    def is_certain(self, line: Line) -> bool:
        """True where the moment rests on no guess: it is in UTC, or names a zone that is known or defined."""
        called = line.parameters.get("TZID", "")
        told = bool(zone_named(called) or self.shared.zones.get(called))
        return told or line.value.strip().upper().endswith("Z")


def events(text: str, zone: str) -> Iterator[Event]:
    """All events, in order; `zone` is that of times that name none. Raises `CalendarError` over the limits."""
    shared, event, definition = Shared(zone), Event(Shared(zone)), list[str]()
    inside: list[str] = []
    count = 0
    for row in FOLD.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        name = match[0].upper() if (match := NAME.match(row)) else ""
        kind = row.partition(":")[2].strip().upper()
        if name == "BEGIN":
            inside.append(kind)
            if len(inside) > DEEPEST:
                raise CalendarError("The calendar is nested too deep and was not read.")
            shared = Shared(zone) if kind == "VCALENDAR" else shared
            event = Event(shared) if kind == "VEVENT" else event
            definition = [] if kind == "VTIMEZONE" else definition
        if "VTIMEZONE" in inside and len(definition) < MOST_DEFINITION_LINES:
            definition.append(row[:LONGEST_LINE])
        if name == "END" and kind in inside:
            del inside[inside.index(kind) :]
            if kind == "VTIMEZONE":
                _define(definition, shared)
            elif kind == "VEVENT":
                count += 1
                if count > MOST_EVENTS:
                    raise CalendarError(f"The calendar has more than {MOST_EVENTS} events: it is no invite.")
                yield event
        elif inside[-1:] == ["VEVENT"] and name in NEEDED and len(event.lines) < MOST_LINES:
            event.lines.extend(_line(row))
        elif inside[-1:] == ["VCALENDAR"]:
            _describe(row, shared)


def _describe(row: str, shared: Shared) -> None:
    """What a line says of the calendar as a whole."""
    name, _, value = row.partition(":")
    name = name.partition(";")[0].upper()
    if name == "METHOD":
        shared.method = value.strip().lower()
    elif name == "X-WR-TIMEZONE":
        shared.zone = zone_named(value) or shared.zone


def _define(rows: list[str], shared: Shared) -> None:
    """Keeps a zone that the calendar defines itself, where its name is not known anyway."""
    called = next((row.partition(":")[2].strip() for row in rows if row.upper().startswith("TZID")), "")
    if called and len(shared.zones) < MOST_ZONES and not zone_named(called):
        shared.zones[called] = zone_defined("\r\n".join(rows))


def _line(row: str) -> list[Line]:
    """A content line taken apart; of a broken one the name and the last value, where they can be told."""
    try:
        name, parameters, value = Contentline(row[:LONGEST_LINE]).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        broken = BROKEN.fullmatch(row[:LONGEST_LINE])
        return [Line(broken[1].upper(), {}, broken[2])] if broken else []
    plain = {str(key).upper(): str(found[0] if isinstance(found, list) and found else found) for key, found in parameters.items()}
    return [Line(name.upper(), plain, value)]
