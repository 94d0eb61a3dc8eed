"""A comment stays at its words through every edit, or says that they have changed; it never points at other words."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.desk.anchors import LONG, Anchor, anchor, find
from sincerely.terms import Span

LETTER = (
    "Dear Bob,\n\nThank you for your time today. I enjoyed hearing how you plan the night shifts, and "
    "how you plan the early ones."
    "\n\nThe rota work that I did would fit in well. Thank you for your time with the team, too: the rota work "
    "there is new to me. "
    "I look forward to hearing from you. I look forward to the new wing.\n\nKind regards,\nAlice"
)


def at(words: str, text: str = LETTER, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def found(text: str, sought: Anchor) -> str | None:
    span = find(text, sought)
    return None if span is None else text[span.start : span.end]


def test_in_an_unchanged_text_the_words_stand_where_they_stood() -> None:
    for words in ("night shifts", "Dear Bob,", "Alice", LETTER.strip()):
        assert find(LETTER, anchor(LETTER, at(words))) == at(words)


def test_words_move_with_what_is_written_before_them() -> None:
    longer = LETTER.replace("Thank you", "What a day. Thank you", 1)
    assert find(longer, anchor(LETTER, at("night shifts"))) == at("night shifts", longer)


def test_changed_words_are_not_found() -> None:
    assert found(LETTER.replace("night shifts", "late shifts"), anchor(LETTER, at("night shifts"))) is None


def test_the_second_of_two_equal_phrases_is_not_taken_for_the_first_that_is_gone() -> None:
    for words in ("Thank you for your time", "how you plan the", "rota work", "I look forward to"):
        second = anchor(LETTER, at(words, nth=1))
        assert find(LETTER, second) == at(words, nth=1)
        start, end = at(words, nth=1)
        assert found(LETTER[:start] + LETTER[end:], second) is None


def test_a_sentence_that_was_moved_is_found_again() -> None:
    sentence = "The rota work that I did would fit in well. "
    moved = LETTER.replace(sentence, "").replace("I enjoyed", sentence + "I enjoyed")
    assert found(moved, anchor(LETTER, at(sentence.strip()))) == sentence.strip()


def test_new_line_breaks_change_no_words() -> None:
    wrapped = LETTER.replace("how you plan the night shifts", "how you plan\nthe night  shifts")
    assert found(wrapped, anchor(LETTER, at("plan the night shifts"))) == "plan\nthe night  shifts"


def test_a_word_is_not_found_within_another() -> None:
    text = "An art of its own."
    assert find("A start of its own.", anchor(text, at("art", text))) is None


def test_between_exact_doubles_nothing_is_chosen() -> None:
    text = "ha " * 200
    assert find(text + "!", anchor(text, Span(300, 302))) is None


@pytest.mark.parametrize("span", [Span(0, 0), Span(10, 11), Span(9, 9), Span(5000, 6000)])
def test_white_space_is_no_place_for_a_comment(span) -> None:
    with pytest.raises(ValueError, match="no words"):
        anchor("Dear Bob,\n\n", span)


# Each sign carries who it is: (sign, number). What is typed anew has new numbers, what is moved or copied keeps its own.
Signs = list[tuple[str, int]]
WORDS = tuple(dict.fromkeys(LETTER.split()))


def numbered(text: str, first: int = 0) -> Signs:
    return [(sign, first + place) for place, sign in enumerate(text)]


def text_of(signs: Signs) -> str:
    return "".join(sign for sign, _ in signs)


def edited(signs: Signs, chance: random.Random, fresh: int) -> Signs:
    """One edit as writers make them: words put in, taken out or replaced, a passage moved or copied."""
    one, other = sorted(chance.randrange(len(signs) + 1) for _ in range(2))
    end = min(other, one + chance.choice((1, 5, 20, 60)))
    typed = numbered(" ".join(chance.choices(WORDS, k=chance.randint(1, 6))) + " ", fresh)
    passage, rest = signs[one:end], signs[:one] + signs[end:]
    goal = chance.randrange(len(rest) + 1)
    return {
        "insert": signs[:one] + typed + signs[one:],
        "delete": rest,
        "replace": signs[:one] + typed + signs[end:],
        "move": rest[:goal] + passage + rest[goal:],
        "copy": signs[:goal] + passage + signs[goal:],
    }[chance.choice(("insert", "delete", "replace", "move", "copy"))]


def who(signs: Signs, span: Span) -> list[int]:
    return [number for sign, number in signs[span.start : span.end] if not sign.isspace()]


def chosen(chance: random.Random, text: str) -> Span:
    """One to twelve whole words."""
    starts = [place for place in range(len(text)) if not text[place].isspace() and (not place or text[place - 1].isspace())]
    first = chance.randrange(len(starts))
    last = min(first + chance.randint(0, 11), len(starts) - 1)
    end = next((place for place in range(starts[last], len(text)) if text[place].isspace()), len(text))
    return Span(starts[first], end)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.integers(0, 2**48), st.integers(1, 12))
def test_after_random_edits_a_comment_is_at_its_own_words_or_says_that_they_changed(seed: int, edits: int) -> None:
    chance = random.Random(seed)
    signs = numbered(LETTER)
    span = chosen(chance, LETTER)
    sought, meant = anchor(LETTER, span), who(signs, span)
    for step in range(edits):
        signs = edited(signs, chance, 10_000 * (step + 1))
        now = find(text_of(signs), sought)
        assert now is None or who(signs, now) == meant


def test_through_500_edits_in_a_row_each_comment_is_right_and_most_untouched_words_are_found() -> None:
    chance, kept, asked = random.Random(8), 0, 0
    for _ in range(40):
        signs = numbered(LETTER)
        spans = [chosen(chance, LETTER) for _ in range(10)]
        anchors = [(anchor(LETTER, span), who(signs, span)) for span in spans]
        for step in range(500 // 40 + 1):
            signs = edited(signs, chance, 10_000 * (step + 1)) or numbered("?", -9)
            text, numbers = text_of(signs), [number for sign, number in signs if not sign.isspace()]
            for sought, meant in anchors:
                now = find(text, sought)
                assert now is None or who(signs, now) == meant
                if len(sought.quote) >= LONG and within(numbers, meant):
                    asked, kept = asked + 1, kept + (now is not None)
    assert asked > 500
    assert kept / asked > 0.8


def within(numbers: list[int], meant: list[int]) -> bool:
    places = [place for place, number in enumerate(numbers) if number == meant[0]]
    return len(places) == 1 and numbers[places[0] : places[0] + len(meant)] == meant
