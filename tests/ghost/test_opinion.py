"""A third opinion: heard where it quotes the letter, never more than a warning, and never in the way."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ghost.conftest import Model

from sincerely.ghost.endpoint import GhostError
from sincerely.ghost.opinion import claims, opinion, with_opinion
from sincerely.proof import Letter
from sincerely.proof.finding import Report
from sincerely.terms import Channel, Severity, Stage, Verdict

BODY = "Dear Jo,\n\nThank you for Tuesday. I do hope nothing happens to\nthe good name of your firm.\n\nAda"
LETTER = Letter(Channel.EMAIL, Stage.CHECK_IN, BODY)
THREAT = {"rule": "pressure/threat", "quote": "I do hope nothing happens to the good name", "why": "It hints at harm."}


def test_what_it_quotes_is_marked_as_a_warning(model: Model) -> None:
    model.finds(THREAT)
    report = with_opinion(LETTER, Report(()), model.endpoint)
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("pressure/threat", Severity.WARNING)
    assert finding.quote == "I do hope nothing happens to\nthe good name"
    assert finding.span
    assert BODY[finding.span.start : finding.span.end] == finding.quote
    assert report.verdict is Verdict.REVISE
    assert any("was asked too" in note for note in report.notes)


def test_only_the_body_is_shown_to_it(model: Model) -> None:
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, BODY, "Baker", "ada@archer.example", ("jo@firm.example",))
    opinion(letter, model.endpoint)
    assert "archer.example" not in json.dumps(model.asked)
    assert "firm.example" not in json.dumps(model.asked)


@pytest.mark.parametrize(
    "claim",
    [
        {**THREAT, "quote": "I will burn it down"},
        {**THREAT, "quote": " "},
        {**THREAT, "quote": None},
        {**THREAT, "rule": "pressure/weather"},
        {**THREAT, "rule": "language/spelling"},
        {**THREAT, "rule": ["pressure/threat"]},
        "threat",
        None,
    ],
)
def test_what_names_no_rule_or_quotes_nothing_is_left_out(model: Model, claim: object) -> None:
    model.finds(claim)
    report = with_opinion(LETTER, Report(()), model.endpoint)
    assert report.findings == ()
    assert any("left out" in note for note in report.notes)


def test_words_around_its_answer_do_no_harm(model: Model) -> None:
    model.answer = "Sure! Here it is:\n```json\n" + json.dumps({"findings": [THREAT]}) + "\n```\nAnything else?"
    assert len(opinion(LETTER, model.endpoint)[0]) == 1


def test_what_the_report_says_already_is_not_said_twice(model: Model) -> None:
    model.finds(THREAT, {**THREAT, "quote": "nothing happens"})
    once = with_opinion(LETTER, Report(()), model.endpoint)
    assert with_opinion(LETTER, once, model.endpoint).findings == once.findings


def test_a_flood_is_cut(model: Model) -> None:
    model.finds(*[THREAT] * 500)
    found, dropped = opinion(LETTER, model.endpoint)
    assert len(found) + dropped == 20


def test_where_it_fails_the_report_stands_and_a_note_says_so(model: Model) -> None:
    model.answer = "I cannot do that."
    report = with_opinion(LETTER, Report((), ("A note.",)), model.endpoint)
    assert report.findings == ()
    assert report.notes[0] == "A note."
    assert "No third opinion" in report.notes[1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.recursive(st.none() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)).map(json.dumps))
def test_any_answer_is_read_or_refused(answer: str) -> None:
    with suppress(GhostError):
        assert isinstance(list(claims(answer)), list)
