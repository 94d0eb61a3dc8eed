"""Days and hours at a place, reckoned apart from the planner: zoneinfo and holidays only."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import holidays

DAY = timedelta(days=1)
HOURS = {"email": (time(8), time(18)), "call": (time(9, 30), time(17))}
HOURS |= {"voicemail": HOURS["call"], "text": HOURS["call"]}


class Where(NamedTuple):
    """Where a contact is."""

    zone: str
    country: str
    region: str

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    def day(self, moment: datetime) -> date:
        return self.local(moment).date()

    def works(self, day: date) -> bool:
        """True on a day that is neither weekend nor public holiday there."""
        return works(self.country, self.region, day)

    def open(self, moment: datetime, channel: str) -> bool:
        """True where the channel's hours are open; a posted letter may be written any time."""
        if channel == "letter":
            return True
        local = self.local(moment)
        opening, closing = HOURS[channel]
        return opening <= local.time() < closing and self.works(local.date())

    def span(self, day: date, channel: str) -> tuple[datetime, datetime] | None:
        """When the channel opens and closes on a day; None on a day off."""
        if not self.works(day):
            return None
        start, end = HOURS[channel]
        zone = ZoneInfo(self.zone)
        return datetime.combine(day, start, zone).astimezone(UTC), datetime.combine(day, end, zone).astimezone(UTC)

    def working_day_after(self, day: date, count: int) -> date:
        """The count-th working day after a day."""
        while count > 0:
            day += DAY
            count -= self.works(day)
        return day


@lru_cache(maxsize=100_000)
def works(country: str, region: str, day: date) -> bool:
    if not country:
        return day.weekday() < 5
    calendar = _calendar(country, region)
    return not calendar.is_weekend(day) and day not in calendar


@lru_cache(maxsize=200)
def _calendar(country: str, region: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country, subdiv=region or None)
