"""A desk's entries as iCalendar: read again as another program would."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sincerely.feeds.calendar import Entry, Kind, calendar

OWNER = "a1b2c3"
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
OWED = Entry(
    f"{OWNER}-thank-you-1-1",
    Kind.OWED,
    "Thank-you to Ada Moore, Müller & Söhne",
    "A follow-up is due",
    NOW,
    NOW + timedelta(hours=3),
    "Within 24 hours.",
)
SOON = NOW + timedelta(minutes=15)
PLANNED = Entry(f"{OWNER}-check-in-1-1", Kind.PLANNED, "Check-in to Ada Moore", "A follow-up is planned", NOW, SOON)
HOUR = NOW + timedelta(hours=1)
TALK = Entry(f"{OWNER}-interview-2", Kind.INTERVIEW, "Interview: Baker, Müller", "Interview", NOW, HOUR, "Kiln Yard")


def parts(*entries: Entry, private: bool = False) -> list:
    return list(Calendar.from_ical(calendar(entries, NOW, private)).subcomponents)


def test_what_is_owed_is_a_thing_to_do_by_its_due_time() -> None:
    (todo,) = parts(OWED)
    assert todo.name == "VTODO"
    assert todo.decoded("DUE") == NOW + timedelta(hours=3)
    assert todo["STATUS"] == "NEEDS-ACTION"
    assert todo["SUMMARY"] == OWED.title


def test_what_has_no_due_time_is_a_thing_to_do_that_does_not_ring() -> None:
    (todo,) = parts(Entry("answer-1", Kind.OWED, "Answer owed: Ada Moore", "Something waits", NOW, None))
    assert todo.name == "VTODO"
    assert "DUE" not in todo
    assert todo.subcomponents == []


def test_what_is_late_is_urgent() -> None:
    (usual, late) = parts(OWED, Entry(**{**{name: getattr(OWED, name) for name in OWED.__slots__}, "late": True}))
    assert (usual["PRIORITY"], late["PRIORITY"]) == (5, 1)


def test_a_planned_contact_keeps_the_day_free_and_an_interview_does_not() -> None:
    planned, talk = parts(PLANNED, TALK)
    assert (planned.name, planned["TRANSP"], talk["TRANSP"]) == ("VEVENT", "TRANSPARENT", "OPAQUE")
    assert talk.decoded("DTEND") - talk.decoded("DTSTART") == timedelta(hours=1)


def test_each_entry_rings_in_time() -> None:
    triggers = [part.subcomponents[0].decoded("TRIGGER") for part in parts(OWED, PLANNED, TALK)]
    assert triggers == [-timedelta(hours=1), timedelta(0), -timedelta(hours=1)]
    assert parts(OWED)[0].subcomponents[0]["TRIGGER"].params["RELATED"] == "END"


def test_without_names_nobody_and_no_reason_is_told() -> None:
    told = calendar([OWED, PLANNED, TALK], NOW, private=True).decode()
    assert not any(word in told for word in ("Ada", "Müller", "Kiln", "24 hours"))
    assert "A follow-up is due" in told


def test_the_same_entry_keeps_its_identity_when_its_time_moves() -> None:
    moved = Entry(OWED.key, OWED.kind, OWED.title, OWED.plain, NOW, NOW + timedelta(days=1))
    assert parts(OWED)[0]["UID"] == parts(moved)[0]["UID"]


def test_lines_are_folded_within_what_the_standard_allows() -> None:
    long = Entry("x", Kind.OWED, "ü" * 300, "due", NOW, NOW, "reason " * 100)
    assert all(len(line) <= 75 for line in calendar([long], NOW, False).split(b"\r\n"))


@given(st.text(max_size=200), st.text(max_size=400))
@settings(deadline=None)
def test_any_words_come_back_and_add_nothing(title: str, details: str) -> None:
    made = calendar([Entry("k", Kind.OWED, title, "due", NOW, NOW, details)], NOW, private=False)
    (todo,) = Calendar.from_ical(made).subcomponents
    kept = "".join(sign for sign in title if sign.isprintable() or sign == "\n")
    assert str(todo["SUMMARY"]).replace("\r", "") == kept.replace("\r", "")
    assert made.count(b"BEGIN:VTODO\r\n") == 1
