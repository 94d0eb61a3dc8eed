"""Reading a message before it goes: the report, and what must be slept on."""

from dataclasses import replace
from datetime import datetime

from sincerely import gate
from sincerely.desk.access import Actor
from sincerely.desk.models import Event, Message
from sincerely.desk.record import happened, record
from sincerely.desk.snapshots.letters import letter_of
from sincerely.proof import proofread
from sincerely.proof.finding import Report
from sincerely.proof.fine import Fine
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook


def read(row: Message, rulebook: Rulebook) -> tuple[Letter, Report]:
    """A message as proof reads it, and what it says, without what the person called fine: a rule, here or always, or a phrase."""
    allowed = rulebook.allowed | frozenset(row.desk.allowed_rules) | frozenset(row.allowed_rules)
    fine = frozenset(Fine(rule, phrase) for rule, phrase in row.desk.fine_phrases)
    letter = letter_of(row)
    return letter, proofread(letter, replace(rulebook, allowed=allowed, fine=fine))


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
