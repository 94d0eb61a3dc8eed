"""Where rules overlap, the more specific one speaks and the others stay silent on the same words."""

from collections.abc import Iterable

from sincerely.proof.finding import Finding

# (specific, general): design/rules.md, "Where rules overlap".
PRECEDENCE = (
    ("pressure/ultimatum", "pressure/demand"),
    ("professional/desperation", "hostility/bitterness"),
    ("pressure/sexual", "pressure/flirtation"),
    ("language/name", "language/spelling"),
    ("language/company", "language/spelling"),
    ("language/confusion", "language/spelling"),
    ("language/confusion", "language/grammar"),
    ("language/spelling", "language/grammar"),
    ("professional/placeholder", "language/spelling"),
    ("professional/placeholder", "language/name"),
)


def overlap(one: Finding, other: Finding) -> bool:
    """True where both mark some of the same characters."""
    if one.part != other.part or one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def silenced(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that a more specific one makes needless."""
    found = list(findings)
    kept = []
    for finding in found:
        specific = {first for first, second in PRECEDENCE if second == finding.rule}
        if specific and any(other.rule in specific and overlap(other, finding) for other in found):
            continue
        kept.append(finding)
    return kept
