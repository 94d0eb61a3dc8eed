"""Slips of the language engine as marks of a rule."""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.terms import Part, Severity


def marks_of(reading: Reading, kind: str) -> Iterator[Mark]:
    """A mark for each slip of one kind: spelling, grammar or confusion."""
    for slip in reading.slips:
        if slip.kind == kind:
            remedy = None
            if slip.suggestions:
                first, *others = slip.suggestions
                instead = (
                    f"Write “{first}”."
                    if not others
                    else f"Write “{first}”; or: " + ", ".join(f"“{word}”" for word in others) + "."
                )
                remedy = Remedy(instead, first, safe=slip.sure)
            yield Mark(Part.BODY, slip.span, slip.message, remedy, severity=Severity.HINT if slip.mild else None)
