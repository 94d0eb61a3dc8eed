"""The gate: a report, the planner's answer and a person's consent in; open or held, with reasons, out. Pure."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.cadence import Answer
from sincerely.proof.finding import Finding, Report
from sincerely.terms import Severity, Way

# The ways whose holds a night's sleep cures (cadence.md, "an angry draft").
ANGRY = frozenset({Way.PRESSURE, Way.HOSTILITY})


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's yes to exact bytes, as SHA-256 in hex: `given` of what they approved, `found` of what would be sent."""

    given: str
    found: str

    @property
    def holds(self) -> bool:
        """True where what would be sent is what was approved."""
        return bool(self.given) and self.given == self.found


@dataclass(frozen=True, slots=True)
class Gate:
    """Open, or held with reasons. `next_allowed`: when it opens by itself; None where it needs a person, or never does.

    `lasting`: the planner knows no moment at which this contact may be made.
    """

    open: bool
    reasons: tuple[str, ...] = ()
    next_allowed: datetime | None = None
    lasting: bool = False


def verdict(report: Report, answer: Answer, consent: Consent) -> Gate:
    """Open where nothing holds the letter back, the moment is right, and a person said yes to these very bytes."""
    faults = tuple(finding.message for finding in holds(report))
    reasons = faults + words(consent) + (() if answer.allowed else answer.reasons)
    if not reasons and answer.allowed:
        return Gate(True)
    waits = not faults and consent.holds
    lasting = not answer.allowed and answer.next_allowed is None
    return Gate(False, reasons, answer.next_allowed if waits else None, lasting)


def words(consent: Consent) -> tuple[str, ...]:
    """Why a consent does not hold."""
    if consent.holds:
        return ()
    if not consent.given:
        return ("You have not approved this message yet.",)
    return ("This message is no longer the one that you approved.",)


def holds(report: Report) -> tuple[Finding, ...]:
    """The findings that hold a letter back."""
    return tuple(finding for finding in report.findings if finding.severity is Severity.HOLD)


def angry(report: Report) -> bool:
    """True where pressure or hostility holds the letter: its writer had better sleep on it."""
    return any(finding.way in ANGRY for finding in holds(report))
