"""Moments and days as a person says them."""

from datetime import date, datetime, timedelta, tzinfo


def spoken(instant: str | datetime | None, zone: tzinfo, now: datetime) -> str:
    """`today 14:30`, `tomorrow 9:00`, `Tue 3 Mar 9:00`; the year where it is another."""
    if instant is None:
        return "never"
    moment = (datetime.fromisoformat(instant) if isinstance(instant, str) else instant).astimezone(zone)
    today = now.astimezone(zone).date()
    return f"{day(moment.date(), today)} {moment.hour}:{moment.minute:02d}"


def day(value: date, today: date) -> str:
    """A day as said on another."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((value - today) // timedelta(days=1))
    if near:
        return near
    year = f" {value.year}" if value.year != today.year else ""
    return f"{value:%a} {value.day} {value:%b}{year}"
