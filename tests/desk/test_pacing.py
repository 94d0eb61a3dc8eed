"""Slowing callers down: alone each process counts, and where there are several they count together."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.pacing import Turnstile

MINUTE = timedelta(minutes=1)


def test_who_came_often_enough_waits_until_the_time_is_over() -> None:
    gate = Turnstile(2, MINUTE)
    for _ in range(2):
        assert not gate.full("a", NOW)
        gate.count("a", NOW)
    assert gate.full("a", NOW)
    assert not gate.full("b", NOW)
    assert not gate.full("a", NOW + MINUTE)


@pytest.mark.parametrize(("workers", "name", "together"), [(True, "door", True), (True, "", False), (False, "door", False)])
def test_processes_count_together_under_a_name_where_workers_are(settings, workers: bool, name: str, together: bool) -> None:
    settings.WORKERS = workers
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": f"{workers}{name}"}}
    one, other = (Turnstile(1, timedelta(days=1), name) for _ in range(2))
    one.count("192.0.2.1", NOW)
    assert one.full("192.0.2.1", NOW)
    assert other.full("192.0.2.1", NOW) is together
    assert "192.0.2.1" not in one.key("192.0.2.1")
