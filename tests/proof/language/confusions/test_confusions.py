"""Wrong real words: found where another fits far better, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.proof.language.confusions.neighbours import EDGE, fits, follows
from sincerely.proof.language.confusions.phrases import wrong_phrases
from sincerely.proof.language.confusions.words import BREAK, sets, words
from sincerely.proof.language.confusions.wrong import wrong_words
from sincerely.proof.language.words.tables import listed
from sincerely.proof.senses import Prose


def said(text: str) -> list[str]:
    """The text with the word that fits in place of each wrong one, one text a slip."""
    slips = (*wrong_phrases(Prose(text)), *wrong_words(Prose(text)))
    return [text[: slip.span.start] + slip.suggestions[0] + text[slip.span.end :] for slip in slips]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("It was a pleasure to meat you at the kiln.", "It was a pleasure to meet you at the kiln."),
        ("I am not sure weather the post is still open.", "I am not sure whether the post is still open."),
        ("I spoke with the site manger on Monday.", "I spoke with the site manager on Monday."),
        ("Please let me no what you decide.", "Please let me know what you decide."),
        ("Thank you for you time at the kiln.", "Thank you for your time at the kiln."),
        ("We have past the exam.", "We have passed the exam."),
        ("I sat in a very quite office.", "I sat in a very quiet office."),
        ("I did not loose my way.", "I did not lose my way."),
    ],
)
def test_a_wrong_word_is_found_with_the_one_that_was_meant(wrong: str, right: str) -> None:
    assert right in said(wrong)


@pytest.mark.parametrize(
    "right",
    [
        "Thank you for your time at the kiln; it was a pleasure to meet you and to see your pots.",
        "The form from the past year was lost: then the weather turned, and no one knew whether to stay.",
        "There is their van, and they're proud of it; it's got its own ramp, too, with two seats to spare.",
        "I know now that you knew no one there, and I hope you're well.",
        "Kind regards,\nWill Form",
    ],
)
def test_right_words_are_left_alone(right: str) -> None:
    assert said(right) == []


def test_names_capitals_and_parts_of_longer_words_are_not_judged() -> None:
    found = {word.text for word in words("I met Will of FORM at the follow-up, meat/veg") if word.judged}
    assert found == {"i", "met", "of", "at", "the"}


def test_two_words_that_are_judged_as_one_are_one() -> None:
    assert [word.text for word in words("a part every day")] == ["a_part", "every_day"]


def test_a_short_line_ends_on_purpose_and_a_full_one_does_not() -> None:
    long = "This line is long enough to have been broken by a mail program,\nand goes on here"
    assert [word.text for word in words("Kind regards,\nBo")].count(BREAK) == 1
    assert [word.text for word in words(long)].count(BREAK) == 0


def test_there_are_more_than_a_hundred_and_fifty_sets_of_words_that_exist() -> None:
    assert len(sets()) > 300
    assert [word for word in sets() if "_" not in word and not listed(word)] == []


def test_whoever_may_be_meant_may_be_written() -> None:
    assert all(word in sets()[other] for word, others in sets().items() for other in others)


def test_neighbours_say_what_stands_together() -> None:
    assert follows("thank", "you") > 3 > 0 > follows("the", "of")
    assert fits("hearing", "from", "you") > fits("hearing", "form", "you")
    assert fits(EDGE, "thank", "you") == follows("thank", "you")
    assert follows("zzyzx", "you") == 0.0


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_stay_in_it(text: str) -> None:
    for slip in (*wrong_phrases(Prose(text)), *wrong_words(Prose(text))):
        assert 0 <= slip.span.start < slip.span.end <= len(text)
        assert slip.suggestions
