"""Words to other members are read for hostility before anybody sees them, by the rules that letters are read with."""

from dataclasses import replace

from sincerely.desk.errors import DeskError
from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Severity, Stage, Way


class Unkind(DeskError):
    """Words that would hurt somebody; nothing was posted. `findings` say which they are and what would be kinder."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        quotes = "; ".join(f"“{finding.quote}”" for finding in findings if finding.quote)
        super().__init__(f"Somebody may be hurt by this: {quotes}. Say it in other words, and it can be posted.")
        self.findings = findings


def kind(words: str, rulebook: Rulebook) -> str:
    """The words, where nothing in them would hold a letter back for hostility; raises Unkind.

    What a person switched off for their own letters counts here all the same: these words are for others.
    """
    rules = tuple(rule for rule in rulebook.rules if rule.id.startswith(f"{Way.HOSTILITY}/"))
    letter = Letter(channel=Channel.TEXT, stage=Stage.ANSWER, body=words)
    report = proofread(letter, replace(rulebook, rules=rules, allowed=frozenset(), fine=frozenset()))
    holding = tuple(finding for finding in report.findings if finding.severity is Severity.HOLD)
    if holding:
        raise Unkind(holding)
    return words
