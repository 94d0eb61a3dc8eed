"""Rejections, offers and requests for no more contact: one reply, and then nothing unasked."""

import pytest
from tests.cadence.telling import at, interview, may, only, owes, planned, read, received, sent, touches

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
THANKED = [MONDAY, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-02 12:10")]
NO, OFFER, STOP = (received(nature, "ana", "2026-03-03 10:00") for nature in ("rejection", "offer", "stop"))
READ = read("ana", "2026-03-03 15:00")


def test_a_rejection_gets_one_thank_you_within_two_working_days_of_reading_it() -> None:
    found = planned("2026-03-03 15:00", *THANKED, NO, READ)
    touch = only(found.touches)
    assert (touch.stage, touch.contact) == ("after-rejection", "ana")
    assert (touch.not_before, touch.best, touch.due) == (at("2026-03-03 15:00"), at("2026-03-03 15:00"), at("2026-03-05 15:00"))
    assert set(found.ended) == {"ben", "cho"}
    assert not found.owed


@pytest.mark.parametrize(
    ("now", "late"), [("2026-03-05 15:00", False), ("2026-03-06 15:00", False), ("2026-03-06 15:00:01", True)]
)
def test_the_thanks_are_late_one_working_day_after_their_due(now: str, late: bool) -> None:
    assert only(planned(now, *THANKED, NO, READ).touches).late is late


def test_after_the_thanks_there_is_nothing() -> None:
    told = [*THANKED, NO, READ, sent("after-rejection", "ana", "2026-03-04 09:00")]
    found = planned("2026-03-04 10:00", *told)
    assert (found.touches, found.owed) == ((), ())
    assert found.ended == dict.fromkeys(("ana", "ben", "cho"), "Acme said no on Tue 3 Mar.")
    for contact in ("ana", "ben"):
        for stage in ("check-in", "final", "keep-in-touch", "answer", "after-rejection", "after-offer", "thank-you"):
            answer = may("2026-06-08 10:00", contact, "email", stage, *told)
            assert (answer.allowed, answer.next_allowed) == (False, None), stage


def test_the_thanks_go_to_who_wrote_it_once_it_is_read() -> None:
    assert may("2026-03-03 16:00", "ana", "email", "after-rejection", *THANKED, NO, READ).allowed
    assert not may("2026-03-03 16:00", "ben", "email", "after-rejection", *THANKED, NO, READ).allowed
    assert not may("2026-03-03 14:00", "ana", "email", "after-rejection", *THANKED, NO).allowed
    unread = planned("2026-03-03 14:00", *THANKED, NO)
    assert (unread.touches, unread.ended) == ((), {})


def test_each_who_writes_a_no_is_thanked_once() -> None:
    again = [received("rejection", "ben", "2026-03-05 10:00"), read("ben", "2026-03-05 11:00")]
    told = [*THANKED, NO, READ, sent("after-rejection", "ana", "2026-03-04 09:00"), *again]
    assert [(touch.stage, touch.contact) for touch in planned("2026-03-05 11:00", *told).touches] == [("after-rejection", "ben")]
    thanked = sent("after-rejection", "ben", "2026-03-05 12:00")
    assert planned("2026-03-05 13:00", *told, thanked).touches == ()


def test_colleagues_not_yet_thanked_are_listed_and_may_still_be_thanked() -> None:
    for decision in (NO, OFFER):
        told = [*THANKED[:2], decision, READ]
        found = planned("2026-03-03 15:00", *told)
        assert touches(found, "thank-you") == []
        assert owes(found, "thank-you") == ["ben"]
        assert may("2026-03-03 16:00", "ben", "email", "thank-you", *told).allowed


def test_who_wrote_the_decision_is_thanked_in_the_reply_to_it() -> None:
    for decision, words in ((NO, "a no"), (OFFER, "an offer")):
        told = [MONDAY, decision, READ]
        assert "ana" in owes(planned("2026-03-03 15:00", *told), "thank-you")
        answer = may("2026-03-03 16:00", "ana", "email", "thank-you", *told)
        assert answer.reasons == (f"Ana has written {words}: thank them in your reply to that.",)


def test_a_question_before_the_decision_lapses_and_one_after_it_is_owed() -> None:
    before = [received("question", "ben", "2026-03-03 09:00"), read("ben", "2026-03-03 09:30")]
    after = [received("question", "ben", "2026-03-04 09:00"), read("ben", "2026-03-04 09:30")]
    assert owes(planned("2026-03-04 10:00", *THANKED, *before, NO, READ), "answer") == []
    found = planned("2026-03-04 10:00", *THANKED, NO, READ, *after)
    assert owes(found, "answer") == ["ben"]
    assert [touch.stage for touch in found.touches] == ["after-rejection"]
    assert may("2026-03-04 10:00", "ben", "email", "answer", *THANKED, NO, READ, *after).allowed


def test_a_later_interview_opens_the_matter_anew() -> None:
    told = [*THANKED, NO, READ, sent("after-rejection", "ana", "2026-03-04 09:00")]
    second = interview("j", "2026-03-10", "10:00", "11:00", "ben")
    assert planned("2026-03-10 10:59", *told, second).touches == ()
    found = planned("2026-03-10 11:00", *told, second)
    assert [(touch.stage, touch.contact) for touch in found.touches] == [("thank-you", "ben"), ("check-in", "ana")]
    assert found.ended == {}
    assert may("2026-03-10 10:00", "ben", "email", "check-in", *told, second).next_allowed == at("2026-03-17 08:00")


def test_an_interview_that_had_begun_before_the_decision_opens_nothing() -> None:
    during = received("rejection", "ana", "2026-03-02 10:30")
    found = planned("2026-03-02 11:00", MONDAY, during, read("ana", "2026-03-02 10:45"))
    assert [touch.stage for touch in found.touches] == ["after-rejection"]
    at_the_start = received("rejection", "ana", "2026-03-02 10:00")
    found = planned("2026-03-02 11:00", MONDAY, at_the_start, read("ana", "2026-03-02 10:45"))
    assert [touch.stage for touch in found.touches] == ["after-rejection"]
    before = received("rejection", "ana", "2026-03-02 09:59")
    found = planned("2026-03-02 11:00", MONDAY, before, read("ana", "2026-03-02 10:45"))
    assert [touch.stage for touch in found.touches] == ["thank-you", "thank-you", "check-in"]


def test_an_offer_is_acknowledged_within_24_hours_of_reading_it() -> None:
    found = planned("2026-03-03 15:00", *THANKED, OFFER, READ)
    touch = only(found.touches)
    assert (touch.stage, touch.contact, touch.due) == ("after-offer", "ana", at("2026-03-04 15:00"))
    assert owes(found, "acknowledge-offer") == ["ana"]
    assert owes(planned("2026-03-03 14:59", *THANKED, OFFER), "acknowledge-offer") == []
    friday = only(planned("2026-03-06 18:00", *THANKED, OFFER, read("ana", "2026-03-06 18:00")).touches)
    assert (friday.best, friday.due) == (at("2026-03-09 08:30"), at("2026-03-09 09:00"))


def test_an_acknowledged_offer_ends_the_plan_but_may_be_written_about_again() -> None:
    told = [*THANKED, OFFER, READ, sent("after-offer", "ana", "2026-03-03 16:00")]
    found = planned("2026-03-03 17:00", *told)
    assert (found.touches, found.owed) == ((), ())
    assert found.ended["ben"] == "Acme made an offer on Tue 3 Mar."
    assert may("2026-03-04 10:00", "ana", "email", "after-offer", *told).allowed
    assert not may("2026-03-04 10:00", "ben", "email", "after-offer", *told).allowed
    assert not may("2026-03-20 10:00", "ana", "email", "check-in", *told).allowed


def test_the_last_decision_counts() -> None:
    after_all = [received("offer", "ben", "2026-03-06 10:00"), read("ben", "2026-03-06 11:00")]
    assert [touch.stage for touch in planned("2026-03-06 11:00", *THANKED, NO, READ, *after_all).touches] == ["after-offer"]
    withdrawn = [received("rejection", "ben", "2026-03-06 10:00"), read("ben", "2026-03-06 11:00")]
    assert [touch.stage for touch in planned("2026-03-06 11:00", *THANKED, OFFER, READ, *withdrawn).touches] == [
        "after-rejection"
    ]


def test_a_new_offer_is_acknowledged_again() -> None:
    better = [received("offer", "ana", "2026-03-05 10:00"), read("ana", "2026-03-05 11:00")]
    told = [*THANKED, OFFER, READ, sent("after-offer", "ana", "2026-03-03 16:00"), *better]
    assert owes(planned("2026-03-05 11:00", *told), "acknowledge-offer") == ["ana"]


def test_who_asked_for_no_more_contact_gets_nothing_ever() -> None:
    told = [MONDAY, STOP, READ]
    found = planned("2026-03-03 16:00", *told)
    assert [touch.contact for touch in found.touches] == ["ben"]
    assert found.ended["ana"] == "Ana asked on Tue 3 Mar for no more contact."
    assert owes(found, "thank-you") == ["ana", "ben"]
    for stage in ("thank-you", "check-in", "answer", "final", "keep-in-touch", "after-rejection", "after-offer"):
        for channel in ("email", "letter", "call", "text", "voicemail"):
            assert may("2027-03-01 10:00", "ana", channel, stage, *told).next_allowed is None


def test_unless_they_write_first() -> None:
    told = [*THANKED, STOP, READ, received("question", "ana", "2026-03-09 10:00"), read("ana", "2026-03-09 11:00")]
    found = planned("2026-03-09 11:00", *told)
    assert [(touch.stage, touch.contact) for touch in found.touches] == [("answer", "ana"), ("check-in", "ana")]
    assert found.ended == {}
    at_once = [*THANKED, STOP, received("human", "ana", "2026-03-03 10:00"), READ]
    assert planned("2026-03-09 11:00", *at_once).touches == ()


def test_whether_a_stop_was_for_the_whole_employer_is_asked_and_nobody_nudged_until_then() -> None:
    told = [*THANKED, STOP, READ]
    found = planned("2026-03-03 16:00", *told)
    assert found.touches == ()
    assert "Was that for all of Acme?" in found.ended["ben"]
    answer = may("2026-03-12 10:00", "ben", "email", "check-in", *told)
    assert answer.next_allowed is None
    assert any("was that for all of Acme?" in reason for reason in answer.reasons)
    only_ana = [*THANKED, {**STOP, "whole": False}, READ]
    assert only(planned("2026-03-03 16:00", *only_ana).touches).contact == "ben"
    assert may("2026-03-16 10:00", "ben", "email", "check-in", *only_ana).allowed
    everybody = [MONDAY, {**STOP, "whole": True}, READ]
    assert not may("2026-03-03 16:00", "ben", "email", "thank-you", *everybody).allowed
    assert planned("2026-03-03 16:00", *everybody).touches == ()
    assert owes(planned("2026-03-03 16:00", *everybody), "thank-you") == ["ana", "ben"]
    assert planned("2026-03-03 16:00", *everybody).ended["ben"].endswith("for all of Acme.")


def test_an_interview_after_a_stop_opens_the_matter_with_the_others() -> None:
    second = interview("j", "2026-03-10", "10:00", "11:00", "ben", "ana")
    found = planned("2026-03-10 11:00", *THANKED, STOP, READ, second)
    assert [(touch.stage, touch.contact) for touch in found.touches] == [("thank-you", "ben"), ("check-in", "ben")]
    assert "ana" in found.ended


def test_keeping_in_touch_is_off_until_it_is_chosen() -> None:
    told = [*THANKED, NO, READ, sent("after-rejection", "ana", "2026-03-04 09:00")]
    chosen = {"keep_in_touch_days": 91}
    touch = only(planned("2026-03-04 10:00", *told, policy=chosen).touches)
    assert (touch.stage, touch.contact, touch.not_before) == ("keep-in-touch", "ana", at("2026-06-03 07:00"))
    assert not may("2026-06-02 12:00", "ana", "email", "keep-in-touch", *told, policy=chosen).allowed
    assert may("2026-06-03 12:00", "ben", "email", "keep-in-touch", *told, policy=chosen).allowed
    assert not may("2026-06-03 12:00", "ana", "email", "keep-in-touch", *told).allowed
    once = sent("keep-in-touch", "ana", "2026-06-03 12:00")
    assert only(planned("2026-06-03 13:00", *told, once, policy=chosen).touches).not_before == at("2026-09-02 07:00")


def test_keeping_in_touch_follows_a_no_and_nothing_else() -> None:
    chosen = {"keep_in_touch_days": 91}
    silent = [*THANKED, *(sent(stage, "ana", f"2026-03-{day:02} 10:00") for stage, day in (("check-in", 9), ("final", 16)))]
    assert not may("2027-01-04 12:00", "ana", "email", "keep-in-touch", *silent, policy=chosen).allowed
    offered = [*THANKED, OFFER, READ, sent("after-offer", "ana", "2026-03-04 09:00")]
    assert planned("2026-03-04 10:00", *offered, policy=chosen).touches == ()
    assert not may("2027-01-04 12:00", "ana", "email", "keep-in-touch", *offered, policy=chosen).allowed
    unread = [*THANKED, NO]
    assert not may("2027-01-04 12:00", "ana", "email", "keep-in-touch", *unread, policy=chosen).allowed


def test_a_decision_counts_after_an_interview_that_older_words_came_before() -> None:
    older = [received("human", "ben", "2026-02-20 10:00"), read("ben", "2026-02-20 11:00")]
    found = planned("2026-03-03 15:00", *older, *THANKED, NO, READ)
    assert [touch.stage for touch in found.touches] == ["after-rejection"]


def test_only_a_reply_to_the_decision_settles_it() -> None:
    another = sent("answer", "ana", "2026-03-03 15:10")
    assert only(planned("2026-03-03 15:20", *THANKED, NO, READ, another).touches).stage == "after-rejection"
    earlier = sent("after-rejection", "ana", "2026-03-03 09:00")
    assert only(planned("2026-03-03 15:20", *THANKED, NO, READ, earlier).touches).stage == "after-rejection"
    colleague = sent("after-rejection", "ben", "2026-03-03 15:10")
    assert only(planned("2026-03-03 15:20", *THANKED, NO, READ, colleague).touches).stage == "after-rejection"


def test_a_decision_from_an_address_that_bounced_waits_for_another() -> None:
    found = planned("2026-03-03 15:00", *THANKED, NO, READ, received("bounce", "ana", "2026-03-03 12:00"))
    assert found.touches == ()
    assert owes(found, "address") == ["ana"]


def test_after_an_offer_that_was_acknowledged_nobody_keeps_in_touch() -> None:
    thanks = sent("after-offer", "ana", "2026-03-03 16:00")
    assert planned("2026-03-04 09:00", *THANKED, OFFER, READ, thanks, policy={"keep_in_touch_days": 91}).touches == ()


def test_a_refusal_names_the_decision() -> None:
    no_more = may("2026-03-04 09:00", "ben", "email", "check-in", *THANKED, OFFER, READ)
    assert "Acme gave you an offer on Tue 3 Mar: nothing more goes unasked." in no_more.reasons
    thanks = sent("after-rejection", "ana", "2026-03-03 16:00")
    twice = may("2026-03-04 09:00", "ana", "email", "after-rejection", *THANKED, NO, READ, thanks)
    assert twice.reasons == ("You have replied to the decision: one thank-you is enough.",)
