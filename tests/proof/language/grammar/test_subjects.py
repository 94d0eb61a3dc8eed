"""Verbs after a noun that begins the sentence."""

import pytest

from sincerely.proof.language.grammar.subjects import unlike_subjects
from sincerely.proof.senses import Prose


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The drivers was waiting at the gate.", "were"),
        ("I think that your lessons has helped them.", "have"),
        ("My references is in the post.", "are"),
        ("Thank you. The interview were a pleasure.", "was"),
        ("My time with the apprentices have shown me that.", "has"),
        ("My neighbours says so.", "say"),
        ("The people in your shop makes me smile.", "make"),
        ("The cook and the baker was kind to me.", "were"),
    ],
)
def test_a_verb_that_does_not_go_with_its_noun_is_found(text: str, right: str) -> None:
    assert [slip.suggestions for slip in unlike_subjects(Prose(text))] == [(right,)]


@pytest.mark.parametrize(
    "text",
    [
        "The news is good, and the works was shut.",
        "My maths is rusty, and your premises has a yard.",
        "The team were kind, and the staff have all written.",
        "If the interview were on Monday, I would come.",
        "What the drivers want is rest.",
        "The people I work for make cheese, and the sales reports are in.",
        "The man behind the counters was kind.",
        "The bus was late and the boss has gone.",
        "All that I have learnt in the kitchens is yours.",
    ],
)
def test_one_and_many_that_go_together_are_left_alone(text: str) -> None:
    assert list(unlike_subjects(Prose(text))) == []
