"""Entries of a desk as iCalendar (RFC 5545): interviews and planned contacts as events, what is owed as to-dos, with alarms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar import Alarm, Calendar, Component, Event, Todo

PRODUCT = "-//Sincerely//Follow-up desk//EN"
NAME = "Follow-ups"
# A note takes a quarter of an hour to read again and send; an hour's warning leaves room to write it.
A_NOTE_TAKES = timedelta(minutes=15)
WARNING = timedelta(hours=1)
# Programs that subscribe look again so often (RFC 7986, REFRESH-INTERVAL).
REFRESH = timedelta(hours=1)
URGENT, USUAL = 1, 5


class Kind(StrEnum):
    """What an entry is."""

    INTERVIEW = "interview"
    PLANNED = "planned"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing for a calendar. `key` names it from run to run, and nothing else anywhere has it.

    `plain` says it without names, for calendars that others see. `end`: for what is owed, when it is due; None where no time
    was set.
    """

    key: str
    kind: Kind
    title: str
    plain: str
    start: datetime
    end: datetime | None
    details: str = ""
    late: bool = False


def calendar(entries: Iterable[Entry], now: datetime, private: bool = True) -> bytes:
    """The entries as one calendar; `private`: without names and reasons."""
    whole = begun()
    whole.add("METHOD", "PUBLISH")
    whole.add("X-WR-CALNAME", NAME)
    whole.add("NAME", NAME)
    whole.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        whole.add_component(component(entry, now, private))
    return bytes(whole.to_ical())


def alone(entry: Entry, now: datetime, private: bool = True) -> bytes:
    """One entry as a calendar object of its own, as CalDAV keeps it (RFC 4791, 4.1: without METHOD)."""
    whole = begun()
    whole.add_component(component(entry, now, private))
    return bytes(whole.to_ical())


def begun() -> Calendar:
    whole = Calendar()
    whole.add("PRODID", PRODUCT)
    whole.add("VERSION", "2.0")
    return whole


def component(entry: Entry, now: datetime, private: bool) -> Component:
    """An entry as VTODO or VEVENT."""
    todo = entry.kind is Kind.OWED
    made: Component = Todo() if todo else Event()
    made.add("UID", uid(entry.key))
    made.add("DTSTAMP", now.astimezone(UTC))
    made.add("SUMMARY", written(entry.plain if private else entry.title))
    if entry.details and not private:
        made.add("DESCRIPTION", written(entry.details))
    made.add("CLASS", "PRIVATE")
    start, end = entry.start.astimezone(UTC), entry.end.astimezone(UTC) if entry.end else None
    if todo:
        if end:
            made.add("DUE", end)
        made.add("PRIORITY", URGENT if entry.late else USUAL)
        made.add("STATUS", "NEEDS-ACTION")
    else:
        made.add("DTSTART", start)
        made.add("DTEND", max(end or start, start + timedelta(minutes=1)))
        made.add("TRANSP", "OPAQUE" if entry.kind is Kind.INTERVIEW else "TRANSPARENT")
    if end or not todo:
        made.add_component(alarm(entry, private))
    return made


def alarm(entry: Entry, private: bool) -> Alarm:
    """An hour before an interview or a due time; at the best moment of a planned contact."""
    made = Alarm()
    made.add("ACTION", "DISPLAY")
    made.add("DESCRIPTION", written(entry.plain if private else entry.title))
    if entry.kind is Kind.OWED:
        # RELATED=END: a to-do without a start hangs its alarm on DUE (RFC 5545, 3.8.6.3).
        made.add("TRIGGER", -WARNING, parameters={"RELATED": "END"})
    else:
        made.add("TRIGGER", timedelta(0) if entry.kind is Kind.PLANNED else -WARNING)
    return made


def uid(key: str) -> str:
    """The identity of an entry, the same at each run."""
    return f"{key}@sincerely.invalid"


def written(text: str) -> str:
    """Text without control characters and broken halves of characters, which a calendar cannot hold."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in whole if sign.isprintable() or sign == "\n")
