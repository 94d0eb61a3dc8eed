"""A wrong name.

*What it looks for*: the contact's name misspelt, somebody else's name in the greeting, a name left over from another
application, and your own name misspelt where you sign. The greeting decides who is meant where two people on record have names
alike. Short forms and missing accents are a hint at most.
*Why it matters*: people notice their own name even in what they do not listen to (Moray 1959), so they notice it wrong.
*Remedy*: the name as it stands on record.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark
from sincerely.proof.language.names.acquaintance import Acquaintance
from sincerely.proof.language.names.greeting import in_greeting
from sincerely.proof.language.names.signature import in_signature
from sincerely.proof.language.names.text import in_text
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Channel, Part, Severity, Span

DUTCH = {"contacts": [{"name": "Marijke van der Velde"}], "candidate": {"name": "Tunde Bakare"}}
PANEL = {"contacts": [{"name": "Jon Ackroyd"}, {"name": "John Tasker"}]}

RULE = Rule(
    severity=Severity.HOLD,
    title="A wrong name",
    why="People notice their own name before all else (Moray 1959): a wrong one says that the note was meant for somebody else.",
    flags=(
        Example("Dear Ms van der Veldt,\n\nThank you for Tuesday.\n\nTunde Bakare", quote="Veldt", record=DUTCH),
        Example("Dear Mr Oakes,\n\nThank you for Tuesday.\n\nTunde Bakare", quote="Mr Oakes", record=DUTCH),
        Example("Dear Marijke,\n\nThank you for Tuesday.\n\nKind regards,\nTunde Bakarre", quote="Bakarre", record=DUTCH),
        Example("Hi Marike, it's Tunde Bakare about the glasshouse.", Channel.VOICEMAIL, quote="Marike", record=DUTCH),
    ),
    passes=(
        Example("Dear Marijke,\n\nThank you for Tuesday. Femke's roses were a joy.\n\nTunde Bakare", record=DUTCH),
        Example("Dear Mrs. Van Der Velde,\n\nThank you for Tuesday.\n\nTunde", record=DUTCH),
        Example("Dear Jon,\n\nThank you and John for Tuesday.", record=PANEL),
        Example("Dear hiring team,\n\nThank you for Tuesday.", record=PANEL),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    known = Acquaintance.of(reading.letter)
    marked: set[tuple[Part, Span | None]] = set()
    for mark in (*in_greeting(reading, known), *in_text(reading, known), *in_signature(reading, known)):
        if (mark.part, mark.span) not in marked:
            marked.add((mark.part, mark.span))
            yield mark
