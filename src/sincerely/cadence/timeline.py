"""A case and its plan as one line of time: what happened, now, what is planned, and the days on which nobody is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sincerely.cadence.case import (
    Addressed,
    Cancelled,
    Case,
    Fact,
    Held,
    Interview,
    Moved,
    Nature,
    OnHold,
    Promised,
    Read,
    Received,
    Sent,
    Waived,
    Withdrawn,
)
from sincerely.cadence.plan import Plan
from sincerely.cadence.recipient import recipient
from sincerely.cadence.wording import CHANNELS, STAGES, day_words, joined
from sincerely.cadence.workdays import Place, closed_for, place
from sincerely.cadence.zones import DAY, midnight

# Beyond so many days of closed windows the line is about something else.
MOST_DAYS = 60


class Kind(StrEnum):
    """What an entry of a timeline is."""

    HAPPENED = "happened"
    INTERVIEW = "interview"
    SENT = "sent"
    RECEIVED = "received"
    NOW = "now"
    PROMISED = "promised"
    CLOSED = "closed"
    PLANNED = "planned"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the line. `until`: the last moment of a stretch, or of a planned touch its due; `reasons` say why."""

    at: datetime
    kind: Kind
    words: str
    until: datetime | None = None
    reasons: tuple[str, ...] = field(default=())


def timeline(case: Case, plan: Plan, now: datetime) -> tuple[Entry, ...]:
    """Everything up to now, now, and everything planned, in the order of time; facts after `now` do not count yet."""
    entries = [*talks(case), *happened(case, now), Entry(now, Kind.NOW, "now"), *planned(case, plan)]
    horizon = max([entry.at for entry in entries], default=now)
    entries += closed(case, plan, now, horizon)
    order = list(Kind)
    return tuple(sorted(entries, key=lambda entry: (entry.at, order.index(entry.kind))))


def talks(case: Case) -> Iterator[Entry]:
    """The interviews at their first times; a move or a cancellation is an entry of its own."""
    for talk in case.interviews:
        yield Entry(talk.start, Kind.INTERVIEW, f"interview{form(talk)} with {names(case, talk.contacts)}", until=talk.end)


def form(talk: Interview) -> str:
    return f" ({talk.format})" if talk.format else ""


def names(case: Case, ids: tuple[str, ...]) -> str:
    return joined([called(case, id) for id in ids]) or "nobody named"


def called(case: Case, id: str) -> str:
    return next((contact.called for contact in case.contacts if contact.id == id), id)


def happened(case: Case, now: datetime) -> Iterator[Entry]:
    """The facts that count by now; a first address is no event, one after a bounce is."""
    bounced: set[str] = set()
    for fact in case.facts:
        if isinstance(fact, Received) and fact.nature is Nature.BOUNCE:
            bounced.add(fact.contact)
        if fact.at <= now and not (isinstance(fact, Addressed) and fact.contact not in bounced):
            yield entry_of(case, fact)


def entry_of(case: Case, fact: Fact) -> Entry:
    """One fact in words."""
    match fact:
        case Sent():
            words = f"{STAGES[fact.stage]} to {called(case, fact.contact)} by {CHANNELS[fact.channel]}"
            return Entry(fact.at, Kind.SENT, words)
        case Received():
            until = f", away until {day_words(fact.until)}" if fact.until else ""
            return Entry(fact.at, Kind.RECEIVED, f"from {called(case, fact.contact)}: {fact.nature}{until}")
        case Promised():
            return Entry(fact.at, Kind.HAPPENED, f"an answer was promised by {day_words(fact.by)}")
        case Moved():
            return Entry(fact.at, Kind.HAPPENED, f"the interview was moved to {day_words(fact.start.date())}")
        case Cancelled():
            return Entry(fact.at, Kind.HAPPENED, "the interview was cancelled")
        case Waived():
            return Entry(fact.at, Kind.HAPPENED, f"thank-you to {called(case, fact.contact)} waived: {fact.reason}")
        case Addressed():
            return Entry(fact.at, Kind.HAPPENED, f"a new address for {called(case, fact.contact)}")
        case Read():
            return Entry(fact.at, Kind.HAPPENED, f"you read what {called(case, fact.contact)} wrote")
        case Held():
            return Entry(fact.at, Kind.HAPPENED, f"a draft to {called(case, fact.contact)} was held: sleep on it")
        case OnHold():
            until = f" until {day_words(fact.until)}" if fact.until else ""
            return Entry(fact.at, Kind.HAPPENED, f"the search was put on hold{until}")
        case Withdrawn():
            return Entry(fact.at, Kind.HAPPENED, f"you withdrew{': ' + fact.reason if fact.reason else ''}")


def planned(case: Case, plan: Plan) -> Iterator[Entry]:
    """The planned touches at their best moments, and the day that the employer promised."""
    for touch in plan.touches:
        words = f"{STAGES[touch.stage]} to {called(case, touch.contact)} by {CHANNELS[touch.channel]}"
        yield Entry(touch.best, Kind.LATE if touch.late else Kind.PLANNED, words, until=touch.due, reasons=touch.reasons)
    promises = [fact for fact in case.facts if isinstance(fact, Promised)]
    if promises and plan.touches:
        day = midnight(home(case).zone, promises[-1].by)
        yield Entry(day.astimezone(UTC), Kind.PROMISED, "the employer's promised day")


def closed(case: Case, plan: Plan, now: datetime, horizon: datetime) -> Iterator[Entry]:
    """Weekends and holidays at the employer's place between now and the last planned touch, as stretches."""
    if not plan.touches or horizon - now > timedelta(days=MOST_DAYS):
        return
    where = home(case)
    day, last = where.day(now), where.day(horizon)
    while day <= last:
        start, why = day, closed_for(where, day)
        reasons = []
        while why and day <= last:
            reasons.append(why)
            day += DAY
            why = closed_for(where, day)
        if reasons:
            words = f"closed: {joined([reason.removeprefix('a ') for reason in reasons])}"
            yield Entry(max(now, midnight(where.zone, start)), Kind.CLOSED, words, until=midnight(where.zone, day))
        day += DAY


def home(case: Case) -> Place:
    """The place by whose clocks the line is drawn: the first contact's, else the employer's."""
    if case.contacts:
        return recipient(case, case.contacts[0]).place
    return place(case.employer.zone or case.zone, case.employer.country, case.employer.region)
