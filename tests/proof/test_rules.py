"""Every rule proves itself on its own examples."""

import pytest

from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.record import read_letter
from sincerely.proof.rule import Example, NamedRule
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Senses

FLAGS = [(named, example) for named in every_rule() for example in named.rule.flags]
PASSES = [(named, example) for named in every_rule() for example in named.rule.passes]


def findings(named: NamedRule, example: Example, senses: Senses) -> list[Finding]:
    letter = read_letter(
        {
            "channel": example.channel,
            "stage": example.stage,
            "record": example.record,
            "message": {"body": example.body, **example.message},
        }
    )
    report = proofread(letter, Rulebook((named,), senses))
    return [finding for finding in report.findings if finding.rule == named.id]


@pytest.mark.parametrize(("named", "example"), FLAGS, ids=[named.id for named, _ in FLAGS])
def test_a_rule_flags_what_its_examples_flag(named: NamedRule, example: Example, senses: Senses) -> None:
    found = findings(named, example, senses)
    assert found
    assert not example.quote or any(finding.quote in example.quote or example.quote in finding.quote for finding in found)


@pytest.mark.parametrize(("named", "example"), PASSES, ids=[named.id for named, _ in PASSES])
def test_a_rule_passes_what_its_examples_pass(named: NamedRule, example: Example, senses: Senses) -> None:
    assert findings(named, example, senses) == []


@pytest.mark.parametrize("named", every_rule(), ids=[named.id for named in every_rule()])
def test_a_rule_says_what_why_and_how(named: NamedRule) -> None:
    for heading in ("*What it looks for*", "*Why it matters*", "*Remedy*"):
        assert heading in named.doc
    assert named.rule.flags
    assert named.rule.passes
