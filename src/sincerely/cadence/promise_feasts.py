"""Feasts that employers name: when each falls, and for whom."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from sincerely.cadence.promise_place import DAY, Place


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The count-th such weekday of a month; the last where count is -1."""
    if count < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - DAY
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int, Place], tuple[date, date]]:
    return lambda year, place: (date(year, month, day), date(year, month, day) + timedelta(days=length - 1))


def _nth(month: int, weekday: int, count: int) -> Callable[[int, Place], tuple[date, date]]:
    return lambda year, place: (nth_weekday(year, month, weekday, count),) * 2


def _easter(first: int, last: int) -> Callable[[int, Place], tuple[date, date]]:
    return lambda year, place: (place.easter(year) + timedelta(days=first), place.easter(year) + timedelta(days=last))


def _listed(country: str, name: str) -> Callable[[int, Place], tuple[date, date] | None]:
    """A moving feast, as the calendar of a country that keeps it has it (estimates included)."""
    pattern = re.compile(name, re.IGNORECASE)

    def find(year: int, place: Place) -> tuple[date, date] | None:
        days = [day for day, title in Place(country).feasts(year).items() if pattern.search(title) and "observed" not in title]
        return (min(days), max(days)) if days and max(days) - min(days) < timedelta(days=8) else None

    return find


# A feast's name, its first and last day in a year, and the countries that mean this one (none: all of them).
Feast = tuple[str, Callable[[int, Place], tuple[date, date] | None], frozenset[str]]
ANYWHERE: frozenset[str] = frozenset()
FEASTS: tuple[Feast, ...] = (
    ("christmas eve", _fixed(12, 24), ANYWHERE),
    ("christmas day", _fixed(12, 25), ANYWHERE),
    ("christmas", _fixed(12, 25, 2), ANYWHERE),
    ("xmas", _fixed(12, 25, 2), ANYWHERE),
    ("boxing day", _fixed(12, 26), ANYWHERE),
    ("new year's eve", _fixed(12, 31), ANYWHERE),
    ("new year's day", _fixed(1, 1), ANYWHERE),
    ("new year's", _fixed(1, 1), ANYWHERE),
    ("epiphany", _fixed(1, 6), ANYWHERE),
    ("valentine's day", _fixed(2, 14), ANYWHERE),
    ("valentine's", _fixed(2, 14), ANYWHERE),
    ("st patrick's day", _fixed(3, 17), ANYWHERE),
    ("st . patrick's day", _fixed(3, 17), ANYWHERE),
    ("paddy's day", _fixed(3, 17), ANYWHERE),
    ("halloween", _fixed(10, 31), ANYWHERE),
    ("good friday", _easter(-2, -2), ANYWHERE),
    ("easter monday", _easter(1, 1), ANYWHERE),
    ("easter sunday", _easter(0, 0), ANYWHERE),
    ("easter", _easter(-2, 1), ANYWHERE),
    ("ascension day", _easter(39, 39), ANYWHERE),
    ("pentecost", _easter(49, 50), ANYWHERE),
    ("whitsun", _easter(49, 50), ANYWHERE),
    ("thanksgiving", _nth(11, 3, 4), frozenset({"US"})),
    ("thanksgiving", _nth(10, 0, 2), frozenset({"CA"})),
    ("labor day", _nth(9, 0, 1), frozenset({"US"})),
    ("labour day", _nth(9, 0, 1), frozenset({"CA"})),
    ("memorial day", _nth(5, 0, -1), frozenset({"US"})),
    ("independence day", _fixed(7, 4), frozenset({"US"})),
    ("juneteenth", _fixed(6, 19), ANYWHERE),
    ("martin luther king day", _nth(1, 0, 3), ANYWHERE),
    ("mlk day", _nth(1, 0, 3), ANYWHERE),
    ("presidents' day", _nth(2, 0, 3), ANYWHERE),
    ("anzac day", _fixed(4, 25), ANYWHERE),
    ("australia day", _fixed(1, 26), ANYWHERE),
    ("canada day", _fixed(7, 1), ANYWHERE),
    ("bastille day", _fixed(7, 14), ANYWHERE),
    ("may day", _fixed(5, 1), ANYWHERE),
    ("midsummer", _fixed(6, 24), ANYWHERE),
    ("diwali", _listed("SG", "deepavali|diwali"), ANYWHERE),
    ("deepavali", _listed("SG", "deepavali|diwali"), ANYWHERE),
    ("chinese new year", _listed("SG", "chinese new year"), ANYWHERE),
    ("lunar new year", _listed("SG", "chinese new year"), ANYWHERE),
    ("eid al fitr", _listed("SG", "puasa|fitr"), ANYWHERE),
    ("eid al adha", _listed("SG", "haji|adha"), ANYWHERE),
    ("rosh hashanah", _listed("IL", "rosh hashana"), ANYWHERE),
    ("yom kippur", _listed("IL", "yom kippur"), ANYWHERE),
)
