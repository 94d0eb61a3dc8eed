"""Disguised words are uncovered, and every token keeps its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.tone.normal import tokens


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("l0ser", "loser"),
        ("$tupid", "stupid"),
        ("st*pid", "stupid"),
        ("f.u.c.k", "fuck"),
        ("i d i o t", "idiot"),
        ("stuuuupid", "stupid"),
        ("M0RON", "moron"),
    ],
)
def test_a_disguised_word_is_uncovered_where_it_stands(written: str, meant: str) -> None:
    text = f"What a {written} idea."
    found = [token for token in tokens(text) if token.disguised]
    assert [token.text for token in found] == [meant]
    assert text[found[0].start : found[0].end] == written


def test_look_alike_letters_are_read_as_the_letters_they_ape() -> None:
    assert [token.text for token in tokens("idiоt")] == ["idiot"]


@pytest.mark.parametrize("plain", ["the 4th floor", "B2B sales at 4.30pm", "an A*-search", "see www.foo-bar.com", "401k and H2O"])
def test_codes_and_times_are_no_disguise(plain: str) -> None:
    assert not any(token.disguised for token in tokens(plain))


@given(st.text(max_size=200))
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    found = tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.start <= other.start for one, other in pairwise(found))


def test_a_road_is_no_disguise() -> None:
    assert [token.text for token in tokens("Off the A55, not 5h1t.")] == ["off", "the", "a", "55", ",", "not", "shit", "."]
