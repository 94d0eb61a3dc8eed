"""The writer's own name where the letter is signed."""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import Acquaintance
from sincerely.proof.language.names.folding import NAME_WORD, bare
from sincerely.proof.language.names.person import Likeness, liken
from sincerely.proof.reading import Reading
from sincerely.terms import Part, Severity, Span

WORDS_OF_A_NAME = 5


def in_signature(reading: Reading, known: Acquaintance) -> Iterator[Mark]:
    """A mark on the writer's name misspelt, a hint on its accents; other names there may be the writer's choice."""
    signature = reading.layout.signature
    if signature is None or known.candidate is None:
        return
    text = reading.own[signature.start : signature.end]
    first = next((line for line in text.splitlines() if line.strip()), "")
    start = signature.start + text.index(first)
    words = list(NAME_WORD.finditer(first.partition(",")[0]))
    if not 0 < len(words) <= WORDS_OF_A_NAME:
        return
    found = [(match, *liken(bare(match[0]), known.candidate)) for match in words]
    sure = len(words) == 1 or any(likeness <= Likeness.ACCENTS for _, likeness, _ in found)
    for match, likeness, target in found:
        span = Span(start + match.start(), start + match.end())
        right = target.upper() if match[0].isupper() and len(match[0]) > 1 else target
        message = f"This is your own name, and on record it is written “{right}”."
        if likeness == Likeness.NEAR and sure:
            yield Mark(Part.BODY, span, message, Remedy(f"Write “{right}”.", right, safe=True))
        elif likeness == Likeness.ACCENTS:
            yield Mark(Part.BODY, span, message, Remedy(f"Write “{right}”.", right), severity=Severity.HINT)
            return
