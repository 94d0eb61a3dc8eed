"""Single days that words name: "Thursday", "the 14th", "tomorrow", "10/03", "close of play Friday"."""

from datetime import date, timedelta

from sincerely.cadence.promise_periods import NOTHING, WEEK, Found, Periods, Stretch, add_months, spoken
from sincerely.cadence.promise_words import DOUBTFUL, MONTH_WORDS, MONTHS, WEEKDAY_WORDS, listed, number, ordinal, spaced

FAR = timedelta(days=305)
DAY_ENDS = listed(
    "the end of the working day, the end of the business day, end of the working day, end of the business day, the "
    "end of the day, end of the day, end of business day, the end of business, end of business, end of day, end of "
    "play, the close of business, close of business, close of play, closing time, the close of play, close of day, "
    "eod, eob, cob, cop, first thing, midday, noon, lunchtime, lunch, midnight"
)
PARTS_OF_DAY = listed("first thing, morning, afternoon, evening, night, lunchtime, noon, at noon, midday, at midday, am, pm")
CLOCKS = listed(
    "gmt, utc, bst, cet, cest, eet, est, edt, et, ct, cst, mt, mst, pt, pst, pdt, ist, sgt, hkt, jst, aest, aedt, acst, awst, "
    "nzst, nzdt, sast, gst, uk time, irish time, local time, eastern, central, mountain, pacific, eastern time, pacific time, "
    "our time, your time"
)
BEFORE_ORDINAL = spaced("by on before after until till than from")
AFTER_ORDINAL = spaced(
    ". , ; ! ? ) : - and or at by to for when once with if as we you i so but then in latest either of from onwards - please"
    " after until which because though before is at we'll i'll you'll they'll someone"
)


class Days(Periods):
    """Reads single days in a row of words."""

    def near(self, i: int) -> Found | None:
        """Today, tomorrow, and days counted from them."""
        for phrases, ahead in (
            (("tomorrow week", "a week tomorrow"), 8),
            (("tomorrow fortnight", "a fortnight tomorrow"), 15),
            (("this day fortnight", "today fortnight", "a fortnight today"), 14),
            (("today", "tonight", "this morning", "this afternoon", "this evening", "later today"), 0),
            (("tomorrow", "tmrw", "tmr", "the next day"), 1),
            (("the day after tomorrow", "day after tomorrow"), 2),
            (("this time next week", "this day next week", "same time next week", "today week", "this day week"), 7),
            (("this time tomorrow",), 1),
        ):
            if (end := self.after(i, phrases)) >= 0:
                return self.one(self.said_on + timedelta(days=ahead)), self.past(end, *PARTS_OF_DAY)
        if (end := self.after(i, ("this time next month",))) >= 0:
            return self.one(add_months(self.said_on, 1)), end
        return None

    def day_end(self, i: int) -> Found | None:
        """Close of business on a day; today where none is named."""
        end = self.after(i, DAY_ENDS)
        if self.word(i).kind == "time":
            end = i + 1
        end = self.past(end, *CLOCKS) if end >= 0 else end
        if end < 0:
            return None
        named = self.past(end, "on", "on the", "of", "the", ",")
        if found := self.near(named) or self.day(named):
            return found
        if self.word(i).kind == "time" or self.word(i).text in (
            "noon",
            "midday",
            "lunch",
            "lunchtime",
            "midnight",
            "first",
            "closing",
        ):
            return None
        return (self.one(self.said_on), end) if self.word(end).text not in ("the", "this", "next") else None

    def day(self, i: int) -> Found | None:
        """A weekday or a date, with what belongs to it."""
        for read in (self.weekday, self.calendar_day):
            if found := read(i):
                return found[0], self.past(found[1], *PARTS_OF_DAY)
        return None

    def weekday(self, i: int) -> Found | None:
        """ "Thursday", "next Thursday", "Thursday week", "Thursday of next week", "Thursday 12 March"."""
        which = "this" if self.after(i, ("this", "this coming", "the coming", "coming")) >= 0 else ""
        start = max(i, self.after(i, ("this coming", "this", "the coming", "coming")))
        if (week := self.week(i)) and (named := self.weekday_number(week[1], True)) is not None:
            return self.one(self.within(week[0], named)), week[1] + 1  # "next week Thursday"
        if self.word(i).text == "next":
            which, start = "next", i + 1
        named = self.weekday_number(start, bool(which))
        if named is None:
            return None
        end = start + 1
        if self.word(end).text == "." and self.word(start).text not in WEEKDAY_WORDS:
            end += 1
        dated = self.past(end, ",", "the", ", the", *PARTS_OF_DAY)
        if found := self.calendar_day(dated):
            return self.agreed(found[0], named), found[1]
        if (later := self.after(end, ("week", "a week"))) >= 0:
            return self.one(self.coming(named) + WEEK), later
        if (later := self.after(end, ("fortnight",))) >= 0:
            return self.one(self.coming(named) + 2 * WEEK), later
        if week := self.week(self.past(end, "of", "in", ",", "morning", "afternoon")):
            return self.one(self.within(week[0], named)), week[1]
        if which == "next" or self.word(end).text == "next":
            monday, _ = self.place.week(self.said_on + WEEK)
            return self.one(monday + timedelta(days=(named - monday.weekday()) % 7)), end + (which != "next")
        if which == "this" and named == self.said_on.weekday():
            question = "Do they mean today, or this day next week?"
            return Stretch(self.said_on, self.said_on + WEEK, question), end
        return self.one(self.coming(named)), self.past(end, "coming")

    def weekday_number(self, i: int, sure: bool = False) -> int | None:
        """The weekday named here; a short form counts only after a word of time or before a figure."""
        word = self.word(i)
        named = WEEKDAY_WORDS.get(word.text.removesuffix("'s"))
        if named is None or word.kind != "word":
            return None
        if word.text not in DOUBTFUL or sure:
            return named
        before = self.word(i - 1).text in (
            "by",
            "on",
            "next",
            "this",
            "until",
            "till",
            "before",
            "after",
            "than",
            "or",
            "and",
            "to",
            "from",
            "touch",
        )
        pair = self.word(i + 1).text in ("or", "and", "to") and self.word(i + 2).text in WEEKDAY_WORDS
        ahead = pair or self.word(i + 1).kind in ("number", "ordinal", "date") or self.word(i + 1).text in MONTH_WORDS
        plain = word.capital and word.text in ("mon", "wed", "weds", "fri")
        return named if plain or (before and (word.capital or word.text in ("mon", "fri", "weds"))) or ahead else None

    def calendar_day(self, i: int) -> Found | None:
        """ "14 March", "March 14th, 2026", "the 14th", "10/03/2026", "2026-03-10"."""
        i = self.past(i, "the", "the date of")
        if self.word(i).kind == "date":
            found = self.figures(self.word(i).text)
            return (found, i + 1) if found else None
        found_month = self.month_number(i)
        if found_month and self.word(i + 1).kind in ("number", "ordinal", "word"):
            month, end = found_month, self.past(i + 1, ".", "the")
            day = ordinal(self.word(end)) or (number(self.word(end)) if self.word(end).kind == "number" else None)
            if day:
                return self.dated(month, day, end + 1)
        day, end = ordinal(self.word(i)), self.past(i + 1, "of")
        if day is None and self.word(i).kind == "number":
            day = number(self.word(i))
        if day is None:
            return None
        if named := self.month_number(end, True):
            return self.dated(named, day, self.past_stop(end))
        if (month_end := self.after(end, ("this month", "next month", "the month"))) >= 0 and self.word(i).kind == "ordinal":
            base = add_months(self.said_on.replace(day=1), self.word(end).text == "next")
            return self.valid(base.year, base.month, day, month_end)
        written = self.word(i - 1).text == "the" and self.word(i - 2).text in BEFORE_ORDINAL
        if (self.word(i).kind == "ordinal" or written) and (
            self.word(i + 1).text in AFTER_ORDINAL or self.word(i + 1) is NOTHING
        ):
            for ahead in range(4):
                base = add_months(self.said_on.replace(day=1), ahead)
                if (found_day := make(base.year, base.month, day)) and found_day >= self.said_on:
                    return Stretch(found_day, found_day, kind="day"), i + 1
        return None

    def past_stop(self, i: int) -> int:
        """After a month's name and, where it is a short form, its full stop."""
        return self.past(i + 1, ".") if self.word(i).text not in MONTHS else i + 1

    def dated(self, month: int, day: int, end: int) -> Found | None:
        """A day of a month; without a year the next one, where that is not ten months off (then it is past)."""
        year, after = self.year(end)
        if year:
            return self.valid(year, month, day, after)
        for candidate in (self.said_on.year, self.said_on.year + 1):
            found = make(candidate, month, day)
            if found and self.said_on <= found <= self.said_on + FAR:
                return Stretch(found, found, kind="day"), end
        return None

    def valid(self, year: int, month: int, day: int, end: int) -> Found | None:
        found = make(year, month, day)
        return (Stretch(found, found, kind="day"), end) if found else None

    def figures(self, text: str) -> Stretch | None:
        """A date in figures; both readings where the order of day and month cannot be known."""
        separator = next(mark for mark in "/.-" if mark in text)
        parts = [part for part in text.split(separator) if part]
        if text == "24/7":
            return None
        if len(parts[0]) == 4:
            return self.plain(make(int(parts[0]), int(parts[1]), int(parts[2])))
        a, b = int(parts[0]), int(parts[1])
        year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0) if len(parts) > 2 else None
        readings = {"day": self.in_year(year, b, a), "month": self.in_year(year, a, b)}
        order = "day" if separator == "." else self.place.order
        if order and readings[order]:
            return self.plain(readings[order])
        dates = sorted({day for day in readings.values() if day and day >= self.said_on})
        if len(dates) < 2 or a == b:
            return self.plain(dates[0]) if dates else None
        return Stretch(dates[0], dates[1], f"Is {text} {spoken(dates[0])} or {spoken(dates[1])}?")

    def in_year(self, year: int | None, month: int, day: int) -> date | None:
        if year:
            return make(year, month, day)
        if not 1 <= month <= 12:
            return None
        found = self.dated(month, day, len(self.words))
        return found[0].first if found else None

    @staticmethod
    def plain(day: date | None) -> Stretch | None:
        return Stretch(day, day, kind="day") if day else None

    def agreed(self, dated: Stretch, weekday: int) -> Stretch:
        """A date beside a weekday: it settles which of two readings is meant; where they contradict each other, it is asked."""
        meant = [day for day in (dated.first, dated.last) if day.weekday() == weekday]
        if dated.question and len(meant) == 1:
            return self.one(meant[0])
        if dated.question or meant:
            return dated
        nearby = dated.first + timedelta(days=(weekday - dated.first.weekday() + 3) % 7 - 3)
        first, last = sorted((dated.first, nearby))
        return Stretch(first, last, f"The weekday and the date do not agree: is it {spoken(first)} or {spoken(last)}?")

    def one(self, day: date) -> Stretch:
        return Stretch(day, day)

    def coming(self, weekday: int) -> date:
        """The next such weekday, never the day of speaking itself."""
        return self.said_on + timedelta(days=(weekday - self.said_on.weekday() - 1) % 7 + 1)

    def within(self, week: Stretch, weekday: int) -> date:
        return week.first + timedelta(days=(weekday - week.first.weekday()) % 7)


def make(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
