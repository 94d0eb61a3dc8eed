"""Proof: a letter in, a report out. Pure: no clock, no network, no database."""

from sincerely.proof.finding import Report
from sincerely.proof.letter import Letter
from sincerely.proof.reading import Reading
from sincerely.proof.rulebook import Rulebook


def proofread(letter: Letter, rulebook: Rulebook) -> Report:
    """Reads a letter by the rules of a rulebook and reports what it finds, worst first."""
    reading = Reading(letter, rulebook.senses)
    findings = tuple(rulebook.findings(reading))
    return Report.of(findings, reading.notes, reading.tier)
