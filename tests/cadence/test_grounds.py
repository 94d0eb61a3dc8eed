"""The reasons of a touch: what called for it, what moved its dates, and what to do where they are past."""

from tests.cadence.telling import at, interview, only, planned, received, sent, touches, waived

TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana")
THANKED = [TALK, sent("thank-you", "ana", "2026-03-02 12:00")]


def last_words(now: str) -> str:
    """How the moments of the thank-you are said."""
    return next(words for words in only(touches(planned(now, TALK), "thank-you")).reasons if "Europe/London" in words)


def test_the_moments_are_said_as_they_stand() -> None:
    zone = " Times are those of Europe/London."
    assert last_words("2026-03-02 11:00") == "Best Mon 2 Mar, 12:30, due Tue 3 Mar, 11:00." + zone
    assert last_words("2026-03-03 11:00") == "Best Tue 3 Mar, 11:00, due Tue 3 Mar, 11:00." + zone
    assert last_words("2026-03-03 11:01") == "It was due Tue 3 Mar, 11:00: make it the next thing that you do." + zone
    late = "Late: it was due Tue 3 Mar, 11:00. The next good moment is Thu 5 Mar, 08:00."
    assert last_words("2026-03-04 20:00") == late + zone


def test_a_weekend_makes_a_thank_you_late_before_its_due() -> None:
    friday = interview("i", "2026-03-06", "17:00", "18:00", "ana")
    touch = only(touches(planned("2026-03-08 18:01", friday), "thank-you"))
    assert (touch.late, touch.best, touch.due) == (True, at("2026-03-09 08:00"), at("2026-03-09 09:00"))
    words = "Late by the hours, though nobody has been there since: best Mon 9 Mar, 08:00, due Mon 9 Mar, 09:00."
    assert any(reason.startswith(words) for reason in touch.reasons)


def closed(now: str, *events: dict[str, object], stage: str = "check-in") -> list[str]:
    """The closed days that the reasons of a touch name."""
    reasons = only(touches(planned(now, *events), stage)).reasons
    return [words.split(" is ")[0] for words in reasons if " is a " in words and len(words.split(" is ")[0]) < 11]


def test_closed_days_are_named_from_the_day_that_was_free_to_the_one_before_the_best() -> None:
    friday = [interview("i", "2026-03-06", "10:00", "11:00", "ana"), sent("thank-you", "ana", "2026-03-06 12:00")]
    assert closed("2026-03-06 13:00", *friday) == []
    saturday = [interview("i", "2026-03-07", "10:00", "11:00", "ana"), sent("thank-you", "ana", "2026-03-07 12:00", "letter")]
    assert closed("2026-03-07 13:00", *saturday) == ["Sat 14 Mar", "Sun 15 Mar"]
    easter = [interview("i", "2026-03-27", "10:00", "11:00", "ana"), sent("thank-you", "ana", "2026-03-27 12:00")]
    assert closed("2026-03-27 13:00", *easter) == ["Fri 3 Apr", "Sat 4 Apr", "Sun 5 Apr", "Mon 6 Apr"]


def test_no_more_than_four_closed_days_are_named() -> None:
    # Christmas in London: Friday, a weekend, and Monday in place of Boxing Day.
    talk = interview("i", "2026-12-24", "17:30", "18:00", "ana")
    assert closed("2026-12-24 18:00", talk, stage="thank-you") == ["Fri 25 Dec", "Sat 26 Dec", "Sun 27 Dec", "Mon 28 Dec"]


def test_the_days_before_now_are_not_told_again() -> None:
    assert closed("2026-03-13 09:00", *THANKED) == []
    assert closed("2026-03-14 09:00", *THANKED) == ["Sat 14 Mar", "Sun 15 Mar"]
    assert closed("2026-03-15 09:00", *THANKED) == ["Sun 15 Mar"]


def test_a_bar_that_was_over_before_the_touch_was_owed_is_not_told() -> None:
    back = received("away", "ana", "2026-02-20 10:00", until="2026-02-26")
    assert not any("away" in words for words in only(touches(planned("2026-03-02 11:00", TALK, back), "thank-you")).reasons)
    until_monday = received("away", "ana", "2026-02-20 10:00", until="2026-02-27")
    told = only(touches(planned("2026-03-02 11:00", TALK, until_monday), "thank-you"))
    assert "Ana is away up to Fri 27 Feb: wait for the second working day after, Tue 3 Mar." in told.reasons
    assert told.not_before == at("2026-03-03 08:00")


def test_a_thank_you_at_the_moment_of_its_waiver_settles_another_interview() -> None:
    second = interview("j", "2026-03-03", "10:00", "11:00", "ana")
    both = [TALK, second, waived("j", "ana", "2026-03-03 12:00"), sent("thank-you", "ana", "2026-03-03 12:00")]
    assert not [owed for owed in planned("2026-03-03 13:00", *both).owed if owed.what == "thank-you"]
