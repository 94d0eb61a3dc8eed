"""Capitals: missing ones and needless ones."""

import pytest
from tests.proof.language.reports import loud, said

RULE = "language/capitalisation"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for Tuesday. The Green Lane depot and the Opening Night were a joy.",
        "Thank you for the tour of St Thomas' Hospital. iPhone orders were high, e.g. on Monday.",
        "Thank you for:\n\n- the tour\n- the tea\n\nI will be back in May. It may rain.",
        "You said, “the spring is hard.” It is, and I can march in March.",
        "“Never on a Monday” is a rule that I like … and keep.",
        "I can start on 3 Oct. or later. The Head of Quality asked about ISO.",
    ],
)
def test_right_capitals_are_left_alone(text: str) -> None:
    assert loud(RULE, f"Dear Ada,\n\n{text}\n\nKind regards,\nOlu Bright", contact="Ada Roy", me="Olu Bright") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thank you for Tuesday. the tea was good.", ["the"]),
        ("Thank you. I hope i can come.", ["i"]),
        ("Thank you for last monday.", ["monday"]),
        ("I can start on 3 march.", ["march"]),
        ("I liked the talk with mr roy.", ["roy"]),
    ],
)
def test_a_missing_capital_is_a_warning(text: str, wrong: list[str]) -> None:
    assert loud(RULE, f"Dear Ada,\n\n{text}\n\nKind regards,\nOlu Bright", contact="Ada Roy", me="Olu Bright") == wrong


def test_a_small_letter_after_the_greetings_comma_alone_is_a_hint() -> None:
    ends = "Kind regards,\nOlu Bright"
    who = {"contact": "Ada Roy", "me": "Olu Bright"}
    assert said(RULE, f"Dear Ada,\n\nthank you for Tuesday. I liked the shop.\n\n{ends}", **who)
    assert loud(RULE, f"Dear Ada,\n\nthank you for Tuesday. I liked the shop.\n\n{ends}", **who) == []
    assert loud(RULE, f"Dear Ada,\n\nthank you for Tuesday. i liked the shop.\n\n{ends}", **who) == ["thank", "i"]


def test_small_letters_throughout_are_one_finding() -> None:
    found = said(RULE, "dear ada,\n\nthank you for tuesday. i liked it.\n\nolu bright", contact="Ada Roy", me="Olu Bright")
    assert len(found) == 1
    assert found[0].quote.startswith("dear ada")


def test_needless_capitals_are_one_finding() -> None:
    text = "Thank you for the Interview. I have much Experience with Machines and am Happy to learn your Methods."
    found = said(RULE, f"Dear Ada,\n\n{text}", contact="Ada Roy")
    assert len(found) == 1
    assert found[0].quote.startswith("Interview")


def test_a_house_style_in_small_letters_stays() -> None:
    assert said(RULE, "Dear danah,\n\ndashel & quill is a joy.", contact="danah boyle", company="dashel & quill") == []


def test_a_text_message_may_begin_as_it_likes() -> None:
    assert loud(RULE, "hi ada, thanks for tuesday. see you soon, i hope", channel="text", contact="Ada Roy") == []
