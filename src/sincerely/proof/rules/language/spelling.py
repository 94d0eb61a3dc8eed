"""A misspelt word.

*What it looks for*: words that are none, where a common word is close, and known misspellings, in body and subject. Names,
jargon, words with capitals, words of other languages, and what stands on record, in the posting, the background, notes and
earlier letters is left alone. British and American spelling are both right; both in one letter are a hint.
*Why it matters*: spelling that was not checked is the fifth of the five ways to get a follow-up wrong: it looks careless.
*Remedy*: the word that was meant; where one is far likelier than any other, it may be applied unread.
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
        Example(body="Dear Ada,\n\nThe colour of the crust is my favorite thing.\n\nKind regards,\nBo", quote="favorite"),
        Example(body="Dear Ada,\n\nThe mill was inspirring to see.\n\nSincerelly,\nBo", quote="inspirring"),
        Example(body="Dear Ada,\n\nIt was a great oppertunity to see the mill.\n\nKind regards,\nBo", quote="oppertunity"),
    ),
    passes=(
        Example(body="Dear Ada,\n\nI received your note about the oven, whose colour and flavour I like.\n\nKind regards,\nBo"),
        Example(body="Dear Ada,\n\nThe color of the crust and the flavor won me over.\n\nKind regards,\nBo"),
        Example(body="Dear Njeri,\n\nThandeka showed me the kouign-amann and the injera.\n\nKind regards,\nBo"),
        Example(
            body="Dear Teh Wei Ming,\n\nThank you for the tour.\n\nKind regards,\nBo",
            record={"contacts": [{"name": "Teh Wei Ming"}]},
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks_of(reading, "spelling")
