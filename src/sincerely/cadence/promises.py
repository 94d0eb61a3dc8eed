"""Dates that employers promise in words, relative to the day on which they wrote.

What a phrase means (said on day D; a week runs from its first to its last working day, Monday to Friday in most places):

| phrase | meaning |
|---|---|
| on Thursday, Thursday | the next Thursday after D, never D itself |
| next Thursday | the Thursday of the next calendar week |
| Thursday week, a week on Thursday | the next Thursday and seven days |
| tomorrow, this time next week | D + 1, D + 7 |
| by X, no later than X, until X | from D to the last day of X; a weekend or feast of several days: to the day before it |
| before X | from D to the day before X; "before the end of X": to the last day of X |
| after X | the seven days that follow X |
| from X, not before X | seven days from the first day of X, or all of X where that is longer |
| in two weeks | D + 14; "a couple" is 2, "a few" 3 to 4 (days: 3 to 5), "several" 4 to 7, "or so" adds some |
| within two weeks, give us two weeks | from D to D + 14 |
| 5 working days | neither weekend nor public holiday; without a country, Monday to Friday |
| 48 hours | whole days, rounded up |
| early, mid, late March | its first, middle, last third; of a week: Mon and Tue, Tue to Thu, Thu and Fri |
| the beginning of, the end of | as early; the last two days of a week, seven of a month, the last sixth of a longer time |
| the first week of June | 1 to 7 June |
| Q1, next quarter | by the calendar year |
| the new year | January; before and after it: before and after 1 January |
| Easter, Christmas | Good Friday to Easter Monday; 25 and 26 December |
| 14 March | the next one; more than ten months ahead it is taken as past, and as no promise |

Unclear, and asked: figures such as 10/03 where the country does not say which is the day, a public holiday without a country,
a weekday that contradicts its date, seasons without a country, terms and breaks that every school and firm sets for itself.
"Soon", "shortly" and "in due course" name no day: they are no promise.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sincerely.cadence.promise_periods import Stretch, spoken
from sincerely.cadence.promise_phrases import Phrases
from sincerely.cadence.promise_place import DAY, Place
from sincerely.cadence.promise_sense import IS_WHEN, THEN, Cue, bare, cues, follower, leader, own_part, sentences
from sincerely.cadence.promise_words import DATE_LIKE, cut_words
from sincerely.terms import Span

READ_AT_MOST = 20_000
WORDS_AT_MOST = 400
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True)
class Promise:
    """The days within which an employer promised to be heard of.

    `latest` is the day to wait for; `quote` is where the words stand; `unclear` is what to ask, empty where nothing is.
    """

    earliest: date
    latest: date
    quote: Span
    meaning: str
    unclear: str = ""


class Said(NamedTuple):
    """A phrase of time in a sentence, in characters of the sentence."""

    days: Stretch
    start: int
    end: int


def read_promise(text: str, said_on: date, country: str = "", region: str = "") -> Promise | None:
    """The first promise in a message, or None where it makes none.

    Raises nothing. Of a text above 20,000 characters, and of a sentence above 400 words, only the beginning is read.
    A day of speaking outside the years 1900 to 2200 gives None.
    """
    if not FIRST_YEAR <= said_on.year <= LAST_YEAR:
        return None
    place = Place(country.upper(), region)
    text = text[:READ_AT_MOST]
    own = list(sentences(text))
    before: Stretch | None = None
    for start, end in own:
        start += max(0, own_part(text[start:end]))
        reader = Sentence(text[start:end], said_on, place, before)
        if said := reader.read(alone=len(own) == 1):
            return told(said, Span(start + said.start, start + said.end), said_on)
        before = reader.said[-1].days if reader.said else None
    return None


class Sentence:
    """One sentence of a message: its phrases of time, and what is said to happen then. `before`: days named just before it."""

    def __init__(self, text: str, said_on: date, place: Place, before: Stretch | None) -> None:
        self.text, self.said_on, self.before = text, said_on, before
        self.words = cut_words(text, 0, len(text))[:WORDS_AT_MOST]
        self.phrases = list(Phrases(self.words, said_on, place, before and before.last).phrases())
        self.said = [Said(days, self.words[first].start, self.words[end - 1].end) for days, first, end in self.phrases]
        self.cues = cues(text) if own_part(text) >= 0 else []

    def read(self, alone: bool) -> Said | None:
        """The first promised days; a sentence that is `alone` in its message may be nothing but days."""
        if not (alone or any(cue.promises for cue in self.cues)):
            return None
        if alone and len(self.phrases) == 1 and bare(self.words, *self.phrases[0][1:]):
            return self.said[0]
        leaders = [(phrase, leader(self.cues, phrase.start)) for phrase in self.said]
        reached = (phrase for phrase, cue in leaders if cue and cue.reaches)
        decided = (phrase for phrase, cue in leaders if cue)
        leading = (phrase for phrase in self.said if follower(self.cues, phrase.start, phrase.end))
        named = (phrase for phrase in self.said if IS_WHEN.match(self.text, phrase.end))
        return (
            next(named, None)
            or next(reached, None)
            or self.then()
            or next(leading, None)
            or next(decided, None)
            or plain_date(self.text, self.said_on, self.cues)
        )

    def then(self) -> Said | None:
        """ "I am back on Monday and will call you then": the promise points back at days named before."""
        for cue in self.cues:
            back = THEN.search(self.text, cue.end, min(cue.end + 40, len(self.text)))
            back = back or THEN.search(self.text, max(0, cue.start - 30), cue.start)
            if not (cue.promises and back):
                continue
            earlier = [phrase for phrase in self.said if phrase.end <= back.start()]
            days = earlier[-1].days if earlier else self.before if back["after"] or "day" in back.group() else None
            if days:
                span = (earlier[-1].start, earlier[-1].end) if earlier else back.span()
                return Said(days._replace(first=days.last + DAY, last=days.last + 7 * DAY) if back["after"] else days, *span)
        return None


def plain_date(sentence: str, said_on: date, found: list[Cue]) -> Said | None:
    """A date in a form that the grammar does not know, read strictly."""
    for match in DATE_LIKE.finditer(sentence):
        if not leader(found, match.start()):
            continue
        import dateparser

        base = datetime(said_on.year, said_on.month, said_on.day)  # noqa: DTZ001 -- a day, no moment
        settings = {
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "future",
        }
        moment = dateparser.parse(match.group(), languages=["en"], settings=settings)
        if moment and moment.date() >= said_on:
            return Said(Stretch(moment.date(), moment.date()), *match.span())
    return None


def told(said: Said, quote: Span, said_on: date) -> Promise:
    """A promise with its meaning in words."""
    first, last, question, _ = said.days
    if question:
        meaning = f"Not clear: some day between {spoken(first)} and {spoken(last)}"
    elif first == last:
        meaning = f"On {spoken(last)}"
    elif first == said_on:
        meaning = f"By {spoken(last)}"
    else:
        meaning = f"Between {spoken(first)} and {spoken(last)}"
    return Promise(first, last, quote, meaning, question)
