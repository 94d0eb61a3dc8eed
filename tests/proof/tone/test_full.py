"""The full model: sentences alone and in letters, disguises, endless texts, and an installation without its files."""

import subprocess
import sys
from pathlib import Path

import pytest

from sincerely.proof import engines, tone
from sincerely.proof.tone import ABSENT, full, quick, scores, thresholds
from sincerely.proof.tone.encoder import MOST_PIECES, WEIGHTS, Full

INSULT = "You are a stupid idiot and so is the rest of your useless team."
THANKS = "Thank you for the tour of the mill and for the time you gave me on Tuesday."


@pytest.fixture(scope="module")
def model() -> Full:
    found = full()
    assert found is not None
    return found


@pytest.mark.parametrize(
    "disguised",
    [
        "YOU ARE A STUPID IDIOT AND SO IS THE REST OF YOUR USELESS TEAM.",
        "you are a stupid idiot and so is the rest of your useless team",
        "You are a $tupid 1diot and so is the rest of your u5eless team.",
        "You are a st*pid id*ot and so is the rest of your usel*ss team.",
        "You are a s t u p i d  i d i o t and so is the rest of your u s e l e s s team.",
        "You аre а stupіd іdiot аnd sо іs the rеst оf yоur usеlеss tеаm.",
        "You are a stuuuupid idiot, and so is the rest of your useless team…",
        "“You are a stupid idiot” – and so is the rest of your useless team.",
    ],
)
def test_a_disguise_moves_a_score_little(model: Full, disguised: str) -> None:
    plain, moved = (model.scores([text])[0] for text in (INSULT, disguised))
    assert abs(plain["hostility/insult"] - moved["hostility/insult"]) < 0.2
    assert abs(plain["any"] - moved["any"]) < 0.1


def test_curled_and_straight_marks_are_the_same(model: Full) -> None:
    (straight, curled) = (model.scores([f"I don{mark}t need your excuses."])[0] for mark in "'’")
    assert straight == curled


def test_a_letter_gets_one_row_for_each_of_its_sentences(model: Full) -> None:
    rows = model.letter([THANKS, "", INSULT, "谢谢"], "email thank-you")
    assert [any(row.values()) for row in rows] == [True, False, True, False]
    assert rows[2]["any"] > 0.8 > 0.4 > rows[0]["any"]


def test_a_sentence_keeps_its_score_whoever_stands_in_the_list(model: Full) -> None:
    alone = model.scores([THANKS])[0]["any"]
    among = model.scores([INSULT * 5, THANKS, "Yes."])[1]["any"]
    assert among == pytest.approx(alone, abs=0.05)


def test_what_stands_beyond_a_long_letter_is_judged_by_the_quick_model(model: Full) -> None:
    sentences = [THANKS] * (MOST_PIECES // 10) + [INSULT]
    assert model.letter(sentences)[-1] == pytest.approx(quick().scores([INSULT])[0], abs=1e-6)


def test_the_bars_of_a_letter_are_those_of_the_tier() -> None:
    assert thresholds("full") == full().thresholds()  # type: ignore[union-attr]
    assert all(full().sure()[rule] >= bar for rule, bar in thresholds("full").items())  # type: ignore[union-attr]


@pytest.mark.slow
def test_a_megabyte_without_a_full_stop_is_judged_by_its_beginning(model: Full) -> None:
    endless = "you promised to answer and now " * 33_000
    assert all(0 <= score <= 1 for score in scores([endless], "full")[0].values())
    assert len(model.letter([endless, THANKS])) == 2


def test_the_weights_are_one_file_of_under_30_megabytes() -> None:
    assert WEIGHTS.stat().st_size < 30_000_000


def test_the_encoder_is_loaded_with_the_first_sentence_only() -> None:
    code = (
        "import sys; from sincerely.proof.engines import load_senses; senses = load_senses('full'); senses.tone.thresholds(); "
        "early = 'onnxruntime' in sys.modules; senses.tone.scores(['Thank you.']); print(early, 'onnxruntime' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]


def test_without_its_files_the_quick_model_judges_and_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sincerely.proof.tone.encoder.FILES", (Path("absent.onnx"),))
    tone.full.cache_clear()
    try:
        with pytest.warns(UserWarning, match="not installed"):
            assert scores([INSULT], "full") == scores([INSULT], "quick")
        senses = engines.load_senses("full")
        assert senses.tone is quick()
        assert senses.notes == (ABSENT,)
    finally:
        tone.full.cache_clear()


def test_a_blunt_request_is_found_less_polite_than_a_kind_one(model: Full) -> None:
    kind, blunt = model.impoliteness(["Could you tell me where the form is, please? Many thanks.", "Why did you delete my page?"])
    assert 0 < kind < blunt < 1
    assert model.impoliteness(["", "123"]) == [0.0, 0.0]
