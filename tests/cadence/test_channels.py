"""Channels: hours at the recipient's place, few calls, and never a call and an e-mail on one day."""

import pytest
from tests.cadence.telling import ANA, BEN, CHO, at, interview, may, planned, read, received, sent, touches

MONDAY = interview("i", "2026-03-02", "07:00", "08:00", "ana", "ben", "cho")
ASKED = [received("question", "ana", "2026-03-03 08:00"), read("ana", "2026-03-03 08:00")]


@pytest.mark.parametrize(
    ("channel", "moment", "allowed"),
    [
        ("email", "07:59:59", False),
        ("email", "08:00", True),
        ("email", "17:59:59", True),
        ("email", "18:00", False),
        ("call", "09:29:59", False),
        ("call", "09:30", True),
        ("call", "16:59:59", True),
        ("call", "17:00", False),
        ("voicemail", "09:29", False),
        ("voicemail", "16:59", True),
        ("text", "09:29", False),
        ("text", "09:30", True),
        ("text", "17:00", False),
        ("letter", "03:00", True),
    ],
)
def test_each_channel_has_its_hours(channel: str, moment: str, allowed: bool) -> None:
    assert may(f"2026-03-03 {moment}", "ana", channel, "thank-you", MONDAY).allowed is allowed


def test_a_refusal_outside_the_hours_names_the_clock_and_the_opening() -> None:
    answer = may("2026-03-03 18:00", "ana", "email", "thank-you", MONDAY)
    assert answer.reasons == ("It is Tue 3 Mar, 18:00 where Ana is; the hours are 08:00 to 18:00.",)
    assert answer.next_allowed == at("2026-03-04 08:00")
    weekend = may("2026-03-06 18:00", "ana", "call", "thank-you", MONDAY)
    assert weekend.next_allowed == at("2026-03-09 09:30")
    assert may("2026-03-07 12:00", "ana", "call", "thank-you", MONDAY).reasons == (
        "It is Sat 7 Mar, 12:00 where Ana is, a Saturday.",
    )


def test_what_is_allowed_says_so_with_the_clock() -> None:
    answer = may("2026-03-03 09:00", "ana", "email", "thank-you", MONDAY)
    assert answer.reasons == ("Thank-you to Ana by e-mail: fine now, Tue 3 Mar, 09:00 in Europe/London.",)
    assert answer.next_allowed == at("2026-03-03 09:00")


def test_one_call_or_voicemail_a_week_to_the_whole_employer() -> None:
    for first, second in (("call", "voicemail"), ("voicemail", "call"), ("call", "call")):
        called = sent("thank-you", "ana", "2026-03-03 10:00", first)
        answer = may("2026-03-04 10:00", "ben", second, "thank-you", MONDAY, called)
        assert answer.next_allowed == at("2026-03-10 09:30")
        assert "At most 1 call or voicemail a week to Acme: the next from Tue 10 Mar." in answer.reasons
    assert may(
        "2026-03-04 10:00", "ben", "text", "thank-you", MONDAY, sent("thank-you", "ana", "2026-03-03 10:00", "call")
    ).allowed


def test_calls_in_a_week_are_counted_by_the_policy() -> None:
    two = [sent("thank-you", who, f"2026-03-0{day} 10:00", "call") for who, day in (("ana", 3), ("ben", 5))]
    assert may("2026-03-06 10:00", "cho", "call", "thank-you", MONDAY, *two, policy={"calls_per_week": 2}).next_allowed == at(
        "2026-03-10 09:30"
    )
    assert may("2026-03-06 10:00", "cho", "call", "thank-you", MONDAY, *two[:1], policy={"calls_per_week": 2}).allowed
    never = may("2026-03-06 10:00", "cho", "call", "thank-you", MONDAY, policy={"calls_per_week": 0})
    assert (never.reasons, never.next_allowed) == (("The policy allows no calls to Acme.",), None)


def test_one_voicemail_for_each_stage() -> None:
    left = sent("thank-you", "ana", "2026-03-03 10:00", "voicemail")
    again = may("2026-03-12 10:00", "ben", "voicemail", "thank-you", MONDAY, left)
    assert (again.allowed, again.next_allowed) == (False, None)
    assert may("2026-03-12 10:00", "ben", "call", "thank-you", MONDAY, left).allowed
    assert may("2026-03-12 10:00", "ben", "voicemail", "check-in", MONDAY, left).allowed
    other = sent("thank-you", "ana", "2026-03-03 10:00", "call")
    assert may("2026-03-12 10:00", "ben", "voicemail", "thank-you", MONDAY, other).allowed


def test_never_a_call_and_an_e_mail_on_one_day() -> None:
    wrote, called = (sent("thank-you", "ana", "2026-03-03 10:00", channel) for channel in ("email", "call"))
    for channel in ("call", "voicemail"):
        answer = may("2026-03-03 11:00", "ben", channel, "thank-you", MONDAY, wrote)
        assert answer.reasons == ("No call and e-mail to Acme on one day: your e-mail went on Tue 3 Mar.",)
        assert answer.next_allowed == at("2026-03-04 09:30")
    mail = may("2026-03-03 11:00", "ben", "email", "thank-you", MONDAY, called)
    assert mail.next_allowed == at("2026-03-04 08:00")
    for channel in ("letter", "text"):
        assert may("2026-03-03 11:00", "ben", channel, "thank-you", MONDAY, wrote).allowed
        assert may("2026-03-03 11:00", "ben", channel, "thank-you", MONDAY, called).allowed


def test_a_call_that_they_asked_for_is_an_answer() -> None:
    wrote = sent("thank-you", "ben", "2026-03-03 10:00")
    assert may("2026-03-03 11:00", "ana", "call", "answer", MONDAY, *ASKED, wrote).allowed
    called = sent("answer", "ana", "2026-03-03 11:00", "call")
    assert may("2026-03-03 12:00", "ben", "email", "thank-you", MONDAY, *ASKED, called).allowed
    assert not may("2026-03-04 12:00", "ben", "call", "thank-you", MONDAY, *ASKED, called).allowed


def test_a_thank_you_by_mail_waits_for_the_day_after_a_call() -> None:
    called = sent("check-in", "cho", "2026-03-03 07:30", "call")
    found = planned("2026-03-03 07:45", MONDAY, called)
    for touch in touches(found, "thank-you"):
        # The last hour of the 24 falls on the day of the call: the first open hour after it.
        assert (touch.not_before, touch.due) == (at("2026-03-02 08:00"), at("2026-03-04 09:00"))
        assert touch.best == at("2026-03-04 08:30")
    earlier = planned("2026-03-02 12:00", MONDAY, sent("check-in", "cho", "2026-03-02 11:00", "call"))
    for touch in touches(earlier, "thank-you"):
        assert (touch.best, touch.due) == (at("2026-03-03 08:00"), at("2026-03-03 08:00"))


def test_the_day_is_told_by_both_calendars() -> None:
    auckland = {**BEN, "zone": "Pacific/Auckland", "country": "NZ"}
    # Tuesday evening in London is Wednesday in Auckland.
    called = sent("thank-you", "ana", "2026-03-03 15:00", "call")
    answer = may("2026-03-03 20:00", "ben", "email", "thank-you", MONDAY, called, contacts=[ANA, auckland, {"id": "cho"}])
    assert answer.next_allowed == at("2026-03-04 19:00")


def test_a_contact_that_the_case_does_not_know_is_refused() -> None:
    answer = may("2026-03-03 09:00", "zoe", "email", "thank-you", MONDAY)
    assert (answer.allowed, answer.reasons, answer.next_allowed) == (False, ("The case knows no contact 'zoe'.",), None)


def test_all_reasons_are_given_at_once() -> None:
    told = [MONDAY, sent("thank-you", "ana", "2026-03-03 10:00"), received("human", "ben", "2026-03-03 11:00")]
    answer = may("2026-03-03 20:00", "ana", "call", "check-in", *told)
    assert len(answer.reasons) == 5
    for words in ("read that first", "10 days after the last word", "7 days after your thank-you", "one day", "the hours are"):
        assert sum(words in reason for reason in answer.reasons) == 1, words


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("thank-you", "There is no interview with Cho to thank for."),
        ("answer", "There is nothing from Cho that waits for an answer."),
        ("after-rejection", "There is no decision from Cho that you have read."),
        ("after-offer", "There is no offer from Cho that you have read."),
    ],
)
def test_a_prompted_contact_needs_its_prompt(stage: str, words: str) -> None:
    told = interview("i", "2026-03-02", "07:00", "08:00", "ana")
    answer = may("2026-03-03 10:00", "cho", "email", stage, told)
    assert (answer.reasons, answer.next_allowed) == ((words,), None)


def test_a_thank_you_is_refused_before_the_end_and_once_it_is_settled() -> None:
    ahead = may("2026-03-02 07:59", "ana", "letter", "thank-you", MONDAY)
    assert ahead.reasons == ("The interview with Ana ends on Mon 2 Mar, 08:00: no thank-you before that.",)
    assert ahead.next_allowed == at("2026-03-02 08:00")
    again = may("2026-03-02 10:00", "ana", "email", "thank-you", MONDAY, sent("thank-you", "ana", "2026-03-02 09:00"))
    assert (again.reasons, again.next_allowed) == (("Ana was thanked on Mon 2 Mar.",), None)
    waived = {"kind": "waived", "interview": "i", "contact": "ana", "reason": "met", "at": "2026-03-02T09:00:00Z"}
    decided = may("2026-03-02 10:00", "ana", "email", "thank-you", MONDAY, waived)
    assert decided.reasons == ("You decided against a thank-you to Ana.",)


def test_after_one_thank_you_the_next_waits_for_the_next_interview() -> None:
    second = interview("j", "2026-03-04", "10:00", "11:00", "ana")
    told = [MONDAY, second, sent("thank-you", "ana", "2026-03-02 09:00")]
    assert may("2026-03-03 10:00", "ana", "email", "thank-you", *told).next_allowed == at("2026-03-04 11:00")


def test_a_planned_e_mail_is_no_call_but_keeps_a_call_off_its_day() -> None:
    reached = [received("bounce", "ben", "2026-02-16 10:00"), sent("check-in", "ben", "2026-02-17 10:00", "call")]
    talk = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
    ana, ben = touches(planned("2026-03-02 11:00", talk, *reached), "thank-you")
    assert (ana.contact, ana.channel, ana.best) == ("ana", "email", at("2026-03-02 12:30"))
    assert (ben.contact, ben.channel, ben.best) == ("ben", "call", at("2026-03-03 10:00"))
    assert "No call and e-mail to Acme on one day: your e-mail went on Mon 2 Mar." in ben.reasons


def test_of_a_contact_in_another_zone_the_later_day_counts() -> None:
    auckland = {**CHO, "zone": "Pacific/Auckland", "country": "NZ"}
    history = [interview("i", "2026-02-20", "10:00", "11:00", "cho"), sent("thank-you", "ana", "2026-03-02 20:00")]
    people = [ANA, BEN, auckland]
    to_auckland = may("2026-03-03 12:00", "cho", "email", "check-in", *history, contacts=people)
    assert to_auckland.next_allowed == at("2026-03-09 19:00")
    history[1] = sent("thank-you", "cho", "2026-03-02 20:00")
    assert may("2026-03-03 12:00", "ana", "email", "check-in", *history, contacts=people).next_allowed == at("2026-03-10 08:00")
