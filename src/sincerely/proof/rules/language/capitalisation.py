"""Capitals missing, or where none belong.

*What it looks for*: sentences, "I", names, days and months in small letters; common words with a capital in mid-sentence. A
text message may begin its sentences as it likes; names that stand on record in small letters stay so. A small letter after the
greeting's comma alone is a hint: many languages write it so.
*Why it matters*: small letters throughout read as haste, needless capitals as a sales leaflet.
*Remedy*: a capital at the start of a sentence, for "I", names, days and months; small letters for other words.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.capitals import missing
from sincerely.proof.language.capitals.needless import needless
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Channel, Part, Severity, Span

# More missing capitals than this are one habit, not several slips: one mark says so.
MOST_SLIPS = 3
ROY = {"contacts": [{"name": "Ada Roy"}], "candidate": {"name": "Tunde Bakare"}}
SHOP = {"contacts": [{"name": "Ada Roy"}], "company": "dashel & quill", "role": "Bookseller"}

RULE = Rule(
    severity=Severity.WARNING,
    title="Capitals",
    why="GOV.UK's and every other style guide ask for capitals for sentences, names, days and months, and for nothing else.",
    flags=(
        Example(
            "dear ada,\n\nthank you for tuesday. i liked the shop.\n\ntunde bakare", quote="thank you for tuesday", record=ROY
        ),
        Example("Dear Ada,\n\nThank you for Tuesday. i liked the shop.", quote="i", record=ROY),
        Example(
            "Dear Ada,\n\nThank you for the Interview. I have much Experience with Books and would be Happy to come.",
            quote="Interview",
            record=ROY,
        ),
    ),
    passes=(
        Example(
            "Dear Ada,\n\nThank you for Tuesday. The Green Lane branch of the Workers' Library has a Monday club.", record=ROY
        ),
        Example("hi ada, thanks for today. see you on Friday", Channel.TEXT, record=ROY),
        Example(
            "Dear Ada,\n\nThank you for Tuesday.\n\ndashel & quill is where I want to be. The iPhone list helps.", record=SHOP
        ),
    ),
    channels=frozenset({Channel.EMAIL, Channel.LETTER, Channel.TEXT}),
)


def look(reading: Reading) -> Iterator[Mark]:
    if reading.channel == Channel.TEXT:
        yield from texted(reading)
    else:
        yield from written(reading)
    if found := needless(reading):
        yield Mark(
            Part.BODY,
            Span(found[0].start, found[-1].end),
            f"{len(found)} common words or phrases have a capital in mid-sentence, such as “{reading.quote(found[0])}”.",
            Remedy("Write words that are no names in small letters."),
        )


def written(reading: Reading) -> Iterator[Mark]:
    """Marks on small letters in a mail or letter; one for all where there are many."""
    found = {*missing.starts(reading), *missing.lone_i(reading), *missing.names(reading), *missing.calendar(reading)}
    slips = sorted(slip for slip in found if reading.english[slip.start : slip.end].strip())
    if len(slips) > MOST_SLIPS:
        whole = Span(slips[0].start, slips[-1].end)
        yield Mark(
            Part.BODY,
            whole,
            f"Capitals are missing in {len(slips)} places, first in “{reading.quote(slips[0])}”.",
            Remedy("Begin sentences, names, days and months with a capital, and write “I”."),
        )
        return
    severity = Severity.HINT if len(slips) == 1 and after_the_greeting(reading, slips[0]) else None
    for slip in slips:
        said = reading.quote(slip)
        right = said[0].upper() + said[1:]
        yield Mark(Part.BODY, slip, f"“{said}” needs a capital here.", Remedy(f"Write “{right}”.", right, safe=True), severity)


def after_the_greeting(reading: Reading, slip: Span) -> bool:
    """True for the first word after a greeting that ends with a comma: in German, Polish or Danish it is written small."""
    greeting = reading.layout.greeting
    if greeting is None or slip.start < greeting.end:
        return False
    return not reading.body[greeting.end : slip.start].strip(" \n\r\t,") and "," in reading.body[greeting.end - 1 : slip.start]


def texted(reading: Reading) -> Iterator[Mark]:
    """A hint on "i" in a text message; its sentences and names may stand as they are."""
    for slip in missing.lone_i(reading):
        yield Mark(Part.BODY, slip, "“i” is written “I”.", Remedy("Write “I”.", "I", safe=True), severity=Severity.HINT)
        return
