"""The reasons of a touch: what called for it, which facts and rules chose its dates, and what to do where they are past."""

from typing import Any

from tests.cadence.telling import at, interview, only, planned, read, received, sent, touches, waived

TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana")
THANKED = [TALK, sent("thank-you", "ana", "2026-03-02 12:00")]


CHECK_IN = "Check-in 1 of 2, to one person for the whole employer: Ana."
CLOCKS = "Times are those of Europe/London, where the hours are 08:00 to 18:00."
ENDED = "The interview with Ana ended on Mon 2 Mar, 11:00: a thank-you is due within 24 hours."
SOON = "From now on, the sooner the better."
TIMELY = "About 90 minutes after the end is best: neither dashed off nor slow."


def reasons(now: str, *events: dict[str, Any], stage: str = "thank-you", **changes: Any) -> list[str]:
    """The reasons of the one touch of a stage, without the custom of the country."""
    return [words for words in only(touches(planned(now, *events, **changes), stage)).reasons if "Britain" not in words]


def rules(now: str, *events: dict[str, Any], stage: str = "thank-you") -> list[str]:
    """The rules that chose the best and the due, which stand before the clocks."""
    found = reasons(now, *events, stage=stage)
    return [words for words in found[1 : found.index(CLOCKS)] if " is a " not in words]


def test_a_thank_you_says_which_rule_chose_its_best() -> None:
    assert reasons("2026-03-02 11:00", TALK) == [ENDED, TIMELY, CLOCKS]
    assert rules("2026-03-02 12:30", TALK) == [TIMELY]
    assert rules("2026-03-02 12:31", TALK) == [SOON]
    assert rules("2026-03-03 11:00", TALK) == [SOON]


def test_a_touch_past_its_due_says_what_to_do_and_when_it_is_late_says_by_which_rule() -> None:
    assert rules("2026-03-03 11:01", TALK) == ["It is past its due: make it the next thing that you do."]
    assert rules("2026-03-04 11:00", TALK) == ["It is past its due: make it the next thing that you do."]
    assert rules("2026-03-04 11:01", TALK) == ["Late, more than 48 hours after the end: the first moment allowed is best."]
    word = [received("question", "ana", "2026-03-03 09:00"), read("ana", "2026-03-03 10:00")]
    assert rules("2026-03-05 10:01", *word, stage="answer") == [
        "Late, more than 1 working day past its due: the first moment allowed is best."
    ]


def test_a_weekend_makes_a_thank_you_late_before_its_due() -> None:
    friday = interview("i", "2026-03-06", "17:00", "18:00", "ana")
    touch = only(touches(planned("2026-03-08 18:01", friday), "thank-you"))
    assert (touch.late, touch.best, touch.due) == (True, at("2026-03-09 08:00"), at("2026-03-09 09:00"))
    assert rules("2026-03-08 18:01", friday) == [
        "Late by the hours, though nobody has been there since: the first moment allowed is best.",
        "That time holds no open moment: due at the end of the first open hour after.",
    ]


def test_where_nobody_is_there_the_opening_decides_and_the_closing_is_the_due() -> None:
    evening = interview("i", "2026-03-02", "16:00", "17:00", "ana")
    assert rules("2026-03-02 17:00", evening) == ["Half an hour after the first moment allowed is best."]
    night = interview("i", "2026-03-02", "19:00", "20:00", "ana")
    assert rules("2026-03-02 20:00", night) == [
        "Half an hour after the first moment allowed is best.",
        "Nobody is there when that time is up: due at the last open moment before.",
    ]
    short = {"mail_hours": "8:00-8:20"}
    assert "The first moment allowed is best." in reasons("2026-03-02 20:00", night, policy=short)


def test_the_best_moment_is_never_after_the_due() -> None:
    sunday = interview("i", "2026-03-01", "08:00", "09:10", "ana")
    touch = only(touches(planned("2026-03-01 10:00", sunday, policy={"mail_hours": "9:00-18:00"}), "thank-you"))
    assert touch.best == touch.due == at("2026-03-02 09:10")
    assert "The last moment that is not too late is best." in touch.reasons


def test_a_check_in_says_why_its_day_its_hour_and_its_due() -> None:
    due = "Due 2 working days after the first good moment."
    assert reasons("2026-03-02 13:00", *THANKED, stage="check-in") == [
        CHECK_IN,
        "No date was promised: 7 days after the interview (Mon 2 Mar), from Mon 9 Mar.",
        "7 days after your thank-you to Ana (Mon 2 Mar): from Mon 9 Mar.",
        "Mid-morning of the first day allowed is best.",
        due,
        CLOCKS,
    ]
    assert rules("2026-03-09 11:00", *THANKED, stage="check-in")[-2:] == [SOON, due]


def test_a_touch_that_is_owed_at_once_is_best_soon() -> None:
    word = [received("question", "ana", "2026-03-03 09:00"), read("ana", "2026-03-03 10:00")]
    assert rules("2026-03-03 10:00", *word, stage="answer") == [SOON]


def test_what_is_planned_is_told_as_planned_and_what_was_made_as_made() -> None:
    told = reasons("2026-03-02 11:00", TALK, stage="check-in")
    assert "7 days after your planned thank-you to Ana (Mon 2 Mar): from Mon 9 Mar." in told
    again = reasons("2026-03-02 12:00", *THANKED, stage="check-in")
    assert "7 days after your thank-you to Ana (Mon 2 Mar): from Mon 9 Mar." in again


def test_reasons_repeat_neither_best_nor_due() -> None:
    touch = only(touches(planned("2026-03-02 11:00", TALK), "thank-you"))
    assert not any(words in reason for reason in touch.reasons for words in ("Mon 2 Mar, 12:30", "Tue 3 Mar, 11:00"))


def test_a_letter_has_no_hours_to_tell() -> None:
    bounced = [TALK, received("bounce", "ana", "2026-03-01 10:00"), sent("check-in", "ana", "2026-03-01 11:00", "letter")]
    assert "Times are those of Europe/London." in reasons("2026-03-02 11:00", *bounced)


def closed(now: str, *events: dict[str, object], stage: str = "check-in") -> list[str]:
    """The closed days that the reasons of a touch name."""
    found = reasons(now, *events, stage=stage)
    return [words.split(" is ")[0] for words in found if " is a " in words and len(words.split(" is ")[0]) < 11]


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


def test_of_a_long_feast_four_days_are_named() -> None:
    # Spring Festival of 2026: from 15 to 23 February nobody is there.
    beijing = {"name": "Acme", "zone": "Asia/Shanghai", "country": "CN"}
    talk = interview("i", "2026-02-14", "10:00", "11:00", "ana")
    touch = only(touches(planned("2026-02-14 11:00", talk, employer=beijing), "thank-you"))
    assert len([words for words in touch.reasons if words.endswith(".") and " Feb is a " in words]) == 4
    assert touch.best > at("2026-02-23 00:00")


def test_the_custom_of_thanking_is_told_with_a_thank_you_alone() -> None:
    both = planned("2026-03-02 11:00", TALK)
    assert [any("Britain" in words for words in touch.reasons) for touch in both.touches] == [True, False]
