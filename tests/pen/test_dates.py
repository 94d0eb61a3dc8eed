"""Days are named as one names them on the day of writing."""

import datetime

import pytest

from sincerely.pen.dates import calendar_day, past_day

TODAY = datetime.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "on Tuesday"),
        (6, "on Friday"),
        (7, "on 5 March"),
        (400, "on 5 February 2025"),
    ],
)
def test_a_day_gone_by(days: int, said: str) -> None:
    assert past_day(TODAY - datetime.timedelta(days), TODAY, british=None) == said


def test_a_day_to_come_is_not_named_as_past() -> None:
    assert past_day(TODAY + datetime.timedelta(1), TODAY, british=None) == ""


def test_americans_put_the_month_first() -> None:
    assert calendar_day(TODAY, TODAY, british=False) == "March 12"
    assert calendar_day(datetime.date(2024, 7, 4), TODAY, british=False) == "July 4, 2024"
