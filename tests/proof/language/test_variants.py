"""British and American spellings in one letter."""

import pytest

from sincerely.proof.language.variants import mixed
from sincerely.proof.senses import Prose


def said(text: str, **record: frozenset[str]) -> list[tuple[str, str]]:
    found = list(mixed(Prose(text, **record)))
    assert all(slip.mild and not slip.sure for slip in found)
    return [(text[slip.span.start : slip.span.end], slip.suggestions[0]) for slip in found]


def test_the_side_that_is_met_less_is_told_once() -> None:
    assert said("The colour and the flavour of the center, and its favorite fibre.") == [("center", "centre")]


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the theatre.",
        "The color of the theater.",
        "We organize the neighbourhood fair, as Oxford would.",
        "The colour of Lincoln Center and of the Labor Department.",
        "The program of the center.",
    ],
)
def test_one_side_alone_is_right_and_names_keep_theirs(text: str) -> None:
    assert said(text) == []


def test_a_word_on_record_counts_for_neither_side() -> None:
    assert said("The colour of the center.", known=frozenset({"center"})) == []
