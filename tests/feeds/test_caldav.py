"""Pushing to a real CalDAV server: ours come and go, everything else stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.feeds.test_calendar import NOW, OWED, OWNER, PLANNED, TALK
from tests.servers.radicale import PASSWORD, USER, CalendarServer, radicale

from sincerely.feeds.caldav import CalendarError, Place, Pushed, push
from sincerely.feeds.calendar import uid

FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20260301T000000Z\r\n"
    "DTSTART:20260305T100000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CalendarServer]:
    with radicale(tmp_path_factory.mktemp("radicale")) as found:
        assert found.client.put(found.url + "dentist.ics", content=FOREIGN.encode()).status_code == 201
        yield found


@pytest.fixture
def place(server: CalendarServer) -> Place:
    push(Place(server.url, USER, PASSWORD), OWNER, [], NOW)
    return Place(server.url, USER, PASSWORD)


pytestmark = pytest.mark.server


def test_entries_are_made_and_a_second_push_changes_nothing(server: CalendarServer, place: Place) -> None:
    assert push(place, OWNER, [OWED, PLANNED, TALK], NOW) == Pushed(3, 0, 0)
    assert push(place, OWNER, [OWED, PLANNED, TALK], NOW + timedelta(hours=1)) == Pushed(0, 3, 0)
    assert len(server.objects()) == 4


def test_a_time_that_moves_replaces_its_entry(server: CalendarServer, place: Place) -> None:
    push(place, OWNER, [TALK], NOW)
    assert push(place, OWNER, [replace(TALK, end=TALK.end + timedelta(hours=1))], NOW) == Pushed(1, 0, 1)
    assert len(server.objects()) == 2


def test_what_is_done_leaves_and_what_others_wrote_stays(server: CalendarServer, place: Place) -> None:
    push(place, OWNER, [OWED, TALK], NOW)
    assert push(place, OWNER, [], NOW) == Pushed(0, 0, 2)
    assert server.objects() == ["dentist.ics"]
    assert "Dentist" in server.text("dentist.ics")


def test_no_name_leaves_unless_it_is_asked_for(server: CalendarServer, place: Place) -> None:
    def stored() -> str:
        return "".join(server.text(name) for name in server.objects() if name.startswith("sincerely-"))

    push(place, OWNER, [OWED], NOW)
    assert "Ada" not in stored()
    push(place, OWNER, [OWED], NOW, private=False)
    assert "Ada" in stored()


def test_a_wrong_password_is_told_in_one_line(place: Place) -> None:
    with pytest.raises(CalendarError, match="did not accept the name or the password") as told:
        push(replace(place, password="wrong"), OWNER, [OWED], NOW)
    assert "\n" not in str(told.value)


def test_a_server_that_is_gone_is_told_in_one_line() -> None:
    with pytest.raises(CalendarError, match="cannot be reached"):
        push(Place("http://127.0.0.1:9/lena/jobs/", USER, PASSWORD), OWNER, [OWED], NOW)


def test_an_address_that_is_no_calendar_is_told(place: Place) -> None:
    with pytest.raises(CalendarError, match="no calendar at this address"):
        push(replace(place, url=place.url.replace("/jobs/", "/none/")), OWNER, [OWED], NOW)


def test_what_only_looks_like_ours_stays(server: CalendarServer, place: Place) -> None:
    others = ["sincerely-yours-party.ics", "sincerely-other-interview-2-0123456789abcdef.ics"]
    for name in others:
        server.client.put(server.url + name, content=FOREIGN.replace("UID:dentist", f"UID:{name}").encode())
    assert push(place, OWNER, [], NOW) == Pushed(0, 0, 0)
    assert set(others) <= set(server.objects())
    for name in others:
        server.client.delete(server.url + name)


def test_two_desks_share_a_calendar_in_peace(server: CalendarServer, place: Place) -> None:
    theirs = replace(TALK, key=TALK.key.replace(OWNER, "another"))
    push(place, OWNER, [TALK], NOW)
    assert push(place, "another", [theirs], NOW) == Pushed(1, 0, 0)
    assert push(place, OWNER, [TALK], NOW) == Pushed(0, 1, 0)
    assert push(place, "another", [], NOW) == Pushed(0, 0, 1)
    assert push(place, OWNER, [TALK], NOW) == Pushed(0, 1, 0)


def test_what_the_person_changed_there_stays_as_they_left_it(server: CalendarServer, place: Place) -> None:
    push(place, OWNER, [TALK], NOW)
    (name,) = (name for name in server.objects() if OWNER in name)
    mine = server.text(name).replace("SUMMARY:Interview", "SUMMARY:Bring the flour")
    assert server.client.put(server.url + name, content=mine.encode()).is_success
    assert push(place, OWNER, [TALK], NOW) == Pushed(0, 1, 0)
    assert "Bring the flour" in server.text(name)


def test_a_copy_under_another_name_is_told(server: CalendarServer, place: Place) -> None:
    copy = server.url + "copied.ics"
    assert server.client.put(copy, content=FOREIGN.replace("UID:dentist", f"UID:{uid(TALK.key)}").encode()).is_success
    with pytest.raises(CalendarError, match="Delete the copy there"):
        push(place, OWNER, [TALK], NOW)
    server.client.delete(copy)


def test_no_proxy_comes_between_a_machine_and_itself(
    server: CalendarServer, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert push(place, OWNER, [TALK], NOW) == Pushed(1, 0, 0)
