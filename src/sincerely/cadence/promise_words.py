"""The words of a message, cut for reading dates: numbers, dates in figures, weekdays, months."""

import re
from typing import NamedTuple


def listed(text: str) -> tuple[str, ...]:
    """Phrases, written with commas between them."""
    return tuple(phrase.strip() for phrase in text.split(", "))


def spaced(text: str) -> tuple[str, ...]:
    """Words, written with spaces between them."""
    return tuple(text.split())


MONTHS = spaced("january february march april may june july august september october november december")
WEEKDAYS = spaced("monday tuesday wednesday thursday friday saturday sunday")

MONTH_WORDS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_WORDS |= {name[:3]: number for name, number in MONTH_WORDS.items()} | {"sept": 9}
WEEKDAY_WORDS = {name: number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_WORDS |= {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
# Words that are more often something else: read as a day or a month only beside another word of time.
DOUBTFUL = frozenset({"may", "march", "mar", "dec", "jan", "mon", "wed", "weds", "sat", "sun", "fri", "august"})

NUMBERS = spaced(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty"
)
NUMBER_WORDS = {word: number for number, word in enumerate(NUMBERS, 1)}
NUMBER_WORDS |= {"thirty": 30, "forty": 40, "sixty": 60, "ninety": 90}
RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1}
ORDINALS = spaced(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
)
ORDINAL_WORDS = {word: number for number, word in enumerate(ORDINALS, 1)} | {"thirtieth": 30}

TOKEN = re.compile(
    r"""(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/])
        |\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d))
      |(?P<time>\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]m\b|[ap]\.m\.)|\d{1,2}:\d{2})
      |(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
      |(?P<number>\d+)
      |(?P<word>w/c|w/e|q[1-4]\b|[^\W\d_]+(?:['’][^\W\d_]+)*)
      |(?P<mark>[^\w\s])""",
    re.VERBOSE | re.IGNORECASE,
)
DASHES = "-–—"
SHORT_FORMS = re.compile(r"\b(?:e\.o\.[dwmb]|c\.o\.[bpd])\.?", re.IGNORECASE)


class Word(NamedTuple):
    """One word, number or mark: its text in lower case and where it stands."""

    text: str
    kind: str
    start: int
    end: int
    capital: bool = False


def cut_words(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text; a dash between figures or days reads as "to", any other dash is no word."""
    words: list[Word] = []
    position = start
    while match := TOKEN.search(text, position, end):
        position = match.end()
        kind = match.lastgroup or "mark"
        plain = match.group().lower().replace("’", "'")
        if plain in DASHES:
            before, after = words[-1] if words else None, TOKEN.search(text, position, end)
            if before is None or after is None or not _spans(before, after.group(), text[position : after.start()]):
                continue
            kind, plain = "word", "to"
        words.append(Word(plain, kind, *match.span(), capital=match.group()[0].isupper()))
        short = SHORT_FORMS.match(text, match.start(), end) if len(plain) == 1 else None
        if short:
            position = short.end()
            words[-1] = Word(short.group().lower().replace(".", ""), "word", *short.span())
    return words


def _spans(before: Word, after: str, gap: str) -> bool:
    """True where a dash joins two of a kind: "2-3", "12th–14th", "Monday – Wednesday"."""
    if before.kind in ("number", "ordinal"):
        return after[0].isdigit()
    return before.text in WEEKDAY_WORDS and after.lower() in WEEKDAY_WORDS


def number(word: Word | None) -> int | None:
    """A whole number in figures or words, up to 999."""
    if word is None:
        return None
    if word.kind == "number":
        return int(word.text) if len(word.text) <= 3 else None
    return NUMBER_WORDS.get(word.text)


def ordinal(word: Word | None) -> int | None:
    """A day of the month: "14th" or "fourteenth"."""
    if word is None:
        return None
    if word.kind == "ordinal":
        return int(word.text[:-2])
    return ORDINAL_WORDS.get(word.text)


# A date in a form that the grammar does not know, such as "10-Mar-2026" or "2026 Mar 10": left to a library.
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DATE_LIKE = re.compile(
    rf"\b(?:\d{{1,2}}[-/. ]{MONTH}[-/. ,]{{1,2}}\d{{4}}|"
    rf"\d{{4}}[-/. ]{MONTH}[-/. ]\d{{1,2}}|20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))\b",
    re.IGNORECASE,
)
