"""Days in words, as one says them on the day of writing."""

import datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Within six days a weekday's name can mean only one day.
NEAR_DAYS = 6
# Beyond about nine months a date without its year is not clear.
CLEAR_DAYS = 270


def calendar_day(day: datetime.date, today: datetime.date, british: bool | None) -> str:
    """ "4 March", for Americans "March 4", with the year where the day is far off."""
    month = MONTHS[day.month - 1]
    plain = f"{month} {day.day}" if british is False else f"{day.day} {month}"
    if abs((today - day).days) <= CLEAR_DAYS:
        return plain
    return f"{plain}, {day.year}" if british is False else f"{plain} {day.year}"


def past_day(day: datetime.date, today: datetime.date, british: bool | None) -> str:
    """ "today", "yesterday", "on Tuesday" or "on 4 March"; empty for a day that is still to come."""
    ago = (today - day).days
    if ago < 0:
        return ""
    if ago <= 1:
        return ("today", "yesterday")[ago]
    if ago <= NEAR_DAYS:
        return f"on {WEEKDAYS[day.weekday()]}"
    return f"on {calendar_day(day, today, british)}"
