"""A greeting that is missing, too casual, or general though the name is known.

*What it looks for*: in an e-mail or letter, no greeting at all; "Hey", "Yo", "Hiya", "Hi guys", endearments; "Dear
Sir or Madam", "Dear Hiring Manager", "Hi there" where the record knows whom it goes to. "Dear all" to several people
is for the rule on recipients.
*Why it matters*: the greeting is read first; a general one tells a person who gave an hour that their name was not
kept. Business-writing guides ask for the name wherever it is known (Purdue OWL, "Writing the Basic Business Letter").
*Remedy*: "Dear" and the name as it is on record.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.letter import Contact
from sincerely.proof.names import folded, tokens
from sincerely.proof.reading import Reading
from sincerely.proof.rule import WRITTEN_MAIL, Example, Rule
from sincerely.proof.wordlists import alternatives, wordlist
from sincerely.terms import Channel, Part, Severity

HERE = Path(__file__).parent
PLACEHOLDER = re.compile(r"[\[{<_%«$]|\bX{2,}\b")
CASUAL = re.compile(rf"\s*(?:{alternatives('_casual_greetings', HERE)})(?![\w'’])", re.IGNORECASE)
ENDEARING = re.compile(rf"(?<![\w'’])(?:{alternatives('_endearments', HERE)})(?![\w'’])", re.IGNORECASE)
GENERAL = re.compile(rf"(?<![\w'’])(?:{alternatives('_general_addressees', HERE)})(?![\w'’])", re.IGNORECASE)
NOBODY = re.compile(
    r"\s*(?:dear|hi|hello|hallo|greetings|salutations|good (?:morning|afternoon|evening|day)|(?:hi|hello) there"
    r"|respected)[\s,.!:–—-]*",
    re.IGNORECASE,
)
TO_SEVERAL = re.compile(r"\b(?:all|everyone|everybody|both|panel|team|committee|board|colleagues)\b", re.IGNORECASE)

BODY = "thank you for the afternoon at the quarry; the view from the upper bench is still with me.\n\nKind regards,\nAbel Stone"
RECORD: dict[str, Any] = {
    "candidate": {"name": "Abel Stone"},
    "contacts": [{"name": "Dr Maud Quarrie", "title": "Head of Survey", "nickname": "Mo"}],
}
PANEL = {**RECORD, "contacts": [*RECORD["contacts"], {"name": "Lars Vik"}]}


def greeted(greeting: str, record: dict[str, Any] | None = None, channel: Channel = Channel.EMAIL, quote: str = "") -> Example:
    """An example that begins with one greeting."""
    return Example(
        body=f"{greeting}\n\n{BODY}", channel=channel, quote=quote or greeting, record=RECORD if record is None else record
    )


RULE = Rule(
    severity=Severity.WARNING,
    title="No greeting, or one that does not fit",
    why="Who gave you an hour expects to be greeted by name (Purdue OWL, “Writing the Basic Business Letter”).",
    flags=(
        Example(body=BODY.capitalize(), record=RECORD),
        Example(body=BODY.capitalize(), record=RECORD, channel=Channel.LETTER),
        greeted("Hey Maud,"),
        greeted("Yo Dr Quarrie!"),
        greeted("Hi guys,", quote="guys"),
        greeted("My dearest Maud,"),
        greeted("Hello gorgeous,", quote="gorgeous"),
        greeted("Dear Sir or Madam,"),
        greeted("Dear Hiring Manager:", channel=Channel.LETTER),
        greeted("Dear Head of Survey,"),
        greeted("Hi there,"),
        greeted("Good morning,"),
        greeted("To whom it may concern"),
    ),
    passes=(
        greeted("Dear Dr Quarrie,"),
        greeted("Hi Maud,"),
        greeted("Hello Mo!"),
        greeted("Chère Maud,"),
        greeted("Good afternoon Dr. Quarrie,"),
        greeted("Dr Quarrie,", channel=Channel.LETTER),
        greeted("Dear all,", record=PANEL),
        greeted("Dear members of the panel,", record=PANEL),
        greeted("Dear Hiring Team,", record={}),
        greeted("Dear [Name],"),
        Example(body="Hi Maud, thank you for the afternoon.", record=RECORD),
        Example(body="Thanks for today!", record=RECORD, channel=Channel.TEXT),
        greeted("Dear Guy,", record={"contacts": [{"name": "Guy Loveday"}]}),
    ),
    channels=WRITTEN_MAIL,
)


def look(reading: Reading) -> Iterator[Mark]:
    span = reading.layout.greeting
    contacts = reading.facts.contacts
    better = proper_greeting(contacts[0]) if contacts and contacts[0].name.strip() else ""
    remedy = Remedy(f"Begin with “{better}”.", better) if better else Remedy("Begin with “Dear” and the name.")
    if span is None:
        if reading.words:
            yield Mark(Part.BODY, None, "There is no greeting.", Remedy(remedy.text))
        return
    said = reading.quote(span)
    if PLACEHOLDER.search(said):
        return
    unnamed = without_names(reading, said)
    if CASUAL.match(said):
        yield Mark(Part.BODY, span, "This greeting is too casual for an employer.", remedy)
    elif ENDEARING.search(unnamed):
        yield Mark(Part.BODY, span, "This greeting is for friends, not for an employer.", remedy)
    elif better and is_general(reading, said, unnamed):
        yield Mark(Part.BODY, span, f"You know the name: {contacts[0].name}.", remedy)


def is_general(reading: Reading, said: str, unnamed: str) -> bool:
    """True where a greeting names nobody: general words, a job title, or no addressee at all."""
    several = len(reading.facts.contacts) > 1 or len(reading.letter.to) > 1
    if reading.names.greets(said) or (several and TO_SEVERAL.search(said)):
        return False
    title = set(tokens(reading.facts.contacts[0].title))
    addressed = [word for word in tokens(said) if word not in wordlist("_greeting_words", HERE)]
    by_title = bool(title) and len(addressed) > 1 and all(word in title for word in addressed)
    company = set(tokens(reading.facts.company))
    by_company = bool(company) and len(addressed) > 0 and all(word in company for word in addressed)
    return bool(GENERAL.search(unnamed) or NOBODY.fullmatch(said) or by_title or by_company)


def without_names(reading: Reading, said: str) -> str:
    """The greeting with the names on record blanked: Guy Loveday is no guy."""
    return re.sub(r"[^\W\d_]+", lambda match: " " if folded(match[0]) in reading.names.contacts else match[0], said)


def proper_greeting(contact: Contact) -> str:
    """ "Dear" with title and surname where the record gives a title, else with the full name: nobody's sex or first name "
    "is guessed."""
    words = contact.name.split()
    titled = words[0].rstrip(".").lower() in wordlist("honorifics")
    if titled and len(words) == 3:
        return f"Dear {words[0]} {words[2]},"
    return f"Dear {' '.join(words)},"
