"""A case and its plan as one line of time: what happened, now, what is planned, and the days on which nobody is there."""

from collections.abc import Iterator, Sequence
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
from sincerely.cadence.history import History
from sincerely.cadence.matter import Matter
from sincerely.cadence.plan import Plan
from sincerely.cadence.recipient import recipient
from sincerely.cadence.wording import CHANNELS, STAGES, day_words, joined, when
from sincerely.cadence.workdays import Place, closed_for, place
from sincerely.cadence.zones import DAY, midnight

# Beyond so many days of closed windows the line is about something else.
MOST_DAYS = 60


CAME = {
    Nature.HUMAN: "a word",
    Nature.QUESTION: "a question",
    Nature.AWAY: "away",
    Nature.BOUNCE: "mail came back",
    Nature.REJECTION: "a no",
    Nature.OFFER: "an offer",
    Nature.STOP: "no more contact, please",
}


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


# At one instant: what happened, as the case tells it, then now, and what is still to come.
AFTER = {kind: rank for rank, kind in enumerate((Kind.NOW, Kind.PROMISED, Kind.CLOSED, Kind.PLANNED, Kind.LATE), 1)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the line. `until`: the last moment of a stretch, or of a planned touch its due; `reasons` say why."""

    at: datetime
    kind: Kind
    words: str
    until: datetime | None = None
    reasons: tuple[str, ...] = field(default=())


def timeline(case: Case, plan: Plan, now: datetime) -> tuple[Entry, ...]:
    """Everything up to now, now, and everything planned, in the order of time; facts after `now` do not count yet.

    What happened at one instant stands in the order in which the case tells it.
    """
    entries = [*talks(case, now), *happened(case, now), Entry(now, Kind.NOW, "now"), *planned(case, plan, now)]
    horizon = max([entry.at for entry in entries], default=now)
    entries += closed(case, plan, now, horizon)
    return tuple(sorted(entries, key=lambda entry: (entry.at, AFTER.get(entry.kind, 0))))


def talks(case: Case, now: datetime) -> Iterator[Entry]:
    """The interviews at the times that they now have; one that was cancelled says so."""
    on = {talk.id: talk for talk in History.of(case, now).interviews}
    for talk in case.interviews:
        off = "" if talk.id in on else ": cancelled"
        stands = on.get(talk.id, talk)
        words = f"interview{form(talk)} with {names(case, talk.contacts)}{off}"
        yield Entry(stands.start, Kind.INTERVIEW, words, until=stands.end)


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
            until = f" until {day_words(fact.until)}" if fact.until else ""
            return Entry(fact.at, Kind.RECEIVED, f"{called(case, fact.contact)}: {CAME[fact.nature]}{until}")
        case Promised():
            return Entry(fact.at, Kind.HAPPENED, f"an answer was promised by {day_words(fact.by)}")
        case Moved():
            where = home(case)
            was = next(talk.start for talk in case.interviews if talk.id == fact.id)
            words = f"the interview of {day_words(where.day(was))} was moved to {when(where, fact.start)}"
            return Entry(fact.at, Kind.HAPPENED, words)
        case Cancelled():
            was = next(talk.start for talk in case.interviews if talk.id == fact.id)
            return Entry(fact.at, Kind.HAPPENED, f"the interview of {day_words(home(case).day(was))} was called off")
        case Waived():
            return Entry(fact.at, Kind.HAPPENED, f"thank-you to {called(case, fact.contact)} waived: {fact.reason}")
        case Addressed():
            return Entry(fact.at, Kind.HAPPENED, f"a new address for {called(case, fact.contact)}")
        case Read():
            return Entry(fact.at, Kind.HAPPENED, f"you read what {called(case, fact.contact)} said")
        case Held():
            return Entry(fact.at, Kind.HAPPENED, f"a draft to {called(case, fact.contact)} was held: sleep on it")
        case OnHold():
            until = f" until {day_words(fact.until)}" if fact.until else ""
            return Entry(fact.at, Kind.HAPPENED, f"the search was put on hold{until}")
        case Withdrawn():
            return Entry(fact.at, Kind.HAPPENED, f"you withdrew{': ' + fact.reason if fact.reason else ''}")


def planned(case: Case, plan: Plan, now: datetime) -> Iterator[Entry]:
    """The planned touches at their best moments, and the day that the employer promised."""
    for touch in plan.touches:
        words = f"{STAGES[touch.stage]} to {called(case, touch.contact)} by {CHANNELS[touch.channel]}"
        yield Entry(touch.best, Kind.LATE if touch.late else Kind.PLANNED, words, until=touch.due, reasons=touch.reasons)
    promise = Matter.of(case, History.of(case, now), now).promise
    if promise and plan.touches:
        day = midnight(home(case).zone, promise.by)
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
            words = f"closed until {day_words(day)}: {joined([reason.removeprefix('a ') for reason in reasons])}"
            yield Entry(max(now, midnight(where.zone, start)), Kind.CLOSED, words, until=midnight(where.zone, day))
        day += DAY


def moment(where: Place, at: datetime, others: Sequence[Entry] = ()) -> str:
    """ "Mon 2 Mar, 10:00" there; with the year where the line runs over several."""
    years = {where.local(entry.at).year for entry in others}
    return f"{when(where, at)}" + (f" {where.local(at).year}" if len(years) > 1 else "")


def clocks(case: Case) -> str:
    """By whose clocks the line is drawn, in words: "Europe/Dublin, IE"; a guess is called one."""
    where = home(case)
    guessed = recipient(case, case.contacts[0]).guessed if case.contacts else not case.employer.zone or case.employer.zone_guessed
    return f"{where.zone.key}{' (a guess)' if guessed else ''}, {where.country or 'country unknown'}"


def home(case: Case) -> Place:
    """The place by whose clocks the line is drawn: the first contact's, else the employer's."""
    if case.contacts:
        return recipient(case, case.contacts[0]).place
    return place(case.employer.zone or case.zone, case.employer.country, case.employer.region)
