"""How a posting fits, why, and what the same job looks like on two boards."""

from dataclasses import replace

import pytest

from sincerely.watch.compare import compare
from sincerely.watch.fit import NOTHING, fit, known_words
from sincerely.watch.likeness import same_job
from sincerely.watch.posting import Posting

BACKGROUND = "Welder, Harbour Yard, 2015 to 2022\nTIG welding of pipes; read isometric drawings; ISO 9606 certificate."
WELDER = Posting("1", "Pipe Welder", text="You weld pipes by TIG from isometric drawings. Experience in teams required.")
CLERK = Posting("2", "Payroll Clerk", text="You pay people on time. Experience in teams required.")


def test_a_job_that_shares_more_telling_words_fits_better_and_says_which() -> None:
    known = known_words(BACKGROUND)
    best = fit(WELDER, known)
    assert best.score > fit(CLERK, known).score == 0
    assert {"Pipe", "Welder"} <= set(best.words[:3])
    assert any("title" in reason and "Welder" in reason for reason in best.reasons)
    assert any("TIG" in reason for reason in best.reasons)


def test_words_that_every_advert_has_are_no_fit() -> None:
    assert fit(CLERK, known_words("Experience in teams; looked for people who want to work on time.")) == NOTHING


def test_a_longer_text_fits_no_better_for_its_length_alone() -> None:
    known = known_words(BACKGROUND)
    padded = replace(WELDER, text=WELDER.text + " ".join(f"wording{number}" for number in range(400)))
    assert fit(padded, known).score < fit(WELDER, known).score


@pytest.mark.parametrize("background", ["", "   ", "{broken", "x" * 2_000_000, "\0"])
def test_without_a_background_nothing_is_ranked(background: str) -> None:
    assert fit(WELDER, known_words(background)) == NOTHING


NURSE = Posting("1", "Ward Nurse", "Willow Care", ("Cork, IE",))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(NURSE, employer="WILLOW CARE Ltd."), True),
        (replace(NURSE, title="Ward Nurse (m/f/d)"), True),
        (replace(NURSE, title="Nurse, Ward"), True),
        (replace(NURSE, places=("Cork",)), True),
        (replace(NURSE, places=()), True),
        (replace(NURSE, employer="Willow Cafe"), False),
        (replace(NURSE, employer=""), False),
        (replace(NURSE, title="Senior Ward Nurse"), False),
        (replace(NURSE, title="Ward Nurse II"), False),
        (replace(NURSE, title="Ward Nurse 2"), False),
        (replace(NURSE, title="Ward Clerk"), False),
        (replace(NURSE, places=("Dublin, IE",)), False),
        (replace(NURSE, places=(), remote="remote"), False),
    ],
)
def test_the_same_job_is_known_and_a_near_one_is_not(other: Posting, same: bool) -> None:
    assert same_job(NURSE, other) is same
    assert same_job(other, NURSE) is same


def test_two_adverts_without_an_employer_are_never_taken_for_one() -> None:
    nobody = replace(NURSE, employer="")
    assert not same_job(nobody, nobody)


def test_a_change_is_told_by_its_field_and_a_text_by_its_sentences() -> None:
    before = replace(WELDER, pay="EUR 20", text="One stays. Two goes. Three stays.")
    after = replace(before, pay="EUR 25", text="One stays. Three stays.\nFour comes.")
    pay, text = compare(before, after)
    assert (pay.field, pay.before, pay.after) == ("Pay", "EUR 20", "EUR 25")
    assert [(piece.what, piece.words) for piece in text.pieces] == [
        ("kept", "One stays."),
        ("gone", "Two goes."),
        ("kept", "Three stays."),
        ("new", "Four comes."),
    ]


@pytest.mark.parametrize(
    "after",
    [
        replace(WELDER, text=WELDER.text.replace(" ", "  ") + "\n"),
        replace(WELDER, url="https://other.example/?utm=1"),
        replace(WELDER, text=""),
        WELDER,
    ],
)
def test_what_matters_to_nobody_is_no_change(after: Posting) -> None:
    assert compare(WELDER, after) == ()


def test_places_in_another_order_are_no_change() -> None:
    one = replace(WELDER, places=("Cork", "Galway"))
    assert compare(one, replace(one, places=("Galway", "Cork"))) == ()
