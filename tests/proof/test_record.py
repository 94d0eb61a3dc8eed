"""Letters are read from data with care: what is wrong is refused, and the error names its place."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.record import LONGEST_BODY, BadRecord, read_facts, read_letter
from sincerely.terms import Channel, Stage

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "channel",
        "stage",
        "record",
        "message",
        "body",
        "to",
        "attachments",
        "candidate",
        "contacts",
        "interview",
        "thread",
        "pace",
        "size",
    ]
)


def test_an_empty_object_is_an_empty_mail() -> None:
    letter = read_letter({})
    assert (letter.channel, letter.stage, letter.body) == (Channel.EMAIL, Stage.THANK_YOU, "")
    assert letter.facts.candidate.pace == 150


def test_all_facts_are_read() -> None:
    facts = read_facts(
        {
            "candidate": {"name": "Ida Berg", "pace": 120, "employer": "Sand Boats"},
            "contacts": [{"name": "Sol Orchard", "nickname": "Solly"}],
            "interview": {"date": "2026-03-02T10:00:00Z", "notes": "grafting"},
            "thread": {"contact_wrote_first": False},
            "requested": [],
            "may_copy": "desk@orchard.example",
            "unknown": {"is": "ignored"},
        }
    )
    assert facts.candidate.pace == 120
    assert facts.contacts[0].nickname == "Solly"
    assert facts.interview.date == datetime.date(2026, 3, 2)
    assert facts.contact_wrote_first is False
    assert facts.requested == ()
    assert facts.may_copy == ("desk@orchard.example",)


def test_what_the_record_does_not_say_stays_unsaid() -> None:
    facts = read_facts({})
    assert facts.contact_wrote_first is None
    assert facts.requested is None


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "object"),
        ({"message": "hello"}, "message"),
        ({"message": {"body": 7}}, "body"),
        ({"message": {"body": "x" * (LONGEST_BODY + 1)}}, "body"),
        ({"message": {"subject": "x" * 100_000}}, "subject"),
        ({"message": {"to": {"a": 1}}}, "to"),
        ({"message": {"to": ["a@b.example", 3]}}, "to"),
        ({"message": {"cc": ["a@b.example"] * 5000}}, "cc"),
        ({"message": {"attachments": ["cv.pdf"]}}, "attachments"),
        ({"message": {"attachments": [{"name": "cv.pdf", "size": "big"}]}}, "size"),
        ({"message": {"attachments": [{"name": "cv.pdf", "size": -1}]}}, "size"),
        ({"message": {"attachments": [{"name": "cv.pdf", "size": True}]}}, "size"),
        ({"message": {"attachments": [{"name": "cv.pdf", "size": 10**30}]}}, "size"),
        ({"channel": "pigeon"}, "channel"),
        ({"stage": ["thank-you"]}, "stage"),
        ({"record": 3}, "record"),
        ({"record": {"contacts": {"name": "Sol"}}}, "contacts"),
        ({"record": {"candidate": {"pace": float("nan")}}}, "pace"),
        ({"record": {"candidate": {"pace": -150}}}, "pace"),
        ({"record": {"candidate": {"pace": 0}}}, "pace"),
        ({"record": {"candidate": {"pace": "fast"}}}, "pace"),
        ({"record": {"interview": {"date": "next week"}}}, "date"),
        ({"record": {"thread": {"contact_wrote_first": "no"}}}, "contact_wrote_first"),
    ],
)
def test_what_is_wrong_is_refused_by_its_place(data: Any, place: str) -> None:
    with pytest.raises(BadRecord, match=place) as error:
        read_letter(data)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200


def test_half_a_character_is_replaced_and_keeps_its_place() -> None:
    assert read_letter({"message": {"body": "a\ud83db"}}).body == "a\ufffdb"


@given(st.dictionaries(KEYS, ANYTHING | st.dictionaries(KEYS, ANYTHING, max_size=4), max_size=4))
def test_any_data_is_a_letter_or_a_bad_record(data: dict[str, Any]) -> None:
    try:
        letter = read_letter(data)
    except BadRecord:
        return
    assert letter.body is not None
