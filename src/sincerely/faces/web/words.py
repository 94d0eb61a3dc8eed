"""How templates say moments, days, stages and channels; and where assets lie."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.faces.web.opening import OpenDesk
from sincerely.faces.web.static_files import asset
from sincerely.proof.rulebook import rule_named
from sincerely.terms import Channel, Stage

register = template.Library()
# What errors say to a person at a terminal: a command, or an option of one.
TYPED = re.compile(r"\bsincerely [a-z]+|(?<!\S)--[a-z]")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
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
def rule_title(rule: str) -> str:
    """What a rule is called by a person."""
    return rule_named(rule).rule.title


@register.filter
def channel(value: str) -> str:
    """`e-mail`, `call`."""
    return CHANNELS[Channel(value)]


@register.filter
def entry(table: Mapping[str, Any], key: str) -> Any:
    """What a table has under a word; nothing where it lacks it."""
    return table.get(key, "")


@register.filter
def capital(value: Any) -> str:
    """The first letter large; the others as they are."""
    words = str(value)
    return words[:1].upper() + words[1:]


@register.filter
def plainly(words: Any) -> str:
    """What happened, without the sentences that name a command to type: pages have their own buttons."""
    sentences = SENTENCE.split(str(words))
    return " ".join(sentence for sentence in sentences if not TYPED.search(sentence)) or str(words)


@register.filter
def folded(text: str) -> str:
    """Text with what it quotes of earlier mails folded away, line by line escaped."""
    parts = []
    for quoted, lines in groupby(text.splitlines(), key=lambda line: line.lstrip().startswith(">")):
        words = "\n".join(lines)
        if quoted:
            parts.append(format_html("<details><summary>What this answers</summary>{}</details>", words))
        else:
            parts.append(format_html("{}\n", words))
    return format_html_join("", "{}", ((part,) for part in parts))
