"""A report as data: the form that `check --batch` writes and the API answers."""

from typing import Any

from sincerely.proof.finding import Finding, Report


def report_shape(report: Report) -> dict[str, Any]:
    """`{"verdict", "findings", "notes", "tier"}`, ready for JSON."""
    return {
        "verdict": str(report.verdict),
        "findings": [finding_shape(finding) for finding in report.findings],
        "notes": list(report.notes),
        "tier": report.tier,
    }


def finding_shape(finding: Finding) -> dict[str, Any]:
    """One finding; `start` and `end` are null where something is missing rather than wrong."""
    remedy = finding.remedy
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "part": str(finding.part),
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why,
        "remedy": remedy
        and {"text": remedy.text, "replacement": remedy.replacement, "kind": "safe" if remedy.safe else "offered"},
    }
