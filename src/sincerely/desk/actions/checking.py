"""Reading a message before it goes: the report, and what must be slept on."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sincerely import __version__, gate
from sincerely.desk.access import Actor
from sincerely.desk.models import Event, Message
from sincerely.desk.record import happened, record
from sincerely.desk.snapshots.letters import letter_of, letters_of
from sincerely.proof import proofread
from sincerely.proof.finding import Report
from sincerely.proof.fine import Fine
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook


def read(row: Message, rulebook: Rulebook) -> tuple[Letter, Report]:
    """A message as proof reads it, and what it says, without what the person called fine: a rule, here or always, or a phrase."""
    letter = letter_of(row)
    return letter, proofread(letter, rules_for(row, rulebook))


def rules_for(row: Message, rulebook: Rulebook) -> Rulebook:
    """The rules that speak of a message: not those that the person switched off, nor of phrases that they called fine."""
    allowed = rulebook.allowed | frozenset(row.desk.allowed_rules) | frozenset(row.allowed_rules)
    fine = frozenset(Fine(rule, phrase) for rule, phrase in row.desk.fine_phrases)
    return replace(rulebook, allowed=allowed, fine=fine)


def judged_alike(letter: Letter, rulebook: Rulebook) -> str:
    """A SHA-256, in hex, of all that proof's word depends on: the letter, its facts, the rules and engines of this program.

    Proof is a function of these: where they are equal, so is what it says.
    """
    senses = rulebook.senses
    engines = [type(engine).__qualname__ for engine in (rulebook, senses.tone, senses.language)]
    rules = [[named.id for named in rulebook.rules], sorted(rulebook.allowed), sorted(map(str, rulebook.fine))]
    return hashlib.sha256(repr((__version__, engines, rules, letter)).encode()).hexdigest()


def found_sound(row: Message, letter: Letter, report: Report, rulebook: Rulebook) -> str:
    """What is kept of a message that nothing holds back, read as thoroughly as can be; else nothing."""
    return "" if gate.holds(report) or report.tier == "quick" else judged_alike(letter, rules_for(row, rulebook))


def reports_before_sending(rows: Sequence[Message], rulebook: Rulebook) -> list[Report]:
    """What proof says of messages that were approved: nothing where all is as it was then, and nothing held one back."""
    return [before_sending(row, letter, rulebook) for row, letter in zip(rows, letters_of(rows), strict=True)]


def before_sending(row: Message, letter: Letter, rulebook: Rulebook) -> Report:
    rules = rules_for(row, rulebook)
    if row.found_sound and row.found_sound == judged_alike(letter, rules):
        return Report(())
    return proofread(letter, rules)


def report_on(row: Message, rulebook: Rulebook) -> Report:
    """What proof says of a message."""
    return read(row, rulebook)[1]


def check(actor: Actor, row: Message, rulebook: Rulebook, now: datetime) -> tuple[Letter, Report]:
    """Reads a message; where pressure or hostility holds it, its writer sleeps on it, even once it is mended."""
    letter, report = read(row, rulebook)
    if gate.angry(report) and not row.events.filter(kind=Event.Kind.HELD, at__gte=row.changed_at).exists():
        application = row.application
        happened(actor, application.employer_id, Event.Kind.HELD, now, application=application, contact=row.contact, message=row)
        words = f"The draft to {row.contact.name} is held. Sleep on it."
        rules = sorted({finding.rule for finding in gate.holds(report)})
        record(actor, now, "held", row, words, employer=application.employer_id, application=application, rules=rules)
    return letter, report
