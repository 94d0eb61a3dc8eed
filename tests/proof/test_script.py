"""A script's lines and their times."""

from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.script import FASTEST, SLOWEST, lines_of_script, pace_of
from sincerely.proof.speech import spoken_seconds

SCRIPT = "Good morning, Ms Vidal. This is Oren Blau. I am on 020 7946 0991."


def test_each_sentence_is_a_line_and_begins_where_the_one_before_ends() -> None:
    lines = lines_of_script(SCRIPT, 150)
    assert [line.words for line in lines] == ["Good morning, Ms Vidal.", "This is Oren Blau.", "I am on 020 7946 0991."]
    assert [line.begins for line in lines[1:]] == [line.ends for line in lines[:-1]]


def test_a_number_takes_as_long_as_its_digits() -> None:
    *_, number = lines_of_script(SCRIPT, 60)
    assert number.ends - number.begins == spoken_seconds("I am on 020 7946 0991.", 60) > 10


def test_a_slower_voice_takes_longer() -> None:
    assert lines_of_script(SCRIPT, 100)[-1].ends > lines_of_script(SCRIPT, 160)[-1].ends


@given(st.floats(min_value=0, max_value=1e6))
def test_a_measured_pace_is_one_that_a_voice_can_have(seconds: float) -> None:
    assert SLOWEST <= pace_of(SCRIPT, seconds) <= FASTEST


def test_a_pace_measured_from_its_own_time_is_that_pace() -> None:
    assert pace_of(SCRIPT, spoken_seconds(SCRIPT, 140)) == 140


@given(st.text(max_size=200))
def test_any_text_has_lines_in_order(text: str) -> None:
    lines = lines_of_script(text, 150)
    assert [line.begins for line in lines] == sorted(line.begins for line in lines)
