"""What the person called fine is left alone, and nothing beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof import Letter, proofread
from sincerely.proof.fine import Fine, is_fine
from sincerely.proof.rulebook import Rulebook, rule_named
from sincerely.terms import Channel, Span, Stage

SWEARING = "hostility/profanity"


def rules_named(body: str, *fine: Fine) -> list[str]:
    rulebook = Rulebook((rule_named(SWEARING),), fine=frozenset(fine))
    return [finding.rule for finding in proofread(Letter(Channel.EMAIL, Stage.THANK_YOU, body), rulebook).findings]


def test_a_phrase_is_left_alone_only_where_it_stands() -> None:
    said = "The shit hit the fan at six, as the joke goes. It was a shit shift."
    assert rules_named(said) == [SWEARING, SWEARING]
    assert rules_named(said, Fine(SWEARING, "the shit hit the fan")) == [SWEARING]


@pytest.mark.parametrize(
    ("text", "marked", "fine"),
    [
        ("a Bloody  Mary, please", "Bloody", True),
        ("a Bloody\nMary, please", "Bloody\nMary", True),
        ("a bloody fool named Mary", "bloody", False),
        ("bloody maryland", "bloody", False),
        ("that bloody mary of yours will be the end of me and you", "that bloody mary of yours will be the end of me", False),
    ],
)
def test_the_phrase_makes_up_most_of_what_is_marked(text: str, marked: str, fine: bool) -> None:
    start = text.index(marked)
    span = Span(start, start + len(marked))
    assert is_fine(SWEARING, span, text, [Fine(SWEARING, "bloody mary")]) is fine


def test_another_rule_still_speaks_of_the_phrase() -> None:
    assert not is_fine("pressure/threat", Span(0, 11), "bloody mary", [Fine(SWEARING, "bloody mary")])


def test_what_is_missing_has_no_words_that_could_be_fine() -> None:
    assert not is_fine("substance/thanks", None, "thanks", [Fine("substance/thanks", "thanks")])


@given(st.text(max_size=60), st.text(min_size=1, max_size=20).filter(str.split))
def test_any_phrase_can_be_called_fine(text: str, phrase: str) -> None:
    assert is_fine("r", Span(0, len(text)), text, [Fine("r", phrase)]) in (True, False)
