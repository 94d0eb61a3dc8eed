"""Notes in any style become phrases that can stand after "about", or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.pen.topics import topics


def phrases(notes: str) -> list[str]:
    return [topic.phrase for topic in topics(notes)]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("Greenhouse heating; potting shed rota", ["greenhouse heating", "the potting shed rota"]),
        ("they use Figma, big redesign", ["how you use Figma", "the redesign"]),
        (
            "- night shifts\n* the depot in Perth\n2) pallets",
            ["the night shifts", "the depot in Perth", "pallets"],
        ),
        ("We talked about the new packing line. She showed me the lathe.", ["the new packing line", "the lathe"]),
        ("How they train new starters", ["how you train new starters"]),
        ("They are moving to Perth in May", ["the move to Perth in May"]),
        ("SAP; Python; ISO 9001 audit", ["the ISO 9001 audit", "SAP", "Python"]),
        ("Rebuilding the quay wall", ["rebuilding the quay wall"]),
        ("launch of their app", ["the launch of their app"]),
    ],
)
def test_a_note_gives_its_topics(notes: str, found: list[str]) -> None:
    assert sorted(phrases(notes)) == sorted(found)


@pytest.mark.parametrize(
    "notes",
    [
        "She seemed tired",
        "very friendly",
        "Salary of 30k; parking awful",
        "Send references; Ask about pay",
        "Es ging um die neue Halle",
        "Why she left",
        "He has two cats",
        "???",
        "http://example.com/notes",
        "我们谈了项目",
        "told me the job is gone",
        "the team; questions",
        "mend the 8 o'clock",
        "Trued a wheel",
    ],
)
def test_what_cannot_be_said_well_is_left_out(notes: str) -> None:
    assert phrases(notes) == []


def test_a_trial_is_something_done() -> None:
    assert [topic.deed for topic in topics("Trial shift on the bar; stock takes")] == [True, False]


@given(st.text(max_size=400))
def test_any_text_can_be_notes(notes: str) -> None:
    for topic in topics(notes):
        assert topic.phrase == " ".join(topic.phrase.split())
        assert not set(topic.phrase) & set('[]{}<>\n;!?"')


def test_very_long_notes_are_cut() -> None:
    assert len(topics("kiln " * 200_000)) <= 1
    assert len(topics("\n".join(f"kiln number {number}" for number in range(9_000)))) <= 200
