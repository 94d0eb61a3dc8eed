"""Longer stretches that words name: weeks, months, quarters, seasons, feasts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sincerely.cadence.promise_feasts import FEASTS, Feast
from sincerely.cadence.promise_place import DAY, SOUTHERN, Place
from sincerely.cadence.promise_words import DOUBTFUL, MONTH_WORDS, MONTHS, WEEKDAYS, Word, listed, spaced

WEEK = timedelta(days=7)
YEAR = timedelta(days=366)
NOTHING = Word("", "mark", 0, 0)
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
RANKED_QUARTERS = {"first quarter": 1, "second quarter": 2, "third quarter": 3, "fourth quarter": 4, "final quarter": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
BEFORE_MONTH = spaced("in by early mid late of before after until till next this during end from to and or through into")
# What falls on no day that a calendar could give: asked, never guessed.
OWN_DATES = listed(
    "half term, half-term, the school holidays, school holidays, the summer holidays, the summer break, the spring "
    "break, spring break, the holiday season, the summer recess, recess, the holidays, the break, reading week, the "
    "end of term, end of term, the financial year end, the financial year, year end close, the fiscal year, the tax "
    "year"
)
YEARS_END = listed(
    "the christmas break, christmas break, the christmas holidays, the christmas holiday, the christmas period, the xmas break, "
    "the festive break, the festive season, the festive period, the winter holidays"
)
FEAST_NAMES = tuple(feast[0] for feast in FEASTS)
BANK_HOLIDAYS = listed(
    "the bank holiday weekend, the bank holiday, the public holiday, bank holiday, the long weekend, the holiday weekend"
)


class Stretch(NamedTuple):
    """Days that a phrase names, both ends included, and what to ask where it could be other days."""

    first: date
    last: date
    question: str = ""
    kind: str = "day"  # day, week, weekend, month, feast, new year, long (a quarter and more) or end ("the end of …")


Found = tuple[Stretch, int]


@lru_cache(maxsize=1000)
def by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases, cut into words, under the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        found[first] = (*found.get(first, ()), (first, *rest))
    return found


@dataclass(frozen=True)
class Periods:
    """Reads the stretches named in a row of words, seen from the day on which they were said.

    `before`: the last day named before these words, to which "the following day" points back.
    """

    words: list[Word]
    said_on: date
    place: Place
    before: date | None = None

    def word(self, i: int) -> Word:
        return self.words[i] if 0 <= i < len(self.words) else NOTHING

    def after(self, i: int, phrases: Iterable[str]) -> int:
        """Where the longest of these phrases ends, or -1 where none stands here."""
        best = -1
        for parts in by_first_word(tuple(phrases)).get(self.word(i).text, ()):
            if i + len(parts) > best and all(self.word(i + n).text == part for n, part in enumerate(parts)):
                best = i + len(parts)
        return best

    def past(self, i: int, *phrases: str) -> int:
        """Where reading goes on: after one of these phrases, or here."""
        return max(i, self.after(i, phrases))

    def period(self, i: int) -> Found | None:
        """A week, month, quarter, season, year or feast."""
        for read in (self.week, self.weekend, self.month, self.quarter, self.new_year, self.unknown, self.feast, self.season):
            if found := read(i):
                return found
        return None

    def week(self, i: int) -> Found | None:
        """This week, next week, the week after next: from its first to its last working weekday."""
        for phrases, ahead in (
            (("the week after next", "week after next", "the week after"), 2),
            (("this week", "this coming week", "the current week"), 0),
            (
                (
                    "next week",
                    "the next week",
                    "the coming week",
                    "the following week",
                    "following week",
                    "the week ahead",
                    "this next week",
                ),
                1,
            ),
        ):
            if (end := self.after(i, phrases)) >= 0:
                first, last = self.place.week(self.said_on + ahead * WEEK)
                if ahead == 0 and last < self.said_on:
                    first, last = first + WEEK, last + WEEK
                return Stretch(first, last, kind="week"), end
        return None

    def weekend(self, i: int) -> Found | None:
        """The days between two working weeks."""
        for phrases, ahead in ((("this weekend", "the weekend", "weekend", "this coming weekend"), 0), (("next weekend",), 1)):
            if (end := self.after(i, phrases)) >= 0:
                _, last = self.place.week(self.said_on + ahead * WEEK)
                following, _ = self.place.week(self.said_on + (ahead + 1) * WEEK)
                question = "Do they mean the coming weekend, or the one after?" if ahead else ""
                return Stretch(last + DAY - ahead * WEEK, following - DAY, question, "weekend"), end
        return None

    def month(self, i: int) -> Found | None:
        """A month by name, this month, next month."""
        here = self.said_on.replace(day=1)
        for phrases, ahead in (
            (("the month after next", "month after next"), 2),
            (("this month", "the month", "month"), 0),
            (("next month", "the following month", "the coming month"), 1),
        ):
            if (end := self.after(i, phrases)) >= 0 and (self.word(i).text != "month" or self.word(i - 1).text in ("of", "end")):
                return month_of(add_months(here, ahead)), end
        start = self.past(i, "the month of", "this", "next", "this coming", "the coming")
        named = self.month_number(start)
        if named is None or self.word(i - 1).kind in ("number", "ordinal"):
            return None
        first = add_months(here, (named - here.month) % 12)
        year, end = self.year(self.past(start + 1, "."))
        if year:
            return month_of(date(year, named, 1)), end
        if self.word(i).text == "next" and first.year == here.year:
            later = month_of(add_months(first, 12))
            return Stretch(
                first, later.last, f"Do they mean {MONTHS[named - 1].title()} {first.year} or {later.first.year}?", "month"
            ), start + 1
        return (month_of(first), start + 1) if first <= self.said_on + timedelta(days=305) else None

    def month_number(self, i: int, beside: bool = False) -> int | None:
        """The month named here; a doubtful word ("may", "march") counts beside a figure, or after a word of time."""
        word = self.word(i)
        named = MONTH_WORDS.get(word.text)
        if named is None or beside or word.text not in DOUBTFUL:
            return named
        before, figures = self.word(i - 1).text, self.word(i + 1).kind in ("ordinal", "number")
        if figures and (word.capital or before in ("by", "on", "than", "before", "until")):
            return named
        return (
            named if before in BEFORE_MONTH and (word.capital or before in ("early", "mid", "late", "in", "of", "end")) else None
        )

    def quarter(self, i: int) -> Found | None:
        """Q1, the first quarter, this quarter, next year: by the calendar."""
        this = (self.said_on.month - 1) // 3
        start = self.past(i, "the", "calendar")
        quarter, end = QUARTERS.get(self.word(start).text), start + 1
        for phrase, rank in RANKED_QUARTERS.items():
            if (ranked := self.after(start, (phrase,))) >= 0:
                quarter, end = rank, ranked
        if quarter:
            year, end = self.year(self.past(end, "of", "in"))
            first = date(year or self.said_on.year + (quarter - 1 < this), 3 * quarter - 2, 1)
            return months_of(first, 3), end
        for phrases, ahead in (
            (("this quarter", "the quarter", "the current quarter"), 0),
            (("next quarter", "the next quarter"), 1),
        ):
            if (end := self.after(i, phrases)) >= 0:
                return months_of(add_months(date(self.said_on.year, 3 * this + 1, 1), 3 * ahead), 3), end
        for phrases, ahead in ((("this year", "the year", "the calendar year"), 0), (("next year", "the coming year"), 1)):
            if (end := self.after(i, phrases)) >= 0:
                return months_of(date(self.said_on.year + ahead, 1, 1), 12), end
        return None

    def new_year(self, i: int) -> Found | None:
        """ "The new year" as a time is January; as a point it is its first day."""
        if (end := self.after(i, ("the new year", "new year", "the new calendar year", "the turn of the year"))) < 0:
            return None
        if self.word(end).text in ("'s", "eve", "day"):
            return None
        first = date(self.said_on.year + ((self.said_on.month, self.said_on.day) > (1, 15)), 1, 1)
        return Stretch(first, first + timedelta(days=30), kind="new year"), end

    def feast(self, i: int) -> Found | None:
        """Christmas, Easter, Thanksgiving and their like; asked where countries keep it on different days."""
        start = self.past(i, "the", "the festival of")
        longest = self.after(start, FEAST_NAMES)
        if longest >= 0:
            name = " ".join(word.text for word in self.words[start:longest])
            return self.feast_days([feast for feast in FEASTS if feast[0] == name]), self.past(
                longest, "weekend", "period", "break", "holidays"
            )
        if (end := self.after(i, BANK_HOLIDAYS)) < 0:
            return None
        name = " ".join(word.text for word in self.words[i:end])
        day = self.place.next_holiday(self.said_on)
        if day is None:
            return Stretch(self.said_on, self.said_on + YEAR / 4, "Which day is the public holiday where they are?", "feast"), end
        first, last = self.place.days_off(day) if name.endswith("weekend") else (day, day)
        return Stretch(first, last, kind="feast"), end

    def feast_days(self, feasts: list[Feast]) -> Stretch:
        """The next days of this feast; over every country's days where the country is not known."""
        own = [feast for feast in feasts if self.place.country in feast[2]] or feasts
        found = []
        for _, days, _ in own:
            years = (days(year, self.place) for year in range(self.said_on.year, self.said_on.year + 3))
            found += [next((span for span in years if span and span[1] >= self.said_on), None)]
        spans = [span for span in found if span]
        if not spans:
            return Stretch(self.said_on, self.said_on + YEAR, f"On which day is {feasts[0][0].title()} where they are?", "feast")
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        sure = len(own) == 1 and (not own[0][2] or self.place.country in own[0][2])
        question = "" if sure else f"On which day is {feasts[0][0].title()} where they are?"
        return Stretch(first, last, question, "feast")

    def season(self, i: int) -> Found | None:
        """Spring to winter, each three whole months, on the half of the globe where the country lies."""
        start = self.past(i, "the", "this", "next", "this coming", "the coming")
        month, end = SEASONS.get(self.word(start).text), start + 1
        timed = start > i or self.word(i - 1).text in ("in", "by", "early", "late", "mid", "of", "before", "after")
        if month is None or not timed or self.word(end).text in ("back", "through", "short", "behind", "into"):
            return None
        shifts = (0, 6) if not self.place.known else (6,) if self.place.country in SOUTHERN else (0,)
        spans = []
        for shift in shifts:
            number = (month + shift - 1) % 12 + 1
            first = date(self.said_on.year - 1, number, 1)
            while months_of(first, 3).last < self.said_on:
                first = add_months(first, 12)
            spans.append(months_of(first, 3))
        question = "" if len(spans) == 1 else f"Which months are {self.word(start).text} where they are?"
        return Stretch(min(span.first for span in spans), max(span.last for span in spans), question, "long"), end

    def unknown(self, i: int) -> Found | None:
        """What every school and firm dates for itself; after mid-November "the holidays" are those of the year's end."""
        if (end := self.after(i, (*OWN_DATES, *YEARS_END))) < 0:
            return None
        name = " ".join(word.text for word in self.words[i:end])
        if name in YEARS_END or (name == "the holidays" and (self.said_on.month, self.said_on.day) >= (11, 15)):
            year = self.said_on.year
            return Stretch(date(year, 12, 24), date(year + 1, 1, 1), kind="feast"), end
        return Stretch(self.said_on, self.said_on + YEAR, f"Which days do they mean by “{name}”?", "feast"), end

    def year(self, i: int) -> tuple[int | None, int]:
        """A year written here, and where it ends."""
        at = self.past(i, ",", "of", "in")
        word = self.word(at)
        if word.kind == "number" and len(word.text) == 4 and 1900 <= int(word.text) <= 2200:
            return int(word.text), at + 1
        if word.text == "'" and self.word(at + 1).kind == "number" and len(self.word(at + 1).text) == 2:
            return 2000 + int(self.word(at + 1).text), at + 2
        for phrase, ahead in (("this year", 0), ("next year", 1)):
            if (end := self.after(at, (phrase,))) >= 0:
                return self.said_on.year + ahead, end
        return None, i


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, last))


def months_of(first: date, count: int) -> Stretch:
    return Stretch(first, add_months(first, count) - DAY, kind="month" if count == 1 else "long")


def month_of(first: date) -> Stretch:
    return months_of(first, 1)


def spoken(day: date) -> str:
    """A day as a person would write it."""
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}"
