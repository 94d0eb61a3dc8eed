"""Moments that hours and bars leave open: the first, the last, and the best."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sincerely.cadence.bars import Bar
from sincerely.cadence.policy import Policy
from sincerely.cadence.workdays import Hours, Place, first_hour_end, is_open, last_open, next_open, working_days_after
from sincerely.cadence.zones import instant
from sincerely.terms import Channel

HALF_AN_HOUR = timedelta(minutes=30)
MID_MORNING = time(10)


def hours_for(channel: Channel, policy: Policy) -> Hours | None:
    """The hours of a channel; None for a posted letter, which may be written any time."""
    if channel is Channel.LETTER:
        return None
    return policy.mail_hours if channel is Channel.EMAIL else policy.call_hours


@dataclass(frozen=True, slots=True)
class Openings:
    """The moments at a place that are within hours and that nothing bars."""

    place: Place
    hours: Hours | None
    bars: Sequence[Bar]

    def allows(self, moment: datetime) -> bool:
        """Whether a moment is one of them."""
        return not any(bar.holds(moment) for bar in self.bars) and is_open(self.place, self.hours, moment)

    def first(self, moment: datetime) -> datetime | None:
        """The first of them from `moment` on; None where a bar never lifts."""
        while True:
            start = moment
            for bar in self.bars:
                if bar.holds(moment):
                    if bar.until is None:
                        return None
                    moment = bar.until
            moment = next_open(self.place, self.hours, moment)
            if moment == start or not any(bar.holds(moment) for bar in self.bars):
                return moment

    def due(self, start: datetime, limit: datetime) -> datetime:
        """The last open moment from `start` to `limit`, else the end of the first open hour after; later where that is barred.

        Raises ValueError where a bar never lifts.
        """
        last = last_open(self.place, self.hours, start, limit)
        if last is None:
            last = first_hour_end(self.place, self.hours, next_open(self.place, self.hours, limit))
        if not any(bar.holds(last) for bar in self.bars):
            return last
        return first_hour_end(self.place, self.hours, self.surely(last))

    def good(self, moment: datetime) -> datetime:
        """`moment` itself where it is allowed, else half an hour after the next opening. ValueError where a bar never lifts."""
        opening = self.surely(moment)
        if opening == moment:
            return moment
        settled = opening + HALF_AN_HOUR
        return settled if self.allows(settled) else opening

    def mid_morning(self, opening: datetime) -> datetime:
        """Mid-morning on the day of an opening, where that is allowed and not past, else half an hour after the opening."""
        ten = instant(self.place.zone, datetime.combine(self.place.day(opening), MID_MORNING))
        if ten >= opening and self.allows(ten):
            return ten
        settled = opening + HALF_AN_HOUR
        return settled if self.allows(settled) else opening

    def surely(self, moment: datetime) -> datetime:
        """The first allowed moment; raises ValueError where there is none."""
        found = self.first(moment)
        if found is None:
            raise ValueError("a bar that never lifts")
        return found


def working_days_later(place: Place, moment: datetime, days: int) -> datetime:
    """The same time of day so many working days later."""
    local = place.local(moment)
    day = working_days_after(place, local.date(), days)
    return instant(place.zone, datetime.combine(day, local.time()))
