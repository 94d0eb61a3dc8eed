"""A template field that was left in.

*What it looks for*: {{name}}, [Company Name], <NAME>, %FIRSTNAME%, «Name», XXX, ____, "INSERT … HERE", "Lorem ipsum",
"Dear null". Footnotes ("[1]"), "[sic]", links, and fields that the text talks about ("a literal {{ version }}") are
none.
*Why it matters*: nothing shows more plainly that the letter was meant for anybody; mail-merge accidents are the
classic of failed applications.
*Remedy*: write what belongs there.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.letter import Facts
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.rules.professional._fields import fields
from sincerely.terms import Channel, Part, Severity

RECORD = {"company": "Sand Boats", "role": "Sail Maker", "contacts": [{"name": "Tom Sand"}]}


def holding(words: str, quote: str = "", **message: object) -> Example:
    """An example with some words in its text."""
    return Example(
        body=f"Dear Mr Sand,\n\n{words}\n\nKind regards,\nIris Cole", quote=quote, message=dict(message), record=RECORD
    )


RULE = Rule(
    severity=Severity.HOLD,
    title="A template field was left in",
    why="A field that was left in shows that the letter was meant for anybody.",
    flags=(
        holding("I would love to join {{ company_name }}.", "{{ company_name }}"),
        holding("I would love to join [Insert Company].", "[Insert Company]"),
        holding("We spoke about [topic discussed] on [date].", "[topic discussed]"),
        holding("It was good to see <COMPANY> at work.", "<COMPANY>"),
        holding("%FIRST_NAME%, I enjoyed our talk.", "%FIRST_NAME%"),
        holding("I enjoyed our talk, ${contact}.", "${contact}"),
        holding("I enjoyed our talk, «First_Name».", "«First_Name»"),
        holding("The post of XXXX appeals to me.", "XXXX"),
        holding("The post of ______ appeals to me.", "______"),
        holding("INSERT SOMETHING PERSONAL HERE", "INSERT SOMETHING PERSONAL HERE"),
        holding("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        holding("I learnt a lot from (name of interviewer).", "(name of interviewer)"),
        holding("I learnt a lot.", "[ROLE]", subject="[ROLE] interview: thank you"),
        Example(body="Dear undefined,\n\nThank you for Monday.", quote="undefined"),
        Example(body="Dear Firstname,\n\nThank you for Monday.", quote="Firstname"),
        Example(body="Hello, this is [your name].", channel=Channel.VOICEMAIL, quote="[your name]"),
    ),
    passes=(
        holding("The seams hold [1], and the cloth is new [2]."),
        holding("Your note said that “the [new] loft is to [sic] small”."),
        holding("In our templates {{ sail.area }} is escaped twice, which took me a day to find."),
        holding("My pages are at [the loft](https://loft.example/name) and <https://loft.example>."),
        holding("Write to <iris@cole.example>; prices rose 5% in May and 7% in June."),
        holding("I have put the title in <b>bold</b> and the time in a <time> element."),
        holding("Louis XXX would have liked volume XXX of the sail book, and size XXL."),
        holding("The cloth (name and weight on the label) is Irish."),
        holding("____________________\nIris's loft diary"),
        holding("I sew 30 knots of wind [so to speak] into each seam."),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    parts = ((Part.SUBJECT, reading.letter.subject[:1000]), (Part.BODY, reading.written))
    for part, text in parts:
        for span in fields(text, reading):
            words = text[span.start : span.end]
            meant = meaning(words, reading.facts)
            advice = Remedy(f"Write what belongs there: {meant}.", meant) if meant else Remedy("Write what belongs there.")
            yield Mark(part, span, f"“{words}” is a template field that was left in.", advice)


def meaning(words: str, facts: Facts) -> str:
    """What the record has for a field; empty where it is not sure."""
    said = re.sub(r"[^a-z]+", " ", words.lower()).strip()
    contact = facts.contacts[0].name if facts.contacts else ""
    answers = (
        (r"\b(?:company|employer|organi[sz]ation|firm)(?: name)?$", facts.company),
        (r"\b(?:role|position|job)(?: title| name)?$|\bjob title\b", facts.role),
        (r"\byour (?:full )?name\b|\bmy name\b|\bcandidate(?: name)?$|\bsignature$", facts.candidate.name),
        (r"\b(?:contact|interviewer|recipient|manager)s?(?: s)?(?: full)?(?: name)?$", contact),
    )
    return next((answer for pattern, answer in answers if answer and re.search(pattern, said)), "")
