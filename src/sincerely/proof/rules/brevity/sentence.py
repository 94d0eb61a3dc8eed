"""A sentence that runs on.

*What it looks for*: one sentence of over 40 words.
*Why it matters*: people lose the thread of long sentences; the GOV.UK style guide asks writers to split those of over
25 words.
*Remedy*: cut it in two where a new thought begins.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity

MOST_WORDS = 40

LONG = (
    "Thank you for showing me the greenhouse on Tuesday because I had wondered for years how you keep the orchids so well in "
    "winter and whether the heating runs all night or only when the frost is hard enough to reach the inner glass."
)
ITEMS = "\n".join(f"- the {name} house, with its {count} beds" for count, name in enumerate(("palm", "fern", "moss", "vine"), 3))

RULE = Rule(
    severity=Severity.HINT,
    title="A sentence runs on",
    why="Long sentences are hard to follow: the GOV.UK style guide splits them from 25 words on.",
    flags=(
        Example(body=LONG, quote=LONG[:40]),
        Example(body=f"Dear Ms Holt,\n\nThank you. {LONG[14:]} I hope to hear from you.\n\nBest,\nAda", quote=LONG[20:60]),
    ),
    passes=(
        Example(body="Thank you for showing me the greenhouse on Tuesday. I would love to work there."),
        Example(body=f"Dear Ms Holt,\n\nI would gladly work in any of these:\n\n{ITEMS}\n{ITEMS}\n\nBest,\nAda"),
        Example(
            body="I met Dr. Holt, Prof. Lund and Mr. J. R. Ames at 9 a.m. in St. Ives. They were kind, e.g. about trains. " * 3
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    for sentence in reading.sentences:
        count = len(reading.words_in(sentence))
        if count > MOST_WORDS:
            advice = Remedy("Cut it in two where a new thought begins.")
            yield Mark(Part.BODY, sentence, f"This sentence has {count} words.", advice)
