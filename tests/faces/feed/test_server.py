"""The calendar's secret address, and that nothing else is there."""

import threading
from collections.abc import Iterator

import httpx2
import pytest

from sincerely.faces.feed import server

TOKEN, BROKEN = "t" * 43, "b" * 43
BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def calendar(token: str) -> bytes | None:
    if token == BROKEN:
        raise RuntimeError("the desk is locked")
    return BODY if token == TOKEN else None


@pytest.fixture
def door() -> Iterator[str]:
    """A served calendar whose secret is TOKEN."""
    found = server(0, calendar)
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}/"
    found.shutdown()
    found.server_close()


def test_the_right_address_gets_the_calendar(door: str) -> None:
    answer = httpx2.get(door + TOKEN + ".ics")
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["content-type"].startswith("text/calendar")


@pytest.mark.parametrize("path", ["", "x" * 43 + ".ics", TOKEN, "x/" + TOKEN + ".ics", TOKEN + ".ics?x=1", "%00"])
def test_every_other_address_is_not_found(door: str, path: str) -> None:
    assert httpx2.get(door + path).status_code == 404


def test_a_look_ahead_has_no_body_and_nothing_can_be_written(door: str) -> None:
    assert httpx2.head(door + TOKEN + ".ics").content == b""
    assert httpx2.put(door + TOKEN + ".ics", content=b"x").status_code == 501


def test_a_desk_that_cannot_be_read_is_told_and_nothing_is_logged(door: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert httpx2.get(door + BROKEN + ".ics").status_code == 503
    assert httpx2.get(door + TOKEN + ".ics").status_code == 200
    assert capfd.readouterr() == ("", "")
