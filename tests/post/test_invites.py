"""Invites of many makers: when, where and with whom; and none that breaks the reader."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.address import Address
from sincerely.post.invites import Invite, InviteError, read_invites

SAMPLES = Path(__file__).parent / "samples" / "icalendar"
TEN = datetime(2026, 3, 2, 10, tzinfo=UTC)
MEBI = 1024 * 1024


def calendar(*lines: str, before: tuple[str, ...] = ("METHOD:REQUEST",)) -> bytes:
    """A calendar with one event."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", *before, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(rows).encode()


def event(*lines: str, before: tuple[str, ...] = ("METHOD:REQUEST",), zone: str | None = None) -> Invite:
    (invite,) = read_invites(calendar("UID:1@x.org", *lines, before=before), zone)
    return invite


def test_an_invite_says_when_where_and_with_whom() -> None:
    invite = event(
        "SEQUENCE:2",
        "DTSTART;TZID=Europe/Dublin:20260302T100000",
        "DTEND;TZID=Europe/Dublin:20260302T110000",
        'ORGANIZER;CN="Lee, Ann":mailto:ann@acme.example',
        "ATTENDEE;CN=Bob Ray;ROLE=REQ-PARTICIPANT:MAILTO:bob@acme.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Big room:mailto:room@acme.example",
        "ATTENDEE:mailto:me@example.com",
        "SUMMARY:Interview\\, first round",
        "DESCRIPTION:Line one\\nline two\\; with a very lo",
        " ng fold",
        "LOCATION:Acme\\, 1 Quay",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DESCRIPTION:not this",
        "END:VALARM",
    )
    assert (invite.uid, invite.sequence, invite.method, invite.cancelled) == ("1@x.org", 2, "request", False)
    assert (invite.start, invite.end) == (TEN, TEN + timedelta(hours=1))
    assert (invite.zone, invite.zone_guessed, invite.all_day, invite.recurring) == ("Europe/Dublin", False, False, False)
    assert invite.organizer == Address("Lee, Ann", "ann@acme.example")
    assert invite.attendees == (Address("Bob Ray", "bob@acme.example"), Address("", "me@example.com"))
    assert (invite.summary, invite.location, invite.status) == ("Interview, first round", "Acme, 1 Quay", "confirmed")
    assert invite.description == "Line one\nline two; with a very long fold"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("/mozilla.org/20070129_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("europe/berlin", "Europe/Berlin"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome"', "Europe/Amsterdam"),
    ],
)
def test_zones_are_known_by_many_names(name: str, zone: str) -> None:
    invite = event(f"DTSTART;TZID={name}:20260302T100000")
    assert (invite.zone, invite.zone_guessed) == (zone, False)
    assert invite.start == datetime(2026, 3, 2, 10, tzinfo=ZoneInfo(zone))


def test_a_zone_that_the_calendar_defines_is_used() -> None:
    (invite,) = read_invites((SAMPLES / "issue_165_missing_event.ics").read_bytes())
    assert invite.start == datetime(2015, 7, 3, 8, 0, tzinfo=UTC)
    assert (invite.zone, invite.zone_guessed, invite.recurring) == (None, False, True)


def test_a_time_without_a_zone_is_a_guess() -> None:
    floating = "DTSTART:20260302T100000"
    assert (event(floating).start, event(floating).zone, event(floating).zone_guessed) == (TEN, None, True)
    given_zone = event(floating, zone="Asia/Tokyo")
    assert (given_zone.start, given_zone.zone, given_zone.zone_guessed) == (TEN - timedelta(hours=9), "Asia/Tokyo", True)
    stated = event(floating, before=("X-WR-TIMEZONE;VALUE=TEXT:Asia/Tokyo",), zone="Europe/Paris")
    assert stated.zone == "Asia/Tokyo"
    assert event("DTSTART;TZID=Nowhere/Else:20260302T100000").zone_guessed


def test_a_time_in_utc_is_no_guess() -> None:
    assert (event("DTSTART:20260302T100000Z").start, event("DTSTART:20260302T100000Z").zone_guessed) == (TEN, False)


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("DURATION:PT45M", timedelta(minutes=45)),
        ("DURATION:P1DT2H", timedelta(days=1, hours=2)),
        ("DTEND:20260302T113000Z", timedelta(minutes=90)),
        ("DTEND:20260302T090000Z", timedelta()),
        ("DURATION:-PT1H", timedelta()),
        ("DURATION:PT", timedelta()),
        ("DURATION:P999999999999W", timedelta()),
        ("COMMENT:no end", timedelta()),
    ],
)
def test_the_end_is_told_in_several_ways_and_never_before_the_start(line: str, length: timedelta) -> None:
    invite = event("DTSTART:20260302T100000Z", line)
    assert invite.end - invite.start == length


def test_a_whole_day_ends_with_its_day() -> None:
    invite = event("DTSTART;VALUE=DATE:20260302", zone="Europe/Paris")
    assert invite.all_day
    midnight = datetime(2026, 3, 2, tzinfo=ZoneInfo("Europe/Paris"))
    assert (invite.start, invite.end) == (midnight, midnight + timedelta(days=1))


CANCELLED = [(("METHOD:CANCEL",), "STATUS:"), ((), "STATUS:CANCELLED"), (("method:cancel",), "X:")]


@pytest.mark.parametrize(("before", "line"), CANCELLED)
def test_a_cancelled_invite_says_so_by_method_or_by_status(before: tuple[str, ...], line: str) -> None:
    assert event("DTSTART:20260302T100000Z", line, before=before).cancelled


def test_an_invite_without_an_id_gets_the_same_one_each_time() -> None:
    raw = calendar("DTSTART:20260302T100000Z", "SUMMARY:Interview")
    other = calendar("DTSTART:20260302T100000Z", "SUMMARY:Another")
    assert read_invites(raw)[0].uid == read_invites(raw)[0].uid != read_invites(other)[0].uid


def test_one_date_of_a_series_keeps_its_name() -> None:
    invite = event("DTSTART:20260302T100000Z", "RECURRENCE-ID:20260302T090000Z")
    assert invite.recurrence == "20260302T090000Z"


def test_a_broken_line_spoils_no_other() -> None:
    invite = event(
        "DTSTART:20260302T100000Z", "SUMMARY", ";;;:::", "ATTENDEE;CN=A: B:mailto:a@b.org", "LOCATION;=;:x", "STATUS:TENTATIVE"
    )
    assert invite.status == "tentative"
    assert invite.attendees == (Address("A", "a@b.org"),)


def test_several_events_are_all_read_and_one_without_a_date_is_left_out() -> None:
    dates = {"a": "20260302T100000Z", "b": "20260303T100000Z", "c": "soon"}
    raw = b"".join(calendar(f"UID:{uid}", f"DTSTART:{start}") for uid, start in dates.items())
    assert [invite.uid for invite in read_invites(raw)] == ["a", "b"]


def test_an_invite_in_a_mail_is_found_once_though_it_is_there_twice() -> None:
    ics = calendar("UID:a", "DTSTART:20260302T100000Z")
    raw = (
        b"From: ann@acme.example\r\nSubject: Invite\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + ics + b"\r\n"
        b'--b\r\nContent-Type: application/octet-stream; name="invite.ics"\r\n\r\n' + ics + b"\r\n--b--\r\n"
    )
    assert [(invite.uid, invite.method) for invite in read_invites(raw)] == [("a", "request")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    raw = calendar("DTSTART:20260302T100000Z", "SUMMARY:Gespräch").decode().encode(encoding)
    assert read_invites(raw)[0].summary == "Gespräch"


RULES = "BEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:{rule}\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD"
OWN_ZONE = "DTSTART;TZID=own:20260302T100000"


def own_zone(rule: str) -> bytes:
    """An event in a zone that changes by a rule of its own."""
    return calendar(OWN_ZONE, before=("BEGIN:VTIMEZONE", "TZID:own", RULES.format(rule=rule), "END:VTIMEZONE"))


BOMBS = {
    "a rule every second": calendar("DTSTART:20260302T100000Z", "RRULE:FREQ=SECONDLY;COUNT=999999999"),
    "a long list of dates": calendar("DTSTART:20260302T100000Z", "RDATE:" + "20260302T100000Z," * 200_000),
    "a zone that changes every second": own_zone("FREQ=SECONDLY"),
    "a zone that changes for ever": own_zone("FREQ=YEARLY;COUNT=99999999"),
    "a line of four million characters": calendar("DTSTART:20260302T100000Z", "SUMMARY:" + "x" * 4 * MEBI),
    "a million folds": calendar("DTSTART:20260302T100000Z", "SUMMARY:" + "\r\n x" * 1_000_000),
    "a hundred thousand people": calendar("DTSTART:20260302T100000Z", *["ATTENDEE:mailto:a@b.org"] * 100_000),
    "a zone with a name of a hundred thousand parts": calendar("DTSTART;TZID=" + "/a" * 49_000 + ":20260302T100000"),
    "a zone out of the folder": calendar("DTSTART;TZID=../../../etc/passwd:20260302T100000"),
}
REFUSED = {
    "nothing": b"",
    "no calendar": b"hello",
    "a mail without one": b"From: a@b.org\r\n\r\nhello",
    "a calendar without events": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "a line of ten million characters": calendar("DTSTART:20260302T100000Z", "SUMMARY:" + "x" * 10 * MEBI),
    "events without end": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 100_000,
    "calendars in calendars": b"BEGIN:VCALENDAR\n" * 200_000,
    "a date of no calendar": calendar("DTSTART:20261399T100000Z"),
    "a year of no use": calendar("DTSTART:00010101T000000Z"),
    "zeros": b"BEGIN:VCALENDAR" + b"\0" * 1_000,
}


@pytest.mark.parametrize("raw", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_do_not_go_off(raw: bytes) -> None:
    (invite,) = read_invites(raw)
    assert invite.start == TEN


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_invite_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(InviteError) as caught:
        read_invites(raw)
    assert len(str(caught.value).splitlines()) == 1


@given(st.text(max_size=200))
def test_any_lines_in_an_event_do_no_harm(text: str) -> None:
    invites = read_invites(calendar("DTSTART:20260302T100000Z", f"DESCRIPTION:{text}".replace("END:", "").replace("BEGIN:", "")))
    assert invites[0].start == TEN


@pytest.mark.corpus
def test_no_sample_goes_out_of_control(shared: Path) -> None:
    files = [file for file in (shared / "data" / "ics").rglob("*") if file.is_file()]
    read = 0
    for file in files:
        try:
            read += bool(read_invites(file.read_bytes()))
        except InviteError as error:
            assert len(str(error).splitlines()) == 1  # noqa: PT017
    assert len(files) > 400
    assert read >= 290


@pytest.mark.parametrize("gone", ["CUTYPE=ROOM", "ROLE=NON-PARTICIPANT", "PARTSTAT=DECLINED"])
def test_who_is_not_there_is_no_interviewer(gone: str) -> None:
    raw = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20260302T140000Z\nDTEND:20260302T150000Z\n"
        f"ATTENDEE;CN=Ada:mailto:ada@example.com\nATTENDEE;{gone};CN=Bo:mailto:bo@example.com\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (invite,) = read_invites(raw.encode())
    assert [person.name for person in invite.attendees] == ["Ada"]
