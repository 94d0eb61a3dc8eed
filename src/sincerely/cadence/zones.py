"""Civil time in a zone, exact to the moment: gaps, folds, half-hour shifts and days that never were."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name; raises ValueError for a name that is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(f"{name!r} is no time zone") from None


def instant(zone: ZoneInfo, wall: datetime) -> datetime:
    """The UTC instant at which clocks show `wall` (naive; its fold counts); where they skip it, the moment of the skip."""
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None, fold=0) == wall.replace(fold=0):
        return found
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return shift_between(zone, before, after)


def shift_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second at or before `after` that has the offset of `after`, where `before` has another."""
    offset = after.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle <= before:
            break
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


@lru_cache(maxsize=65536)
def midnight(zone: ZoneInfo, day: date) -> datetime:
    """The first instant of a day, for good: where clocks go back over midnight, the second time."""
    return instant(zone, datetime.combine(day, time(), None).replace(fold=1))


@lru_cache(maxsize=65536)
def exists(zone: ZoneInfo, day: date) -> bool:
    """False for a day that a place left out, such as 30 December 2011 in Samoa."""
    return midnight(zone, day).astimezone(zone).date() == day


def stretches(zone: ZoneInfo, day: date, opens: time, closes: time) -> tuple[tuple[datetime, datetime], ...]:
    """When clocks show a time from `opens` up to before `closes` on that day: UTC stretches, mostly one."""
    walls = [datetime.combine(day, opens), datetime.combine(day, closes)]
    first, last = (instant(zone, wall) for wall in walls)
    start, end = instant(zone, datetime.combine(day, time())), midnight(zone, day + DAY)
    if start.astimezone(zone).utcoffset() == end.astimezone(zone).utcoffset():
        return ((first, last),) if first < last and exists(zone, day) else ()
    points = {start, end, shift_between(zone, start, end)}
    points.update(instant(zone, wall.replace(fold=fold)) for wall in walls for fold in (0, 1))
    ordered = sorted(points)
    found: list[tuple[datetime, datetime]] = []
    for begin, until in pairwise(ordered):
        shown = begin.astimezone(zone)
        if shown.date() != day or not opens <= shown.time() < closes:
            continue
        if found and found[-1][1] == begin:
            begin = found.pop()[0]
        found.append((begin, until))
    return tuple(found)
