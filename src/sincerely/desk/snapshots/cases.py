"""Rows → cases and plans for the planner, for many employers in a constant number of queries.

Nothing but its rows goes into a case, and nothing but the case, the policy and the moment into a plan: what was made of
equal ones is known already, and after a change only what it touched is made anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from sincerely.cadence import Case, Contact, Policy, named, plan, read_policy
from sincerely.cadence import case as facts
from sincerely.desk.models import Desk, Event
from sincerely.desk.snapshots.rows import Rows, Stored, instant, stored
from sincerely.terms import Channel, Stage

Kind = Event.Kind
# As many employers as a desk may well have; with more, some cases are made anew each time.
MOST_KEPT = 4_000


def policy_of(desk: Desk) -> Policy:
    """The policy that the person chose, with their changes; raises BadPolicy."""
    return read_policy(desk.policy_changes, named(desk.policy))


def case_of(desk: Desk, employer: int) -> Case:
    """What the planner must know of one employer and all that belongs together with it."""
    (case,) = cases(desk, [employer]).values()
    return case


def cases(desk: Desk, employers: Iterable[int] | None = None) -> dict[int, Case]:
    """Cases by the employer that is no part of another; without `employers`, those where an application is open."""
    return {whole: case_from(rows) for whole, rows in stored(desk, employers).items()}


def cases_at(employers: Iterable[int]) -> dict[int, Case]:
    """Cases by the employer that is no part of another, for employers of any desks."""
    return {whole: case_from(rows) for whole, rows in stored(None, employers).items()}


@lru_cache(MOST_KEPT)
def case_from(rows: Stored) -> Case:
    """The case that follows from an employer's rows."""
    places = {place[0]: Place(*place) for place in rows.places}
    stands_for = {pk: merged_into or pk for _, pk, merged_into, *_ in rows.people}
    interviews = interviews_of(rows, stands_for)
    return Case(
        zone=rows.zone,
        employer=facts.Employer(*places[rows.whole][2:]),
        contacts=contacts_of(rows, places),
        interviews=tuple(sorted(interviews, key=facts.by_end)),
        facts=known(facts_of(rows, stands_for), {interview.id for interview in interviews}),
    )


planned = lru_cache(MOST_KEPT)(plan)


def forget() -> None:
    """Keeps nothing of what was made before: a desk is erased."""
    case_from.cache_clear()
    planned.cache_clear()


class Place(NamedTuple):
    """Where an employer, or a part of one, is."""

    id: int
    part_of: int | None
    name: str
    zone: str
    country: str
    region: str
    zone_guessed: bool


def contacts_of(rows: Stored, places: Mapping[int, Place]) -> tuple[Contact, ...]:
    """The contacts, without the rows of those known under another one. Those at a part are where the part is."""
    emails: dict[int, str] = {}
    for _, contact, email in rows.addresses:
        emails.setdefault(contact, email)
    found = []
    for employer, pk, merged_into, name, phone, *here in rows.people:
        if merged_into is None:
            zone, country, region = placed(here, places[employer]) if places[employer].part_of else here
            found.append(Contact(str(pk), name, emails.get(pk, ""), phone, zone, country, region))
    return tuple(found)


def placed(own: Iterable[str], employer: Place) -> tuple[str, str, str]:
    """Zone, country and region of a contact, completed by those of their own part of the employer."""
    zone, country, region = own
    home = country in ("", employer.country)
    zone = zone or ("" if employer.zone_guessed or not home else employer.zone)
    return zone, country or employer.country, region or (employer.region if home else "")


def interviews_of(rows: Stored, stands_for: Mapping[int, int]) -> list[facts.Interview]:
    """Interviews of open applications as they were first agreed; how they moved is among the facts."""
    panels: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for _, interview, contact in rows.seats:
        panels[interview][str(stands_for.get(contact, contact))] = None
    return [
        facts.Interview(str(interview), instant(start), instant(end), tuple(panels[interview]), format or "")
        for _, interview, start, end, format in rows.talks
    ]


def known(happened: Iterable[facts.Fact], interviews: set[str]) -> tuple[facts.Fact, ...]:
    """The facts in order of time, those of one instant as they were told, each once, without those of interviews that a closed
    application took along.
    """
    spoken_of = {*interviews, None}
    return tuple(fact for fact in dict.fromkeys(sorted(happened, key=attrgetter("at"))) if interview_id(fact) in spoken_of)


def interview_id(fact: facts.Fact) -> str | None:
    """The interview that a fact speaks of."""
    match fact:
        case facts.Moved() | facts.Cancelled():
            return fact.id
        case facts.Waived():
            return fact.interview
        case _:
            return None


def facts_of(rows: Stored, stands_for: Mapping[int, int]) -> list[facts.Fact]:
    """All that happened; messages in flight count as sent, and a withdrawal where nothing goes on."""
    found = []
    for row in (Happened(*row) for row in rows.happened):
        fact = fact_of(row, str(stands_for.get(row.contact, row.contact)) if row.contact else "")
        if fact is not None:
            found.append(fact)
    for _, at, contact, channel, stage in rows.flying:
        found.append(facts.Sent(instant(at), str(stands_for.get(contact, contact)), Channel(channel), Stage(stage)))
    return found + withdrawals(rows.open)


def withdrawals(open: Rows) -> list[facts.Fact]:
    """The person's last withdrawal, where they withdrew from all that is open there."""
    if not open or not all(at for _, at, _ in open):
        return []
    _, at, reason = open[-1]
    return [facts.Withdrawn(instant(at), reason)]


class Happened(NamedTuple):
    """The columns of an event that make a fact."""

    employer: int
    kind: str
    at: str
    contact: int | None
    interview: int | None
    channel: str
    stage: str
    nature: str
    day: str | None
    start: str | None
    end: str | None
    email: str
    whole: int | None
    reason: str


def fact_of(row: Happened, contact: str) -> facts.Fact | None:
    """One event as the planner's fact."""
    interview, at = str(row.interview or ""), instant(row.at)
    match row.kind:
        case Kind.SENT:
            return facts.Sent(at, contact, Channel(row.channel), Stage(row.stage))
        case Kind.RECEIVED:
            whole = None if row.whole is None else bool(row.whole)
            return facts.Received(at, contact, facts.Nature(row.nature), day_of(row), whole)
        case Kind.READ:
            return facts.Read(at, contact)
        case Kind.MOVED if row.start and row.end:
            return facts.Moved(at, interview, instant(row.start), instant(row.end))
        case Kind.CANCELLED:
            return facts.Cancelled(at, interview)
        case Kind.PROMISED if row.day:
            return facts.Promised(at, date.fromisoformat(row.day))
        case Kind.WAIVED:
            return facts.Waived(at, interview, contact, row.reason)
        case Kind.ADDRESS:
            return facts.Addressed(at, contact, row.email)
        case Kind.HELD:
            return facts.Held(at, contact)
        case Kind.ON_HOLD:
            return facts.OnHold(at, day_of(row))
        case _:
            return None


def day_of(row: Happened) -> date | None:
    return date.fromisoformat(row.day) if row.day else None
