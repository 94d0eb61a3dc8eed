"""Frames: the desk fills blanks, a person fills gaps, and no gap leaves unnoticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.advice.frames import GAPS, BadFrame, fill, gaps, judged
from sincerely.proof import proofread
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.terms import Channel, Stage

WORDS = st.lists(
    st.sampled_from(["what", "you", "did", "there", "last", "week", "the", "rota", "for", "it"]), min_size=1, max_size=6
)


def test_blanks_are_filled_and_what_is_not_known_becomes_a_gap() -> None:
    assert fill("Dear {name}, about {role}", {"name": "Ann"}) == "Dear Ann, about [insert: the job]"


def test_what_fills_a_blank_is_left_as_it_is() -> None:
    assert fill("{role} at {company}", {"role": "{me}", "company": "[sic]"}) == "{me} at [sic]"


@pytest.mark.parametrize("frame", ["{salary}", "{}", "{ name"])
def test_a_blank_that_nobody_could_fill_is_told(frame: str) -> None:
    if frame == "{ name":
        assert fill(frame, {}) == frame
    else:
        with pytest.raises(BadFrame, match=r"\{name\}"):
            fill(frame, {})


@given(WORDS)
def test_a_gap_that_is_left_in_is_held(words: list[str]) -> None:
    note = judged(Stage.THANK_YOU, Channel.EMAIL, "", f"Dear {{name}},\n\nI liked [{' '.join(words)}].\n\nKind regards,\n{{me}}")
    found = proofread(read_letter(note.letter), only([GAPS])).findings
    assert [finding.quote for finding in found] == gaps(note.text) == [f"[insert: {' '.join(words)}]"]


@given(st.text(max_size=200))
def test_filling_twice_changes_nothing(text: str) -> None:
    told = {"name": "Ann", "role": "Cook", "company": "Mill", "me": "Lena"}
    try:
        once = fill(text, told)
    except BadFrame:
        return
    assert fill(once, told) == once
