"""A sentence that runs on.

*What it looks for*: one sentence of over 40 words.
*Why it matters*: people lose the thread of long sentences; plain-language guides ask for 15 to 20 words on average.
*Remedy*: cut it in two where a new thought begins.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity

MOST_WORDS = 40

LONG = (
    "Thank you for showing me the greenhouse on Tuesday because I had wondered for years how you keep the orchids so well in winter "
    "and whether the heating runs all night or only when the frost is hard enough to reach the inner glass."
)

RULE = Rule(
    severity=Severity.HINT,
    title="A sentence runs on",
    why="Long sentences are hard to follow; GOV.UK's style guide splits them at 25 words.",
    flags=(Example(body=LONG, quote=LONG[:40]),),
    passes=(Example(body="Thank you for showing me the greenhouse on Tuesday. I would love to work there."),),
)


def look(reading: Reading) -> Iterator[Mark]:
    for sentence in reading.sentences:
        count = sum(1 for word in reading.words if sentence.start <= word.start < sentence.end)
        if count > MOST_WORDS:
            yield Mark(
                Part.BODY, sentence, f"This sentence has {count} words.", Remedy("Cut it in two where a new thought begins.")
            )
