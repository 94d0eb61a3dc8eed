"""The rules of these two ways on the labelled development cases, where they stand."""

import importlib.util
import sys
from pathlib import Path

import pytest

from sincerely.proof import proofread
from sincerely.proof.rulebook import only
from sincerely.terms import Severity

RULES = (
    *("brevity/length", "brevity/spoken-time", "brevity/repetition", "professional/sender-address", "professional/subject"),
    *("professional/greeting", "professional/sign-off", "professional/attachment", "professional/recipients"),
    "professional/placeholder",
)


def measure():
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "cases.py"
    spec = importlib.util.spec_from_file_location("benchmarks_cases", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
def test_nine_in_ten_faults_are_found_and_clean_messages_stay_ready(shared: Path) -> None:
    cases = measure()
    rulebook = only(RULES)
    musts, found, clean, wrong = 0, 0, 0, 0
    for case in cases.read_cases(shared / "cases" / "dev.jsonl"):
        findings = list(proofread(case.letter, rulebook).findings)
        loud = [finding for finding in findings if finding.severity > Severity.HINT]
        wanted = [must for must in case.must if must[0] in RULES]
        musts += len(wanted)
        found += sum(cases.found(must, findings, case.letter) for must in wanted)
        clean += case.clean
        wrong += case.clean and bool(loud)
        assert not {finding.rule for finding in loud} & case.must_not, case.id
    assert found >= 0.9 * musts
    assert wrong <= 0.03 * clean
