"""What is said of days: by, before, after, from, between; on one or another."""

from collections.abc import Iterator
from dataclasses import replace

from sincerely.cadence.promise_lengths import Lengths
from sincerely.cadence.promise_periods import WEEK, Found, Stretch
from sincerely.cadence.promise_place import DAY
from sincerely.cadence.promise_words import listed, spaced

BY = listed(
    "by, by the time of, no later than, not later than, at the latest by, until, till, up until, up to, on or before, "
    "by latest, as late as, latest by, latest, latest on, at the latest on, in time for, not after, by around, by about"
)
BEFORE = listed("before, ahead of, prior to, sooner than, in advance of, this side of")
AFTER = listed(
    "after, following, until after, till after, not until after, some time after, sometime after, straight after, "
    "just after, soon after, shortly after, once we are past, past, the other side of"
)
FROM = listed("from, starting, starting from, as of, as from, beginning, any time from")
NOT_BEFORE = listed("not before, no earlier than, not earlier than, no sooner than, not sooner than, earliest, at the earliest")
NOT_UNTIL = listed("not until, not till, only on, only in, not before the end of")
ON = listed(
    "on, in, at, during, over, around, about, sometime, sometime in, some time in, some time, at some point in, for, "
    "as early as, on or around, on or about, in or around, come, at some point, around about, sometime on, at the"
)
IF_NOT = (
    *(", if not then ,", ", and if not then ,", "and if not then", "or if not", ", if not ,"),
    *(", or failing that ,", "or failing that", ", failing that ,"),
)
EARLIEST = listed("at the earliest, at the very earliest, earliest")
NEXT_DAY = listed(
    "the day after, the following day, the next day, the next working day, the day following, the following morning"
)
SAME_WEEK = listed("that week, later that week, the same week, that same week")
WEEK_AFTER = listed("the following week, the week following, the week after, the next week, the week after that")
LATER = listed("later, after that, of that, from that, after this, thereafter, afterwards, following that, from then, after then")
# Who does something in a clause that ends with a day: "before we break for Christmas".
ACTORS = spaced("we i they he she it everyone the our my your all interviews")
CLAUSE_LENGTH = 7
DENIALS = frozenset(
    {"not", "won't", "wouldn't", "don't", "doesn't", "unlikely", "isn't", "aren't", "can't", "cannot", "never", "nothing", "no"}
)


class Phrases(Lengths):
    """Reads whole phrases of time."""

    def phrases(self) -> Iterator[tuple[Stretch, int, int]]:
        """Every phrase of time in these words: the days it means, and from which word to which."""
        i, before = 0, self.before
        while i < len(self.words):
            found = (before and replace(self, said_on=before).pointed(i)) or self.phrase(i)
            if found and found[0].last >= self.said_on:
                stretch, end = found
                yield stretch._replace(first=max(stretch.first, self.said_on)), i, end
                before = None if stretch.question else stretch.last
                i = end
            else:
                i = found[1] if found else i + 1

    def phrase(self, i: int) -> Found | None:
        """One phrase: what is said of the days, and the days; "Monday at the earliest, Wednesday at the latest" is one."""
        for read in (self.between, self.counted, self.related, self.clause, self.alternatives):
            if (found := read(i)) and found[1] > i:
                days, end = found
                if (otherwise := self.after(end, IF_NOT)) >= 0 and (second := self.phrase(otherwise)):
                    return self.joined(days, second[0]), second[1]
                if (earliest := self.after(end, EARLIEST)) < 0:
                    return found
                second = self.alternatives(self.past(earliest, ",", ", and", "and", "or", "but", ", but"))
                return (self.joined(days, second[0]), second[1]) if second else (self.onward(days), earliest)
        return None

    def pointed(self, i: int) -> Found | None:
        """What points back at the day named before, seen from there: "the following Monday", "that week", "two days later"."""
        if (end := self.after(i, NEXT_DAY)) >= 0 and self.word(end).text != "tomorrow":
            return self.one(self.said_on + DAY), end
        if (end := self.after(i, SAME_WEEK)) >= 0:
            return Stretch(self.said_on, max(self.said_on, self.place.week(self.said_on)[1]), kind="week"), end
        if (end := self.after(i, WEEK_AFTER)) >= 0 and self.weekday_number(end, True) is None:
            return Stretch(*self.place.week(self.said_on + WEEK), kind="week"), end
        start = self.after(i, ("the following", "following", "the next"))
        if start >= 0 and (named := self.weekday_number(start, True)) is not None:
            return self.one(self.coming(named)), start + 1
        start = self.past(i, "within", "in", "about")
        if (found := self.duration(start)) and (end := self.after(found[1], LATER)) >= 0:
            return self.span(self.said_on, self.said_on, found[0], end, exact=self.word(i).text != "within")
        return None

    def clause(self, i: int) -> Found | None:
        """ "before we break for Christmas", "once the panel has met on the 9th": a clause with a day at its end."""
        denied = self.denied(i)
        for phrases, apply in (
            (("before",), self.onward if denied else self.ahead_of),
            (("once", "after", "as soon as"), self.behind),
        ):
            end = self.after(i, phrases)
            if end < 0 or self.word(end).text.partition("'")[0] not in ACTORS:
                continue
            for at in range(end + 1, end + 1 + CLAUSE_LENGTH):
                if self.word(at).kind == "mark" or self.word(at).text in ("and", "but", "will", "we'll"):
                    break
                start = self.after(at, ("on", "for", "in", "at", "over"))
                if start >= 0 and (found := self.alternatives(start)):
                    return apply(found[0]), found[1]
        return None

    def denied(self, i: int) -> bool:
        """Whether a "not" stands shortly before."""
        return any(word.text in DENIALS for word in self.words[max(0, i - 6) : i])

    def related(self, i: int) -> Found | None:
        """ "by Friday", "before Christmas", "after Easter", "not until next week", "from Monday"."""
        denied = self.denied(i)
        for phrases, apply in (
            (NOT_UNTIL, self.inside),
            (NOT_BEFORE, self.onward),
            (BEFORE, self.onward if denied else self.ahead_of),
            (AFTER, self.behind),
            (FROM, self.onward),
            (BY, self.inside if denied and self.word(i).text in ("until", "till") else self.up_to),
            (ON, self.inside),
        ):
            end = self.after(i, phrases)
            if end < 0:
                continue
            if found := self.alternatives(self.past(end, "about", "around", "roughly", "approximately", "say")):
                stretch, last = found
                return apply(stretch), last
        return None

    def inside(self, days: Stretch) -> Stretch:
        return days

    def up_to(self, days: Stretch) -> Stretch:
        """By a weekend, the new year or a feast of several days: on the day before it; by anything else: on its last day."""
        if days.kind in ("new year", "weekend") or (days.kind == "feast" and days.last > days.first and not days.question):
            return self.ahead_of(days)
        return days._replace(first=self.said_on)

    def ahead_of(self, days: Stretch) -> Stretch:
        """Before the end of something is within it; before anything else ends on the day before its first."""
        if days.kind == "end":
            return days._replace(first=self.said_on)
        last = days.last if days.question else days.first - DAY
        return days._replace(first=self.said_on, last=max(last, self.said_on))

    def behind(self, days: Stretch) -> Stretch:
        """After something: within the seven days that follow it."""
        over = days.first if days.kind == "new year" else days.last
        return days._replace(first=(days.first if days.question else over) + DAY, last=over + WEEK)

    def onward(self, days: Stretch) -> Stretch:
        """From a day, or not before it: within seven days from there; a longer stretch to its own end."""
        return days._replace(last=max(days.last, days.first + WEEK - DAY))

    def between(self, i: int) -> Found | None:
        """ "between Monday and Wednesday", "from the 12th to the 14th"."""
        start = self.after(
            i, ("between", "from", "anywhere between", "sometime between", "some time between", "any time between")
        )
        first = self.stretch(start) if start >= 0 else None
        if first is None:
            return None
        join = self.after(first[1], ("and", "to", "until", "through"))
        second = self.stretch(join) if join >= 0 else None
        if second is None:
            return first if first[0].last > first[0].first and first[0].kind == "day" else None
        return self.joined(first[0], second[0]), second[1]

    def alternatives(self, i: int) -> Found | None:
        """One stretch, or two with "or" between them."""
        found = self.stretch(i)
        if found is None:
            return None
        first, end = found
        join = self.after(end, ("or", "to", "and", "/", "through", "or possibly", "or maybe", "or on", "or by", "and on"))
        second = self.stretch(join) if join >= 0 and first.kind in ("day", "week", "month") else None
        if second is None or (self.word(end).text == "and" and second[0].kind != first.kind):
            return found
        return self.joined(first, second[0]), second[1]

    def joined(self, first: Stretch, second: Stretch) -> Stretch:
        """From the first to the second; a bare weekday before a dated one belongs to the same week."""
        begin = first.first
        if second.kind == "new year":
            second = second._replace(first=second.first - DAY, last=second.first - DAY)
        if first.kind == second.kind == "day" and first.first == first.last:
            while begin > second.last and second.last - self.said_on > WEEK:
                begin -= WEEK
            if begin > second.last:
                second = second._replace(first=second.first + WEEK, last=second.last + WEEK)
            if second.first - begin > 6 * DAY and begin - self.said_on <= WEEK:
                begin += (second.first - begin).days // 7 * WEEK
        if begin > second.last:
            return first
        return Stretch(begin, second.last, first.question or second.question, second.kind)
