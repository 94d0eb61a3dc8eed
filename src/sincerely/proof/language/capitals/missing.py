"""Where a capital is missing: sentences, "I", names, days and months."""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.language.names.addressees import addressees
from sincerely.proof.language.names.folding import NAME_WORD, bare
from sincerely.proof.language.names.lists import PARTICLES
from sincerely.proof.language.words.tables import listed
from sincerely.proof.reading import Reading
from sincerely.proof.wordlists import alternatives, wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
LONE_I = re.compile(r"(?<![\w'’@./:\-(])i(?=['’](?:m|ve|ll|d)\b|\s)(?![.)])")
ALWAYS = re.compile(rf"(?<![\w@./\-])(?:{alternatives('always', HERE)})(?=['’]s\b|s?\b)(?![@\-])")
# March, August and May mean something else as well: they are months after a number or a small word, or before a number.
MONTH_WITH_DAY = re.compile(
    r"(?<![\w@./\-])(?:(?:(?<=in )|(?<=of )|(?<=since )|(?<=until )|(?<=\d )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=\dth ))"
    r"(?:march|august)\b|\b(?:march|august)(?= \d)|(?<=\d )may\b|\bmay(?= \d{1,2}(?:st|nd|rd|th)?\b))"
)
BEFORE_A_SENTENCE = re.compile(r"(?:[.!?][\"'”’)]*\s+|\n\s*\n\s*|^\s*)$")
PARTS_OF_ADDRESS = frozenset("@/._")
ABBREVIATED = re.compile(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|misc|incl|min|max|ref|fig|vol|pp?|dept|hrs?|no)\.\s*$",
    re.IGNORECASE,
)
FIRST_OF_SIGNATURE = 60  # characters in which the name stands
TITLE_BEFORE = re.compile(r"(?<!\w)(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof(?:essor)?)\.?\s+$")
LEAST_NAME = 3  # letters
CLOSED_QUOTATION = re.compile(r"[\"”’)\]]\s*$")
CONTINUES = re.compile(r"(?:…|\.\.\.|:|,|;|[-–—])[\"'”’)]*\s*$")


def starts(reading: Reading) -> Iterator[Span]:
    """Sentences that begin with a small letter: the span of the first word."""
    own = reading.own
    house = in_small_letters(reading)
    greeting = reading.layout.greeting
    if greeting and (match := NAME_WORD.match(own, greeting.start)) and match[0].islower() and match[0] not in house:
        yield Span(*match.span())
    for sentence in reading.sentences:
        match = NAME_WORD.match(own, sentence.start, sentence.end)
        if not match or not match[0].islower() or match[0] in house or own[match.end() : match.end() + 1] in ("@", ".", "/", ":"):
            continue
        before = reading.body[max(0, sentence.start - 40) : sentence.start]
        if (
            runs_on(reading, sentence.start)
            or is_greeting_line(own, sentence.start)
            or CLOSED_QUOTATION.search(before)
            or ABBREVIATED.search(before)
        ):
            continue
        greeted = greeting is not None and sentence.start <= reading.layout.prose.start + 4
        if greeted or (BEFORE_A_SENTENCE.search(before) and not CONTINUES.search(before)):
            yield Span(match.start(), match.end())


def is_greeting_line(text: str, start: int) -> bool:
    """True on the first line where it ends with a comma: a greeting, in whatever language ("Gerb. ponia Kazlauskiene,")."""
    head = text.lstrip()
    line = head.partition("\n")[0].rstrip()
    return 0 < start - (len(text) - len(head)) < len(line) and line.endswith(",")


def runs_on(reading: Reading, start: int) -> bool:
    """True where the greeting stands on the same line: "Hello, this is Gwen" is one sentence."""
    greeting = reading.layout.greeting
    return greeting is not None and greeting.end <= start and "\n" not in reading.body[greeting.end - 1 : start]


def in_small_letters(reading: Reading) -> frozenset[str]:
    """Words that stand on record in small letters: a house style."""
    facts = reading.facts
    texts = [facts.company, facts.candidate.name, *(contact.name for contact in facts.contacts), *facts.known_words]
    return frozenset(word for text in texts for word in NAME_WORD.findall(text) if word.islower())


def lone_i(reading: Reading) -> Iterator[Span]:
    """Every "i" that stands for the writer; one that joins the parts of a name on record does not."""
    if "i" not in in_small_letters(reading):
        for match in LONE_I.finditer(reading.english):
            yield Span(*match.span())


def names(reading: Reading) -> Iterator[Span]:
    """The contact's name in the greeting and the writer's in the signature, without the capital that they have on record."""
    contacts = capitals_of(" ".join(contact.name for contact in reading.facts.contacts))
    for addressee in addressees(reading):
        for word in addressee.words:
            if word.text.islower() and word.text in contacts:
                yield word.span
    yield from told_of(reading, contacts)
    signature = reading.layout.signature
    if signature:
        own = capitals_of(reading.facts.candidate.name)
        for match in NAME_WORD.finditer(reading.own, signature.start, min(signature.end, signature.start + FIRST_OF_SIGNATURE)):
            beside = {reading.own[match.start() - 1], reading.own[match.end() : match.end() + 1]}
            if match[0].islower() and bare(match[0]) in own and not beside & PARTS_OF_ADDRESS:
                yield Span(*match.span())


def told_of(reading: Reading, contacts: frozenset[str]) -> Iterator[Span]:
    """A contact's name in small letters in the text, after a title or where it is no word of English."""
    start, end = reading.layout.prose
    for match in NAME_WORD.finditer(reading.english, start, end):
        word = bare(match[0])
        beside = {reading.english[match.start() - 1 : match.start()], reading.english[match.end() : match.end() + 1]}
        if word not in contacts or beside & PARTS_OF_ADDRESS - {"."}:
            continue
        titled = TITLE_BEFORE.search(reading.english, start, match.start())
        if titled or not (listed(word) or word in PARTICLES or len(word) < LEAST_NAME):
            yield Span(match.start(), match.start() + len(word))


def capitals_of(name: str) -> frozenset[str]:
    """The words of a name that have a capital on record, in small letters."""
    return frozenset(word.lower() for word in NAME_WORD.findall(name) if not word[0].islower())


def calendar(reading: Reading) -> Iterator[Span]:
    """Days, months, languages and peoples in small letters."""
    house = in_small_letters(reading)
    for pattern in (ALWAYS, MONTH_WITH_DAY):
        for match in pattern.finditer(reading.own):
            if match[0] not in house:
                yield Span(*match.span())


def always() -> frozenset[str]:
    """Words that always have a capital, in small letters."""
    return wordlist("always", HERE)
