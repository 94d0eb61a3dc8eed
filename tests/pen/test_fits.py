"""Fits are words that the posting and the background share, with both as proof."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.pen import BadBackground, Source, fits, read_background

POSTING = """Warehouse Supervisor
You will manage stock control across two sites and lead a team of 12. Requirements:
- Forklift licence
- Experience of SAP and cycle counting
We offer 25 days holiday, a pension and first aid training."""

HISTORY = """Warehouse Operative, Clydeside Freight, 2019 - 2023
Ran stock control for 3,000 pallets.
Used SAP every day.

Forklift licence since 2018. First aid at work. No experience of cycle counting."""


def test_the_two_strongest_fits_name_both_sides() -> None:
    first, second = fits(POSTING, read_background(HISTORY))
    assert {first.topic, second.topic} == {"SAP", "a forklift licence"}
    for fit in (first, second):
        assert fit.asked in POSTING
        assert fit.evidence in HISTORY


def test_a_fit_knows_where_it_was_shown() -> None:
    fit = next(fit for fit in fits(POSTING, read_background(HISTORY), most=5) if fit.topic == "stock control")
    assert (fit.source, fit.role, fit.place) == (Source.WORK, "Warehouse Operative", "Clydeside Freight")


def test_what_was_not_done_and_what_is_only_offered_is_no_fit() -> None:
    found = {fit.topic for fit in fits(POSTING, read_background(HISTORY), most=9)}
    assert not {topic for topic in found if "cycle" in topic or "first aid" in topic}


def test_words_count_in_any_form() -> None:
    (fit,) = fits("Experience of welding stainless pipes.", read_background("Welded stainless pipe for two years."), most=1)
    assert fit.topic == "welding stainless pipes"


def test_a_json_resume_is_read_part_by_part() -> None:
    resume = {
        "basics": {"summary": "Nurse with eight years in wound care."},
        "work": [{"name": "St Ode's Hospital", "position": "Staff Nurse", "highlights": ["Led wound care clinics"]}],
        "skills": [{"name": "Clinical", "keywords": ["Venepuncture"]}],
        "languages": [{"language": "Polish", "fluency": "Native"}, {"language": "German", "fluency": "Elementary"}],
        "certificates": [{"name": "Immediate Life Support"}],
    }
    posting = "Run a wound care clinic; venepuncture. Polish or German welcome. Immediate Life Support is desirable."
    found = {fit.topic: fit.source for fit in fits(posting, read_background(json.dumps(resume)), most=9)}
    assert found["wound care clinics"] is Source.WORK
    assert found["venepuncture"] is Source.SKILL
    assert found["Polish"] is Source.LANGUAGE
    assert found["Immediate Life Support"] is Source.CERTIFICATE
    assert "German" not in found


def test_common_words_are_no_fit() -> None:
    assert fits("We want a team player with good communication skills.", read_background("Good team player, good skills.")) == ()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"work": 7, "skills": [1, {"keywords": "x"}], "basics": []}', "\ufeff{}"])
def test_an_empty_or_odd_background_shows_nothing(text: str) -> None:
    assert fits(POSTING, read_background(text)) == ()


@pytest.mark.parametrize("text", ["{", '{"a": ' * 50_000, "x" * 1_000_001, "a\0b", '{"a": ' + "9" * 5_000 + "}"])
def test_a_background_that_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(BadBackground, match=r"^The background .+\.$"):
        read_background(text)


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(posting: str, text: str) -> None:
    try:
        background = read_background(text)
    except BadBackground:
        return
    for fit in fits(posting, background):
        assert fit.topic.strip()
        assert fit.evidence
