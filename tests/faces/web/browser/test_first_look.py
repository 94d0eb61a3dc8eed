"""The desk opens in a real browser."""

import pytest

pytestmark = pytest.mark.server


def test_an_empty_desk_opens_on_today(page) -> None:
    assert page.title().startswith("Today")


def test_without_a_desk_the_first_run_begins(desk_at, opened) -> None:
    page = opened(desk_at(started=False).address)
    assert page.url.endswith("/start")
