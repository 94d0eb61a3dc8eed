"""A misspelt word.

*What it looks for*: misspellings that the language engine knows; names and words of the posting are left alone.
*Why it matters*: spelling that was not checked is the fifth of the five ways to get a follow-up wrong: it looks careless.
*Remedy*: the word that was meant.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark
from sincerely.proof.language.marks import marks_of
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.WARNING,
    title="A word is misspelt",
    why="Not checking the spelling is one of the five ways to get a follow-up wrong: it looks careless.",
    flags=(
        Example(body="Dear Ada,\n\nI recieved your note about the oven.\n\nKind regards,\nBo", quote="recieved"),
        Example(body="Dear Ada,\n\nIt was a great oppertunity to see the mill.\n\nKind regards,\nBo", quote="oppertunity"),
    ),
    passes=(
        Example(body="Dear Ada,\n\nI received your note about the oven, whose colour and flavor I like.\n\nKind regards,\nBo"),
        Example(
            body="Dear Teh Wei Ming,\n\nThank you for the tour.\n\nKind regards,\nBo",
            record={"contacts": [{"name": "Teh Wei Ming"}]},
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks_of(reading, "spelling")
