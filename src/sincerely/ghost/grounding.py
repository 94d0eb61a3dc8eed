"""What a model says beyond what it was told: names, days, numbers, skills that stand nowhere on record. One function, no model.

It rather doubts a word too many than one too few: a person who reads "Is this true?" once too often loses a click, one who sends
an invented degree loses the job.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sincerely.pen.stems import stem
from sincerely.proof.language.names.lists import TITLES, ordinary
from sincerely.proof.language.words.tables import level
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = "january february march april may june july august september october november december"
MONTHS = tuple(MONTH_NAMES.split())
# Told from the day on which the note is written: how many days on.
NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
COUNTED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
NUMBERS = {word: number for number, word in enumerate(COUNTED.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
NUMBERS |= {"thousand": 1000, "million": 1_000_000, "dozen": 12, "dozens": 12, "half": -1, "twice": 2, "double": 2, "doubled": 2}
# "One of the", "one day": too common to tell of a number.
NO_NUMBERS = frozenset({"zero", "one", "half"})
WORD = re.compile(r"[^\W\d_]+(?:['’\-&.][^\W\d_]+)*[+#]*")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+\.(?:com|org|net|io|eu|example|[a-z]{2})\b(?:/\S*)?"
)
FIGURE = re.compile(r"[$€£¥]?\d[\d.,:/–-]*(?:st|nd|rd|th)?[ ]?(?:%|(?:am|pm|k|m)\b)?", re.IGNORECASE)
ENDS = re.compile(r"[.!?…:\n\"“(•*-]\s*\Z|\A\s*\Z")
# Where a note greets and closes, each word may have a capital.
FORMULAS = (
    "the a an dear hello hi hey kind kindest warm warmest best regards wishes yours sincerely faithfully truly thank thanks"
)
FORMULA = frozenset(FORMULAS.split())
# Rarer than once in two million words: a word of some trade (each level is twice the one before, and 11 is one in a million).
COMMON = 10


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that nothing on record bears out, and what they are: a name, day, number, address or skill."""

    span: Span
    quote: str
    kind: str


@dataclass(frozen=True)
class Known:
    """What may be said: every word, figure and address on record, and the days that the case knows of."""

    words: frozenset[str]
    figures: frozenset[str]
    addresses: frozenset[str]
    days: frozenset[date]
    today: date

    @classmethod
    def of(cls, sources: Iterable[str], days: Iterable[date], today: date) -> "Known":
        text = "\n".join(sources)
        words = {form for match in WORD.finditer(text) for form in forms(match[0])}
        figures = {figure for match in FIGURE.finditer(text) for figure in digits(match[0])}
        figures |= {str(NUMBERS[word]) for word in words & NUMBERS.keys()}
        addresses = {bare_address(match[0]) for match in ADDRESS.finditer(text)}
        return cls(frozenset(words), frozenset(figures), frozenset(addresses), frozenset(days), today)


def forms(word: str) -> Iterator[str]:
    """The forms in which a word is known again: as it is, without its possessive, its parts, its stem."""
    small = word.replace("’", "'").casefold()
    bare = small.removesuffix("'s").rstrip(".")
    yield from (small, bare, stem(bare))
    for part in re.split(r"[-'&.]", bare):
        if len(part) > 1:
            yield from (part, stem(part))


def bare_address(words: str) -> str:
    """An address as it is known again, however it is written."""
    return re.sub(r"^https?://(?:www\.)?|^www\.", "", words.casefold()).rstrip('.,;:!?/)>"”')


def digits(figure: str) -> Iterator[str]:
    """The numbers in a figure, each without signs of thousands and zeros before it."""
    for part in re.split(r"[:/–-]|(?<!\d),|,(?!\d{3})|\.(?!\d)", figure):
        number = re.sub(r"[^\d.]", "", part).lstrip("0")
        if number:
            yield number.rstrip(".")


def doubts(text: str, known: Known) -> tuple[Doubt, ...]:
    """What in a text nobody told, in reading order; words side by side of one kind count as one."""
    found = sorted({doubt.span.start: doubt for doubt in every(text, known)}.values(), key=lambda doubt: doubt.span.start)
    kept: list[Doubt] = []
    for doubt in found:
        last = kept[-1] if kept else None
        if last and doubt.span.start < last.span.end:
            continue
        if last and last.kind == doubt.kind == "name" and text[last.span.end : doubt.span.start] == " ":
            span = Span(last.span.start, doubt.span.end)
            kept[-1] = Doubt(span, text[span.start : span.end], doubt.kind)
        else:
            kept.append(doubt)
    return tuple(kept)


def every(text: str, known: Known) -> Iterator[Doubt]:
    taken: list[tuple[int, int]] = []
    for match in ADDRESS.finditer(text):
        taken.append(match.span())
        if bare_address(match[0]) not in known.addresses:
            yield doubt_of(match, "address")
    for match in FIGURE.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        if not all(number in known.figures or of_a_day(number, text, match, known) for number in digits(match[0])):
            yield doubt_of(match, "number")
    for match in WORD.finditer(text):
        if not any(start <= match.start() < end for start, end in taken) and (kind := kind_of(text, match, known)):
            yield doubt_of(match, kind)


def doubt_of(match: re.Match[str], kind: str) -> Doubt:
    words = match[0].rstrip(" .,:;-–/\n\t")
    return Doubt(Span(match.start(), match.start() + len(words)), words, kind)


def of_a_day(number: str, text: str, match: re.Match[str], known: Known) -> bool:
    """Whether a number is the day or the year of a day that the case knows, with its month beside it."""
    around = text[max(0, match.start() - 14) : match.end() + 14].casefold()
    return any(
        number in (str(day.day), str(day.year))
        and any(name in around for name in (MONTHS[day.month - 1][:3], f"{day:%m/}", "the "))
        for day in known.days
    )


def kind_of(text: str, match: re.Match[str], known: Known) -> str:
    """What kind of doubt a word raises; empty for none."""
    word = match[0]
    small = word.replace("’", "'").casefold()
    bare = small.removesuffix("'s").rstrip(".")
    if bare in NEAR:
        return "" if known.today + timedelta(days=NEAR[bare]) in known.days or bare in known.words else "day"
    if bare.rstrip("s") in DAYS:
        told = bare in known.words or any(DAYS[day.weekday()] == bare.rstrip("s") for day in known.days)
        return "" if told else "day"
    if bare in MONTHS and not word.islower() and not (bare in ("may", "march") and not named_month(text, match)):
        return "" if bare in known.words or any(MONTHS[day.month - 1] == bare for day in known.days) else "day"
    if set(forms(word)) & known.words:
        return ""
    if bare in NUMBERS and bare not in NO_NUMBERS:
        return "" if str(NUMBERS[bare]) in known.figures else "number"
    parts = [part for part in re.split(r"[-']", bare) if part]
    if not wordlist("claims", HERE).isdisjoint((bare, *parts)):
        return "skill"
    if bare in TITLES or bare in FORMULA or len(bare) < 2 or small in ("i'm", "i'd", "i'll", "i've"):
        return ""
    begins = bool(ENDS.search(text[: match.start()]))
    if not word.islower() and not (begins and (bare in ordinary() or level(bare) >= COMMON)):
        return "name"
    heads = [part.partition("'")[0] for part in bare.split("-")]
    rare = any(level(part) < COMMON and level(stem(part)) < COMMON for part in heads if part)
    return "skill" if word.islower() and rare and len(bare) > 3 else ""


def named_month(text: str, match: re.Match[str]) -> bool:
    """Whether "May" is the month: a number or a little word of time stands beside it."""
    before, after = text[: match.start()].split(), text[match.end() :].split()
    beside = {(before or [""])[-1].casefold(), (after or [""])[0]}
    return bool(beside & {"in", "by", "until", "last", "next", "this", "of"}) or any(
        sign.isdigit() for word in beside for sign in word
    )
