"""What goes to a model and what comes back: names that stay, words that are unwrapped, thoughts that are not shown."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.ghost.answering import Thinking, read_said
from sincerely.ghost.asking import Wish, to_reword
from sincerely.ghost.blanks import Blanks, Filling
from sincerely.ghost.endpoint import Endpoint, GhostError

HERE = Endpoint("http://127.0.0.1:1/v1", "small")


def blanks(*names: tuple[str, str]) -> Blanks:
    made = Blanks()
    for words, label in names:
        made.hide(words, label)
    return made


def test_each_name_has_its_own_blank_and_comes_back() -> None:
    made = blanks(("Bob Byrne", "name 1"), ("Bob", "name 1"), ("Alice", "the writer"), ("Bob", "name 1"))
    assert list(made.words) == ["[name 1]", "[name 1 b]", "[the writer]"]
    assert made.fill("Dear [NAME 1 b], [name  1] and [the writer]; [topic]") == "Dear Bob, Bob Byrne and Alice; [topic]"


@given(st.text(alphabet="ab[] 1name", max_size=80), st.data())
def test_words_in_pieces_are_filled_as_the_whole_is(text: str, data: st.DataObject) -> None:
    made = blanks(("Bob", "name 1"), ("A[1]b", "a"))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    filling = Filling(made)
    said = "".join(filling.add(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)) + filling.rest()
    assert said == made.fill(text)


def test_a_thought_aloud_is_not_shown() -> None:
    thinking = Thinking()
    pieces = ["<th", "ink>The user wants", " a note.</thi", "nk>\n\nDear", " Jo"]
    assert "".join(map(thinking.add, pieces)) == "Dear Jo"
    assert read_said("".join(pieces)).body == "Dear Jo"


@given(st.text(max_size=60), st.integers(0, 60))
def test_words_without_a_thought_pass_in_pieces(text: str, cut: int) -> None:
    thinking = Thinking()
    said = thinking.add(text[:cut]) + thinking.add(text[cut:])
    assert text.lstrip().startswith(said.lstrip()) or "<think>" in text


@pytest.mark.parametrize(
    "answer",
    [
        "Thank you for your time.",
        "Sure! Here is a kinder version:\n\nThank you for your time.",
        "```\nThank you for your time.\n```",
        "“Thank you for your time.”",
        "**Thank you** for your time.\u202e\x1b",
    ],
)
def test_what_stands_around_the_words_is_taken_off(answer: str) -> None:
    assert read_said(answer).body == "Thank you for your time."


def test_a_first_line_may_be_the_subject() -> None:
    said = read_said("Subject: Our talk\n\nDear Jo,\n\nThank you.", subject=True)
    assert (said.subject, said.body) == ("Our talk", "Dear Jo,\n\nThank you.")


@given(st.text(max_size=400))
def test_any_answer_is_words_or_refused(answer: str) -> None:
    with suppress(GhostError):
        assert read_said(answer, subject=True).body.strip()


@given(st.text(max_size=200))
def test_no_passage_can_end_the_fence_around_it(passage: str) -> None:
    asked = to_reword(HERE, Wish.SHORTER, passage, hide=lambda text, _: text)
    content = json.loads(asked.shown)["messages"][1]["content"]
    assert json.loads(content.partition("Material:\n")[2]) == {"passage": passage}
