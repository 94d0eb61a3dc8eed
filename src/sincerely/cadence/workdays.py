"""Working days and opening hours at the recipient's place.

A working day is neither weekend nor public holiday there. Half days count as whole ones. Where the country is not
known, Saturday and Sunday are the weekend and no holidays are known. Holidays by estimate (moon calendars) count.
"""

import warnings
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sincerely.cadence.zones import DAY, exists, stretches, zone_named

Hours = tuple[time, time]
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
# How many answers are remembered: of days, and of moments, which recur less.
DAYS = 65536
MOMENTS = 16384
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, eq=False)
class Place:
    """Where a recipient is. One object for each place: made by `place`. `holidays` is None where none are known."""

    zone: ZoneInfo
    country: str
    region: str
    holidays: Any = field(repr=False)

    def local(self, instant: datetime) -> datetime:
        """The instant by the clocks there."""
        return instant.astimezone(self.zone)

    def day(self, instant: datetime) -> date:
        """The day that it is there."""
        return day_at(self.zone, instant)


@lru_cache(maxsize=MOMENTS)
def day_at(zone: ZoneInfo, instant: datetime) -> date:
    """The day that it is in a zone."""
    return instant.astimezone(zone).date()


@lru_cache(maxsize=1024)
def place(zone: str, country: str = "", region: str = "") -> Place:
    """The place of an IANA zone, an ISO 3166 country and region, each "" where unknown (zone: UTC); ValueError for a bad zone."""
    return Place(zone_named(zone or "UTC"), country, region, public_holidays(country, region))


@lru_cache(maxsize=1024)
def public_holidays(country: str, region: str, category: str = "") -> Any:
    """The public holidays of a country, with its region's where the region is known; None for an unknown country.

    `category`: days of another kind, such as "half_day"; None where the country is not known to have such.
    """
    if not country:
        return None
    import holidays

    # Beyond the years that a country has announced there are estimates or none: no news for whoever plans.
    warnings.filterwarnings("ignore", message="Requested Holidays are available only")
    try:
        found = holidays.country_holidays(country)
    except NotImplementedError:
        return None
    if category and category not in found.supported_categories:
        return None
    # Named in English where that is offered: the same plan on every machine, whatever its language.
    language = next((name for name in ("en_US", "en_GB") if name in found.supported_languages), found.default_language)
    subdivision = region if region in found.subdivisions or region in found.subdivisions_aliases else None
    return holidays.country_holidays(country, subdiv=subdivision, language=language, categories=category or None)


@lru_cache(maxsize=DAYS)
def closed_for(where: Place, day: date) -> str:
    """Why a day is no working day there: the weekday, the holiday's name; "" for a working day."""
    if not exists(where.zone, day):
        return "a day that the calendar there left out"
    known = where.holidays
    if known.is_weekend(day) if known is not None else day.weekday() >= 5:
        return f"a {WEEKDAYS[day.weekday()]}"
    return f"a public holiday ({known.get(day)})" if known is not None and day in known else ""


@lru_cache(maxsize=DAYS)
def working_days_after(where: Place, day: date, count: int) -> date:
    """The so-many-th working day after a day; the day itself for 0."""
    while count:
        day += DAY
        if not closed_for(where, day):
            count -= 1
    return day


@lru_cache(maxsize=DAYS)
def windows(where: Place, hours: Hours, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """The open stretches of a day, in UTC: the first moment is open, the last is closed."""
    return () if closed_for(where, day) else stretches(where.zone, day, *hours)


def is_open(where: Place, hours: Hours | None, moment: datetime) -> bool:
    """Whether a moment is within hours there; None for hours that never close."""
    return next_open(where, hours, moment) == moment


@lru_cache(maxsize=MOMENTS)
def next_open(where: Place, hours: Hours | None, moment: datetime) -> datetime:
    """The first open moment from `moment` on."""
    if hours is None:
        return moment
    day = where.day(moment)
    while True:
        for opens, closes in windows(where, hours, day):
            if moment < closes:
                return max(moment, opens)
        day += DAY


@lru_cache(maxsize=MOMENTS)
def last_open(where: Place, hours: Hours | None, start: datetime, limit: datetime) -> datetime | None:
    """The last open moment from `start` to `limit`, to the minute where hours close it; None where there is none."""
    if hours is None:
        return limit
    day, first = where.day(limit), where.day(start)
    while day >= first:
        for opens, closes in reversed(windows(where, hours, day)):
            if opens <= limit and start < closes:
                return limit if limit < closes else max(start, opens, closes - MINUTE)
        day -= DAY
    return None


def first_hour_end(where: Place, hours: Hours | None, opening: datetime) -> datetime:
    """The end of the first open hour from an open moment on, before closing."""
    if hours is None:
        return opening + HOUR
    closes = next(closes for opens, closes in windows(where, hours, where.day(opening)) if opens <= opening < closes)
    return max(opening, min(opening + HOUR, closes - MINUTE))
