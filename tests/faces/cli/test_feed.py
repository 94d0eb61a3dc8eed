"""The calendar from the command line, and its secret address."""

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from icalendar import Calendar
from tests.faces.cli.desks import Terminal

from sincerely.desk.models import Feed
from sincerely.faces.cli.feed_server import server

pytestmark = pytest.mark.django_db
TOKEN = "t" * 43
BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def lena(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Lena, an hour after her interview."""
    terminal = Terminal(capsys)
    monkeypatch.setenv("SINCERELY_NOW", "2026-03-02T16:00:00+00:00")
    terminal.type("init", "--name", "Lena Brandt", "--email", "lena@example.org", "--zone", "Europe/London")
    terminal.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--with", "Ada Okafor <ada@northgate.example>"),
        *("--start", "2026-03-02T14:00", "--end", "2026-03-02T15:00", "--country", "GB"),
    )
    return terminal


@pytest.fixture
def door() -> Iterator[str]:
    """A served calendar whose secret is TOKEN."""
    found = server(0, lambda token: BODY if token == TOKEN else None)
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}/"
    found.shutdown()
    found.server_close()


def test_a_saved_calendar_holds_what_is_owed_with_names(lena: Terminal, tmp_path: Path) -> None:
    lena.type("feed", "--save", str(tmp_path / "follow-ups.ics"))
    parts = Calendar.from_ical((tmp_path / "follow-ups.ics").read_bytes()).subcomponents
    assert [str(part["SUMMARY"]) for part in parts if part.name == "VTODO"] == [
        "Thank-you to Ada Okafor, Northgate Bakery (e-mail)"
    ]


def test_the_secret_is_kept_as_a_hash_and_ends_when_revoked(lena: Terminal) -> None:
    from sincerely.desk.actions.feeds import served
    from sincerely.desk.opened import open_desk
    from sincerely.faces.cli.clock import now

    token = lena.ask("feed", "--new-token")["url"].rpartition("/")[2].removesuffix(".ics")
    actor = open_desk()
    assert token not in str(Feed.objects.values())
    assert b"VTODO" in (served(actor, token, now()) or b"")
    assert b"Ada" not in (served(actor, token, now()) or b"")
    assert served(actor, "t" * 43, now()) is None
    lena.type("feed", "--names")
    assert b"Ada" in (served(actor, token, now()) or b"")
    lena.type("feed", "--revoke")
    assert served(actor, token, now()) is None


def test_without_a_secret_nothing_is_served(lena: Terminal) -> None:
    from sincerely.desk.actions.feeds import served
    from sincerely.desk.opened import open_desk
    from sincerely.faces.cli.clock import now

    assert served(open_desk(), "", now()) is None
    lena.type("feed", "--no-names")
    assert served(open_desk(), "none", now()) is None


def test_a_password_of_a_server_is_sealed(lena: Terminal, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("kiln-yard 7")
    lena.type(
        "feed", "--caldav", "https://cal.example.org/jobs/", "--user", "lena", "--password-file", str(tmp_path / "password")
    )
    assert "kiln-yard" not in str(Feed.objects.values())


def test_pushing_without_a_server_says_how_to_name_one(lena: Terminal) -> None:
    assert "feed --caldav" in lena.refused("feed", "--push")


def test_an_open_line_is_refused(lena: Terminal) -> None:
    assert "use https" in lena.refused("feed", "--caldav", "http://cal.example.org/jobs/")


def test_it_must_be_said_what_is_wished(lena: Terminal) -> None:
    assert "--save" in lena.refused("feed")


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
