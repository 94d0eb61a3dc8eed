"""Slips of the language engine as marks of a rule."""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.senses import Slip
from sincerely.terms import Part, Severity


def marks_of(reading: Reading, kind: str) -> Iterator[Mark]:
    """A mark for each slip of one kind: spelling, grammar or confusion."""
    for part, slips in ((Part.BODY, reading.slips), (Part.SUBJECT, reading.subject_slips)):
        for slip in slips:
            if slip.kind == kind:
                severity = Severity.HINT if slip.mild else None
                yield Mark(part, slip.span, slip.message, remedy_of(slip), severity=severity)


def remedy_of(slip: Slip) -> Remedy | None:
    """The first suggestion, with the others named."""
    if not slip.suggestions:
        return None
    first, *others = slip.suggestions
    instead = f"Write “{first}”." if not others else f"Write “{first}”; or: " + ", ".join(f"“{word}”" for word in others) + "."
    return Remedy(instead, first, safe=slip.sure)
