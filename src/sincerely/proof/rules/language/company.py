"""A wrong company.

*What it looks for*: the company's name misspelt, an employer of another application, or another employer where this one belongs
("to join …", "the post at …"). Former employers, schools, clients and brands are no matter; short forms, capitals and legal forms
are free.
*Why it matters*: it says that the letter was written for somebody else.
*Remedy*: the company's name as it stands on record.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark
from sincerely.proof.language.names.companies import in_text
from sincerely.proof.language.names.company import Employer
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity

NURSERY = {"company": "Thornbury Glasshouses Ltd", "other_companies": ["Pemberley Seeds"]}

RULE = Rule(
    severity=Severity.HOLD,
    title="A wrong company",
    why="A letter that names another company was meant for another company, or reads so: it ends the application.",
    flags=(
        Example("Dear Ms Roy,\n\nI would be glad to work at Thornberry Glasshouses.", quote="Thornberry", record=NURSERY),
        Example(
            "Dear Ms Roy,\n\nI hope to join Hallam & Pike Nurseries in May.", quote="Hallam & Pike Nurseries", record=NURSERY
        ),
        Example("Dear Ms Roy,\n\nThank you for showing me round Pemberley Seeds.", quote="Pemberley Seeds", record=NURSERY),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nMy years at Hallam & Pike Nurseries would serve Thornbury's orchids well.", record=NURSERY),
        Example(
            "Dear Ms Roy,\n\nI have an offer from Pemberley Seeds, but would rather work for thornbury glasshouses.",
            record=NURSERY,
        ),
        Example("Dear Ms Roy,\n\nI would love to work with Femke at Thornbury Glasshouses.", record=NURSERY),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    if not reading.facts.company.strip():
        return
    employer = Employer.of(reading.facts)
    if not employer.company.core:
        return
    layout = reading.layout
    end = layout.signature.start if layout.signature else len(reading.own)
    yield from in_text(reading.letter.subject, Part.SUBJECT, employer)
    yield from in_text(reading.own[:end], Part.BODY, employer)
    if layout.postscript:
        blank = " " * layout.postscript.start
        yield from in_text(blank + reading.own[layout.postscript.start :], Part.BODY, employer)
