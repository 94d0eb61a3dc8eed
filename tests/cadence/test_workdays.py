"""Working days and hours at a place: weekends, holidays, and the nights on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cadence.telling import at

from sincerely.cadence.workdays import (
    closed_for,
    first_hour_end,
    is_open,
    last_open,
    next_open,
    place,
    windows,
    working_days_after,
)
from sincerely.cadence.zones import exists, instant, midnight, stretches, zone_named

MAIL = (time(8), time(18))
LONDON = place("Europe/London", "GB", "ENG")
APIA = place("Pacific/Apia", "WS")


@pytest.mark.parametrize(
    ("zone", "country", "region", "day", "why"),
    [
        ("Europe/London", "GB", "ENG", "2026-03-02", ""),
        ("Europe/London", "GB", "ENG", "2026-03-07", "a Saturday"),
        ("Europe/London", "GB", "ENG", "2026-03-08", "a Sunday"),
        ("Europe/London", "GB", "ENG", "2026-04-06", "a public holiday (Easter Monday)"),
        ("Europe/London", "GB", "SCT", "2026-04-06", ""),
        ("Europe/London", "GB", "SCT", "2026-01-02", "a public holiday (New Year Holiday)"),
        ("Europe/Berlin", "DE", "BY", "2026-01-06", "a public holiday (Epiphany)"),
        ("Europe/Berlin", "DE", "BE", "2026-01-06", ""),
        ("Europe/Berlin", "DE", "", "2026-01-06", ""),
        ("Europe/Berlin", "DE", "Nowhere", "2026-10-03", "a Saturday"),
        ("Asia/Riyadh", "SA", "", "2026-03-06", "a Friday"),
        ("Asia/Riyadh", "SA", "", "2026-03-07", "a Saturday"),
        ("Asia/Riyadh", "SA", "", "2026-03-08", ""),
        # By estimate: the moon decides.
        ("Asia/Riyadh", "SA", "", "2026-03-19", "a public holiday (Eid al-Fitr Holiday)"),
        ("Asia/Tehran", "IR", "", "2026-03-12", ""),
        ("Asia/Dubai", "AE", "", "2021-01-01", "a Friday"),
        ("Asia/Dubai", "AE", "", "2026-01-03", "a Saturday"),
        ("America/New_York", "US", "", "2026-07-03", "a public holiday (Independence Day (observed))"),
        ("Europe/London", "", "", "2026-12-25", ""),
        ("Europe/London", "", "", "2026-12-26", "a Saturday"),
        ("Europe/London", "XX", "", "2026-12-25", ""),
        ("Pacific/Apia", "WS", "", "2011-12-30", "a day that the calendar there left out"),
    ],
)
def test_why_a_day_is_closed(zone: str, country: str, region: str, day: str, why: str) -> None:
    assert closed_for(place(zone, country, region), date.fromisoformat(day)) == why


def test_a_place_without_a_zone_is_at_utc_and_a_bad_zone_is_refused() -> None:
    assert place("").zone.key == "UTC"
    for bad in ("Mars/Olympus", "../etc/passwd", "Europe", "/etc/localtime", "x" * 5000, "a\0b"):
        with pytest.raises(ValueError, match="no time zone"):
            place(bad)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2026-03-02", 0, "2026-03-02"),
        ("2026-03-07", 0, "2026-03-07"),
        ("2026-03-02", 1, "2026-03-03"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-05", 2, "2026-03-09"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-04-02", 2, "2026-04-08"),
    ],
)
def test_working_days_are_counted_from_the_day_after(day: str, count: int, then: str) -> None:
    assert working_days_after(LONDON, date.fromisoformat(day), count) == date.fromisoformat(then)


def test_a_day_that_was_left_out_is_not_counted() -> None:
    assert working_days_after(APIA, date(2011, 12, 29), 1) == date(2012, 1, 3)
    assert windows(APIA, MAIL, date(2011, 12, 30)) == ()
    assert not exists(APIA.zone, date(2011, 12, 30))
    assert exists(APIA.zone, date(2011, 12, 31))
    assert midnight(APIA.zone, date(2011, 12, 30)) == midnight(APIA.zone, date(2011, 12, 31)) == at("2011-12-30 10:00")


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-03-02 07:59:59", "2026-03-02 08:00"),
        ("2026-03-02 08:00", "2026-03-02 08:00"),
        ("2026-03-02 12:34:56", "2026-03-02 12:34:56"),
        ("2026-03-02 17:59:59", "2026-03-02 17:59:59"),
        ("2026-03-02 18:00", "2026-03-03 08:00"),
        ("2026-03-06 18:00", "2026-03-09 08:00"),
        ("2026-03-27 18:00", "2026-03-30 07:00"),
        ("2026-04-02 17:00", "2026-04-07 07:00"),
        ("2026-10-23 17:00", "2026-10-26 08:00"),
    ],
)
def test_the_next_open_moment(moment: str, opens: str) -> None:
    assert next_open(LONDON, MAIL, at(moment)) == at(opens)
    assert is_open(LONDON, MAIL, at(moment)) is (moment == opens)


@pytest.mark.parametrize(
    ("start", "limit", "last"),
    [
        ("2026-03-02 11:00", "2026-03-03 11:00", "2026-03-03 11:00"),
        ("2026-03-02 11:00", "2026-03-03 18:00", "2026-03-03 17:59"),
        ("2026-03-02 11:00", "2026-03-03 17:59:30", "2026-03-03 17:59:30"),
        ("2026-03-02 11:00", "2026-03-03 07:59", "2026-03-02 17:59"),
        ("2026-03-02 11:00", "2026-03-03 08:00", "2026-03-03 08:00"),
        ("2026-03-02 17:59:30", "2026-03-03 07:00", "2026-03-02 17:59:30"),
        ("2026-03-02 18:00", "2026-03-03 07:00", None),
        ("2026-03-06 18:00", "2026-03-09 07:59", None),
        ("2026-03-02 11:00", "2026-03-02 11:00", "2026-03-02 11:00"),
    ],
)
def test_the_last_open_moment(start: str, limit: str, last: str | None) -> None:
    assert last_open(LONDON, MAIL, at(start), at(limit)) == (at(last) if last else None)


def test_the_first_open_hour_ends_before_closing() -> None:
    assert first_hour_end(LONDON, MAIL, at("2026-03-02 08:00")) == at("2026-03-02 09:00")
    assert first_hour_end(LONDON, MAIL, at("2026-03-02 17:30")) == at("2026-03-02 17:59")
    assert first_hour_end(LONDON, MAIL, at("2026-03-02 17:59:30")) == at("2026-03-02 17:59:30")
    assert first_hour_end(LONDON, (time(8), time(8, 40)), at("2026-03-02 08:00")) == at("2026-03-02 08:39")


def test_what_never_closes_is_open_always() -> None:
    sunday = at("2026-03-08 03:00")
    assert is_open(LONDON, None, sunday)
    assert next_open(LONDON, None, sunday) == sunday
    assert last_open(LONDON, None, sunday, sunday + timedelta(hours=24)) == sunday + timedelta(hours=24)
    assert first_hour_end(LONDON, None, sunday) == sunday + timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "wall", "fold", "found"),
    [
        # A plain time, one that clocks skip, and both of one that they show twice.
        ("Europe/London", "2026-03-02 10:00", 0, "2026-03-02 10:00"),
        ("Europe/London", "2026-03-29 01:30", 0, "2026-03-29 01:00"),
        ("Europe/London", "2026-10-25 01:30", 0, "2026-10-25 00:30"),
        ("Europe/London", "2026-10-25 01:30", 1, "2026-10-25 01:30"),
        # Lord Howe moves by half an hour.
        ("Australia/Lord_Howe", "2026-10-04 02:10", 0, "2026-10-03 15:30"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", 0, "2026-04-04 14:45"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", 1, "2026-04-04 15:15"),
        # A whole day.
        ("Pacific/Apia", "2011-12-30 12:00", 0, "2011-12-30 10:00"),
    ],
)
def test_what_clocks_show_is_found_in_time(zone: str, wall: str, fold: int, found: str) -> None:
    assert instant(zone_named(zone), datetime.fromisoformat(wall).replace(fold=fold)) == at(found)


def test_a_day_begins_for_good_when_its_midnight_has_come_twice() -> None:
    # Clocks go back from one to midnight in Havana (2025), in Saint John's (2010) from a minute past midnight to the day before.
    assert midnight(zone_named("America/Havana"), date(2025, 11, 2)) == at("2025-11-02 05:00")
    assert midnight(zone_named("America/St_Johns"), date(2010, 11, 7)) == at("2010-11-07 03:30")
    assert midnight(zone_named("America/Santiago"), date(2026, 9, 6)) == at("2026-09-06 04:00")


@pytest.mark.parametrize(
    ("zone", "day", "opens", "closes", "found"),
    [
        ("Europe/London", "2026-03-02", "08:00", "18:00", [("2026-03-02 08:00", "2026-03-02 18:00")]),
        # Clocks skip from one to two: an hour less, and nothing between.
        ("Europe/London", "2026-03-29", "00:00", "03:00", [("2026-03-29 00:00", "2026-03-29 02:00")]),
        ("Europe/London", "2026-03-29", "01:00", "02:00", []),
        ("Europe/London", "2026-03-29", "01:15", "03:00", [("2026-03-29 01:00", "2026-03-29 02:00")]),
        # They go back from two to one: an hour more, or the same stretch twice.
        ("Europe/London", "2026-10-25", "00:00", "03:00", [("2026-10-24 23:00", "2026-10-25 03:00")]),
        (
            "Europe/London",
            "2026-10-25",
            "01:15",
            "01:45",
            [("2026-10-25 00:15", "2026-10-25 00:45"), ("2026-10-25 01:15", "2026-10-25 01:45")],
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-05",
            "01:15",
            "01:45",
            [("2026-04-04 14:15", "2026-04-04 14:45"), ("2026-04-04 15:00", "2026-04-04 15:15")],
        ),
        ("Australia/Lord_Howe", "2026-10-04", "08:00", "18:00", [("2026-10-03 21:00", "2026-10-04 07:00")]),
        ("Pacific/Apia", "2011-12-30", "08:00", "18:00", []),
        ("Pacific/Apia", "2011-12-29", "08:00", "18:00", [("2011-12-29 18:00", "2011-12-30 04:00")]),
        ("Pacific/Apia", "2011-12-31", "08:00", "18:00", [("2011-12-30 18:00", "2011-12-31 04:00")]),
    ],
)
def test_open_stretches_on_days_of_change(zone: str, day: str, opens: str, closes: str, found: list[tuple[str, str]]) -> None:
    hours = time.fromisoformat(opens), time.fromisoformat(closes)
    assert stretches(zone_named(zone), date.fromisoformat(day), *hours) == tuple((at(first), at(last)) for first, last in found)


ZONES = [
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
    "America/Santiago",
    "Asia/Tehran",
    "Africa/Casablanca",
]
CHANGES = [
    datetime(2026, 3, 25, tzinfo=UTC),
    datetime(2026, 10, 20, tzinfo=UTC),
    datetime(2011, 12, 28, tzinfo=UTC),
    datetime(2010, 11, 5, tzinfo=UTC),
]


@given(
    st.sampled_from(ZONES), st.sampled_from(CHANGES), st.integers(0, 10 * 24 * 60), st.integers(0, 22 * 60), st.integers(1, 600)
)
def test_a_moment_is_within_a_stretch_exactly_when_the_clock_there_says_so(
    name: str, start: datetime, minutes: int, opens: int, length: int
) -> None:
    zone, moment = ZoneInfo(name), start + timedelta(minutes=minutes)
    closes = min(opens + length, 24 * 60 - 1)
    hours = time(opens // 60, opens % 60), time(closes // 60, closes % 60)
    local = moment.astimezone(zone)
    within = any(first <= moment < last for first, last in stretches(zone, local.date(), *hours))
    assert within == (hours[0] <= local.time() < hours[1])


@given(st.sampled_from(ZONES), st.sampled_from(CHANGES), st.integers(0, 10 * 24 * 60))
def test_no_open_moment_lies_between_now_and_the_next_one(name: str, start: datetime, minutes: int) -> None:
    where, moment = place(name), start + timedelta(minutes=minutes)
    opening = next_open(where, MAIL, moment)
    assert is_open(where, MAIL, opening)
    assert opening == moment or not is_open(where, MAIL, opening - timedelta(seconds=1))
    local = opening.astimezone(where.zone)
    assert local.weekday() < 5
    assert MAIL[0] <= local.time() < MAIL[1]
