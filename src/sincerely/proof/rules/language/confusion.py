"""The wrong real word.

*What it looks for*: a word that exists but is not the one meant: taken for another by its sound ("meat you"), by a slip of the
hand ("hearing form you"), by a correction nobody asked for, or a form that does not go here ("thank you for meet me").
*Why it matters*: no spelling checker sees it, and every reader does.
*Remedy*: the word that fits.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark
from sincerely.proof.language.marks import marks_of
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.WARNING,
    title="The wrong word",
    why="Not checking the text is one of the five ways to get a follow-up wrong, and this slip passes every spelling checker.",
    flags=(
        Example(body="Dear Ada,\n\nThank you for you time at the mill.\n\nKind regards,\nBo", quote="you time"),
        Example(body="Dear Ada,\n\nIt was a pleasure to meat you and the miller.\n\nKind regards,\nBo", quote="meat"),
        Example(body="Dear Ada,\n\nI hope your having a good week at the mill.\n\nKind regards,\nBo", quote="your"),
        Example(body="Dear Ada,\n\nI look forward to hearing form you.\n\nKind regards,\nBo", quote="form"),
    ),
    passes=(
        Example(body="Dear Ada,\n\nThank you for your time; the form you sent about the meat is filled in.\n\nKind regards,\nBo"),
        Example(body="Dear Ada,\n\nYour millers know their flour, and they're proud of it.\n\nKind regards,\nBo"),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks_of(reading, "confusion")
