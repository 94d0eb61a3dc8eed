"""Lengths of time: "within 5 working days", "in two to three weeks", "a fortnight", "ten days from now"."""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from sincerely.cadence.promise_parts import Parts
from sincerely.cadence.promise_periods import WEEK, Found, Stretch, add_months
from sincerely.cadence.promise_words import listed, number

WITHIN = listed(
    "within the next, within about, within the, within around, within, inside of, inside, in under, in less than, in "
    "no more than, up to, in at most, at most, in the space of, over the next, in the next, during the next, over the "
    "coming, in the coming, during the coming, across the next, for the next, for another, for, the next, another, no "
    "more than, no longer than, not more than, less than, under, in as little as"
)
IN = listed("in about, in around, in roughly, in approximately, in another, in, about, around, some, roughly")
AT_LEAST = listed("at least, a minimum of, no less than, not less than, no sooner than, more than, over")
UNTIL = listed("by, until, till, no later than, not later than, no more than")
UNITS = {
    "hour": "hours",
    "hours": "hours",
    "hrs": "hours",
    "hr": "hours",
    "day": "days",
    "days": "days",
    "week": "weeks",
    "weeks": "weeks",
    "wks": "weeks",
    "fortnight": "fortnights",
    "fortnights": "fortnights",
    "month": "months",
    "months": "months",
    "year": "years",
    "years": "years",
    "weekdays": "working",
    "weekday": "working",
}
# Employers' loose amounts, read widely: the later end is what a check-in waits for.
LOOSE = {
    "a couple of": (2, 2),
    "a couple": (2, 2),
    "couple of": (2, 2),
    "a few": (3, 4),
    "few": (3, 4),
    "several": (4, 7),
    "a handful of": (4, 5),
}
LOOSE_DAYS = {"a few": (3, 5), "few": (3, 5)}
BARE_UNITS = {"days": 7, "weeks": 28, "months": 92}


# "The next week", "another fortnight": one of them.
IMPLIED = frozenset({"next", "coming", "another", "the"})


class Duration(NamedTuple):
    """So many units, from `low` to `high`; `unit` is hours, days, working, weeks, fortnights, months or years."""

    low: int
    high: int
    unit: str
    extra: int = 0


class Lengths(Parts):
    """Reads lengths of time, counted from the day on which they were said."""

    def counted(self, i: int) -> Found | None:
        """ "within 5 working days", "in two to three weeks", "a fortnight", "a week on Thursday", "ten days from now"."""
        if found := self.bare_units(i):
            return found
        upto = self.after(i, (*WITHIN, *UNTIL))
        about = self.after(i, IN)
        least = self.after(i, AT_LEAST)
        start = max(upto, about, least, i)
        found_length = self.duration(start)
        if found_length is None:
            return None
        length, end = found_length
        base = self.said_on
        if least == start:
            first = self.ahead(base, length.low, length.unit)
            return Stretch(first, first + WEEK), end
        asked_for = self.word(i - 1).text in ("me", "us", "allow", "another")
        if length.unit in ("hours", "years") and about < 0 and (start == i or length.unit == "years") and not asked_for:
            return None
        possessive = self.word(end - 1).text.endswith("'s") or self.word(end).text == "'"
        exact = about >= 0 and about >= upto
        if (
            later := self.after(
                self.past(end, "'"), ("time", "from now", "from today", "today", "hence", "on", "away", "later", "tomorrow")
            )
        ) >= 0:
            if self.word(later - 1).text == "on" and (found := self.day(later)):
                return self.counted_from(found[0], length, found[1])
            base = self.ahead(base, self.word(later - 1).text == "tomorrow", "days")
            exact, end = True, later
        elif (later := self.after(end, ("from", "after", "of", "following"))) >= 0:
            if found := self.stretch(later):
                return self.counted_from(found[0], length, found[1])
            if (
                own := self.after(
                    later, ("today", "now", "this email", "this message", "this date", "this letter", "receipt of this email")
                )
            ) >= 0:
                return self.span(base, base, length, own, exact or self.word(end).text != "of")
            if self.word(later).text in ("the", "your", "our", "that", "application", "receipt", "interview", "interviewing"):
                days = self.span(base, base, length, end, False)[0]
                return days._replace(last=days.last + 2 * WEEK, question="From which day do they count?"), end
            return None
        elif possessive:
            return None
        if (
            self.after(
                end,
                (
                    "a day",
                    "a week",
                    "ago",
                    "old",
                    "of experience",
                    "notice",
                    "s notice",
                    "' notice",
                    "per",
                    "earlier",
                    "each",
                    "/",
                ),
            )
            >= 0
        ):
            return None
        return self.span(base, base, length, end, exact)

    def counted_from(self, base: Stretch, length: Duration, end: int) -> Found:
        days, end = self.span(base.last, base.last, length, end, True)
        return days._replace(question=base.question), end

    def span(self, first: date, base: date, length: Duration, end: int, exact: bool) -> Found:
        """The days after a length of time: the day itself where "in" says so, else all days until then."""
        last = self.ahead(base, length.high, length.unit) + timedelta(days=length.extra)
        return Stretch(self.ahead(base, length.low, length.unit) if exact else first, last), end

    def ahead(self, base: date, count: int, unit: str) -> date:
        if unit == "working":
            return self.place.add_working(base, count)
        if unit in ("months", "years"):
            return add_months(base, count * (12 if unit == "years" else 1))
        return base + timedelta(
            days=ceil(count / 24) if unit == "hours" else count * {"days": 1, "weeks": 7, "fortnights": 14}[unit]
        )

    def duration(self, i: int) -> tuple[Duration, int] | None:
        """ "two weeks", "2-3 weeks", "a week or two", "a week to ten days", "a week or so"."""
        low = self.amount(i)
        if low is None or self.word(i - 1).text == "half":
            return None
        (least, most), end = low
        if (later := self.after(end, ("to", "or", "and"))) >= 0 and (high := self.amount(later)) and high[0][1] > most:
            most, end = high[0][1], high[1]
        unit = self.unit(end)
        if unit is None:
            return None
        name, end = unit
        words = " ".join(word.text for word in self.words[i : i + 2])
        if name == "days" and words in LOOSE_DAYS:
            least, most = LOOSE_DAYS[words]
        if name in ("days", "working") and self.word(i).text == "few":
            least, most = LOOSE_DAYS["few"]
        if self.after(end, ("or so",)) >= 0:
            return Duration(
                least, most, name, {"days": 1, "working": 1, "weeks": 3, "fortnights": 4, "months": 7}.get(name, 0)
            ), end + 2
        if (later := self.after(end, ("or", "to"))) >= 0 and (second := self.amount(later)):
            other = self.unit(second[1])
            if other is None and second[0][1] > most:
                return Duration(least, second[0][1], name), second[1]
            scale = {"days": 1, "weeks": 7, "fortnights": 14}
            if other and name in scale and other[0] in scale:
                return Duration(least * scale[name], second[0][1] * scale[other[0]], "days"), other[1]
        return Duration(least, most, name), end

    def amount(self, i: int) -> tuple[tuple[int, int], int] | None:
        for words, span in LOOSE.items():
            if (end := self.after(i, (words,))) >= 0 and (words != "a couple" or self.word(end).text != "of"):
                return span, self.past(end, "more", "of", "short")
        if self.after(i, ("half a", "half an")) >= 0:
            return None
        if self.word(i - 1).text in IMPLIED and self.unit(i):
            return (1, 1), i
        i = self.past(i, "a good", "a further", "an additional", "a full")
        if self.word(i).text in ("a", "an", "another", "one"):
            return (1, 1), self.past(i + 1, "full", "further", "good", "short", "whole", "more")
        count = number(self.word(i))
        return ((count, count), self.past(i + 1, "full", "further", "more", "clear", "short")) if count and count <= 400 else None

    def unit(self, i: int) -> tuple[str, int] | None:
        i = self.past(i, "calendar")
        if (
            end := self.after(
                i, ("working days", "business days", "working day", "business day", "work days", "workdays", "working-days")
            )
        ) >= 0:
            return "working", end
        if (end := self.after(i, ("working weeks", "working week"))) >= 0:
            return "weeks", end
        name = UNITS.get(self.word(i).text.removesuffix("'s"))
        return (name, i + 1) if name else None

    def bare_units(self, i: int) -> Found | None:
        """ "in the coming days", "over the next weeks"."""
        end = self.after(
            i,
            (
                "in a matter of",
                "within a matter of",
                "a matter of",
                "within",
                "in the coming",
                "over the coming",
                "in the next",
                "over the next",
                "within the coming",
                "within the next",
                "during the coming",
            ),
        )
        length = BARE_UNITS.get(self.word(end).text) if end >= 0 else None
        return (Stretch(self.said_on, self.said_on + timedelta(days=length)), end + 1) if length else None
