"""People in a mail who should not be there.

*What it looks for*: addresses in to, copy or blind copy that belong neither to a contact on record, nor to the
candidate, nor to somebody whom the contact asked to copy (facts: `may_copy`, or the notes on the interview): hold.
Several contacts of one employer in one mail: a warning. A text message to a number that is on no record: hold.
*Why it matters*: a letter to strangers tells others that the candidate applies, and an address found elsewhere was
never given; a thank-you to four people at once thanks none of them.
*Remedy*: one mail each, to the address that each of them gave.
"""

import re
from collections.abc import Iterator, Sequence

from sincerely.proof.address import bare_address, read_address
from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.names import name_tokens, tokens
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Channel, Part, Severity, Span

PARTS = (Part.TO, Part.CC, Part.BCC)
COPYING = re.compile(
    r"\b(?:cop(?:y|ied|ying)|cc|bcc|includ\w+|loop\w*|add(?:ed|ing)?|involv\w+|keep|kept|write to|wrote to|send (?:it"
    r"|this|them) to|address(?:ed)? to"
    r"|in the loop|both|all (?:of|three|four))\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\bas (?:you|he|she|they) (?:\w+ )?(?:asked|requested|suggested|wished)\b|\byou (?:had |have )?(?:asked|told"
    r"|invited) me to\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:both|all (?:of|three|four|five|together)|everyone|everybody|(?:whole|entire) (?:panel|team)"
    r"|one (?:e-?mail|note|message)|reply[- ]all)\b",
    re.IGNORECASE,
)
SAME_NUMBER = 7
MOST_NAMED = 3

MIA, LEV = (
    {"name": "Mia Kern", "email": "Mia.Kern@quarry.example", "phone": "020 7946 0101"},
    {"name": "Lev Roth", "email": "l.roth@quarry.example"},
)
BODY = "Dear Ms Kern,\n\nThank you for the tour of the upper bench on Monday.{}\n\nKind regards,\nAbel Stone"


def sent(
    to: Sequence[str], cc: Sequence[str] = (), bcc: Sequence[str] = (), words: str = "", notes: str = "", **record: object
) -> Example:
    """An example of a mail to some addresses."""
    facts = {
        "candidate": {"name": "Abel Stone", "email": "abel@stone.example"},
        "contacts": [MIA, LEV],
        "interview": {"notes": notes},
    }
    return Example(body=BODY.format(words), message={"to": list(to), "cc": list(cc), "bcc": list(bcc)}, record=facts | record)


RULE = Rule(
    severity=Severity.HOLD,
    title="Somebody who should not get this mail",
    why="Strangers learn that you apply, and an address that was never given feels like being followed; one note each "
    "thanks each.",
    flags=(
        sent(["mia.kern@home.example"]),
        sent(["mia.kern@quarry.example"], cc=["my.uncle@stone.example"]),
        sent(["mia.kern@quarry.example"], bcc=["a@one.example", "b@two.example", "c@three.example"]),
        sent(["mia.kern@quarry.example", "jobs@rival.example"]),
        sent(["mia.kern@quarry.example"], cc=["press@quarry.example"]),
        sent(["mia.kern@quarry.example", "l.roth@quarry.example"]),
        sent(["undisclosed-recipients:;"]),
        Example(body="Hi Mia, Abel here.", channel=Channel.TEXT, message={"to": ["020 7946 0999"]}, record={"contacts": [MIA]}),
    ),
    passes=(
        sent(["mia.kern@quarry.example"]),
        sent(["Mia Kern <MIA.KERN@QUARRY.EXAMPLE>"], bcc=["abel@stone.example"]),
        sent(["mia.kern@quarry.example"], cc=["safety@quarry.example"], may_copy=["safety@quarry.example"]),
        sent(["mia.kern@quarry.example"], cc=["l.roth@quarry.example"], notes="Mia asked to have Lev copied in"),
        sent(["mia.kern@quarry.example"], cc=["jo.pitt@quarry.example"], notes="Copy her assistant, Jo Pitt, on the papers"),
        sent(["kern@mail.example"], notes="On leave: write to kern@mail.example"),
        sent(["mia.kern@quarry.example"], cc=["lift@quarry.example"], words=" As you asked, I copy the lift desk."),
        sent(["somebody@quarry.example"], contacts=[{"name": "Mia Kern"}]),
        Example(
            body="Hi Mia, Abel here.", channel=Channel.TEXT, message={"to": ["+44 20 7946 0101"]}, record={"contacts": [MIA]}
        ),
        Example(body="Dear Ms Kern, thank you.", channel=Channel.LETTER, record={"contacts": [MIA, LEV]}),
    ),
    channels=frozenset({Channel.EMAIL, Channel.TEXT}),
)


def look(reading: Reading) -> Iterator[Mark]:
    if reading.channel == Channel.TEXT:
        yield from wrong_number(reading)
        return
    known = {bare_address(contact.email) for contact in reading.facts.contacts if contact.email.strip()}
    strangers = 0
    for part, texts in zip(PARTS, (reading.letter.to, reading.letter.cc, reading.letter.bcc), strict=True):
        unknown = [text for text in texts if text.strip() and is_stranger(reading, text, part, known)]
        strangers += len(unknown)
        if unknown:
            yield Mark(
                part,
                place_of(unknown[0], texts),
                told(unknown, part),
                Remedy("Take out everybody who did not give you an address."),
            )
    if not strangers:
        yield from several(reading, known)


def is_stranger(reading: Reading, text: str, part: Part, known: set[str]) -> bool:
    """True for an address that neither record, notes nor letter account for; not where the record holds no address to compare."""
    facts = reading.facts
    bare = bare_address(text)
    allowed = known | {bare_address(text) for text in (facts.candidate.email, reading.letter.sender, *facts.may_copy)}
    if bare in allowed or (part == Part.TO and not known and len(reading.letter.to) == 1 and "@" in text):
        return False
    notes = facts.interview.notes
    address = read_address(text)
    if bare in notes.casefold():
        return False
    if address is None:
        return True
    called = set(tokens(address.local)) | set(tokens(address.name))
    named = any(len(word) > 2 and word in tokens(notes) for word in called)
    colleague = any(address.domain.casefold() == other.rpartition("@")[2] for other in known)
    return not ((COPYING.search(notes) and named) or (colleague and part != Part.BCC and ASKED.search(reading.own)))


def several(reading: Reading, known: set[str]) -> Iterator[Mark]:
    """Several contacts in one mail, save those whom the addressee asked to copy."""
    facts = reading.facts
    allowed = {bare_address(copy) for copy in facts.may_copy} | {
        bare_address(contact.email) for contact in facts.contacts[1:] if asked_to_copy(reading, contact.name)
    }
    reached = {bare_address(text) for texts in (reading.letter.to, reading.letter.cc, reading.letter.bcc) for text in texts}
    together = (reached & known) - allowed
    if len(together) > 1:
        part, texts = (Part.TO, reading.letter.to) if len(reading.letter.to) > 1 else (Part.CC, reading.letter.cc)
        yield Mark(
            part,
            place_of(texts[-1], texts) if texts else None,
            f"{len(together)} people of one employer share this mail; each of them gave you time.",
            Remedy("Write to each of them, with something that only you two spoke of."),
            severity=Severity.WARNING,
        )


def asked_to_copy(reading: Reading, name: str) -> bool:
    """True where the notes, or words such as "as you asked" in the letter, account for a further contact."""
    spoken = name_tokens(name)
    noted = any(
        COPYING.search(note) and (TOGETHER.search(note) or not spoken.isdisjoint(tokens(note)))
        for note in re.split(r"[;.]", reading.facts.interview.notes)
    )
    own = reading.own
    return noted or bool(ASKED.search(own) and COPYING.search(own) and not spoken.isdisjoint(tokens(own)))


def wrong_number(reading: Reading) -> Iterator[Mark]:
    """A text message to a number that no contact gave; silent where no number is on record."""
    known = [figures(contact.phone) for contact in reading.facts.contacts if contact.phone]
    given = figures(reading.facts.interview.notes)
    for text in reading.letter.to:
        number = figures(text)
        if known and number and not any(number[-SAME_NUMBER:] == other[-SAME_NUMBER:] for other in known):
            if number[-SAME_NUMBER:] in given:
                continue
            advice = Remedy("Use the number that your contact gave you, or write an e-mail.")
            yield Mark(Part.TO, place_of(text, reading.letter.to), "No contact on record has this number.", advice)


def figures(text: str) -> str:
    return "".join(character for character in text if character.isdecimal())


def place_of(text: str, texts: Sequence[str]) -> Span:
    """Where one of several addresses stands in their part, which joins them with a comma and a space."""
    before = sum(len(other) + len(", ") for other in texts[: texts.index(text)])
    return Span(before, before + len(text))


def told(unknown: Sequence[str], part: Part) -> str:
    names = ", ".join(unknown[:MOST_NAMED]) + (f" and {len(unknown) - MOST_NAMED} more" if len(unknown) > MOST_NAMED else "")
    if part == Part.BCC:
        return f"Hidden readers: {names}."
    return f"On no record of yours: {names}."
