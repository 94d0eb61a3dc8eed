"""Replies: what is unread stops all that is unprompted; what is read is answered; the next check-in counts from the last word."""

import pytest
from tests.cadence.telling import at, interview, may, only, owes, planned, promised, read, received, sent, touches

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
THANKED = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-02 12:10")]
WROTE = received("human", "ana", "2026-03-03 10:00")
READ = read("ana", "2026-03-03 15:00")


@pytest.mark.parametrize("nature", ["human", "question", "rejection", "offer", "stop"])
def test_what_is_unread_stops_everything_unprompted_at_the_employer(nature: str) -> None:
    told = [*THANKED, received(nature, "ana", "2026-03-03 10:00")]
    found = planned("2026-03-10 10:00", *told)
    assert found.touches == ()
    assert owes(found, "unread") == ["ana"]
    for stage in ("check-in", "final", "keep-in-touch"):
        answer = may("2026-03-10 10:00", "ben", "letter", stage, *told)
        assert (answer.allowed, answer.next_allowed) == (False, None)
        assert "Ana wrote on Tue 3 Mar: read that first." in answer.reasons


@pytest.mark.parametrize("nature", ["away", "bounce"])
def test_an_automatic_reply_stops_nothing(nature: str) -> None:
    told = [*THANKED, received(nature, "ben", "2026-03-03 10:00", until="2026-03-03")]
    assert only(touches(planned("2026-03-03 11:00", *told), "check-in")).contact == "ana"
    assert not owes(planned("2026-03-03 11:00", *told), "unread")


def test_a_thank_you_is_planned_although_something_is_unread() -> None:
    found = planned("2026-03-02 14:00", MONDAY, received("human", "ana", "2026-03-02 13:00"))
    assert [touch.contact for touch in touches(found, "thank-you")] == ["ana", "ben"]
    assert touches(found, "check-in") == []


def test_reading_is_by_contact_and_covers_what_came_before() -> None:
    told = [*THANKED, WROTE, received("question", "ana", "2026-03-03 11:00"), received("human", "ben", "2026-03-03 11:00")]
    assert owes(planned("2026-03-03 15:00", *told, READ), "unread") == ["ben"]
    assert owes(planned("2026-03-03 15:00", *told, read("ana", "2026-03-03 10:30")), "unread") == ["ana", "ben"]
    assert owes(planned("2026-03-03 15:00", *told, read("ana", "2026-03-03 09:59")), "unread") == ["ana", "ben"]
    assert owes(planned("2026-03-03 15:00", *told, read("ana", "2026-03-03 11:00")), "unread") == ["ben"]


def test_what_is_unread_is_owed_since_its_first() -> None:
    told = [*THANKED, WROTE, received("question", "ana", "2026-03-03 11:00")]
    (owed,) = (owed for owed in planned("2026-03-03 15:00", *told).owed if owed.what == "unread")
    assert owed.since == at("2026-03-03 10:00")


def test_once_read_it_is_the_persons_turn() -> None:
    found = planned("2026-03-03 15:00", *THANKED, WROTE, READ)
    touch = only(touches(found, "answer"))
    assert (touch.contact, touch.channel, touch.interview) == ("ana", "email", None)
    assert (touch.not_before, touch.best, touch.due) == (at("2026-03-03 15:00"), at("2026-03-03 15:00"), at("2026-03-04 15:00"))
    assert owes(found, "answer") == ["ana"]


@pytest.mark.parametrize(
    ("read_at", "now", "best", "due", "late"),
    [
        ("2026-03-03 20:00", "2026-03-03 20:00", "2026-03-04 08:30", "2026-03-04 17:59", False),
        ("2026-03-06 15:00", "2026-03-06 15:00", "2026-03-06 15:00", "2026-03-09 15:00", False),
        ("2026-03-07 07:00", "2026-03-07 07:00", "2026-03-09 08:30", "2026-03-09 09:00", False),
        ("2026-03-03 15:00", "2026-03-05 15:00", "2026-03-04 15:00", "2026-03-04 15:00", False),
        ("2026-03-03 15:00", "2026-03-05 15:01", "2026-03-05 15:01", "2026-03-04 15:00", True),
    ],
)
def test_an_answer_is_due_within_one_working_day(read_at: str, now: str, best: str, due: str, late: bool) -> None:
    touch = only(touches(planned(now, *THANKED, WROTE, read("ana", read_at)), "answer"))
    assert (touch.best, touch.due, touch.late) == (at(best), at(due), late)


def test_an_answer_settles_a_question_and_any_contact_settles_a_mere_word() -> None:
    answer, note = sent("answer", "ana", "2026-03-03 16:00"), sent("thank-you", "ana", "2026-03-03 16:00")
    question = received("question", "ana", "2026-03-03 10:00")
    assert not owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, answer), "answer")
    assert not owes(planned("2026-03-03 17:00", *THANKED, question, READ, answer), "answer")
    assert not owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, note), "answer")
    assert owes(planned("2026-03-03 17:00", *THANKED, question, READ, note), "answer") == ["ana"]


def test_a_contact_before_the_reading_or_to_somebody_else_answers_nothing() -> None:
    unaware = sent("thank-you", "ana", "2026-03-03 14:59")
    assert owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, unaware), "answer") == ["ana"]
    assert not owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, sent("thank-you", "ana", "2026-03-03 15:00")), "answer")
    assert owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, sent("answer", "ben", "2026-03-03 16:00")), "answer") == [
        "ana"
    ]
    before = sent("answer", "ana", "2026-03-03 10:00")
    assert owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, before), "answer") == ["ana"]
    assert not owes(planned("2026-03-03 17:00", *THANKED, WROTE, READ, sent("answer", "ana", "2026-03-03 10:01")), "answer")


def test_an_answer_that_bounced_is_owed_again() -> None:
    told = [*THANKED, WROTE, READ, sent("answer", "ana", "2026-03-03 16:00"), received("bounce", "ana", "2026-03-03 16:01")]
    assert owes(planned("2026-03-03 17:00", *told), "answer") == ["ana"]


def test_may_answer_what_is_read_once() -> None:
    assert may("2026-03-03 16:00", "ana", "email", "answer", *THANKED, WROTE, READ).allowed
    unread = may("2026-03-03 14:00", "ana", "email", "answer", *THANKED, WROTE)
    assert (unread.reasons, unread.next_allowed) == (("Read what Ana wrote before you answer.",), None)
    done = may("2026-03-03 17:00", "ana", "email", "answer", *THANKED, WROTE, READ, sent("answer", "ana", "2026-03-03 16:00"))
    assert (done.reasons, done.next_allowed) == (("There is nothing from Ana that waits for an answer.",), None)
    assert not may("2026-03-03 16:00", "ben", "email", "answer", *THANKED, WROTE, READ).allowed


def test_an_answer_is_not_delayed_by_the_gap_but_counts_for_it() -> None:
    told = [*THANKED, WROTE, READ, sent("answer", "ana", "2026-03-05 16:00")]
    touch = only(planned("2026-03-05 17:00", *told).touches)
    assert (touch.stage, touch.not_before) == ("check-in", at("2026-03-16 08:00"))
    assert "10 days after the last word between you and Acme (Thu 5 Mar): from Sun 15 Mar." in touch.reasons


def test_the_next_check_in_is_ten_days_after_the_last_word_in_either_direction() -> None:
    told = [*THANKED, WROTE, READ, sent("thank-you", "cho", "2026-03-02 13:00")]
    assert may("2026-03-12 09:00", "ana", "email", "check-in", *told).next_allowed == at("2026-03-13 08:00")
    later = sent("answer", "ana", "2026-03-04 09:00")
    assert may("2026-03-12 09:00", "ana", "email", "check-in", *told, later).next_allowed == at("2026-03-16 08:00")


def test_a_new_date_plans_from_it_instead() -> None:
    told = [*THANKED, WROTE, READ, sent("answer", "ana", "2026-03-03 16:00"), promised("2026-03-06", "2026-03-03 10:00")]
    assert only(planned("2026-03-03 17:00", *told).touches).not_before == at("2026-03-10 08:00")
    soon = [*told[:-1], promised("2026-03-05", "2026-03-03 15:00")]
    assert only(planned("2026-03-03 17:00", *soon).touches).not_before == at("2026-03-10 08:00")


def test_an_older_date_is_still_waited_for() -> None:
    told = [*THANKED, promised("2026-03-20", "2026-03-03 09:59"), WROTE, READ, sent("answer", "ana", "2026-03-03 16:00")]
    assert only(planned("2026-03-03 17:00", *told).touches).not_before == at("2026-03-24 08:00")
    past = [*THANKED, promised("2026-03-04", "2026-03-03 09:59"), WROTE, READ, sent("answer", "ana", "2026-03-03 16:00")]
    assert only(planned("2026-03-03 17:00", *past).touches).not_before == at("2026-03-13 08:00")


def test_a_word_before_the_last_interview_does_not_lengthen_the_wait() -> None:
    told = [received("human", "ana", "2026-03-01 10:00"), read("ana", "2026-03-01 10:00"), *THANKED]
    touch = only(touches(planned("2026-03-03 09:00", *told), "check-in"))
    assert touch.not_before == at("2026-03-09 08:00")


def test_several_people_are_each_answered() -> None:
    told = [*THANKED, WROTE, received("question", "ben", "2026-03-03 11:00"), READ, read("ben", "2026-03-03 15:00")]
    assert [touch.contact for touch in touches(planned("2026-03-03 15:00", *told), "answer")] == ["ana", "ben"]
