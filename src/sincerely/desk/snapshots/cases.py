"""Rows → cases for the planner, for many employers in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db.models import Q

from sincerely.cadence import Case, Contact, Policy, named, read_policy
from sincerely.cadence import case as facts
from sincerely.desk import models
from sincerely.terms import Channel, Stage

Kind = models.Event.Kind
State = models.Message.State
Status = models.Application.Status
Thing = TypeVar("Thing")


class Whereabouts(NamedTuple):
    """The columns of an employer that say what and where it is."""

    id: int
    name: str
    zone: str
    country: str
    region: str
    zone_guessed: bool
    part_of: int | None


# What may have reached the other side counts as sent until it is known that it did not.
IN_FLIGHT = (State.SENDING, State.UNSURE)


def policy_of(desk: models.Desk) -> Policy:
    """The policy that the person chose, with their changes; raises BadPolicy."""
    return read_policy(desk.policy_changes, named(desk.policy))


def case_of(desk: models.Desk, employer: int) -> Case:
    """What the planner must know of one employer and all that belongs together with it."""
    (case,) = cases(desk, [employer]).values()
    return case


def cases(desk: models.Desk, employers: Iterable[int] | None = None) -> dict[int, Case]:
    """Cases by the employer that is no part of another; without `employers`, those where an application is open."""
    rows = models.Employer.objects.filter(desk=desk)
    chosen = rows.filter(applications__status=Status.OPEN) if employers is None else rows.filter(pk__in=list(employers))
    wanted = {part_of or pk for pk, part_of in chosen.values_list("id", "part_of")}
    if employers is not None:
        rows = rows.filter(Q(pk__in=wanted) | Q(part_of__in=wanted))
    places = {row.id: row for row in (Whereabouts(*values) for values in rows.values_list(*Whereabouts._fields))}
    members = {pk: row.part_of or pk for pk, row in places.items() if (row.part_of or pk) in wanted}
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for pk, whole in members.items():
        parts[whole].append(pk)
    only = None if employers is None else list(members)
    contacts, stands_for = contacts_of(desk, only, places)
    interviews = interviews_of(desk, only, stands_for)
    happened = facts_of(desk, only, stands_for)
    withdrawn = withdrawals(desk, only, members)
    return {
        pk: Case(
            zone=desk.zone,
            employer=facts.Employer(*places[pk][1:-1]),
            contacts=joined(contacts, parts[pk]),
            interviews=tuple(sorted(joined(interviews, parts[pk]), key=facts.by_end)),
            facts=known((*joined(happened, parts[pk]), *withdrawn[pk]), joined(interviews, parts[pk])),
        )
        for pk in sorted(wanted)
    }


def withdrawals(desk: models.Desk, employers: list[int] | None, members: Mapping[int, int]) -> defaultdict[int, list[facts.Fact]]:
    """By employer the person's last withdrawal, where they withdrew from all that is open there."""
    rows = models.Application.objects.filter(desk=desk, status=Status.OPEN).order_by("withdrawn_at")
    if employers is not None:
        rows = rows.filter(employer__in=employers)
    going_on: set[int] = set()
    found: defaultdict[int, list[facts.Fact]] = defaultdict(list)
    for employer, at, reason in rows.values_list("employer_id", "withdrawn_at", "withdrawn_because"):
        if at is None:
            going_on.add(members[employer])
        else:
            found[members[employer]] = [facts.Withdrawn(at, reason)]
    return defaultdict(list, {whole: gone for whole, gone in found.items() if whole not in going_on})


def joined(found: Mapping[int, list[Thing]], parts: Iterable[int]) -> tuple[Thing, ...]:
    """What was found for all parts of an employer."""
    return tuple(thing for pk in parts for thing in found[pk])


def known(happened: tuple[facts.Fact, ...], interviews: tuple[facts.Interview, ...]) -> tuple[facts.Fact, ...]:
    """The facts in order of time, each once, without those of interviews that a closed application took along."""
    ids = {interview.id for interview in interviews}
    return tuple(
        fact for fact in dict.fromkeys(facts.in_time(happened)) if interview_id(fact) in ids or interview_id(fact) is None
    )


def interview_id(fact: facts.Fact) -> str | None:
    """The interview that a fact speaks of."""
    match fact:
        case facts.Moved() | facts.Cancelled():
            return fact.id
        case facts.Waived():
            return fact.interview
        case _:
            return None


def contacts_of(
    desk: models.Desk, employers: list[int] | None, places: Mapping[int, Whereabouts]
) -> tuple[defaultdict[int, list[Contact]], dict[int, int]]:
    """Contacts by employer, and of every merged contact the one that stands for it. Those at a part are where the part is."""
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
            here = (zone, country, region)
            if places[employer].part_of:
                here = placed(here, places[employer])
            found[employer].append(Contact(str(pk), name, emails.get(pk, ""), phone, *here))
    return found, stands_for


def placed(own: tuple[str, str, str], employer: Whereabouts) -> tuple[str, str, str]:
    """Zone, country and region of a contact, completed by those of their own part of the employer."""
    zone, country, region = own
    home = country in ("", employer.country)
    zone = zone or ("" if employer.zone_guessed or not home else employer.zone)
    return zone, country or employer.country, region or (employer.region if home else "")


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
        case Kind.ON_HOLD:
            return facts.OnHold(row.at, row.day)
        case _:
            return None
