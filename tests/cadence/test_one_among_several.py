"""What holds for one contact, one word or one note does not spill over to the next."""

import pytest
from tests.cadence.telling import address, at, interview, may, only, owes, planned, read, received, sent, touches

PANEL = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana")
THANKED = [PANEL, sent("thank-you", "ana", "2026-03-02 12:00"), sent("thank-you", "ben", "2026-03-02 12:10")]


def test_a_bounce_undoes_the_mail_to_that_contact_alone() -> None:
    found = planned("2026-03-02 14:00", *THANKED, received("bounce", "ana", "2026-03-02 12:20"))
    assert owes(found, "thank-you") == ["ana"]


def test_a_thank_you_settles_an_interview_with_that_contact() -> None:
    ben, ana = interview("h", "2026-03-02", "08:00", "09:00", "ben"), interview("i", "2026-03-02", "10:00", "11:00", "ana")
    assert owes(planned("2026-03-02 14:00", ben, ana, sent("thank-you", "ben", "2026-03-02 12:00")), "thank-you") == ["ana"]


def test_an_e_mail_to_an_address_that_bounced_has_not_worked() -> None:
    again = [received("bounce", "ana", "2026-03-02 09:00"), sent("check-in", "ana", "2026-03-02 09:30")]
    found = planned("2026-03-02 11:00", TALK, *again)
    assert (touches(found, "thank-you"), owes(found, "address")) == ([], ["ana"])


def test_what_worked_before_a_new_address_is_asked_for_again_where_that_bounces_too() -> None:
    first = [received("bounce", "ana", "2026-02-16 09:00"), sent("check-in", "ana", "2026-02-16 10:00", "call")]
    assert only(touches(planned("2026-03-02 11:00", TALK, *first), "thank-you")).channel == "call"
    second = [address("ana", "2026-02-20 10:00"), received("bounce", "ana", "2026-02-21 10:00")]
    assert owes(planned("2026-03-02 11:00", TALK, *first, *second), "address") == ["ana"]


def test_a_second_absence_counts_though_they_wrote_after_the_first() -> None:
    first, second = (
        received("away", "ana", f"2026-{day} 10:00", until=f"2026-{last}")
        for day, last in (("02-23", "03-10"), ("03-02", "03-04"))
    )
    word = [received("human", "ana", "2026-02-24 10:00"), read("ana", "2026-02-24 11:00")]
    touch = only(touches(planned("2026-03-02 11:00", TALK, first, *word, second), "thank-you"))
    assert touch.not_before == at("2026-03-06 08:00")
    assert [words for words in touch.reasons if "is away" in words] == [
        "Ana is away up to Wed 4 Mar: wait for the second working day after, Fri 6 Mar."
    ]


def test_an_absence_without_a_day_says_what_is_assumed() -> None:
    away = received("away", "ana", "2026-03-02 10:30")
    touch = only(touches(planned("2026-03-02 11:00", TALK, away), "thank-you"))
    assert any("(their note names no day; 14 days are assumed)" in words for words in touch.reasons)


def test_who_cannot_be_reached_keeps_no_other_from_an_answer() -> None:
    asked = [received("question", name, "2026-03-03 09:00") for name in ("ana", "ben")]
    seen = [read(name, "2026-03-03 10:00") for name in ("ana", "ben")]
    answers = touches(planned("2026-03-03 10:00", *asked, *seen, received("bounce", "ana", "2026-03-03 08:00")), "answer")
    assert [touch.contact for touch in answers] == ["ben"]
    assert answers[0].reasons[0] == "Ben wrote on Tue 3 Mar and you have read it: it is your turn, within 1 working day."


def test_of_two_questions_the_first_says_since_when_an_answer_is_owed() -> None:
    asked = [received("question", "ana", f"2026-03-03 {hour}") for hour in ("09:00", "11:00")]
    seen = [read("ana", f"2026-03-03 {hour}") for hour in ("10:00", "12:00")]
    assert only(touches(planned("2026-03-03 13:00", *asked, *seen), "answer")).not_before == at("2026-03-03 10:00")


def test_a_word_alone_is_enough_for_a_check_in() -> None:
    word = [
        received("human", "ana", "2026-03-02 10:00"),
        read("ana", "2026-03-02 11:00"),
        sent("answer", "ana", "2026-03-02 12:00"),
    ]
    assert only(touches(planned("2026-03-02 13:00", *word), "check-in")).not_before == at("2026-03-12 08:00")


@pytest.mark.parametrize(
    ("whole", "words"),
    [(True, "for all of Acme."), (None, "was that for all of Acme? Until you say, nobody there is nudged.")],
)
def test_a_stop_is_told_once_to_whom_it_concerns(whole: bool | None, words: str) -> None:
    stop = [*THANKED, received("stop", "ana", "2026-03-03 10:00", whole=whole), read("ana", "2026-03-03 11:00")]
    colleague = may("2026-03-20 10:00", "ben", "email", "check-in", *stop)
    assert colleague.reasons[0] == f"Ana asked on Tue 3 Mar for no more contact: {words}"
    told = may("2026-03-20 10:00", "ana", "email", "check-in", *stop).reasons
    assert len([reason for reason in told if "no more contact" in reason]) == 1


@pytest.mark.parametrize(
    ("nature", "stage", "words"),
    [
        ("offer", "after-offer", "Ana made an offer on Tue 3 Mar: acknowledge it within 24 hours of reading it."),
        (
            "rejection",
            "after-rejection",
            "Ana wrote on Tue 3 Mar that it is a no: one graceful thank-you within 2 working days of reading it, then nothing.",
        ),
    ],
)
def test_a_decision_says_within_what_time_it_wants_a_reply(nature: str, stage: str, words: str) -> None:
    found = planned("2026-03-03 12:00", *THANKED, received(nature, "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 11:00"))
    assert only(touches(found, stage)).reasons[0] == words


def test_keeping_in_touch_says_how_often() -> None:
    over = [*THANKED, received("rejection", "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 11:00")]
    over.append(sent("after-rejection", "ana", "2026-03-03 12:00"))
    touch = only(planned("2026-03-04 12:00", *over, policy={"keep_in_touch_days": 91}).touches)
    assert touch.reasons[:2] == (
        "You chose to keep in touch, every 91 days at the most.",
        "91 days after the last word (Tue 3 Mar): from Tue 2 Jun.",
    )
    off = may("2026-03-04 12:00", "ana", "email", "keep-in-touch", *over).reasons
    assert "Keeping in touch is off: turn it on (keep_in_touch_days) if you wish it." in off


def test_a_check_in_where_ten_is_no_open_hour_goes_half_an_hour_after_opening() -> None:
    for hours, best in (
        ("8:00-9:30", "2026-03-09 08:30"),
        ("10:30-18:00", "2026-03-09 11:00"),
        ("9:45-12:00", "2026-03-09 10:00"),
    ):
        touch = only(touches(planned("2026-03-02 13:00", *THANKED, policy={"mail_hours": hours}), "check-in"))
        assert touch.best == at(best)
