"""Rows → cases for the planner, for many employers in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from sincerely.cadence import Case, Contact, Policy, named, read_policy
from sincerely.cadence import case as facts
from sincerely.desk import models
from sincerely.terms import Channel, Stage

Kind = models.Event.Kind
State = models.Message.State
PLACE = ("id", "name", "zone", "country", "region", "zone_guessed")
# What may have reached the other side counts as sent until it is known that it did not.
IN_FLIGHT = (State.SENDING, State.UNSURE)


def policy_of(desk: models.Desk) -> Policy:
    """The policy that the person chose, with their changes; raises BadPolicy."""
    return read_policy(desk.policy_changes, named(desk.policy))


def case_of(desk: models.Desk, employer: int) -> Case:
    """What the planner must know of one employer."""
    return cases(desk, [employer])[employer]


def cases(desk: models.Desk, employers: Iterable[int] | None = None) -> dict[int, Case]:
    """Cases by employer; without `employers`, those where an application is open."""
    if employers is None:
        chosen = models.Employer.objects.filter(desk=desk, applications__status=models.Application.Status.OPEN).distinct()
    else:
        chosen = models.Employer.objects.filter(desk=desk, pk__in=list(employers))
    places = {pk: place for pk, *place in chosen.values_list(*PLACE)}
    wanted = None if employers is None else list(places)
    contacts, stands_for = contacts_of(desk, wanted)
    interviews = interviews_of(desk, wanted, stands_for)
    happened = facts_of(desk, wanted, stands_for)
    return {
        pk: Case(
            zone=desk.zone,
            employer=facts.Employer(*place),
            contacts=tuple(contacts[pk]),
            interviews=tuple(interviews[pk]),
            facts=known(happened[pk], interviews[pk]),
        )
        for pk, place in places.items()
    }


def known(happened: list[facts.Fact], interviews: list[facts.Interview]) -> tuple[facts.Fact, ...]:
    """The facts in order of time, each once, without those of interviews that a closed application took along."""
    ids = {interview.id for interview in interviews}
    ordered = sorted(happened, key=lambda fact: fact.at)
    return tuple(fact for fact in dict.fromkeys(ordered) if interview_id(fact) in ids or interview_id(fact) is None)


def interview_id(fact: facts.Fact) -> str | None:
    """The interview that a fact speaks of."""
    match fact:
        case facts.Moved() | facts.Cancelled():
            return fact.id
        case facts.Waived():
            return fact.interview
        case _:
            return None


def contacts_of(desk: models.Desk, employers: list[int] | None) -> tuple[defaultdict[int, list[Contact]], dict[int, int]]:
    """Contacts by employer, and of every merged contact the one that stands for it."""
    rows = models.Contact.objects.filter(desk=desk).order_by("id")
    addresses = models.Address.objects.filter(desk=desk).order_by("position", "id")
    if employers is not None:
        rows = rows.filter(employer__in=employers)
        addresses = addresses.filter(contact__employer__in=employers)
    emails: dict[int, str] = {}
    for contact, email, bad in addresses.values_list("contact_id", "email", "bad_since"):
        if bad is None:
            emails.setdefault(contact, email)
    found: defaultdict[int, list[Contact]] = defaultdict(list)
    stands_for = {}
    columns = ("id", "employer_id", "merged_into_id", "name", "phone", "zone", "country", "region")
    for pk, employer, merged_into, name, phone, zone, country, region in rows.values_list(*columns):
        stands_for[pk] = merged_into or pk
        if merged_into is None:
            found[employer].append(Contact(str(pk), name, emails.get(pk, ""), phone, zone, country, region))
    return found, stands_for


def interviews_of(
    desk: models.Desk, employers: list[int] | None, stands_for: dict[int, int]
) -> defaultdict[int, list[facts.Interview]]:
    """Interviews of open applications as they were first agreed; how they moved is among the facts."""
    seats = models.Interviewer.objects.filter(interview__desk=desk)
    rows = models.Event.objects.filter(desk=desk, kind=Kind.INTERVIEW, application__status=models.Application.Status.OPEN)
    if employers is not None:
        rows = rows.filter(employer__in=employers)
        seats = seats.filter(interview__application__employer__in=employers)
    panels: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for interview, contact in seats.order_by("position", "id").values_list("interview_id", "contact_id"):
        panels[interview][str(stands_for.get(contact, contact))] = None
    found: defaultdict[int, list[facts.Interview]] = defaultdict(list)
    for employer, interview, start, end, format in rows.values_list(
        "employer_id", "interview_id", "start", "end", "interview__format"
    ):
        if start and end:
            found[employer].append(facts.Interview(str(interview), start, end, tuple(panels[interview]), format or ""))
    return found


class Row(NamedTuple):
    """The columns of an event that make a fact."""

    employer_id: int
    kind: str
    at: datetime
    contact_id: int | None
    interview_id: int | None
    channel: str
    stage: str
    nature: str
    day: date | None
    start: datetime | None
    end: datetime | None
    email: str
    whole: bool | None
    reason: str


def facts_of(desk: models.Desk, employers: list[int] | None, stands_for: dict[int, int]) -> defaultdict[int, list[facts.Fact]]:
    """All that happened, by employer; messages in flight count as sent."""
    rows = models.Event.objects.filter(desk=desk).exclude(kind=Kind.INTERVIEW)
    flying = models.Message.objects.filter(desk=desk, state__in=IN_FLIGHT)
    if employers is not None:
        rows = rows.filter(employer__in=employers)
        flying = flying.filter(application__employer__in=employers)
    found: defaultdict[int, list[facts.Fact]] = defaultdict(list)
    for values in rows.order_by().values_list(*Row._fields):
        row = Row(*values)
        fact = fact_of(row, str(stands_for.get(row.contact_id, row.contact_id)) if row.contact_id else "")
        if fact is not None:
            found[row.employer_id].append(fact)
    for employer, at, contact, channel, stage in flying.values_list(
        "application__employer_id", "claimed_at", "contact_id", "channel", "stage"
    ):
        if at is not None:
            found[employer].append(facts.Sent(at, str(stands_for.get(contact, contact)), Channel(channel), Stage(stage)))
    return found


def fact_of(row: Row, contact: str) -> facts.Fact | None:
    """One event as the planner's fact."""
    interview = str(row.interview_id or "")
    match row.kind:
        case Kind.SENT:
            return facts.Sent(row.at, contact, Channel(row.channel), Stage(row.stage))
        case Kind.RECEIVED:
            return facts.Received(row.at, contact, facts.Nature(row.nature), row.day, row.whole)
        case Kind.READ:
            return facts.Read(row.at, contact)
        case Kind.MOVED if row.start and row.end:
            return facts.Moved(row.at, interview, row.start, row.end)
        case Kind.CANCELLED:
            return facts.Cancelled(row.at, interview)
        case Kind.PROMISED if row.day:
            return facts.Promised(row.at, row.day)
        case Kind.WAIVED:
            return facts.Waived(row.at, interview, contact, row.reason)
        case Kind.ADDRESS:
            return facts.Addressed(row.at, contact, row.email)
        case Kind.HELD:
            return facts.Held(row.at, contact)
        case _:
            return None
