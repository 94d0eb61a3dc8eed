"""The frames as data: enough of them, plain, and naming only what the pen knows."""

import re

import pytest

from sincerely.pen.composing import needs
from sincerely.pen.frames import frames
from sincerely.terms import Stage

SLOTS = frozenset(
    re.findall(
        r"\w+",
        "about_role at company fit fit2 fit2_place fit2_role fit_place fit_role for_role job met name on_date"
        " phone promised proposed role role_named second see seeing talk thing topic wanted when",
    )
)
CANNED = re.compile(
    r"!|finds you well|touch base|circle back|reach(?:ing)? out|per my last|passionate|thrilled|dream job|perfect fit|valued"
    r"|hesitate|synerg|going forward|at your earliest convenience|\b(?:really|truly|incredibly|amazing|fantastic)\b",
    re.IGNORECASE,
)
ONE_COUNTRY = re.compile(r"\b\w+(?:isation|ization|ise|ize|our)\b|\b(?:advert|diary|vacation|fortnight|programme?)\b")
BOTH = frozenset(["your", "our", "four", "hour", "otherwise", "promise"])
EVERY = [(stage, short) for stage in Stage for short in (False, True)]


@pytest.mark.parametrize(("stage", "short"), EVERY)
def test_every_move_has_five_ways_for_a_panel_of_five(stage: Stage, short: bool) -> None:
    for move, ways in frames(stage, short).items():
        if isinstance(ways, list) and ways and move != "layouts":
            assert len(ways) >= 5, move
            assert len(set(ways)) == len(ways) or move.startswith("closing"), move


@pytest.mark.parametrize(("stage", "short"), EVERY)
def test_a_frame_names_only_what_the_pen_knows(stage: Stage, short: bool) -> None:
    for ways in frames(stage, short).values():
        for frame in ways if isinstance(ways, list) else ():
            if isinstance(frame, str):
                assert needs(frame) <= SLOTS, frame


@pytest.mark.parametrize(("stage", "short"), EVERY)
def test_a_frame_is_plain_and_of_no_one_country(stage: Stage, short: bool) -> None:
    for ways in frames(stage, short).values():
        for frame in ways if isinstance(ways, list) else ():
            if isinstance(frame, str):
                assert not CANNED.search(frame), frame
                assert not [word for word in ONE_COUNTRY.findall(frame) if word.lower() not in BOTH], frame


@pytest.mark.parametrize("stage", Stage)
def test_every_move_of_a_layout_can_be_said(stage: Stage) -> None:
    every, short = frames(stage), frames(stage, short=True)
    chosen_by_facts = {"specific", "second", "fit", "also", "timing", "response"}
    for layout in every["layouts"]:
        for move in " ".join(layout).split():
            assert move in chosen_by_facts or every[move], move
    for move in f"{short['moves']} {short['call']}".split():
        assert move in chosen_by_facts or short[move], move


@pytest.mark.parametrize("stage", Stage)
def test_some_way_of_every_opening_needs_no_fact(stage: Stage) -> None:
    always = {"talk", "met", "see", "seeing", "when", "on_date", "job", "about_role", "for_role", "at"}
    for stock in (frames(stage), frames(stage, short=True)):
        assert sum(needs(frame) <= always for frame in stock["open"]) >= 5
    assert any(needs(frame) <= always for frame in frames(stage)["subject"])
