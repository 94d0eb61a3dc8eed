"""Where a promise was made: its weekend, its public holidays, its feasts, and the order of its dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

DAY = timedelta(days=1)
# Unicode CLDR 46, short date patterns: places that write the month before the day.
MONTH_FIRST = frozenset({"US", "PH", "FM", "GU", "MH", "PR", "PW", "VI", "AS", "MP", "JP", "CN", "KR", "KP", "TW", "HU", "MN"})
# Both orders are in daily use (CLDR 46: en-CA year-month-day, fr-CA; en-ZA year/month/day).
EITHER_ORDER = frozenset({"CA", "ZA", "KE", "GH", "PA"})
SOUTHERN = frozenset(
    {"AR", "AU", "BO", "BR", "BW", "CL", "FJ", "LS", "MG", "MU", "MZ", "NA", "NZ", "PE", "PY", "SZ", "UY", "ZA", "ZM", "ZW"}
)
# Where Easter is kept by the Julian reckoning.
ORTHODOX = frozenset({"BG", "BY", "CY", "ET", "GE", "GR", "MD", "ME", "MK", "RO", "RS", "RU", "UA"})


@lru_cache(maxsize=256)
def _calendar(country: str, region: str, year: int) -> dict[date, str]:
    try:
        found = holidays.country_holidays(country, subdiv=region or None, years=year, language="en_US")
    except (NotImplementedError, ValueError):
        found = holidays.country_holidays(country, years=year)
    return {day: found[day] for day in found if day.year == year}


@dataclass(frozen=True)
class Place:
    """A country (ISO 3166-1, two letters) and region; an empty or unknown country has Saturdays and Sundays off, no holidays."""

    country: str = ""
    region: str = ""

    @property
    def known(self) -> bool:
        """True where the country's holidays are known."""
        return self.country in holidays.list_supported_countries()

    @property
    def weekend(self) -> frozenset[int]:
        """The weekdays off, Monday being 0."""
        if not self.known:
            return frozenset({5, 6})
        return frozenset(holidays.country_holidays(self.country).weekend) or frozenset({5, 6})

    def feasts(self, year: int) -> dict[date, str]:
        """The public holidays of a year, with their names."""
        return _calendar(self.country, self.region, year) if self.known else {}

    def works(self, day: date) -> bool:
        """True on a day that is neither weekend nor public holiday."""
        return day.weekday() not in self.weekend and day not in self.feasts(day.year)

    def add_working(self, day: date, count: int) -> date:
        """The count-th working day after a day."""
        while count > 0:
            day += DAY
            count -= self.works(day)
        return day

    def week(self, day: date) -> tuple[date, date]:
        """The first and the last working weekday of the week that holds a day; a week starts after the weekend's last day."""
        start = next(number for number in range(7) if (number - 1) % 7 in self.weekend and number not in self.weekend)
        first = day - timedelta(days=(day.weekday() - start) % 7)
        length = next((number for number in range(7) if (start + number) % 7 in self.weekend), 7)
        return first, first + timedelta(days=length - 1)

    @property
    def order(self) -> str:
        """How "10/03" is read here: "day", "month", or "" where nobody can know."""
        if not self.country or self.country in EITHER_ORDER:
            return ""
        return "month" if self.country in MONTH_FIRST else "day"

    def next_holiday(self, after: date) -> date | None:
        """The first public holiday after a day that falls on no weekend."""
        ahead = {day for year in (after.year, after.year + 1) for day in self.feasts(year)}
        return min((day for day in ahead if day > after and day.weekday() not in self.weekend), default=None)

    def days_off(self, day: date) -> tuple[date, date]:
        """The first and the last of the days off in a row that hold a day."""
        first = last = day
        while not self.works(first - DAY):
            first -= DAY
        while not self.works(last + DAY):
            last += DAY
        return first, last

    def easter(self, year: int) -> date:
        """Easter Sunday (Meeus, Astronomical Algorithms, chapter 8), Julian where the country keeps that."""
        return julian_easter(year) if self.country in ORTHODOX else easter(year)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def julian_easter(year: int) -> date:
    """Easter Sunday by the Julian reckoning, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
