"""A report as the writing page draws it: plain data, with spans in the units that a browser counts."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from sincerely.proof.finding import Finding, Report
from sincerely.proof.letter import Letter
from sincerely.proof.meter import length_of
from sincerely.proof.rulebook import rule_named
from sincerely.terms import Part, Severity, Span

# What a person reads instead of a rule's weight and a report's verdict.
WEIGHTS = {Severity.HOLD: "hold", Severity.WARNING: "look again", Severity.HINT: "a thought"}
VERDICTS = {
    "ready": "Ready. Nothing here needs another look.",
    "revise": "Worth another look before it goes.",
    "hold": "Not yet: as it stands, this could harm you.",
}


def marked(letter: Letter, report: Report) -> dict[str, Any]:
    """`{"verdict", "words", "tier", "notes", "length", "marks": [...]}`; marks come worst first, each with a number as `id`."""
    length = length_of(letter)
    rulers = {part: ruler(letter.text(part)) for part in (Part.SUBJECT, Part.BODY)}
    marks = [mark(number, finding, rulers.get(finding.part)) for number, finding in enumerate(report.findings)]
    return {
        "verdict": str(report.verdict),
        "words": VERDICTS[report.verdict],
        "tier": report.tier,
        "notes": list(report.notes),
        "length": {
            "unit": length.unit,
            "value": length.value,
            "from": length.good_from,
            "to": length.good_to,
            "most": length.most,
            "scale": max(length.most * 5 // 4, length.value),
        },
        "safe_count": sum(1 for row in marks if row["safe"] and row["replacement"] is not None),
        "marks": marks,
    }


def mark(number: int, finding: Finding, ruled: Sequence[int] | None) -> dict[str, Any]:
    """One finding; `start` and `end` count UTF-16 units of its part and are null where nothing in the text is marked."""
    start, end = units(finding.span, ruled) if finding.span and ruled else (None, None)
    remedy = finding.remedy
    return {
        "id": number,
        "rule": finding.rule,
        "title": rule_named(finding.rule).rule.title,
        "way": str(finding.way),
        "severity": finding.severity.word,
        "weight": WEIGHTS[finding.severity],
        "part": str(finding.part),
        "start": start,
        "end": end,
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why,
        "remedy": remedy.text if remedy and remedy.text != f"Write “{remedy.replacement}”." else "",
        "replacement": remedy.replacement if remedy and start is not None else None,
        "safe": bool(remedy and remedy.safe),
    }


def ruler(text: str) -> list[int]:
    """For each place between characters, how many UTF-16 units stand before it: a browser counts an emoji as two."""
    return [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]


def units(span: Span, ruled: Sequence[int]) -> tuple[int, int]:
    """A span of characters in UTF-16 units."""
    last = len(ruled) - 1
    return ruled[min(span.start, last)], ruled[min(span.end, last)]
