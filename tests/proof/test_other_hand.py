"""The letters of another hand, judged by the rules that they are labelled for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.cases import Case, found, read_cases

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.finding import Finding
from sincerely.proof.rulebook import only
from sincerely.terms import Severity

LETTERS = Path(__file__).parent / "letters"
RULES = frozenset(
    [
        *(f"brevity/{name}" for name in ("length", "spoken-time", "repetition")),
        *(f"professional/{name}" for name in ("sender-address", "subject", "greeting", "sign-off", "attachment", "recipients")),
        "professional/placeholder",
        *(f"language/{name}" for name in ("name", "company", "role", "capitalisation")),
        *(f"substance/{name}" for name in ("thanks", "contact-details")),
    ]
)
LEAST_FOUND, MOST_ALARMED = 0.95, 0.02
LEAST_OF_A_RULE = 6

Judged = list[tuple[Case, list[Finding]]]


@pytest.fixture(scope="module", params=["other_hand", "variations"])
def judged(request: pytest.FixtureRequest) -> Judged:
    rulebook = only(set(RULES), load_senses())
    return [(case, list(proofread(case.letter, rulebook).findings)) for case in read_cases(LETTERS / f"{request.param}.jsonl")]


def loud(findings: list[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity > Severity.HINT)


def test_every_rule_has_letters_that_need_it() -> None:
    needed = [rule for case in read_cases(LETTERS / "other_hand.jsonl") for rule, _ in case.must]
    assert {rule: needed.count(rule) for rule in RULES if needed.count(rule) < LEAST_OF_A_RULE} == {}


def test_what_has_to_be_found_is_found(judged: Judged) -> None:
    wanted = [(case, must, findings) for case, findings in judged for must in case.must if must[0] in RULES]
    missed = [(case.id, *must) for case, must, findings in wanted if not found(must, list(loud(findings)), case.letter)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(wanted), missed


def test_clean_letters_are_left_alone(judged: Judged) -> None:
    clean = [(case, findings) for case, findings in judged if case.clean]
    alarmed = [(case.id, finding.rule, finding.quote) for case, findings in clean for finding in loud(findings)]
    assert len({case for case, *_ in alarmed}) <= MOST_ALARMED * len(clean), alarmed


def test_a_fault_brings_no_false_one_with_it(judged: Judged) -> None:
    broken = [(case.id, finding.rule) for case, findings in judged for finding in loud(findings) if finding.rule in case.must_not]
    assert len(broken) <= MOST_ALARMED * len(judged), broken


def test_the_verdict_is_as_labelled(judged: Judged) -> None:
    labelled = [(case, findings) for case, findings in judged if all(rule in RULES for rule, _ in case.must)]
    wrong = [case.id for case, findings in labelled if verdict(findings) != case.verdict]
    assert len(wrong) <= (1 - LEAST_FOUND) * len(labelled), wrong


def verdict(findings: list[Finding]) -> str:
    worst = max((finding.severity for finding in findings), default=Severity.HINT)
    return {Severity.HOLD: "hold", Severity.WARNING: "revise"}.get(worst, "ready")
