"""Thank-yous: one to each interviewer, from the end of that interview, until it is sent or waived."""

from datetime import timedelta

import pytest
from tests.cadence.telling import (
    ANA,
    at,
    cancelled,
    case,
    interview,
    may,
    moved,
    only,
    owes,
    planned,
    read,
    received,
    sent,
    told,
    touches,
    waived,
)

from sincerely.cadence import Policy, plan, read_case

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana")


def test_each_interviewer_is_owed_one() -> None:
    found = planned("2026-03-02 11:00", interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben", "ana"))
    assert [(touch.contact, touch.interview) for touch in touches(found, "thank-you")] == [("ana", "i"), ("ben", "i")]
    assert owes(found, "thank-you") == ["ana", "ben"]


def test_nothing_is_owed_before_the_interview_is_over() -> None:
    assert planned("2026-03-02 10:59:59", MONDAY).touches == ()
    assert planned("2026-03-02 10:59:59", MONDAY).owed == ()
    assert owes(planned("2026-03-02 11:00", MONDAY), "thank-you") == ["ana"]


@pytest.mark.parametrize(
    ("start", "end", "best", "due"),
    [
        # On a Monday, by London's clocks.
        ("10:00", "11:00", "2026-03-02 12:30", "2026-03-03 11:00"),
        ("06:00", "07:00", "2026-03-02 08:30", "2026-03-02 17:59"),
        ("06:00", "06:30", "2026-03-02 08:00", "2026-03-02 17:59"),
        ("06:00", "06:29", "2026-03-02 08:30", "2026-03-02 17:59"),
        ("07:00", "08:00", "2026-03-02 09:30", "2026-03-03 08:00"),
        ("15:00", "16:29", "2026-03-02 17:59", "2026-03-03 16:29"),
        ("15:00", "16:30", "2026-03-03 08:30", "2026-03-03 16:30"),
        ("16:00", "17:59", "2026-03-03 08:30", "2026-03-03 17:59"),
        ("17:00", "18:00", "2026-03-03 08:30", "2026-03-03 17:59"),
        ("22:00", "23:59", "2026-03-03 08:30", "2026-03-03 17:59"),
    ],
)
def test_best_and_due_follow_the_end_and_the_hours(start: str, end: str, best: str, due: str) -> None:
    talk = interview("i", "2026-03-02", start, end, "ana")
    touch = only(touches(planned(f"2026-03-02 {end}", talk), "thank-you"))
    assert (touch.best, touch.due, touch.late) == (at(best), at(due), False)


@pytest.mark.parametrize(
    ("day", "end", "not_before", "best", "due"),
    [
        # A Friday: what is left of it, or the first open hour of Monday.
        ("2026-03-06", "17:00", "2026-03-06 17:00", "2026-03-06 17:59", "2026-03-06 17:59"),
        ("2026-03-06", "17:59", "2026-03-06 17:59", "2026-03-06 17:59", "2026-03-06 17:59"),
        ("2026-03-06", "18:00", "2026-03-09 08:00", "2026-03-09 08:30", "2026-03-09 09:00"),
        ("2026-03-07", "12:00", "2026-03-09 08:00", "2026-03-09 08:30", "2026-03-09 09:00"),
        # A Sunday: 24 hours reach into Monday, be it by a moment.
        ("2026-03-08", "07:59", "2026-03-09 08:00", "2026-03-09 08:30", "2026-03-09 09:00"),
        ("2026-03-08", "08:00", "2026-03-09 08:00", "2026-03-09 08:00", "2026-03-09 08:00"),
        ("2026-03-08", "08:10", "2026-03-09 08:00", "2026-03-09 08:10", "2026-03-09 08:10"),
        ("2026-03-08", "18:00", "2026-03-09 08:00", "2026-03-09 08:30", "2026-03-09 17:59"),
        # Before Easter: Good Friday and Easter Monday are holidays in England, and summer time has begun.
        ("2026-04-02", "18:00", "2026-04-07 07:00", "2026-04-07 07:30", "2026-04-07 08:00"),
        # Over the night on which summer time begins: 24 hours, not one day by the clock.
        ("2026-03-29", "16:00", "2026-03-30 07:00", "2026-03-30 07:30", "2026-03-30 16:00"),
    ],
)
def test_weekends_and_holidays_are_waited_for(day: str, end: str, not_before: str, best: str, due: str) -> None:
    touch = only(touches(planned(f"{day} {end}", interview("i", day, "07:00", end, "ana")), "thank-you"))
    assert (touch.not_before, touch.best, touch.due) == (at(not_before), at(best), at(due))


@pytest.mark.parametrize(
    ("now", "best", "late"),
    [
        ("2026-03-02 12:00", "2026-03-02 12:30", False),
        ("2026-03-02 12:30", "2026-03-02 12:30", False),
        ("2026-03-02 15:07", "2026-03-02 15:07", False),
        ("2026-03-02 20:00", "2026-03-03 08:30", False),
        ("2026-03-03 10:59", "2026-03-03 10:59", False),
        ("2026-03-03 11:00", "2026-03-03 11:00", False),
        # Past its due, but not yet late.
        ("2026-03-03 11:01", "2026-03-03 11:00", False),
        ("2026-03-04 11:00", "2026-03-03 11:00", False),
        # After 48 hours.
        ("2026-03-04 11:00:01", "2026-03-04 11:00:01", True),
        ("2026-03-04 22:00", "2026-03-05 08:00", True),
        ("2026-03-07 11:00", "2026-03-09 08:00", True),
    ],
)
def test_time_passes(now: str, best: str, late: bool) -> None:
    touch = only(touches(planned(now, MONDAY), "thank-you"))
    assert (touch.best, touch.due, touch.late) == (at(best), at("2026-03-03 11:00"), late)


def test_after_day_five_it_leaves_the_plan_and_stays_owed() -> None:
    in_time, too_late = planned("2026-03-07 11:00", MONDAY), planned("2026-03-07 11:00:01", MONDAY)
    assert touches(in_time, "thank-you")
    assert not touches(too_late, "thank-you")
    assert owes(in_time, "thank-you") == owes(too_late, "thank-you") == ["ana"]
    assert owes(planned("2027-03-07 11:00", MONDAY), "thank-you") == ["ana"]


def test_what_is_owed_says_how_late_it_is() -> None:
    def reason(now: str) -> str:
        return next(owed.reason for owed in planned(now, MONDAY).owed if owed.what == "thank-you")

    assert reason("2026-03-03 11:00") == "Ana has not been thanked for the interview on Mon 2 Mar."
    assert reason("2026-03-04 11:00") == reason("2026-03-03 11:00")
    assert reason("2026-03-04 11:01").endswith("It is late, but still welcome.")
    assert reason("2026-03-07 11:00").endswith("It is late, but still welcome.")
    assert reason("2026-03-07 11:01").endswith("thank them when you check in, or waive it.")


def test_sending_it_settles_it_by_any_channel() -> None:
    for channel in ("email", "letter", "call", "voicemail", "text"):
        found = planned("2026-03-02 13:00", MONDAY, sent("thank-you", "ana", "2026-03-02 12:30", channel))
        assert not touches(found, "thank-you")
        assert not owes(found, "thank-you")


@pytest.mark.parametrize("stage", ["check-in", "answer", "final", "after-rejection", "after-offer", "keep-in-touch"])
def test_no_other_stage_settles_it(stage: str) -> None:
    assert owes(planned("2026-03-02 13:00", MONDAY, sent(stage, "ana", "2026-03-02 12:30")), "thank-you") == ["ana"]


def test_one_to_somebody_else_or_before_the_end_settles_nothing() -> None:
    assert owes(planned("2026-03-02 13:00", MONDAY, sent("thank-you", "ben", "2026-03-02 12:30")), "thank-you") == ["ana"]
    assert owes(planned("2026-03-02 13:00", MONDAY, sent("thank-you", "ana", "2026-03-02 10:59")), "thank-you") == ["ana"]
    assert owes(planned("2026-03-02 13:00", MONDAY, sent("thank-you", "ana", "2026-03-02 11:00")), "thank-you") == []


def test_each_settles_the_latest_interview_that_still_owes_one() -> None:
    second = interview("j", "2026-03-03", "10:00", "11:00", "ana", "ben")
    once = planned("2026-03-03 13:00", second, MONDAY, sent("thank-you", "ana", "2026-03-03 12:00"))
    assert [(owed.interview, owed.contact) for owed in once.owed] == [("i", "ana"), ("j", "ben")]
    twice = planned("2026-03-03 13:00", second, MONDAY, *(sent("thank-you", "ana", f"2026-03-03 12:0{n}") for n in (0, 1)))
    assert [(owed.interview, owed.contact) for owed in twice.owed] == [("j", "ben")]


def test_one_that_was_sent_between_two_interviews_settles_the_first() -> None:
    second = interview("j", "2026-03-03", "10:00", "11:00", "ana")
    found = planned("2026-03-03 13:00", MONDAY, second, sent("thank-you", "ana", "2026-03-02 12:00"))
    assert [owed.interview for owed in found.owed if owed.what == "thank-you"] == ["j"]


def test_a_waived_one_is_not_owed_and_a_later_thank_you_settles_another() -> None:
    second = interview("j", "2026-03-03", "10:00", "11:00", "ana")
    found = planned("2026-03-03 11:00", MONDAY, waived("i", "ana", "2026-03-02 11:30"))
    assert not touches(found, "thank-you")
    assert not owes(found, "thank-you")
    both = [MONDAY, second, waived("j", "ana", "2026-03-03 11:30"), sent("thank-you", "ana", "2026-03-03 12:00")]
    assert not owes(planned("2026-03-03 13:00", *both), "thank-you")
    before = [MONDAY, second, waived("j", "ana", "2026-03-03 12:30"), sent("thank-you", "ana", "2026-03-03 12:00")]
    assert [owed.interview for owed in planned("2026-03-03 13:00", *before).owed] == ["i"]


def test_a_waiver_that_is_still_to_come_waives_nothing_yet() -> None:
    assert owes(planned("2026-03-02 11:00", MONDAY, waived("i", "ana", "2026-03-02 11:01")), "thank-you") == ["ana"]


def test_a_moved_interview_owes_from_its_new_end() -> None:
    later = moved("i", "2026-03-01 09:00", "2026-03-04", "14:00", "15:00")
    assert planned("2026-03-02 11:00", MONDAY, later).owed == ()
    touch = only(touches(planned("2026-03-04 15:00", MONDAY, later), "thank-you"))
    assert (touch.not_before, touch.due) == (at("2026-03-04 15:00"), at("2026-03-05 15:00"))


def test_a_move_counts_from_the_moment_at_which_it_is_told() -> None:
    later = moved("i", "2026-03-02 11:30", "2026-03-04", "14:00", "15:00")
    assert owes(planned("2026-03-02 11:29", MONDAY, later), "thank-you") == ["ana"]
    assert owes(planned("2026-03-02 11:30", MONDAY, later), "thank-you") == []


def test_the_last_move_counts() -> None:
    moves = [
        moved("i", f"2026-03-01 {hour}:00", f"2026-03-{day}", "14:00", "15:00") for hour, day in (("10", "05"), ("09", "04"))
    ]
    assert owes(planned("2026-03-04 15:00", MONDAY, *moves), "thank-you") == []
    assert owes(planned("2026-03-05 15:00", MONDAY, *moves), "thank-you") == ["ana"]


@pytest.mark.parametrize(
    ("when", "owed"),
    [("2026-03-02 09:00", []), ("2026-03-02 10:59", []), ("2026-03-02 11:00", []), ("2026-03-02 11:01", ["ana"])],
)
def test_a_cancelled_interview_owes_nothing_unless_it_was_over(when: str, owed: list[str]) -> None:
    assert owes(planned("2026-03-02 12:00", MONDAY, cancelled("i", when)), "thank-you") == owed


def test_a_cancelled_interview_that_gets_a_new_time_takes_place() -> None:
    told_later = moved("i", "2026-03-02 09:30", "2026-03-03", "10:00", "11:00")
    assert owes(planned("2026-03-03 11:00", MONDAY, cancelled("i", "2026-03-02 09:00"), told_later), "thank-you") == ["ana"]
    called_off = cancelled("i", "2026-03-02 18:00")
    assert owes(planned("2026-03-03 11:00", MONDAY, told_later, called_off), "thank-you") == []


def test_an_automatic_reply_settles_nothing() -> None:
    assert owes(planned("2026-03-02 13:00", MONDAY, received("away", "ana", "2026-03-02 12:00")), "thank-you") == ["ana"]


def test_a_letter_may_be_written_any_time() -> None:
    assert may("2026-03-07 03:00", "ana", "letter", "thank-you", MONDAY).allowed
    assert not may("2026-03-07 03:00", "ana", "email", "thank-you", MONDAY).allowed


def test_the_hours_are_those_of_the_recipient() -> None:
    tokyo = {**ANA, "zone": "Asia/Tokyo", "country": "JP"}
    touch = only(touches(planned("2026-03-02 11:00", MONDAY, contacts=[tokyo]), "thank-you"))
    assert (touch.not_before, touch.best) == (at("2026-03-02 23:00"), at("2026-03-02 23:30"))
    assert touch.due == at("2026-03-03 08:59")


def test_reasons_name_the_interview_the_days_and_the_custom() -> None:
    easter = interview("i", "2026-04-02", "17:00", "18:00", "ana")
    found = plan(case(easter), Policy(), at("2026-04-02 18:00") + timedelta(minutes=1))
    assert only(touches(found, "thank-you")).reasons == (
        "The interview with Ana ended on Thu 2 Apr, 19:00: a thank-you is due within 24 hours.",
        "Fri 3 Apr is a public holiday (Good Friday).",
        "Sat 4 Apr is a Saturday.",
        "Sun 5 Apr is a Sunday.",
        "Mon 6 Apr is a public holiday (Easter Monday).",
        "Half an hour after the first moment allowed is best.",
        "That time holds no open moment: due at the end of the first open hour after.",
        "Times are those of Europe/London, where the hours are 08:00 to 18:00.",
        "In Britain few people write a thank-you after an interview. Keep it short and warm; nobody will count it against you."
        " Source: monster.com.",
    )


def test_the_data_of_a_case_is_not_changed() -> None:
    data = told(MONDAY)
    before = repr(data)
    plan(read_case(data), Policy(), at("2026-03-03 09:00"))
    assert repr(data) == before


def test_an_old_interview_does_not_hide_a_new_one() -> None:
    old, new = interview("h", "2026-02-16", "10:00", "11:00", "ben"), interview("i", "2026-03-02", "10:00", "11:00", "ana")
    assert only(touches(planned("2026-03-02 12:00", old, new), "thank-you")).interview == "i"


def test_the_next_moment_does_not_wait_for_an_interview_ahead() -> None:
    ahead = interview("z", "2026-03-09", "10:00", "11:00", "ana")
    assert may("2026-03-02 20:00", "ana", "email", "thank-you", MONDAY, ahead).next_allowed == at("2026-03-03 08:00")


def test_a_word_from_a_colleague_ends_nobody_elses_absence() -> None:
    away = received("away", "ana", "2026-03-02 12:00", until="2026-03-04")
    word = [received("question", "ben", "2026-03-02 13:00"), read("ben", "2026-03-02 13:00")]
    talk = interview("i", "2026-03-02", "10:00", "11:00", "ana")
    assert only(touches(planned("2026-03-02 14:00", talk, away, *word), "thank-you")).not_before == at("2026-03-06 08:00")
