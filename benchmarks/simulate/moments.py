"""When a touch is owed, best, due and late, reckoned from the page; and what a violation is."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from benchmarks.simulate.days import DAY, Where
from benchmarks.simulate.history import CALLS, UNPROMPTED, History, Talk, instant

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
QUIET_DAYS = 10
MID_MORNING = time(9, 30), time(11, 30)


class Violation(NamedTuple):
    """A broken law: its number and name, and what breaks it."""

    law: str
    what: str


NOTHING = "1 never nothing"
TOO_MUCH = "2 never too much"
THE_END = "3 never after the end"
TOO_EARLY = "4 never before its time"
STABLE = "5 stable"
PRECISE = "made precise"


class Planned:
    """A touch with its instants read."""

    def __init__(self, touch: dict[str, Any]) -> None:
        self.interview, self.contact = touch["interview"], str(touch["contact"])
        self.stage, self.channel, self.late = str(touch["stage"]), str(touch["channel"]), bool(touch["late"])
        self.not_before, self.best, self.due = (instant(touch[key]) for key in ("not_before", "best", "due"))
        self.reasons = touch["reasons"]

    def __str__(self) -> str:
        return f"{self.stage} to {self.contact} by {self.channel} at {self.best:%Y-%m-%dT%H:%MZ}"


def moments(history: History, touch: Planned, others: list[Planned]) -> Iterator[Violation]:
    """What a touch's moments break, beside the other touches of the plan."""
    if touch.stage == "thank-you":
        yield from thank_you(history, touch, others)
    elif touch.stage in ("check-in", "final"):
        yield from check_in(history, touch, alone=not others)
    else:
        yield from reply(history, touch)


def check_in(history: History, touch: Planned, alone: bool) -> Iterator[Violation]:
    """Mid-morning of the first day allowed; due two working days later."""
    if not alone or touch.late or not history.ended or not history.here(touch.contact) or history.coming or history.hold:
        return
    if history.words and any(sent["stage"] in UNPROMPTED and sent["at"] > history.words[-1]["at"] for sent in history.sent):
        return  # a week after the check-in before it, or ten days after the last word: the page lets both stand
    where = history.places[touch.contact]
    if any(where.day(sent["at"]) != history.places[sent["contact"]].day(sent["at"]) for sent in history.sent):
        return  # whose calendar counts between two places is left open
    first = first_day(history, where)
    while touch.channel != "letter" and not where.works(first):  # a letter may be written on any day
        first += DAY
    if where.day(touch.due) != where.working_day_after(first, 2):
        yield Violation(
            PRECISE, f"{touch} is due on {where.day(touch.due)}; the first day allowed is {first}, two working days later is due"
        )
    ahead = touch.channel == "email" and where.day(touch.best) == first > where.day(history.now)
    if ahead and not MID_MORNING[0] <= where.local(touch.best).time() <= MID_MORNING[1]:
        yield Violation(PRECISE, f"{touch} is not in mid-morning there")


def first_day(history: History, where: Where) -> date:
    """The first calendar day on which a check-in may go out."""
    gap = history.policy["gap_days"]
    days: list[date] = [where.day(sent["at"]) + gap * DAY for sent in history.sent]
    word = history.word_counts
    if history.promised:
        days.append(where.working_day_after(history.promised, history.policy["promise_slack_days"]))
    elif word is None:
        days.append(where.day(history.ended[-1].end) + history.policy["first_check_in_days"] * DAY)
    if word:
        moments = (word, *(sent["at"] for sent in history.sent if sent["at"] > word))
        days += [where.day(moment) + QUIET_DAYS * DAY for moment in moments]
    return max(days)


def reply(history: History, touch: Planned) -> Iterator[Violation]:
    """An answer within a working day of reading, thanks for a rejection within two, for an offer within 24 hours."""
    natures = {"answer": ("human", "question"), "after-rejection": ("rejection",), "after-offer": ("offer",)}.get(touch.stage, ())
    words = [word for word in history.words if word["contact"] == touch.contact and word["nature"] in natures]
    if not words:
        yield Violation(PRECISE, f"{touch}, but they wrote nothing that calls for it")
        return
    reads = [read["at"] for read in history.of("read", touch.contact) if read["at"] >= words[0]["at"]]
    if not reads or not history.here(touch.contact):
        return
    where = history.places[touch.contact]
    if touch.best < reads[0]:
        yield Violation(TOO_EARLY, f"{touch} comes before its occasion was read")
    if touch.stage != "after-offer":
        limit = where.working_day_after(
            where.day(reads[-1]), 1 if touch.stage == "answer" else history.policy["rejection_working_days"]
        )
        if where.day(touch.due) > limit and not history.sent_calls(touch.contact):
            yield Violation(PRECISE, f"{touch} is due on {where.day(touch.due)}, the rule says by {limit}")


def thank_you(history: History, touch: Planned, others: list[Planned]) -> Iterator[Violation]:
    """When a thank-you is owed, due and late."""
    talk = next((talk for talk in history.talks if talk.id == touch.interview), None)
    if talk is None or touch.contact not in talk.contacts:
        return
    if min(touch.not_before, touch.best) < talk.end:
        yield Violation(TOO_EARLY, f"{touch}, but the interview ends at {talk.end:%Y-%m-%dT%H:%MZ}")
    if touch.contact in talk.settled:
        yield Violation(TOO_MUCH, f"{touch}, which was {talk.settled[touch.contact]}")
    back = history.back(touch.contact)
    where = history.places[touch.contact]
    if back is not None:
        if where.day(touch.best) < back:
            yield Violation(PRECISE, f"{touch}, who is away: not before {back}")
        return
    if history.bad_address(touch.contact) or history.perhaps_away(touch.contact) or crossed(history, touch, talk, others):
        return
    if abs(touch.due - due_of(history, talk, touch)) > MINUTE:
        yield Violation(
            PRECISE,
            f"{touch} is due at {touch.due:%Y-%m-%dT%H:%MZ}, by the rule at {due_of(history, talk, touch):%Y-%m-%dT%H:%MZ}",
        )
    late = history.now > talk.end + timedelta(hours=history.policy["thank_you_late_hours"])
    if late != touch.late and abs(history.now - talk.end - timedelta(hours=history.policy["thank_you_late_hours"])) > MINUTE:
        yield Violation(
            PRECISE if touch.late else NOTHING,
            f"{touch} is {'' if touch.late else 'not '}marked late at {history.now:%Y-%m-%dT%H:%MZ}",
        )


def crossed(history: History, touch: Planned, talk: Talk, others: list[Planned]) -> bool:
    """True where a call before an e-mail, or anything before a call, made or planned, may close whole days to this touch."""
    channels = [sent["channel"] for sent in history.sent if sent["at"] > talk.end - 8 * DAY]
    channels += [other.channel for other in others if other.best <= touch.best]
    return any(channel in CALLS or (touch.channel in CALLS and channel == "email") for channel in channels)


def due_of(history: History, talk: Talk, touch: Planned) -> datetime:
    """The last open moment within the hours, where they hold any; else the end of the first open hour after."""
    where, limit = history.places[touch.contact], talk.end + timedelta(hours=history.policy["thank_you_hours"])
    if touch.channel == "letter":
        return limit
    spans: list[tuple[datetime, datetime]] = []
    day = where.day(talk.end)
    while not any(span[1] > limit for span in spans):
        if span := where.span(day, touch.channel):
            spans.append(span)
        day += DAY
    inside = [min(end, limit) for start, end in spans if start <= limit and end > talk.end]
    return inside[-1] if inside else next(start for start, end in spans if start > limit) + HOUR
