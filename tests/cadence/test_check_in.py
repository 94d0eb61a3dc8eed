"""Check-ins and the closing note: after the promised date, a gap after every contact, capped, then silence."""

import pytest
from tests.cadence.telling import (
    ANA,
    BEN,
    at,
    cancelled,
    held,
    interview,
    may,
    only,
    planned,
    promised,
    read,
    received,
    sent,
    touches,
)

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
THANKED = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-02 12:10")]


def test_with_no_promise_it_waits_a_week_after_the_interview() -> None:
    touch = only(planned("2026-03-03 09:00", *THANKED).touches)
    assert (touch.stage, touch.contact, touch.channel, touch.interview) == ("check-in", "ana", "email", "i")
    assert (touch.not_before, touch.best, touch.due) == (at("2026-03-09 08:00"), at("2026-03-09 10:00"), at("2026-03-11 10:00"))


@pytest.mark.parametrize(
    ("now", "best", "late"),
    [
        ("2026-03-09 09:59", "2026-03-09 10:00", False),
        ("2026-03-09 10:01", "2026-03-09 10:01", False),
        ("2026-03-09 18:00", "2026-03-10 08:30", False),
        ("2026-03-11 10:00", "2026-03-11 10:00", False),
        ("2026-03-11 10:01", "2026-03-11 10:00", False),
        ("2026-03-12 10:00", "2026-03-11 10:00", False),
        ("2026-03-12 10:01", "2026-03-12 10:01", True),
        ("2026-03-14 10:00", "2026-03-16 08:00", True),
    ],
)
def test_it_is_late_one_working_day_after_its_due(now: str, best: str, late: bool) -> None:
    touch = only(planned(now, *THANKED).touches)
    assert (touch.best, touch.due, touch.late) == (at(best), at("2026-03-11 10:00"), late)


def test_the_week_counts_from_the_last_contact_too() -> None:
    late = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-04 09:00")]
    assert only(planned("2026-03-04 10:00", *late).touches).not_before == at("2026-03-11 08:00")


def test_a_planned_thank_you_counts_as_made() -> None:
    found = planned("2026-03-03 15:00", MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"))
    check_in = only(touches(found, "check-in"))
    assert check_in.not_before == at("2026-03-09 08:00")
    assert check_in.best == at("2026-03-10 10:00")
    assert "7 days after your planned thank-you to Ben (Tue 3 Mar): from Tue 10 Mar." in check_in.reasons
    made = only(touches(planned("2026-03-02 12:10", *THANKED), "check-in"))
    assert "7 days after your thank-you to Ben (Mon 2 Mar): from Mon 9 Mar." in made.reasons
    ahead = only(touches(planned("2026-03-02 11:00", MONDAY), "check-in"))
    assert "7 days after your planned thank-you to Ana (Mon 2 Mar): from Mon 9 Mar." in ahead.reasons


def test_a_promised_date_and_two_working_days() -> None:
    told = [*THANKED, promised("2026-03-13", "2026-03-02 11:00")]
    touch = only(planned("2026-03-03 09:00", *told).touches)
    assert (touch.not_before, touch.best, touch.due) == (at("2026-03-17 08:00"), at("2026-03-17 10:00"), at("2026-03-19 10:00"))
    assert "Acme promised to write by Fri 13 Mar: check in from Tue 17 Mar, 2 working days later." in touch.reasons


def test_a_promise_may_be_sooner_than_a_week() -> None:
    told = [MONDAY, promised("2026-03-03", "2026-03-02 11:00")]
    assert only(touches(planned("2026-03-02 12:00", *told), "check-in")).not_before == at("2026-03-05 08:00")


def test_the_latest_promise_counts_and_the_later_day_of_two_at_once() -> None:
    told = [*THANKED, promised("2026-03-27", "2026-03-02 12:00"), promised("2026-03-11", "2026-03-03 12:00")]
    assert only(planned("2026-03-03 11:00", *told).touches).not_before == at("2026-03-31 07:00")
    assert only(planned("2026-03-03 12:00", *told).touches).not_before == at("2026-03-13 08:00")
    at_once = [*THANKED, promised("2026-03-12", "2026-03-03 12:00"), promised("2026-03-11", "2026-03-03 12:00")]
    assert only(planned("2026-03-03 12:00", *at_once).touches).not_before == at("2026-03-16 08:00")


def test_a_promise_older_than_the_last_interview_is_void() -> None:
    before, after = promised("2026-03-27", "2026-03-02 10:59"), promised("2026-03-27", "2026-03-02 11:00")
    assert only(planned("2026-03-03 09:00", *THANKED, before).touches).not_before == at("2026-03-09 08:00")
    assert only(planned("2026-03-03 09:00", *THANKED, after).touches).not_before == at("2026-03-31 07:00")


def test_two_check_ins_and_one_closing_note_then_silence() -> None:
    first, second = sent("check-in", "ana", "2026-03-09 10:00"), sent("check-in", "ana", "2026-03-16 10:00")
    last = sent("final", "ana", "2026-03-23 10:00")
    after_one = only(planned("2026-03-09 11:00", *THANKED, first).touches)
    assert (after_one.stage, after_one.not_before) == ("check-in", at("2026-03-16 08:00"))
    assert after_one.reasons[0] == "Check-in 2 of 2, to one person for the whole employer: Ana."
    after_two = only(planned("2026-03-16 11:00", *THANKED, first, second).touches)
    assert (after_two.stage, after_two.not_before) == ("final", at("2026-03-23 08:00"))
    assert after_two.reasons[0] == "2 check-ins stayed unanswered: one polite closing note, then silence."
    silence = planned("2026-03-23 11:00", *THANKED, first, second, last)
    assert silence.touches == ()
    assert set(silence.ended) == {"ana", "ben", "cho"}
    for stage in ("check-in", "final"):
        answer = may("2026-05-04 10:00", "ana", "email", stage, *THANKED, first, second, last)
        assert (answer.allowed, answer.next_allowed) == (False, None)


def test_a_third_check_in_is_refused_but_a_closing_note_may_come_early() -> None:
    first, second = sent("check-in", "ana", "2026-03-09 10:00"), sent("check-in", "ana", "2026-03-16 10:00")
    assert may("2026-03-23 10:00", "ana", "email", "check-in", *THANKED, first).allowed
    assert not may("2026-03-23 10:00", "ana", "email", "check-in", *THANKED, first, second).allowed
    assert may("2026-03-16 10:00", "ana", "email", "final", *THANKED, first).allowed


def test_more_check_ins_than_the_cap_leave_no_room_for_a_closing_note() -> None:
    three = [sent("check-in", "ana", f"2026-03-{day:02} 10:00") for day in (9, 10, 11)]
    found = planned("2026-03-11 11:00", *THANKED, *three)
    assert found.touches == ()
    assert found.ended["ana"].startswith("The check-ins to Acme stayed unanswered")
    assert not may("2026-04-20 10:00", "ana", "email", "final", *THANKED, *three).allowed


def test_a_policy_without_a_closing_note_ends_after_the_check_ins() -> None:
    two = [sent("check-in", "ana", "2026-03-09 10:00"), sent("check-in", "ana", "2026-03-16 10:00")]
    found = planned("2026-03-16 11:00", *THANKED, *two, policy={"closing_note": False})
    assert found.touches == ()
    assert set(found.ended) == {"ana", "ben", "cho"}
    assert not planned("2026-03-16 11:00", *THANKED, *two[:1], policy={"closing_note": False}).ended
    refused = may("2026-04-20 10:00", "ana", "email", "final", *THANKED, policy={"closing_note": False})
    assert refused.reasons == ("The policy has no closing note.",)


def test_a_policy_without_check_ins_has_one_closing_note() -> None:
    touch = only(planned("2026-03-03 09:00", *THANKED, policy={"check_ins": 0}).touches)
    assert (touch.stage, touch.reasons[0]) == ("final", "One polite closing note, then silence.")
    assert planned("2026-03-03 09:00", *THANKED, policy={"check_ins": 0, "closing_note": False}).touches == ()


def test_a_word_or_a_new_interview_counts_anew() -> None:
    used_up = [
        *THANKED,
        *(sent("check-in", "ana", f"2026-03-{day:02} 10:00") for day in (9, 16)),
        sent("final", "ana", "2026-03-23 10:00"),
    ]
    wrote = [received("human", "ben", "2026-03-24 10:00"), read("ben", "2026-03-24 11:00")]
    again = only(touches(planned("2026-03-24 11:00", *used_up, *wrote), "check-in"))
    assert (again.contact, again.not_before) == ("ben", at("2026-04-07 07:00"))
    second = interview("j", "2026-03-25", "10:00", "11:00", "ben")
    anew = only(touches(planned("2026-03-25 11:00", *used_up, second), "check-in"))
    assert (anew.contact, anew.interview, anew.not_before) == ("ben", "j", at("2026-04-01 07:00"))


def test_an_automatic_reply_counts_nothing_anew() -> None:
    used_up = [
        *THANKED,
        *(sent("check-in", "ana", f"2026-03-{day:02} 10:00") for day in (9, 16)),
        sent("final", "ana", "2026-03-23 10:00"),
    ]
    assert planned("2026-03-24 10:00", *used_up, received("away", "ana", "2026-03-23 10:01")).touches == ()


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-03-08 23:59:59", False),
        ("2026-03-09 07:59:59", False),
        ("2026-03-09 08:00", True),
        ("2026-03-09 17:59:59", True),
        ("2026-03-09 18:00", False),
    ],
)
def test_after_a_contact_on_a_monday_the_next_is_allowed_from_the_next_mondays_opening(moment: str, allowed: bool) -> None:
    assert may(moment, "ana", "email", "check-in", *THANKED).allowed is allowed


def test_the_gap_runs_over_all_channels_and_all_people() -> None:
    for stage, who, channel in (
        ("thank-you", "cho", "letter"),
        ("answer", "ben", "text"),
        ("after-rejection", "cho", "voicemail"),
    ):
        extra = sent(stage, who, "2026-03-06 09:00", channel)
        answer = may("2026-03-12 09:00", "ana", "email", "check-in", *THANKED, extra)
        assert answer.next_allowed == at("2026-03-13 08:00")
        assert any(reason.startswith("7 days after your ") for reason in answer.reasons)


def test_the_day_of_a_contact_is_told_by_the_later_of_two_calendars() -> None:
    sydney = {**BEN, "zone": "Australia/Sydney"}
    # Sunday evening in London is Monday morning in Sydney.
    extra = sent("thank-you", "ben", "2026-03-08 22:00")
    told = [*THANKED[:2], extra]
    assert may("2026-03-13 09:00", "ana", "email", "check-in", *told, contacts=[ANA, sydney]).next_allowed == at(
        "2026-03-16 08:00"
    )


def test_no_nudge_while_an_interview_is_ahead() -> None:
    second = interview("j", "2026-03-18", "10:00", "11:00", "ana")
    assert planned("2026-03-03 09:00", *THANKED, second).touches == ()
    answer = may("2026-03-10 09:00", "ana", "email", "check-in", *THANKED, second)
    assert "An interview is ahead, until Wed 18 Mar, 11:00: no nudge before it." in answer.reasons
    assert answer.next_allowed == at("2026-03-25 08:00")
    off = cancelled("j", "2026-03-10 08:00")
    assert may("2026-03-10 09:00", "ana", "email", "check-in", *THANKED, second, off).allowed


def test_two_interviews_ahead_are_both_waited_for() -> None:
    ahead = [interview("j", "2026-03-18", "10:00", "11:00", "ana"), interview("k", "2026-03-20", "10:00", "11:00", "ben")]
    assert may("2026-03-10 09:00", "ana", "email", "check-in", *THANKED, *ahead).next_allowed == at("2026-03-27 08:00")


def test_it_goes_to_who_wrote_last_else_to_who_led_the_last_interview() -> None:
    second = interview("j", "2026-03-04", "10:00", "11:00", "cho", "ana")
    assert only(touches(planned("2026-03-04 11:00", *THANKED, second), "check-in")).contact == "cho"
    wrote = [received("human", "ben", "2026-03-03 10:00"), read("ben", "2026-03-03 11:00")]
    assert only(touches(planned("2026-03-04 11:00", *THANKED, second, *wrote), "check-in")).contact == "ben"


def test_it_passes_over_one_who_cannot_be_written_to() -> None:
    bounced = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), received("bounce", "ana", "2026-03-02 12:01")]
    assert only(touches(planned("2026-03-02 13:00", *bounced), "check-in")).contact == "ben"


def test_one_is_owed_for_the_whole_employer() -> None:
    second = interview("j", "2026-03-03", "10:00", "11:00", "cho")
    assert len(touches(planned("2026-03-03 12:00", *THANKED, second), "check-in")) == 1


def test_without_an_interview_a_promise_or_a_word_is_enough_but_nothing_is_not() -> None:
    assert planned("2026-03-03 09:00").touches == ()
    answer = may("2026-03-03 09:00", "ana", "email", "check-in")
    assert (answer.allowed, answer.next_allowed) == (False, None)
    assert only(planned("2026-03-03 09:00", promised("2026-03-10", "2026-03-02 09:00")).touches).not_before == at(
        "2026-03-12 08:00"
    )
    assert planned("2026-03-03 12:00", cancelled("i", "2026-03-01 09:00"), MONDAY).touches == ()


def test_a_held_draft_is_slept_on() -> None:
    told = [*THANKED, held("ana", "2026-03-09 09:00")]
    touch = only(planned("2026-03-09 09:00", *told).touches)
    assert (touch.not_before, touch.best) == (at("2026-03-10 08:00"), at("2026-03-10 10:00"))
    assert "The draft to Ana was held on Mon 9 Mar: sleep on it until the morning of Tue 10 Mar." in touch.reasons
    assert only(planned("2026-03-09 09:00", *told, policy={"sleep_on_it": False}).touches).not_before == at("2026-03-09 08:00")


def test_a_draft_that_is_held_on_a_friday_waits_for_monday() -> None:
    told = [*THANKED, held("ana", "2026-03-13 09:00")]
    assert may("2026-03-13 10:00", "ana", "email", "check-in", *told).next_allowed == at("2026-03-16 08:00")
    assert may("2026-03-13 10:00", "ana", "letter", "check-in", *told).next_allowed == at("2026-03-16 08:00")
    assert may("2026-03-13 10:00", "ben", "email", "check-in", *told).allowed


def test_mid_morning_gives_way_where_it_is_closed() -> None:
    late_hours = {"mail_hours": "14:00-18:00"}
    assert only(planned("2026-03-03 09:00", *THANKED, policy=late_hours).touches).best == at("2026-03-09 14:30")
    short_hours = {"mail_hours": "14:00-14:20"}
    assert only(planned("2026-03-03 09:00", *THANKED, policy=short_hours).touches).best == at("2026-03-09 14:00")


def test_of_two_promises_at_one_moment_the_later_day_counts() -> None:
    both = [promised("2026-03-10", "2026-03-02 12:00"), promised("2026-03-09", "2026-03-02 12:00")]
    talk = interview("i", "2026-03-02", "10:00", "11:00", "ana")
    touch = only(touches(planned("2026-03-02 13:00", talk, *both), "check-in"))
    assert touch.not_before == at("2026-03-12 08:00")


def test_a_contact_before_anything_has_happened_calls_for_nothing() -> None:
    assert planned("2026-03-02 13:00", sent("check-in", "ana", "2026-03-02 12:00")).touches == ()
