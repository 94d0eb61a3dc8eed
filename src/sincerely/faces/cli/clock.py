"""The clock of the command line, and moments and days from words; `SINCERELY_NOW` fixes it for tests and demos."""

import os
from datetime import UTC, date, datetime, tzinfo

from sincerely.faces.cli.failure import Failure

# Years outside are slips of the fingers; the calendars of public holidays know no more either.
FIRST_YEAR, LAST_YEAR = 1990, 2100


def read_instant(words: str, name: str, zone: tzinfo | None = None) -> datetime:
    """An instant from ISO 8601; without an offset it is civil time in `zone`. Raises Failure that names where it came from."""
    example = "2026-03-02T14:30" if zone else "2026-03-02T10:00:00Z"
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        raise Failure(f"{name}: {words!r} is not a time such as {example}.") from None
    if instant.tzinfo is None and zone is None:
        raise Failure(f"{name}: {words!r} has no offset; end it with Z or +01:00.")
    likely(instant.year, name)
    return (instant if instant.tzinfo else instant.replace(tzinfo=zone)).astimezone(UTC)


def read_day(words: str, name: str) -> date:
    """A day from ISO 8601; raises Failure that names where it came from."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise Failure(f"{name}: {words!r} is not a day such as 2026-03-20.") from None
    likely(day.year, name)
    return day


def likely(year: int, name: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Failure(f"{name}: the year {year} cannot be meant. Check it.")


def now(words: str | None = None) -> datetime:
    """The instant that counts as now: `--now` where given, else `SINCERELY_NOW`, else the machine's clock."""
    if words:
        return read_instant(words, "--now")
    fixed = os.environ.get("SINCERELY_NOW")
    return read_instant(fixed, "SINCERELY_NOW") if fixed else datetime.now(UTC)
