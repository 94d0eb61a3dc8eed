"""A slip of grammar.

*What it looks for*: a word that stands twice where once was meant.
*Why it matters*: it shows that nobody read the note again before it went.
*Remedy*: the word once.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark
from sincerely.proof.language.marks import marks_of
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.WARNING,
    title="A slip of grammar",
    why="Not checking the text is one of the five ways to get a follow-up wrong: it looks careless.",
    flags=(Example(body="Dear Ada,\n\nThank you for showing me the the new mill.\n\nKind regards,\nBo", quote="the the"),),
    passes=(Example(body="Dear Ada,\n\nI had had no idea that that mill was so old.\n\nKind regards,\nBo"),),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks_of(reading, "grammar")
