"""Shares of small numbers come with the range in which the truth may lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.desk.proportion import Proportion


@pytest.mark.parametrize(("found", "all_", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (1, 1, 0.2065, 1.0)])
def test_ranges_are_those_of_the_published_formula(found: int, all_: int, low: float, high: float) -> None:
    assert Proportion(found, all_).range == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_share_lies_in_its_range(found: int, more: int) -> None:
    part = Proportion(found, found + more)
    low, high = part.range
    assert 0 <= low <= high <= 1
    assert not part.all or low - 1e-9 <= part.share <= high + 1e-9


def test_too_few_are_said_to_be_too_few() -> None:
    assert not Proportion(3, 4).enough
    assert Proportion(3, 5).enough
