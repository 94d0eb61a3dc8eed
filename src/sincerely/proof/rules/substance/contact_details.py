"""No way to answer.

*What it looks for*: a voicemail without a number, in digits or as they are said, or without your full name; a letter without
telephone, e-mail or postal address.
*Why it matters*: a voicemail shows no sender; nobody looks a number up.
*Remedy*: say your full name and number, slowly, at the start or end.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.folding import NAME_WORD, bare, joined
from sincerely.proof.language.names.person import Likeness, liken, person_of
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Channel, Part, Severity

# How many digits a word stands for when a number is said; the units that may follow "twenty" take its second place.
SAID = {
    **dict.fromkeys(
        ("zero", "oh", "o", "nought", "nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1
    ),
    **dict.fromkeys(
        ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 2
    ),
    **dict.fromkeys(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2),
    **{"double": 1, "triple": 2, "treble": 2, "hundred": 2, "thousand": 3},
}
TENS = frozenset({"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"})
UNITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
BETWEEN = frozenset({"and", "then", "dash", "hyphen", "plus", "dot", "that's", "uh", "um", "er"})
LEAST_DIGITS = 7  # the shortest number that is dialled within a country: ITU-T E.164 leaves seven to local numbers
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w|\b\w{1,40}(?: dot \w+){0,4} at \w+(?: dot \w+)+", re.IGNORECASE)
POSTAL = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[A-Z][\w'’]+ ){0,3}[A-Z][\w'’]+|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b|\b\d{5} [A-Z]\w+"
)
SPELLED = re.compile(r"\b(?:[A-Za-z](?:[-\s.,]+)){2,}[A-Za-z]\b")
INTRODUCED = re.compile(
    r"\b(?:this is|it['’]s|my name is|i['’]m|i am|name['’]s)\s+((?-i:[A-Z])[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)+)", re.IGNORECASE
)
TUNDE = {"candidate": {"name": "Tunde Bakare"}}

RULE = Rule(
    severity=Severity.HINT,
    title="No way to answer",
    why="A voicemail shows no sender: without full name and number nobody can ring back.",
    flags=(
        Example("Hi Ada, it's Tunde about the gardener's job. Please call me back.", Channel.VOICEMAIL, record=TUNDE),
        Example("Hello, this is Tunde Bakare. You have my number on the form.", Channel.VOICEMAIL, record=TUNDE),
        Example("Dear Ms Roy,\n\nThank you for Tuesday.\n\nYours sincerely,\nTunde Bakare", Channel.LETTER, record=TUNDE),
    ),
    passes=(
        Example(
            "Hi Ada, Tunde Bakare here, on five five five, oh one, double eight. Thank you.", Channel.VOICEMAIL, record=TUNDE
        ),
        Example("Hi Ada, this is Tunde Bakare. It's 555, 01, 88.", Channel.VOICEMAIL, record=TUNDE),
        Example("Dear Ms Roy,\n\nThank you for Tuesday.\n\nTunde Bakare\n0113 496 0188", Channel.LETTER, record=TUNDE),
    ),
    channels=frozenset({Channel.VOICEMAIL, Channel.LETTER}),
)


def does(text: str) -> bool:
    """True where a text gives a number, an e-mail address or a postal address."""
    return gives_number(text) or bool(MAIL.search(text) or POSTAL.search(text))


def gives_number(text: str) -> bool:
    """True where at least seven digits follow one another, written or said."""
    count = 0
    before = ""
    for match in PIECE.finditer(text.lower()):
        piece = match[0]
        if piece.isdigit():
            count += len(piece)
        elif piece in SAID and not (piece == "o" and count == 0):
            count += 0 if piece in UNITS and before in TENS else SAID[piece]
        elif piece not in BETWEEN:
            count = 0
        if count >= LEAST_DIGITS:
            return True
        before = piece
    return False


def gives_name(reading: Reading) -> bool:
    """True where the writer's full name is said, as on record or nearly so, or spelled out."""
    name = reading.facts.candidate.name
    if not name.strip():
        return bool(INTRODUCED.search(reading.own))
    writer = person_of(name)
    words = [bare(match[0]) for match in NAME_WORD.finditer(reading.own)]
    words += [re.sub(r"[^\w]", "", match[0]) for match in SPELLED.finditer(reading.own)]
    said = {target for word in words if len(word) > 1 for likeness, target in [liken(word, writer)] if likeness < Likeness.OTHER}
    given = any(part in joined(target) for target in said for part in map(joined, writer.given)) or bool(said & set(writer.given))
    family = any(joined(target) in joined(" ".join(writer.family)) for target in said)
    return (given or not writer.given) and (family or not writer.family)


def look(reading: Reading) -> Iterator[Mark]:
    if reading.channel == Channel.LETTER:
        if not does(reading.body):
            yield Mark(Part.BODY, None, "Nothing here says how to reach you.", Remedy("Put telephone or e-mail under your name."))
        return
    missing = [
        what for what, there in (("your full name", gives_name(reading)), ("a number", gives_number(reading.own))) if not there
    ]
    if missing:
        yield Mark(
            Part.BODY,
            None,
            f"This message leaves out {' and '.join(missing)}.",
            Remedy("Say your full name and your number, slowly."),
            severity=Severity.WARNING,
        )
