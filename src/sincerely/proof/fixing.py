"""Safe remedies applied in one go."""

from collections.abc import Iterable
from dataclasses import replace

from sincerely.proof.finding import Finding
from sincerely.proof.letter import Letter
from sincerely.terms import Part


def fixed(letter: Letter, findings: Iterable[Finding]) -> Letter:
    """The letter with every safe replacement in subject and body made, from the end forwards so that spans stay true."""
    for part, name in ((Part.BODY, "body"), (Part.SUBJECT, "subject")):
        text = letter.text(part)
        edits = sorted(
            (finding.span, finding.remedy.replacement)
            for finding in findings
            if finding.part == part and finding.span and finding.remedy and finding.remedy.safe
            if finding.remedy.replacement is not None
        )
        before = len(text)
        for span, replacement in reversed(edits):
            if span.end <= before:
                text = text[: span.start] + replacement + text[span.end :]
                before = span.start
        letter = replace(letter, body=text) if name == "body" else replace(letter, subject=text)
    return letter
