"""Half days: people may leave at noon, but nobody can say who does. They count as whole working days, and that is said."""

from datetime import date
from functools import lru_cache

from sincerely.cadence.wording import day_words
from sincerely.cadence.workdays import Place, public_holidays


@lru_cache(maxsize=4096)
def half_day(where: Place, day: date) -> str:
    """A sentence where a day is a half day at a place; "" where it is none, or none is known."""
    known = public_holidays(where.country, where.region, "half_day")
    name = known.get(day) if known is not None else None
    return f"{day_words(day)} is a half day there ({name}); it counts as a whole working day." if name else ""
