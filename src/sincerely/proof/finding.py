"""What a check says: marks from rules, findings from marks, and the report of them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from sincerely.terms import Part, Severity, Span, Verdict, Way


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do instead.

    `text` says it in words. `replacement`, where there is one, takes the place of the marked span.
    `safe`: may be applied without reading the result.
    """

    text: str
    replacement: str | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What one rule points at. `span` is None for an absence; `severity` and `why` where they differ from the rule's."""

    part: Part
    span: Span | None
    message: str
    remedy: Remedy | None = None
    severity: Severity | None = None
    why: str | None = None
    evidence: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark with the rule that made it, its weight and the words it quotes."""

    rule: str
    severity: Severity
    part: Part
    span: Span | None
    quote: str
    message: str
    why: str
    remedy: Remedy | None
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def way(self) -> Way:
        return Way(self.rule.partition("/")[0])

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Worst first, then as one reads."""
        start = self.span.start if self.span else -1
        return (-self.severity, list(Part).index(self.part), start, self.rule)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on one letter, worst first, with notes on what could not be judged.

    `tier`: how thoroughly its language was checked, quick or full; empty where no engine was at hand.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    tier: str = ""

    @property
    def verdict(self) -> Verdict:
        worst = max((finding.severity for finding in self.findings), default=Severity.HINT)
        return {Severity.HOLD: Verdict.HOLD, Severity.WARNING: Verdict.REVISE}.get(worst, Verdict.READY)

    @classmethod
    def of(cls, findings: Iterable[Finding], notes: Iterable[str] = (), tier: str = "") -> "Report":
        return cls(tuple(sorted(findings, key=lambda finding: finding.order)), tuple(notes), tier)
