"""A search on hold, and the person's own withdrawal: what still goes, and what starts it again."""

from tests.cadence.telling import (
    at,
    interview,
    may,
    on_hold,
    only,
    owes,
    planned,
    promised,
    read,
    received,
    sent,
    touches,
    withdrawn,
)

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
THANKED = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-02 12:10")]
ASKED = [received("question", "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 10:30")]
SECOND = interview("j", "2026-04-01", "10:00", "11:00", "ben")


def test_a_search_on_hold_until_a_day_is_asked_after_two_working_days_later() -> None:
    found = planned("2026-03-03 12:00", *THANKED, on_hold("2026-03-03 11:00", "2026-04-10"))
    touch = only(found.touches)
    assert (touch.stage, touch.not_before) == ("check-in", at("2026-04-14 07:00"))
    assert "Acme put the search on hold until Fri 10 Apr: no nudge before Tue 14 Apr." in touch.reasons
    assert not found.ended


def test_a_search_on_hold_without_a_day_waits_until_they_write() -> None:
    told = [*THANKED, on_hold("2026-03-03 11:00")]
    found = planned("2026-05-04 12:00", *told)
    assert not found.touches
    assert found.ended == dict.fromkeys(
        ("ana", "ben", "cho"), "Acme put the search on hold: nothing is planned until they write."
    )
    answer = may("2026-05-05 10:00", "ben", "email", "check-in", *told)
    assert (answer.allowed, answer.next_allowed) == (False, None)
    assert "Acme put the search on hold on Tue 3 Mar: no nudge until they write." in answer.reasons
    wrote = [received("human", "ben", "2026-05-05 10:00"), read("ben", "2026-05-05 11:00")]
    assert [touch.stage for touch in planned("2026-05-05 11:00", *told, *wrote).touches] == ["answer", "check-in"]


def test_the_word_that_says_so_does_not_lift_the_hold() -> None:
    said = [received("human", "ana", "2026-03-03 11:00"), read("ana", "2026-03-03 11:00"), on_hold("2026-03-03 11:00")]
    found = planned("2026-03-03 12:00", *THANKED, *said)
    assert [touch.stage for touch in found.touches] == ["answer"]


def test_a_hold_keeps_back_no_thank_you() -> None:
    assert len(planned("2026-03-02 12:00", MONDAY, on_hold("2026-03-02 11:30")).touches) == 2


def test_a_new_interview_ends_the_hold_and_the_withdrawal() -> None:
    for pause in (on_hold("2026-03-03 11:00"), withdrawn("2026-03-03 11:00")):
        found = planned("2026-04-01 11:00", *THANKED, pause, SECOND)
        assert [touch.stage for touch in found.touches] == ["thank-you", "check-in"]
        assert not touches(planned("2026-03-20 11:00", *THANKED, pause), "check-in")


def test_who_withdraws_still_owes_thanks_and_nothing_else() -> None:
    told = [MONDAY, THANKED[1], promised("2026-03-10", "2026-03-02 12:00"), *ASKED, withdrawn("2026-03-03 11:00")]
    found = planned("2026-03-03 12:00", *told)
    assert [(touch.stage, touch.contact) for touch in found.touches] == [("thank-you", "ben")]
    assert (owes(found, "thank-you"), owes(found, "answer")) == (["ben"], [])
    assert found.ended["ana"] == "You withdrew from Acme (I took another post.)."
    answer = may("2026-04-13 10:00", "ana", "email", "check-in", *told)
    assert (answer.allowed, answer.next_allowed) == (False, None)


def test_what_they_write_after_a_withdrawal_is_answered() -> None:
    told = [*THANKED, withdrawn("2026-03-03 09:00"), *ASKED]
    assert [touch.stage for touch in planned("2026-03-03 11:00", *told).touches] == ["answer"]


def test_a_pause_that_is_still_to_come_does_not_count() -> None:
    for pause in (on_hold("2026-03-05 11:00"), withdrawn("2026-03-05 11:00")):
        assert planned("2026-03-04 12:00", *THANKED, pause) == planned("2026-03-04 12:00", *THANKED)


def test_the_last_day_of_a_hold_belongs_to_it() -> None:
    told = [*THANKED, on_hold("2026-03-03 11:00", "2026-04-10")]
    found = planned("2026-03-03 12:00", *told, policy={"promise_slack_days": 0})
    assert only(found.touches).not_before == at("2026-04-13 07:00")
