"""What is offered instead of a hard sentence fits what it is about, and offends nobody itself."""

import pytest

from sincerely.proof import Letter, proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.rulebook import Rulebook, every_rule, rule_ids
from sincerely.proof.tone.wordings import wording, wordings
from sincerely.terms import Channel, Stage


@pytest.mark.parametrize("say", sorted({known.say for known in wordings()}))
def test_a_wording_is_itself_decent(say: str) -> None:
    body = f"Dear Ms Okafor,\n\nThank you for Tuesday at the bakery. {say}\n\nKind regards,\nLena Brandt"
    rulebook = Rulebook(every_rule(), load_senses())
    for stage in (Stage.CHECK_IN, Stage.AFTER_REJECTION):
        findings = proofread(Letter(Channel.EMAIL, stage, body, "Baker"), rulebook).findings
        assert [finding.rule for finding in findings if finding.span and finding.quote in say] == []


def test_every_wording_stands_for_rules_that_there_are() -> None:
    assert {rule for known in wordings() for rule in known.instead_of} <= set(rule_ids())


@pytest.mark.parametrize(
    ("sentence", "rule", "about"),
    [
        ("Answer me by noon or I tell everyone what you are.", "pressure/ultimatum", "when you expect to decide"),
        ("Pay my train fare or you will be sorry.", "pressure/threat", "travel"),
        ("You swore it and you lied about the date.", "hostility/accusation", "new date"),
        ("My landlord throws me out in May, so please, please choose me.", "professional/desperation", "could start soon"),
        ("I found flowers that match your door and they are on the way.", "pressure/stunt", "enjoyed our talk"),
    ],
)
def test_it_speaks_of_what_the_sentence_is_about(sentence: str, rule: str, about: str) -> None:
    assert about in wording(sentence, rule)


def test_where_none_is_known_the_rule_says_what_to_do() -> None:
    assert wording("What a shower of clowns.", "hostility/insult") == ""
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, "Dear Jo,\n\nYou are idiots.\n\nAda")
    (finding,) = proofread(letter, Rulebook((next(rule for rule in every_rule() if rule.id == "hostility/insult"),))).findings
    assert finding.remedy is not None
    assert "Leave it out" in finding.remedy.text


def test_a_finding_carries_the_wording() -> None:
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, "Dear Jo,\n\nI demand an answer today about the bakery post.\n\nAda")
    findings = proofread(letter, Rulebook(every_rule(), load_senses())).findings
    (remedy,) = [finding.remedy for finding in findings if finding.rule == "pressure/demand"]
    assert remedy is not None
    assert "still very interested" in remedy.text
