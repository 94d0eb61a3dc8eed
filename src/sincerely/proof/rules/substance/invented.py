"""Words of a program that nothing on record bears out.

*What it looks for*: names, days, numbers and skills that a language model or another program put into the text, and that
stand in nothing that you told: not in the posting, your background, the interview, or your own words.
*Why it matters*: language models state what is not so with full confidence (Ji and others 2023, "Survey of Hallucination
in Natural Language Generation", ACM Computing Surveys 55); an invented degree ends an application, or later the job.
*Remedy*: say that it is true, or take it out.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Span

DOUBTED = {"doubted": ["Lisbon", "12"]}

RULE = Rule(
    severity=Severity.HOLD,
    title="Is this true?",
    why="Language models say what is not so as if it were; only you know whether this is.",
    flags=(
        Example("Dear Ms Roy,\n\nIn Lisbon I grew orchids for years.\n\nTunde", quote="Lisbon", record=DOUBTED),
        Example("Dear Ms Roy,\n\nI led a team of 12 there.\n\nTunde", quote="12", record=DOUBTED),
        Example("Dear Ms Roy,\n\nThank you.\n\nTunde", quote="Lisbon", message={"subject": "From Lisbon"}, record=DOUBTED),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nIn Lisbon I grew orchids for years.\n\nTunde"),
        Example("Dear Ms Roy,\n\nI led a team of 120 there, and Lisbonese orchids.\n\nTunde", record=DOUBTED),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    remedy = Remedy("If it is true, say so. If it is not, take it out.")
    for part, text in ((Part.SUBJECT, reading.letter.subject), (Part.BODY, reading.body)):
        for words in reading.facts.doubted:
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield Mark(part, Span(*match.span()), f"Is this true? “{words}” is not in what you told me.", remedy)
