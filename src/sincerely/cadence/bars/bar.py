"""One thing that forbids a contact, and the days that it lasts."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from sincerely.cadence.workdays import Place
from sincerely.cadence.zones import DAY, midnight

ALWAYS = datetime.min.replace(tzinfo=UTC)


class Bar(NamedTuple):
    """A reason against a contact, in force from `since` until before `until`; None: no time lifts it."""

    reason: str
    until: datetime | None = None
    since: datetime = ALWAYS

    def holds(self, moment: datetime) -> bool:
        """Whether it is in force at a moment."""
        return self.since <= moment and (self.until is None or moment < self.until)


def before_day(place: Place, day: date, reason: str) -> Bar:
    """A bar until a day begins at a place."""
    return Bar(reason, midnight(place.zone, day))


def on_that_day(place: Place, day: date, reason: str) -> Bar:
    """A bar for one day at a place."""
    return Bar(reason, midnight(place.zone, day + DAY), midnight(place.zone, day))
