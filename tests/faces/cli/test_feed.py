"""The calendar from the command line, and its secret address."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.faces.cli.desks import Terminal
from tests.servers.radicale import PASSWORD, USER, radicale

from sincerely.cadence.plan import What
from sincerely.desk.models import Feed
from sincerely.desk.queries.feed import OWED_TO_SOMEBODY, unsettled
from sincerely.desk.shapes import OwedShape

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)


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


def test_no_two_entries_have_one_identity_and_each_keeps_its_own(lena: Terminal, tmp_path: Path) -> None:
    def identities(name: str) -> list[str]:
        lena.type("feed", "--save", str(tmp_path / name))
        return [str(part["UID"]) for part in Calendar.from_ical((tmp_path / name).read_bytes()).subcomponents]

    first = identities("first.ics")
    assert len(set(first)) == len(first) > 0
    assert identities("second.ics") == first


def test_what_only_the_person_can_settle_is_owed_without_a_time(lena: Terminal, tmp_path: Path) -> None:
    row = {"what": "unread", "employer": "Northgate Bakery", "application": 1, "contact": 1, "contact_name": "Ada Okafor"}
    made = unsettled(OwedShape(**row, interview=None, since=None, reason="Ada wrote."), datetime(2026, 3, 2, tzinfo=UTC))
    assert (made.title, made.end) == ("Reply to read: Ada Okafor, Northgate Bakery", None)
    assert "Ada" not in made.plain
    assert set(What) - set(OWED_TO_SOMEBODY) == {What.ADDRESS, What.ZONE}


@pytest.mark.server
def test_a_desk_is_pushed_to_a_server_and_a_second_push_changes_nothing(lena: Terminal, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(PASSWORD)
    with radicale(tmp_path) as found:
        lena.type("feed", "--caldav", found.url, "--user", USER, "--password-file", str(tmp_path / "password"))
        first, second = lena.ask("feed", "--push"), lena.ask("feed", "--push")
        assert first["written"] == len(found.objects()) > 0
        assert second == {"written": 0, "unchanged": first["written"], "removed": 0}
        lena.type("feed", "--names")
        assert lena.ask("feed", "--push") == {"written": first["written"], "unchanged": 0, "removed": first["written"]}
    assert "cannot be reached" in lena.refused("feed", "--push")
