"""Text is said aloud in more words than it is written in."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.speech import cardinal, spoken_seconds, spoken_words


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("07700 900771", "oh double seven double oh nine double oh double seven one"),
        ("+44 20 7946", "plus double four two oh seven nine four six"),
        ("555, 01, 88", "double five five oh one double eight"),
        ("j.o@ice-yard.example", "j dot o at ice dash yard dot example"),
        ("HVAC and CVs", "H V A C and C V"),
        ("UNESCO", "UNESCO"),
        ("I am VERY keen", "I am VERY keen"),
        ("£48,000", "forty eight thousand pounds"),
        ("£3k", "three thousand pounds"),
        ("10:30 a.m.", "ten thirty a m"),
        ("at 9am", "at nine a m"),
        ("the 21st", "the twenty one"),
        ("in 2025", "in twenty twenty five"),
        ("in 2008", "in two thousand and eight"),
        ("1,250 people", "one thousand two hundred and fifty people"),
        ("3.5%", "three point five percent"),
        ("SK99 4TT", "S K double nine four T T"),
        ("18-40271-9936", "one eight four oh two seven one double nine three six"),
        ("B-L-A-U", "B L A U"),
        ("Mr Blau", "mister Blau"),
        ("e.g. cranes", "for example cranes"),
        ("cranes & ropes", "cranes and ropes"),
        ("the long-haul job", "the long haul job"),
        ("12/11/2025", "the twelve of eleven twenty twenty five"),
        ("www.ice.example/log", "www dot ice dot example slash log"),
        ("0", "zero"),
        ("¡Olá! … 😀", "Olá"),
    ],
)
def test_it_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert " ".join(spoken_words(written)) == spoken


def test_a_hundred_and_fifty_words_take_a_minute() -> None:
    assert spoken_seconds("ice " * 150) == pytest.approx(60)


def test_a_slow_speaker_takes_longer() -> None:
    assert spoken_seconds("Mind the ice.", pace=75) == pytest.approx(2 * spoken_seconds("Mind the ice.", pace=150))


@pytest.mark.parametrize("pace", [0, -1, math.nan, math.inf])
def test_a_pace_that_is_none_is_refused(pace: float) -> None:
    with pytest.raises(ValueError, match="speaking pace"):
        spoken_seconds("Mind the ice.", pace=pace)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_can_be_said(number: int) -> None:
    assert all(word.isalpha() for word in cardinal(number))


@given(st.text(max_size=400))
def test_any_text_can_be_timed(text: str) -> None:
    assert 0 <= spoken_seconds(text) < math.inf


@given(st.text(alphabet="abc 12.,", max_size=100), st.text(alphabet="abc ", max_size=50))
def test_more_words_never_take_less_time(text: str, more: str) -> None:
    assert spoken_seconds(f"{text}\n{more}") >= spoken_seconds(text) - 1e-9
