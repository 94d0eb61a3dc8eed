"""The rules at hand, and what happens where several speak of the same words."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from sincerely.proof import rules
from sincerely.proof.finding import Finding, Mark
from sincerely.proof.fine import Fine, is_fine
from sincerely.proof.overlaps import silenced
from sincerely.proof.reading import Reading
from sincerely.proof.rule import NamedRule
from sincerely.proof.senses import Senses
from sincerely.terms import Span


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Which rules speak, with which engines, which of them the person has switched off, and the phrases they called fine."""

    rules: tuple[NamedRule, ...]
    senses: Senses = field(default_factory=Senses)
    allowed: frozenset[str] = frozenset()
    fine: frozenset[Fine] = frozenset()

    def findings(self, reading: Reading) -> Iterator[Finding]:
        letter = reading.letter
        found = [
            finding_of(named, mark, reading)
            for named in self.rules
            if named.id not in self.allowed and letter.channel in named.rule.channels and letter.stage in named.rule.stages
            for mark in named.look(reading)
        ]
        for finding in silenced(found):
            if not is_fine(finding.rule, finding.span, letter.text(finding.part), self.fine):
                yield finding


def finding_of(named: NamedRule, mark: Mark, reading: Reading) -> Finding:
    text = reading.letter.text(mark.part)
    span = Span(max(0, mark.span.start), min(len(text), mark.span.end)) if mark.span else None
    return Finding(
        rule=named.id,
        severity=mark.severity or named.rule.severity,
        part=mark.part,
        span=span,
        quote=text[span.start : span.end] if span else "",
        message=mark.message,
        why=mark.why or named.rule.why,
        remedy=mark.remedy,
        evidence=mark.evidence,
    )


@cache
def rule_ids() -> tuple[str, ...]:
    """The ids of all rules: one file each in `rules/<way>/`; the id is way/file name. Imports no rule."""
    return tuple(
        f"{way.name}/{module.name.replace('_', '-')}"
        for way in pkgutil.iter_modules(rules.__path__)
        for module in pkgutil.iter_modules([f"{folder}/{way.name}" for folder in rules.__path__])
        if not module.name.startswith("_")
    )


@cache
def rule_named(rule_id: str) -> NamedRule:
    """One rule by its id."""
    code = importlib.import_module(f"{rules.__name__}.{rule_id.replace('/', '.').replace('-', '_')}")
    return NamedRule(rule_id, code.RULE, code.look, code.__doc__ or "")


@cache
def every_rule() -> tuple[NamedRule, ...]:
    """All rules of the house."""
    return tuple(rule_named(rule_id) for rule_id in rule_ids())


def only(ids: Iterable[str], senses: Senses | None = None) -> Rulebook:
    """A rulebook of a few rules, for tests and measurements; others are not even imported."""
    wanted = frozenset(ids)
    return Rulebook(tuple(rule_named(rule_id) for rule_id in rule_ids() if rule_id in wanted), senses or Senses())
