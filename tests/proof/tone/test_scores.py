"""Scores of sentences: what they hold, that they tell good from bad, and that nothing breaks them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.proof.senses import Tier
from sincerely.proof.tone import quick, scores, thresholds
from sincerely.proof.tone.model import WEIGHTS

MEAN = [
    ("You people are a bunch of incompetent idiots.", "hostility/insult"),
    ("Unless you confirm by Friday I will withdraw and tell everyone why.", "pressure/ultimatum"),
    ("Your smile kept me awake all night, have dinner with me.", "pressure/flirtation"),
    ("You lied to me about the salary and wasted three days of my time.", "hostility/accusation"),
    ("I am three months behind on my rent and beg you to choose me.", "professional/desperation"),
    ("I found your home address and waited outside your house.", "pressure/intrusion"),
]


TIERS = pytest.mark.parametrize("tier", ["quick", "full"])


@TIERS
@pytest.mark.parametrize(("sentence", "rule"), MEAN)
def test_a_faulty_sentence_passes_the_bar_of_its_rule(sentence: str, rule: str, tier: Tier) -> None:
    assert scores([sentence], tier)[0][rule] >= thresholds(tier)[rule]


@TIERS
@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for the tour of the mill and for the time you gave me on Tuesday.",
        "You mentioned that I would hear by the 10th, and I wondered whether there is any news.",
        "The threat modelling session was the best part of the day for me.",
        "I would be glad to send references if they would help.",
    ],
)
def test_an_ordinary_sentence_stays_under_every_bar(sentence: str, tier: Tier) -> None:
    bars = thresholds(tier)
    assert [rule for rule, score in scores([sentence], tier)[0].items() if score >= bars[rule]] == []


def test_both_tiers_answer_for_the_same_rules() -> None:
    assert set(thresholds("quick")) == set(scores(["Thank you."], "full")[0])
    assert "any" in thresholds()


@TIERS
def test_a_mean_sentence_in_disguise_scores_as_the_plain_one(tier: Tier) -> None:
    plain, masked = scores(["You are a stupid loser.", "You are a $tupid l0ser."], tier)
    assert masked["hostility/insult"] >= plain["hostility/insult"] * 0.8


@TIERS
@pytest.mark.parametrize("text", ["", " ", "😀😀😀", "\x00\x07", "谢谢您抽出时间", "?!?!", "1 2 3"])
def test_what_holds_no_english_scores_nothing(text: str, tier: Tier) -> None:
    assert set(scores([text], tier)[0].values()) == {0.0}


@TIERS
@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte mich für das Gespräch und die Zeit bedanken, die Sie mir gegeben haben.",
        "Muchas gracias por la entrevista y por el tiempo que me dieron los dos.",
        "Je vous remercie pour votre accueil et pour le temps que vous avez pris.",
    ],
)
def test_another_language_scores_nothing(text: str, tier: Tier) -> None:
    assert set(scores([text], tier)[0].values()) == {0.0}


@TIERS
@pytest.mark.parametrize("text", ["you are a liar " * 7000, "a*" * 20_000, "x" * 100_000, "\u202e" * 50_000, "!" * 100_000])
def test_a_text_without_an_end_is_judged_piece_by_piece(text: str, tier: Tier) -> None:
    assert all(0 <= score <= 1 for score in scores([text], tier)[0].values())


# The first text loads the model.
@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_probabilities(text: str) -> None:
    assert all(0 <= score <= 1 for score in scores([text])[0].values())


def test_the_weights_are_plain_arrays_of_under_8_megabytes() -> None:
    assert WEIGHTS.stat().st_size < 8_000_000
    with np.load(WEIGHTS, allow_pickle=False) as file:
        assert file["table"].dtype == np.int8


def test_the_weighed_words_stand_in_the_sentence() -> None:
    sentence = "Thank you, but your receptionist is an idiot."
    heaviest, _ = max(quick().weighed(sentence, "hostility/insult"), key=lambda item: item[1])
    assert sentence[heaviest.start : heaviest.end] == "idiot"
