"""What a good follow-up has: found in many words, missed where it is missing, and not mistaken for what looks like it."""

import pytest
from tests.proof.language.reports import loud, said

from sincerely.proof.rules.substance import contact_details, thanks
from sincerely.terms import Severity


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the tour.",
        "Thnak you for the tour.",
        "I am very gratefull for the tour.",
        "Your time was much appreciated.",
        "Much obliged for the lift.",
        "It was kind of you to wait.",
        "How good of Femke to wait with me.",
        "Ta for today.",
        "Cheers for today.",
        "Gracias por todo.",
        "Thanks to you I found the station.",
        "Please give my thanks to the night shift.",
        "I really appreciate how openly you spoke.",
        "I remain grateful to you both.",
        "For the tea, and for the tour: thank you.",
    ],
)
def test_thanks_come_in_many_words(text: str) -> None:
    assert thanks.does(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to a late bus I was wet.",
        "Thanking you in advance.",
        "Thanks in advance for your reply.",
        "Well, thanks for nothing.",
        "Thank goodness it is over.",
        "Nobody will thank you for this.",
        "I would be grateful if you could answer.",
        "I'd appreciate an answer by Friday.",
        "It would be appreciated.",
        "A grateful client sent flowers.",
        "No thanks.",
        "I think than the bank is near.",
    ],
)
def test_what_looks_like_thanks_is_none(text: str) -> None:
    assert not thanks.does(text)


def test_a_closing_that_only_takes_leave_is_no_thanks_but_many_thanks_are() -> None:
    body = "Dear Ada,\n\nI can start on Monday.\n\n{},\nOlu Bright"
    assert said("substance/thanks", body.format("Thanks"), me="Olu Bright")
    assert not said("substance/thanks", body.format("Many thanks"), me="Olu Bright")


def test_praise_without_thanks_are_a_hint_only() -> None:
    found = said("substance/thanks", "Dear Ada,\n\nI felt entirely at home in your workshop.\n\nOlu")
    assert [each.severity for each in found] == [Severity.HINT]


def test_the_writers_own_pleasure_is_no_thanks() -> None:
    assert loud("substance/thanks", "Dear Ada,\n\nI enjoyed every minute of the tour.\n\nOlu") == [""]


def test_thanks_in_somebody_elses_words_are_none() -> None:
    assert loud("substance/thanks", 'Dear Ada,\n\nThe sign said "thank you for waiting". I waited.\n\nOlu') == [""]


@pytest.mark.parametrize("stage", ["check-in", "final", "after-offer", "keep-in-touch", "answer"])
def test_only_a_thank_you_and_an_answer_to_a_rejection_owe_thanks(stage: str) -> None:
    assert said("substance/thanks", "Dear Ada,\n\nIs there any news?\n\nOlu", stage=stage) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ring me on 01632 960 441.",
        "It's 555, 01, 88.",
        "That's oh one six three two, nine six oh, double four one.",
        "Five five five, zero one, eighty-eight.",
        "On +44 (0)7700 900-143, please.",
        "O seven seven double oh, nine hundred, one four three.",
    ],
)
def test_a_number_is_heard_in_digits_and_words(text: str) -> None:
    assert contact_details.gives_number(text)


@pytest.mark.parametrize(
    "text", ["You have my number.", "I met one or two of your nine bakers in 2024.", "Room 101, at ten to four.", "One by one."]
)
def test_other_figures_are_no_number(text: str) -> None:
    assert not contact_details.gives_number(text)


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Hi Ada, this is Olu Bright on 555 0188.", []),
        ("Hi Ada, Olu Bright, O-L-U B-R-I-G-H-T, on 555 0188.", []),
        ("Hi Ada, Olu here on 555 0188. Bye.", ["full name"]),
        ("Hi Ada, this is Olu Bright. Bye.", ["number"]),
        ("Hi Ada, it's me again.", ["full name", "number"]),
    ],
)
def test_a_voicemail_needs_full_name_and_number(body: str, missing: list[str]) -> None:
    found = said("substance/contact-details", body, channel="voicemail", me="Olu Bright")
    assert [each.severity for each in found] == [Severity.WARNING] * bool(missing)
    assert all(word in found[0].message for word in missing)


@pytest.mark.parametrize("rule", ["specifics", "fit", "interest", "next-step"])
def test_a_letter_that_could_go_to_anybody_gets_hints_only(rule: str) -> None:
    found = said(f"substance/{rule}", "Dear Ada,\n\nThank you for your time. It was nice to meet the team.\n\nOlu")
    assert [each.severity for each in found] == [Severity.HINT]


@pytest.mark.parametrize("rule", ["thanks", "specifics", "fit", "interest", "next-step"])
def test_a_good_letter_has_it_all(rule: str) -> None:
    body = (
        "Dear Ada,\n\nThank you for showing me the dye house on Tuesday. You said that the blue never comes out twice; at "
        "Bakewell I kept a book of recipes that brought us within one shade. I would love to do the same with you. Please let me "
        "know if you would like to see the book.\n\nKind regards,\nOlu Bright"
    )
    assert said(f"substance/{rule}", body) == []
