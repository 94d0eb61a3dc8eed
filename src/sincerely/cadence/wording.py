"""How dates, names and numbers are said in reasons."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from sincerely.cadence.workdays import DAYS, MOMENTS, Hours, Place
from sincerely.terms import Channel, Stage

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

CHANNELS = {
    Channel.EMAIL: "e-mail",
    Channel.LETTER: "letter",
    Channel.VOICEMAIL: "voicemail",
    Channel.CALL: "call",
    Channel.TEXT: "text message",
}
STAGES = {
    Stage.THANK_YOU: "thank-you",
    Stage.CHECK_IN: "check-in",
    Stage.FINAL: "closing note",
    Stage.AFTER_REJECTION: "thanks for the decision",
    Stage.AFTER_OFFER: "reply to the offer",
    Stage.KEEP_IN_TOUCH: "note to keep in touch",
    Stage.ANSWER: "answer",
}


@lru_cache(maxsize=DAYS)
def day_words(day: date) -> str:
    """ "Mon 2 Mar"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


@lru_cache(maxsize=MOMENTS)
def when(place: Place, instant: datetime) -> str:
    """ "Mon 2 Mar, 10:00", by the clocks of a place."""
    local = place.local(instant)
    return f"{day_words(local.date())}, {local.hour:02}:{local.minute:02}"


@lru_cache(maxsize=MOMENTS)
def on_day(place: Place, instant: datetime) -> str:
    """ "Mon 2 Mar", by the calendar of a place."""
    return day_words(place.day(instant))


@lru_cache(maxsize=1024)
def clock_words(zone: str, hours: Hours | None) -> str:
    """By whose clocks times are told, and between which a contact goes; None for hours that never close."""
    if hours is None:
        return f"Times are those of {zone}."
    return f"Times are those of {zone}, where the hours are {hours[0]:%H:%M} to {hours[1]:%H:%M}."


@lru_cache(maxsize=1024)
def count(number: int, noun: str) -> str:
    """ "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def joined(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
