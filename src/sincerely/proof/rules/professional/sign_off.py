"""A letter that ends without a closing phrase or a name, or with a closing that is too intimate.

*What it looks for*: in an e-mail or letter, no closing phrase ("Kind regards,"), no name under it, or love, kisses
and hugs.
*Why it matters*: without a name the reader has to look up who writes; love and kisses belong to friends. Closings
that thank got the most answers in a count of 350,000 e-mail threads (Boomerang, "How to End an Email", 2017).
*Remedy*: "Kind regards," and your full name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import WRITTEN_MAIL, Example, Rule
from sincerely.proof.wordlists import alternatives
from sincerely.terms import Channel, Part, Severity, Span

HERE = Path(__file__).parent
INTIMATE = re.compile(rf"(?<![\w'’-])(?:{alternatives('_intimate_closings', HERE)})(?![\w'’]| to )", re.IGNORECASE)
WORDS_OF_ENDEARMENT = 5
HEARTS = re.compile(
    "[\u2764\u2665\u2763\U0001f48b\U0001f493-\U0001f49f\U0001f60d\U0001f618-\U0001f61a\U0001f617\U0001f970\U0001f917]|<3"
)
KISSES = re.compile(r"(?<![\w@.])(?:[xX]{2,6}|x|[xX]?(?:[oO][xX])+[oO]?|(?:[xX][oO]){2,}[xX]?|x(?: x){1,5})(?![\w@.])")
NAME = re.compile(r"[^\W\d_]{2,}|\b[^\W\d_]\.(?:\s?[^\W\d_]\.)*")
DEVICE = re.compile(
    r"(?:sent|get|verzonden|gesendet|envoyé|enviado)\b.{0,60}|\S+@\S+|(?:https?://|www\.)\S+"
    r"|(?:(?:tel|phone|ph|mobile|mob|cell|fax|e-?mail|m|t|p|e|w)\b[.:]?)?\s*\+?\(?\d[\d\s().-]{5,}",
    re.IGNORECASE,
)

# A last sentence that takes leave needs no phrase below it: "All the best with the move."
FAREWELL = re.compile(
    r"(?:all the (?:very )?best|best of luck|good luck|(?:my |with )?(?:warm|warmest|best|kind|kindest) (?:wishes|regards)"
    r"|i wish you|wishing you|have a (?:\w+ ){0,2}(?:day|week|weekend|summer|evening)|take care)\b",
    re.IGNORECASE,
)

BODY = "Dear Ms Tarn,\n\nThank you for the walk along the weir; the fish ladder is cleverer than it looks.\n\n"
RECORD = {"candidate": {"name": "Bruno Love"}, "contacts": [{"name": "Ada Tarn"}]}


def ended(ending: str, channel: Channel = Channel.EMAIL, quote: str = "") -> Example:
    """An example that ends in one way."""
    return Example(body=BODY + ending, channel=channel, quote=quote, record=RECORD)


RULE = Rule(
    severity=Severity.WARNING,
    title="No closing phrase or name, or too intimate",
    why="A letter ends with a closing phrase and the name, so that the reader knows who writes; kisses are for friends.",
    flags=(
        ended("I hope to hear from you."),
        ended("I hope to hear from you.\n\nBruno Love\n020 7946 0555"),
        ended("Kind regards,"),
        ended("Yours sincerely,\n020 7946 0555", channel=Channel.LETTER),
        ended("Kind regards,\nSent from my phone"),
        ended("Love and kisses,\nBruno", quote="Love and kisses"),
        ended("Big hugs\nBruno Love", quote="Big hugs"),
        ended("Best wishes,\nBruno xx", quote="xx"),
        ended("Forever yours,\nBruno", quote="Forever yours,"),
    ),
    passes=(
        ended("Kind regards,\nBruno Love"),
        ended("With every good wish to you and the herons,\n\nBruno Love", channel=Channel.LETTER),
        ended("Med vänlig hälsning\nBruno Love"),
        ended("Till the river is low again,\nBruno"),
        ended("Thank you, Bruno"),
        ended("I would love to hear from you,\nBruno"),
        ended("See you at the weir. Thanks again, Bruno Love, 020 7946 0555"),
        ended("Yours,\nB. L."),
        ended("All the best with the new weir.\n\nBruno Love"),
        ended("Gratefully yours,\nBruno Love, MSc\nSent from my phone"),
        Example(body="Hi Ada, thank you for today!", channel=Channel.TEXT, record=RECORD),
    ),
    channels=WRITTEN_MAIL,
)


def look(reading: Reading) -> Iterator[Mark]:
    layout = reading.layout
    if not reading.words:
        return
    name = reading.facts.candidate.name.strip()
    named = layout.signature is not None and holds_name(reading.quote(layout.signature))
    wanted = f"“Kind regards,” and your name{f', {name}' if name else ''}"
    if layout.closing is None and not named:
        yield Mark(Part.BODY, None, "The letter ends without a closing phrase and a name.", Remedy(f"End with {wanted}."))
    elif layout.closing is None and not FAREWELL.match(reading.quote(reading.sentences[-1]) if reading.sentences else ""):
        yield Mark(
            Part.BODY, None, "There is no closing phrase above your name.", Remedy("Write “Kind regards,” above your name.")
        )
    elif not named:
        yield Mark(Part.BODY, None, "There is no name at the end.", Remedy(f"Sign with your name{f', {name}' if name else ''}."))
    if layout.closing and (span := intimate(reading, layout.closing)):
        yield Mark(
            Part.BODY, span, "This closing is for friends and family.", Remedy("End with “Kind regards,”.", "Kind regards,")
        )
    elif layout.signature and (kisses := affection(reading, layout.signature)):
        yield Mark(Part.BODY, kisses, "Kisses and hearts are for friends and family.", Remedy("Leave them out.", ""))


def holds_name(signature: str) -> bool:
    """True where some line of the signature is more than a number, an address or a device's own line."""
    return any(NAME.search(line) and not DEVICE.fullmatch(line.strip()) for line in signature.splitlines())


def intimate(reading: Reading, closing: Span) -> Span | None:
    said = reading.quote(closing)
    endearment = len(said.split()) <= WORDS_OF_ENDEARMENT and INTIMATE.search(said)
    return closing if endearment or HEARTS.search(said) or KISSES.search(said) else None


def affection(reading: Reading, signature: Span) -> Span | None:
    """Kisses or hearts beside the name; the name itself may hold an X."""
    for match in (*KISSES.finditer(reading.quote(signature)), *HEARTS.finditer(reading.quote(signature))):
        start = signature.start + match.start()
        before = reading.quote(signature)[: match.start()].splitlines()
        if match[0] != "X" and (len(before) == 1 or not before):
            return Span(start, signature.start + match.end())
    return None
