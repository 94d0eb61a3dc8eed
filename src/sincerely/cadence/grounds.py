"""The reasons of a touch in words: what calls for it, what moved its dates, by whose clocks and calendar."""

from collections.abc import Iterator
from datetime import date, datetime

from sincerely.cadence.countries import thank_you_notes
from sincerely.cadence.moments import Openings
from sincerely.cadence.obligations import Obligation
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import day_words, when
from sincerely.cadence.workdays import Place, closed_for
from sincerely.cadence.zones import DAY
from sincerely.terms import Stage

# A reader wants the days that moved the date, not a calendar.
MOST_CLOSED_DAYS = 4


def grounds(
    obligation: Obligation, openings: Openings, now: datetime, best: datetime, due: datetime, late: bool
) -> tuple[str, ...]:
    """Every fact and rule that made the dates of a touch."""
    who, start = obligation.who, obligation.start
    lifted = [bar for bar in openings.bars if bar.until is not None and bar.until > start and bar.since <= best]
    free = max([start, now, *(bar.until for bar in lifted if bar.until)])
    reasons = [obligation.reason, *(bar.reason for bar in lifted)]
    if openings.hours is not None:
        reasons += closed_days(who.place, who.place.day(free), who.place.day(best))
    reasons.append(f"{moments(who.place, now, best, due, late)} Times are those of {who.place.zone.key}.")
    if obligation.stage is Stage.THANK_YOU and who.place.country in thank_you_notes():
        reasons.append(thank_you_notes()[who.place.country])
    reasons += place_notes(who)
    return tuple(reasons)


def moments(where: Place, now: datetime, best: datetime, due: datetime, late: bool) -> str:
    """Best and due in words, and what to do where they are past."""
    if late and now <= due:
        return f"Late by the hours, though nobody has been there since: best {when(where, best)}, due {when(where, due)}."
    if late:
        return f"Late: it was due {when(where, due)}. The next good moment is {when(where, best)}."
    if now > due:
        return f"It was due {when(where, due)}: make it the next thing that you do."
    return f"Best {when(where, best)}, due {when(where, due)}."


def closed_days(where: Place, first: date, last: date) -> Iterator[str]:
    """The days from first to before last that are no working days at a place."""
    named, day = 0, first
    while day < last and named < MOST_CLOSED_DAYS:
        why = closed_for(where, day)
        if why:
            named += 1
            yield f"{day_words(day)} is {why}."
        day += DAY


def place_notes(who: Recipient) -> list[str]:
    """What is not known of a recipient's place."""
    notes = []
    if who.guessed:
        notes.append(f"Nobody has said in which time zone {who.name} is: {who.place.zone.key} is a guess.")
    if not who.place.country:
        notes.append(f"The country of {who.name} is unknown: Saturday and Sunday are the weekend, no holidays are known.")
    elif who.place.holidays is None:
        notes.append(f"No holidays are known for {who.place.country}: Saturday and Sunday are the weekend.")
    return notes
