"""Parts of longer stretches: "early March", "the end of next week", "the first week of June", "w/c 14th"."""

from datetime import date, timedelta

from sincerely.cadence.promise_days import Days
from sincerely.cadence.promise_feasts import nth_weekday
from sincerely.cadence.promise_periods import WEEK, Found, Stretch, months_of
from sincerely.cadence.promise_place import DAY
from sincerely.cadence.promise_words import RANKS, listed

EARLY = listed(
    "early in, early on in, early, the early part of, the beginning of, beginning of, the start of, start of, the "
    "the first part of, the very start of, early doors, first thing, "
    "the first few days of, first few days of, the first days of"
)
FIRST_TWO = ("early to mid", "early or mid")
LAST_TWO = ("mid to late", "mid or late")
MIDDLE = listed("mid, middle of, the middle of, halfway through, midway through, half way through")
LATE = listed(
    "late in, late on in, late, later in, later, towards the end of, toward the end of, the latter part of, latter "
    "part of, the back end of, the second part of"
)
ENDS = listed(
    "the very end of, very end of, the end of, end of, end, the close of, close of, the last day of, "
    "the last few days of, last few days of, the last days of"
)
RESTS = listed("the rest of, the remainder of, the remaining part of")
HALVES = {
    "first": ("the first half of", "first half of"),
    "second": ("the second half of", "second half of", "the latter half of", "latter half of"),
}
SHORT_ENDS = {
    "eow": "week",
    "week end": "week",
    "eom": "month",
    "month end": "month",
    "eoq": "quarter",
    "quarter end": "quarter",
    "year end": "year",
    **{f"{name}'s end": name for name in ("week", "month", "quarter", "year")},
    **{f"{name} is {over}": name for name in ("week", "month", "quarter", "year") for over in ("out", "over", "up", "through")},
    "eoy": "year",
}


class Parts(Days):
    """Reads parts of stretches, and stretches that are named by a part."""

    def stretch(self, i: int) -> Found | None:
        """The days named here, or None."""
        for read in (self.part, self.ranked, self.day_end, self.week_of, self.numbers, self.near, self.day, self.period):
            if found := read(i):
                return found
        return None

    def part(self, i: int) -> Found | None:
        """ "early March", "mid-Q2", "the end of next week", "the first half of June", "EOW"."""
        for short, period in SHORT_ENDS.items():
            if (end := self.after(self.past(i, "the"), (short,))) >= 0:
                return end_of(self.current(period)), end
        for phrases, cut in (
            (ENDS, end_of),
            (RESTS, whole),
            (EARLY, early),
            (FIRST_TWO, not_late),
            (LAST_TWO, not_early),
            (MIDDLE, middle),
            (LATE, late),
            (HALVES["first"], first_half),
            (HALVES["second"], second_half),
        ):
            end = self.after(i, phrases)
            if end < 0:
                continue
            if cut is end_of and (found := self.near(end) or self.weekday(end)):
                return found
            if (found := self.week(end)) or (found := self.period(end)):
                return cut(found[0]), found[1]
            if (week := self.after(end, ("week", "the week", "the working week"))) >= 0 and (
                cut is not early or self.word(i).text != "start"
            ):
                return cut(self.current("week")), week
        return None

    def current(self, name: str) -> Stretch:
        """This week, month, quarter or year."""
        if name == "week":
            first, last = self.place.week(self.said_on)
            shift = WEEK if last < self.said_on else timedelta(0)
            return Stretch(first + shift, last + shift, kind="week")
        count = {"month": 1, "quarter": 3, "year": 12}[name]
        return months_of(date(self.said_on.year, (self.said_on.month - 1) // count * count + 1, 1), count)

    def ranked(self, i: int) -> Found | None:
        """ "the first week of June", "the last Friday in March", "the second working day of next month"."""
        start = self.past(i, "the")
        rank = RANKS.get(self.word(start).text)
        if rank is None:
            return None
        to = self.after(start + 1, ("to", "or", "and"))
        other = RANKS.get(self.word(to).text) if to >= 0 else None
        unit = to + 1 if other else start + 1
        end = self.past(unit + 1, "of", "in")
        if self.word(unit).text in ("week", "weeks") and (found := self.period(end)) and found[0].kind in ("month", "long"):
            month = found[0]
            if rank < 0:
                return Stretch(month.last - 6 * DAY, month.last, month.question, "week"), found[1]
            first = month.first + (rank - 1) * WEEK
            return Stretch(first, first + WEEK - DAY + ((other or rank) - rank) * WEEK, month.question, "week"), found[1]
        named = self.weekday_number(unit, True)
        if named is not None and (found := self.month(end)):
            day = nth_weekday(found[0].first.year, found[0].first.month, named, rank)
            return Stretch(day, day, found[0].question), found[1]
        if (
            self.after(unit, ("working day of", "business day of", "working day in")) >= 0
            and rank > 0
            and (found := self.period(unit + 3))
        ):
            day = self.place.add_working(found[0].first - DAY, rank)
            return Stretch(day, day, found[0].question), found[1]
        return None

    def week_of(self, i: int) -> Found | None:
        """ "week commencing the 14th", "w/c 14 March", "the week of the 14th", "week ending Friday 20th"."""
        start = self.past(i, "the")
        end = self.after(
            start,
            ("week commencing", "week beginning", "week starting", "week of", "w/c", "wc", "wk comm", "week from", "week com"),
        )
        ending = self.after(start, ("week ending", "w/e", "week to"))
        found = self.day(self.past(max(end, ending), ":", "on", "the")) if max(end, ending) >= 0 else None
        if found is None:
            return None
        day = found[0].first
        if ending >= 0:
            return Stretch(day - 4 * DAY, found[0].last, found[0].question, "week"), found[1]
        first, last = self.place.week(day)
        if first <= day <= last and self.word(end - 1).text == "of":
            day = first
        return Stretch(day, last if first <= day <= last else day + 6 * DAY, found[0].question, "week"), found[1]

    def numbers(self, i: int) -> Found | None:
        """ "12 or 13 March", "the 12th to the 14th of March", "12-14 March": two days of one month."""
        start = self.past(i, "the")
        word = self.word(start)
        join = self.after(start + 1, ("to", "or", "and", "/", "to the", "or the", "and the"))
        if word.kind not in ("number", "ordinal") or join < 0:
            return None
        second = self.calendar_day(join)
        low = int("".join(filter(str.isdigit, word.text)))
        if second is None or second[0].question or low >= second[0].first.day:
            return None
        return Stretch(second[0].first.replace(day=low), second[0].last), second[1]


def cut(days: Stretch, first: date, last: date, kind: str | None = None) -> Stretch:
    return Stretch(max(first, days.first), min(last, days.last), days.question, kind or days.kind)


def whole(days: Stretch) -> Stretch:
    return days


def early(days: Stretch) -> Stretch:
    """The first two days of a week; the first third of anything longer."""
    length = (days.last - days.first).days + 1
    return cut(days, days.first, days.first + timedelta(days=(2 if length <= 7 else length // 3) - 1))


def middle(days: Stretch) -> Stretch:
    """A week without its first and last day; the middle third of anything longer."""
    length = (days.last - days.first).days + 1
    start = 1 if length <= 7 else length // 3
    return cut(
        days, days.first + timedelta(days=start), days.first + timedelta(days=(length - 2 if length <= 7 else 2 * start - 1))
    )


def late(days: Stretch) -> Stretch:
    length = (days.last - days.first).days + 1
    return cut(days, days.last - timedelta(days=(2 if length <= 7 else length - length // 3 * 2) - 1), days.last)


def not_late(days: Stretch) -> Stretch:
    return cut(days, days.first, middle(days).last)


def not_early(days: Stretch) -> Stretch:
    return cut(days, middle(days).first, days.last)


def end_of(days: Stretch) -> Stretch:
    """The last two days of a week, the last week of a month, the last month of a year."""
    length = (days.last - days.first).days + 1
    last = 2 if length <= 7 else 7 if length <= 31 else min(length // 6, 31)
    return cut(days, days.last - timedelta(days=last - 1), days.last, "end")


def first_half(days: Stretch) -> Stretch:
    length = (days.last - days.first).days + 1
    return cut(days, days.first, days.first + timedelta(days=(length - 1) // 2))


def second_half(days: Stretch) -> Stretch:
    length = (days.last - days.first).days + 1
    return cut(days, days.first + timedelta(days=length // 2), days.last)
