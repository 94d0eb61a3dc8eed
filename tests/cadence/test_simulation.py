"""Two hundred simulated years of searching, at employers all over the world: no law is broken."""

import pytest
from benchmarks.simulate.__main__ import simulate
from benchmarks.simulate.places import PLACES
from benchmarks.simulate.watch import smallest


@pytest.mark.slow
def test_two_hundred_years_break_no_law():
    watch, searches = simulate(200, seed=20260302)
    assert searches > 500
    assert not watch.found, [(found.violation, smallest(found).case) for found in list(watch.found.values())[:3]]


def test_some_years_break_no_law():
    watch, _ = simulate(4, seed=7)
    assert not watch.found, [(found.violation, smallest(found).case) for found in list(watch.found.values())[:3]]


def test_the_same_seed_lives_the_same_searches():
    one, two = simulate(0.5, seed=2), simulate(0.5, seed=2)
    assert (one[0].plans, one[0].answers, one[1]) == (two[0].plans, two[0].answers, two[1])


def test_the_searches_are_held_all_over_the_world():
    assert len({place.country for place in PLACES}) >= 20
    assert len({place.zone for place in PLACES}) >= 12
