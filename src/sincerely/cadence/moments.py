"""Moments that hours and bars leave open: the first, the last, and the best, with the rule that chose each."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from sincerely.cadence.bars import Bar
from sincerely.cadence.policy import Policy
from sincerely.cadence.workdays import DAYS, MOMENTS, Hours, Place, first_hour_end, last_open, next_open, working_days_after
from sincerely.cadence.zones import instant
from sincerely.terms import Channel

HALF_AN_HOUR = timedelta(minutes=30)
MID_MORNING = time(10)


# A moment, and the rule that chose it in words; "" where it is as it was wished.
Chosen = tuple[datetime, str]


def hours_for(channel: Channel, policy: Policy) -> Hours | None:
    """The hours of a channel; None for a posted letter, which may be written any time."""
    if channel is Channel.LETTER:
        return None
    return policy.mail_hours if channel is Channel.EMAIL else policy.call_hours


class Openings(NamedTuple):
    """The moments at a place that are within hours and that nothing bars."""

    place: Place
    hours: Hours | None
    bars: Sequence[Bar]

    def allows(self, moment: datetime) -> bool:
        """Whether a moment is one of them."""
        return self.first(moment) == moment

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
            if moment == start:
                return moment

    def surely(self, moment: datetime) -> datetime:
        """The first allowed moment; raises ValueError where there is none."""
        found = self.first(moment)
        if found is None:
            raise ValueError("a bar that never lifts")
        return found

    def due(self, start: datetime, limit: datetime) -> Chosen:
        """The last open moment from `start` to `limit`, else the end of the first open hour after; later where that is barred.

        Raises ValueError where a bar never lifts.
        """
        last = last_open(self.place, self.hours, start, limit)
        if last is not None and self.allows(last):
            rule = "" if last == limit else "Nobody is there when that time is up: due at the last open moment before."
            return last, rule
        opening = self.surely(last or limit)
        rule = "That time holds no open moment: due at the end of the first open hour after."
        return first_hour_end(self.place, self.hours, opening), rule

    def good(self, moment: datetime) -> Chosen:
        """`moment` itself where it is allowed, else soon after the next opening. ValueError where a bar never lifts."""
        opening = self.surely(moment)
        return (moment, "") if opening == moment else self.settled(opening)

    def mid_morning(self, moment: datetime) -> Chosen:
        """Mid-morning of the first day allowed, where that is open and not past, else soon after the opening."""
        opening = self.surely(moment)
        ten = shown(self.place, self.place.day(opening), MID_MORNING)
        if ten >= opening and self.allows(ten):
            return ten, "Mid-morning of the first day allowed is best."
        return self.settled(opening)

    def settled(self, opening: datetime) -> Chosen:
        """Half an hour after an opening, where that is still allowed."""
        later = opening + HALF_AN_HOUR
        if self.allows(later):
            return later, "Half an hour after the first moment allowed is best."
        return opening, "The first moment allowed is best."


@lru_cache(maxsize=DAYS)
def shown(place: Place, day: date, clock: time) -> datetime:
    """When the clocks of a place show a time on a day."""
    return instant(place.zone, datetime.combine(day, clock))


@lru_cache(maxsize=MOMENTS)
def working_days_later(place: Place, moment: datetime, days: int) -> datetime:
    """The same time of day so many working days later."""
    local = place.local(moment)
    day = working_days_after(place, local.date(), days)
    return instant(place.zone, datetime.combine(day, local.time()))
