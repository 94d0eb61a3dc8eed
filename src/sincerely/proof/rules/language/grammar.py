"""A slip of grammar.

*What it looks for*: a verb that does not go with its subject ("they was"), "a" and "an", one and many ("several year"), tense
("I have went"), turns of phrase that are not English ("I look forward to hear"), a word that stands twice, marks that stand
wrong, a question without its mark. "The team were" is as right as "the team was".
*Why it matters*: it shows that nobody read the note again before it went.
*Remedy*: the form that goes here.
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
    flags=(
        Example(body="Dear Ada,\n\nThank you for showing me the the new mill.\n\nKind regards,\nBo", quote="the the"),
        Example(body="Dear Ada,\n\nI have went to the mill again, and it was a honour.\n\nKind regards,\nBo", quote="have went"),
        Example(body="Dear Ada,\n\nYour millers said that they was pleased.\n\nKind regards,\nBo", quote="was"),
    ),
    passes=(
        Example(body="Dear Ada,\n\nI had had no idea that that mill was so old.\n\nKind regards,\nBo"),
        Example(body="Dear Ada,\n\nThe team were kind, and if I were free I would start in an hour.\n\nKind regards,\nBo"),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks_of(reading, "grammar")
