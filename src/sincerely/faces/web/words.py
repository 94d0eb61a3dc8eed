"""How templates say moments, days, stages and channels; and where assets lie."""

from datetime import date, datetime
from typing import Any

from django import template

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.faces.web.opening import OpenDesk
from sincerely.faces.web.static_files import asset
from sincerely.terms import Channel, Stage

register = template.Library()
register.simple_tag(asset, name="asset")


@register.filter
def at(instant: str | datetime | None, desk: OpenDesk) -> str:
    """`today 14:30`, `tomorrow 9:00`, `Tue 3 Mar 9:00`, by the owner's clocks; the year where it is another."""
    if not instant:
        return "never"
    moment = (datetime.fromisoformat(instant) if isinstance(instant, str) else instant).astimezone(desk.zone)
    return f"{day(moment.date(), desk.today)} {moment.hour}:{moment.minute:02d}"


@register.filter
def on(instant: str | datetime | None, desk: OpenDesk) -> str:
    """The same without the hour."""
    if not instant:
        return "never"
    moment = (datetime.fromisoformat(instant) if isinstance(instant, str) else instant).astimezone(desk.zone)
    return day(moment.date(), desk.today)


@register.filter
def day(value: date | str, today: date) -> str:
    """A day as said on another: today, tomorrow, `Tue 3 Mar`."""
    value = date.fromisoformat(value) if isinstance(value, str) else value
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((value - today).days)
    if near:
        return near
    year = f" {value.year}" if value.year != today.year else ""
    return f"{value:%a} {value.day} {value:%b}{year}"


@register.filter
def stage(value: str) -> str:
    """`thank-you`, `closing note`."""
    return STAGES[Stage(value)]


@register.filter
def channel(value: str) -> str:
    """`e-mail`, `call`."""
    return CHANNELS[Channel(value)]


@register.filter
def capital(value: Any) -> str:
    """The first letter large; the others as they are."""
    words = str(value)
    return words[:1].upper() + words[1:]
