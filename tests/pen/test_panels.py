"""Several interviewers get several notes."""

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

import pytest
from tests.pen.people import CANDIDATES, CONTACTS, FITS, TODAY

from sincerely.pen import Brief, Interview, draft
from sincerely.pen.choice import sentences
from sincerely.terms import Channel, Stage

PANEL = 5
NOTES = "Greenhouse heating; potting shed rota"


def panel(channel: Channel, stage: Stage, notes: str, company: str, role: str) -> list[Brief]:
    """One brief for each of five interviewers."""
    talk = Interview(TODAY.replace(day=10), "on-site", notes)
    first = Brief(channel, stage, CANDIDATES[3], TODAY, company=company, role=role, interview=talk, fits=FITS[:2])
    return [replace(first, seat=seat, contact=CONTACTS[seat]) for seat in range(PANEL)]


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("stage", [Stage.THANK_YOU, Stage.CHECK_IN, Stage.AFTER_REJECTION])
@pytest.mark.parametrize(("company", "role"), [("Orrin Nurseries", "Grower"), ("", "")])
def test_no_two_of_a_panel_read_the_same(channel: Channel, stage: Stage, company: str, role: str) -> None:
    bodies = [own_words(draft(brief).body) for brief in panel(channel, stage, NOTES if company else "", company, role)]
    for one, other in combinations(bodies, 2):
        assert not set(one) & set(other)
        assert SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio() < 0.8, (one, other)


def own_words(body: str) -> list[str]:
    """The sentences of a body but for greeting, name and number, which all notes share."""
    return sorted(said for said in sentences(body) if CANDIDATES[3].name.casefold() not in said)


def test_a_second_note_to_the_same_person_is_worded_anew() -> None:
    brief = panel(Channel.EMAIL, Stage.CHECK_IN, NOTES, "Orrin Nurseries", "Grower")[0]
    first = draft(brief).body
    second = draft(replace(brief, earlier=(first,))).body
    assert not sentences(first) & sentences(second)


def test_each_seat_reads_of_another_topic_first() -> None:
    one, other = (draft(brief).body for brief in panel(Channel.TEXT, Stage.THANK_YOU, NOTES, "", "")[:2])
    assert "greenhouse heating" in one
    assert "the potting shed rota" in other
