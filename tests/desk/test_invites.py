"""Invites become interviews, move them and cancel them; the same twice changes nothing."""

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.conftest import NOW
from tests.desk.test_inbox import Folder

from sincerely.post.invites import InviteError, read_invites

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 12, 14, tzinfo=UTC)


def ics(
    uid: str = "talk-1@harbour.example",
    sequence: int = 0,
    method: str = "REQUEST",
    start: datetime = START,
    summary: str = "Interview: Dock Planner",
    organizer: str | None = "Dana Ortiz:dana@harbourlines.example",
    attendees: tuple[str, ...] = ("Alice Archer:alice@archer.example", "Eve Okafor:eve@harbourlines.example"),
    description: str = "",
    location: str = "https://video.example/room",
    zone: str = "Europe/Berlin",
) -> bytes:
    """An invite as a calendar program sends it."""
    from zoneinfo import ZoneInfo

    def moment(at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}"

    def person(kind: str, words: str) -> str:
        name, _, email = words.rpartition(":")
        return f"{kind};CN={name}:mailto:{email}" if name else f"{kind}:mailto:{email}"

    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}"]
    lines += [f"SEQUENCE:{sequence}", f"DTSTART;TZID={zone}:{moment(start)}", f"SUMMARY:{summary}"]
    lines += [f"DTEND;TZID={zone}:{moment(start + timedelta(hours=1))}", f"DTSTAMP:{NOW:%Y%m%dT%H%M%SZ}"]
    lines += [person("ORGANIZER", organizer)] if organizer else []
    lines += [person("ATTENDEE", words) for words in attendees]
    lines += [f"DESCRIPTION:{description}", f"LOCATION:{location}", "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def take(actor, raw: bytes, now: datetime = NOW, **more):
    from sincerely.desk.actions.invites import take_invite

    (invite,) = read_invites(raw, zone="Europe/Dublin")
    return take_invite(actor, invite, now=now, **more)


def test_an_invite_becomes_an_interview_with_those_who_are_invited(actor) -> None:
    from sincerely.desk.queries.applications import application

    taken = take(actor, ics(description="The Harbour Lines team looks forward to meeting you."))
    assert taken.outcome == "new"
    job = application(actor, taken.interview.application)
    assert (job.employer, job.role, job.zone, job.zone_guessed) == ("Harbour Lines", "", "Europe/Berlin", True)
    assert [contact.name for contact in job.contacts] == ["Eve Okafor"]
    assert (taken.interview.start, taken.interview.format) == (START.isoformat(), "video")


def test_the_same_invite_twice_changes_nothing(actor) -> None:
    from sincerely.desk.actions.exports import export_desk

    take(actor, ics())
    before = export_desk(actor)
    assert take(actor, ics(), now=NOW + timedelta(hours=1)).outcome == "known"
    assert export_desk(actor) == before


def test_a_newer_invite_moves_the_interview_and_an_older_one_is_ignored(actor) -> None:
    take(actor, ics())
    later = START + timedelta(days=2)
    assert take(actor, ics(sequence=2, start=later)).outcome == "moved"
    older = take(actor, ics(sequence=1, start=START + timedelta(days=9)))
    assert (older.outcome, older.interview.start) == ("ignored", later.isoformat())


def test_a_cancelled_interview_stays_cancelled_when_the_first_invite_is_read_again(actor) -> None:
    take(actor, ics())
    assert take(actor, ics(sequence=1, method="CANCEL")).outcome == "cancelled"
    assert take(actor, ics(sequence=1, method="CANCEL")).outcome == "known"
    assert take(actor, ics()).interview.cancelled_at is not None


def test_a_newer_request_after_a_cancellation_takes_place_again(actor) -> None:
    take(actor, ics())
    take(actor, ics(sequence=1, method="CANCEL"))
    again = take(actor, ics(sequence=2, start=START + timedelta(days=7)))
    assert (again.outcome, again.interview.cancelled_at) == ("moved", None)


def test_a_cancellation_of_something_unknown_adds_nothing(actor) -> None:
    from sincerely.desk.queries.applications import applications

    assert take(actor, ics(method="CANCEL")).outcome == "ignored"
    assert take(actor, ics(method="REPLY")).outcome == "ignored"
    assert applications(actor) == []


def test_a_newer_invite_with_other_people_seats_them(actor) -> None:
    take(actor, ics())
    panel = ("alice@archer.example", "Finn Lund:finn@harbourlines.example", "Eve Okafor:eve@harbourlines.example")
    changed = take(actor, ics(sequence=1, attendees=panel))
    assert changed.outcome == "changed"
    assert [contact["name"] for contact in changed.interview.contacts] == ["Finn Lund", "Eve Okafor"]


def test_where_nobody_else_is_invited_the_organizer_holds_the_interview(actor) -> None:
    taken = take(actor, ics(attendees=("alice@archer.example",)))
    assert [contact["name"] for contact in taken.interview.contacts] == ["Dana Ortiz"]


def test_rooms_and_robots_are_no_interviewers(actor) -> None:
    robots = ("no-reply@calendly.com", "Room 3:c_188@resource.calendar.google.com", "gus.hart@harbourlines.example")
    taken = take(actor, ics(attendees=robots))
    assert [contact["name"] for contact in taken.interview.contacts] == ["Gus Hart"]


@pytest.mark.parametrize(
    ("summary", "organizer", "attendees", "employer"),
    [
        ("Chat", "Ivy:ivy@north-star.example", (), "North Star"),
        ("NorthStar chat", "Ivy:ivy@northstar.example", (), "NorthStar"),
        ("Interview with Blue Barn Foods", "Ivy Blume:ivy.blume@gmail.com", (), "Blue Barn Foods"),
        ("Ivy Blume / Alice Archer", "no-reply@calendly.com", ("Ivy:ivy@bluebarn.co.uk",), "Bluebarn"),
    ],
)
def test_the_employer_is_guessed_from_what_the_invite_says(actor, summary, organizer, attendees, employer) -> None:
    taken = take(actor, ics(summary=summary, organizer=organizer, attendees=("alice@archer.example", *attendees)))
    assert taken.interview.employer == employer


def test_where_nothing_names_the_employer_it_is_asked_for(actor) -> None:
    from sincerely.desk.errors import DeskError

    raw = ics(summary="Talk", organizer="Ivy Blume:ivy.blume@gmail.com", attendees=("alice@archer.example",))
    with pytest.raises(DeskError, match="--employer"):
        take(actor, raw)
    assert take(actor, raw, employer="Blue Barn").interview.employer == "Blue Barn"


def test_a_second_round_at_the_same_employer_joins_its_application(actor) -> None:
    first = take(actor, ics())
    second = take(actor, ics(uid="talk-2", start=START + timedelta(days=7), attendees=("Hal:hal@harbourlines.example",)))
    assert second.interview.application == first.interview.application


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=6))
def test_invites_in_any_order_end_at_the_newest(actor, versions) -> None:
    """Each SEQUENCE has one meaning; whatever order they come in, and however often, the newest decides."""
    uid = f"talk-{uuid.uuid4()}@harbour.example"
    meaning = dict(versions)
    taken = [
        take(actor, ics(uid, number, "CANCEL" if meaning[number] else "REQUEST", START + timedelta(days=number)))
        for number, _ in versions
    ]
    # A cancellation that came first keeps its invite, and older ones, away.
    gone = [max((number for number, _ in versions[:place] if meaning[number]), default=-1) for place in range(len(versions))]
    first = next((place for place, (number, _) in enumerate(versions) if not meaning[number] and number > gone[place]), None)
    if first is None:
        assert all(answer.outcome == "ignored" for answer in taken)
        return
    newest = max(number for number, _ in versions)
    interview = taken[-1].interview
    assert interview is not None
    assert (interview.cancelled_at is not None) == meaning[newest]
    if not meaning[newest]:
        assert interview.start == (START + timedelta(days=newest)).isoformat()


def test_an_invite_in_the_mailbox_is_taken_once_and_a_private_one_never(actor) -> None:
    from sincerely.desk.loops.inbox import tick
    from sincerely.desk.queries.applications import applications

    def letter(calendar: bytes, sender: str) -> bytes:
        head = f"From: {sender}\r\nTo: alice@archer.example\r\nSubject: Invitation\r\nMessage-ID: <{abs(hash(calendar))}@x>\r\n"
        return (
            head + "MIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
        ).encode() + calendar

    talk = letter(ics(), "dana@harbourlines.example")
    dentist = letter(ics("d-1", summary="Check-up", organizer="desk@dentist.example", attendees=()), "desk@dentist.example")
    inflow = tick(actor, None, Folder(talk, dentist, talk), NOW)
    assert inflow.taken_invites == 1
    assert [job.employer for job in applications(actor)] == ["Harbourlines"]


def test_a_cancellation_that_overtakes_its_invite_keeps_it_away(actor) -> None:
    from sincerely.desk.queries.applications import applications

    assert take(actor, ics(sequence=1, method="CANCEL")).outcome == "ignored"
    assert take(actor, ics(sequence=0)).outcome == "ignored"
    assert take(actor, ics(sequence=1)).words == "This invite was cancelled before it came."
    assert applications(actor) == []
    assert take(actor, ics(uid="another")).outcome == "new"
    assert take(actor, ics(sequence=2)).outcome == "new"


@pytest.mark.corpus
def test_every_calendar_sample_is_taken_or_refused_in_words(actor, shared: Path) -> None:
    from sincerely.desk.actions.invites import take_invite
    from sincerely.desk.errors import DeskError

    count = 0
    for file in sorted((shared / "data" / "ics").rglob("*.ics")):
        try:
            invites = read_invites(file.read_bytes(), zone="Europe/Dublin")[:5]
        except InviteError:
            continue
        for invite in invites:
            try:
                take_invite(actor, invite, now=NOW)
            except DeskError:
                continue
            assert take_invite(actor, invite, now=NOW).outcome in ("known", "ignored")
            count += 1
    assert count > 50
