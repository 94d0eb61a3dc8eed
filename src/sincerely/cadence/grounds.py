"""The reasons of a touch in words: what calls for it, which facts and rules chose its moments, by whose clocks and calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from sincerely.cadence.countries import thank_you_notes
from sincerely.cadence.half_days import half_day
from sincerely.cadence.moments import Openings
from sincerely.cadence.obligations import Obligation
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import clock_words, day_words
from sincerely.cadence.workdays import Place, closed_for
from sincerely.cadence.zones import DAY
from sincerely.terms import Stage

# A reader wants the days that moved the date, not a calendar.
MOST_CLOSED_DAYS = 4


def grounds(obligation: Obligation, openings: Openings, now: datetime, best: datetime, rules: Iterable[str]) -> tuple[str, ...]:
    """Every fact and rule that made the dates of a touch. The dates themselves stand beside the reasons.

    `rules`: those that chose its best and its due, "" where one is as it was wished.
    """
    who, free = obligation.who, max(obligation.start, now)
    reasons = [obligation.reason]
    for bar in openings.bars:
        if bar.until is not None and bar.until > obligation.start and bar.since <= best:
            reasons.append(bar.reason)
            free = max(free, bar.until)
    if openings.hours is not None and best > free:
        reasons += closed_days(who.place, who.place.day(free), who.place.day(best))
    reasons += filter(None, (*rules, half_day(who.place, who.place.day(best))))
    reasons.append(clock_words(who.place.zone.key, openings.hours))
    if obligation.stage is Stage.THANK_YOU and who.place.country in thank_you_notes():
        reasons.append(thank_you_notes()[who.place.country])
    reasons += place_notes(who)
    return tuple(reasons)


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
