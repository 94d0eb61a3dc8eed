"""The time zones that invites name: by IANA's names, Windows' names, names with a vendor's prefix, or rules of their own."""

import datetime
import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar, Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

LONGEST_NAME = 200
# America/Argentina/Buenos_Aires.
DEEPEST_NAME = 3
# A definition of its own is read only where it is of honest size and its rules are yearly: others unroll without end.
LONGEST_DEFINITION = 20_000
MOST_RULES = 60
ODD_PARTS = "BY(?:SECOND|MINUTE|HOUR|SETPOS|YEARDAY|WEEKNO)"
FORBIDDEN_RULE = re.compile(rf"FREQ=(?!YEARLY)|{ODD_PARTS}|INTERVAL=(?!1\b)|COUNT", re.IGNORECASE)
CITY = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")


def zone_named(name: str) -> str:
    """The IANA name of a zone that is called so, somehow; empty where none is known."""
    bare = name[:LONGEST_NAME].strip().strip('"')
    if found := WINDOWS_TO_OLSON.get(bare) or _known().get(bare.lower()):
        return found
    # /mozilla.org/20070129_1/Europe/Berlin, and Outlook's "(UTC+01:00) Amsterdam, Berlin, Bern".
    parts = bare.split("/")
    for start in range(max(len(parts) - DEEPEST_NAME, 1), len(parts)):
        if found := _known().get("/".join(parts[start:]).lower()):
            return found
    cities = CITY.findall(bare) if bare.startswith("(") else []
    return next((_cities()[city.lower()] for city in cities if city.lower() in _cities()), "")


def zone_of(name: str) -> datetime.tzinfo | None:
    """The zone of an IANA name."""
    return ZoneInfo(name) if name.lower() in _known() else None


def zone_defined(definition: str) -> datetime.tzinfo | None:
    """The zone that a VTIMEZONE defines by rules of its own; None where it is broken or could be a trap."""
    if len(definition) > LONGEST_DEFINITION or definition.count("TZOFFSETTO") > MOST_RULES or FORBIDDEN_RULE.search(definition):
        return None
    try:
        calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{definition}\r\nEND:VCALENDAR\r\n")
        found = calendar.walk("VTIMEZONE")
        zone = found[0].to_tz() if found and isinstance(found[0], Timezone) else None
        return zone if isinstance(zone, datetime.tzinfo) else None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError, RecursionError):
        return None


@cache
def _known() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@cache
def _cities() -> dict[str, str]:
    """Zones by their city; a name that several continents have is left out."""
    names = [name for name in available_timezones() if name.count("/") == 1 and not name.startswith(("Etc", "posix", "right"))]
    cities = [name.rpartition("/")[2].replace("_", " ").lower() for name in names]
    return {city: name for city, name in zip(cities, names, strict=True) if cities.count(city) == 1}
