"""What forms bring, in the desk's own kinds; a fault is a DeskError in plain words."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from functools import cache
from typing import TypeVar
from zoneinfo import available_timezones

from sincerely.desk.errors import DeskError

Kind = TypeVar("Kind", bound=StrEnum)
# Row numbers fit into 64 bits.
LARGEST = 2**63 - 1
# Years outside are slips of the fingers; the calendars of public holidays know no more either.
FIRST_YEAR, LAST_YEAR = 1990, 2100


def number_in(given: Mapping[str, str], name: str) -> int:
    """The number of a row."""
    words = given.get(name, "")
    if not (words.isascii() and words.isdecimal() and len(words) < 20 and int(words) <= LARGEST):
        raise DeskError(f"The page did not say which {name} is meant. Load it again and try once more.")
    return int(words)


def one_of(kind: type[Kind], words: str | None, name: str) -> Kind:
    """One of a few words."""
    try:
        return kind(words or "")
    except ValueError:
        raise DeskError(f"The {name} is none of: {', '.join(kind)}.") from None


def moment_of(words: str, zone: tzinfo, name: str) -> datetime:
    """An instant from what a date and time field brings; it is civil time in the zone."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise DeskError(f"The {name} is not a time such as 2026-03-02T14:30.") from None
    likely(moment.year, name)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def day_of(words: str, name: str) -> date:
    """A day from what a date field brings."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise DeskError(f"The {name} is not a day such as 2026-03-20.") from None
    likely(day.year, name)
    return day


def likely(year: int, name: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DeskError(f"The {name} is in the year {year}. Check it.")


@cache
def zones() -> tuple[str, ...]:
    """The time zones to choose from: those named after a place, and UTC."""
    apart = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    return ("UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith(apart)))
