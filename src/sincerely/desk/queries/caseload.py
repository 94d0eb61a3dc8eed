"""A coach's caseload: who owes an overdue thank-you, whose interview has no note, and which drafts may be read.

Of what a seeker does not share nothing is asked: only that they are a member, and that they share nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q

from sincerely.desk.admission import Member, access_membership, standing_grants, standing_memberships
from sincerely.desk.errors import query
from sincerely.desk.member_shapes import DraftShape, LateShape, ReportShape, SeekerShape, TalkShape
from sincerely.desk.member_shaping import called
from sincerely.desk.models import Application, Event, Grant, Interview, Membership, Message, Role
from sincerely.desk.shaping import iso
from sincerely.desk.snapshots.cases import cases_at, planned, policy_of
from sincerely.terms import Stage

# A talk longer ago is no news any more: a thank-you after a month is none (see the default policy).
NEWS = timedelta(days=30)
# Sums over so few people tell of each of them.
FEW = 5
Shape = TypeVar("Shape")


@query
def caseload(member: Member, organisation: int, now: datetime) -> list[SeekerShape]:
    """The seekers of an organisation, those with something to do first; raises NotThere unless the member is a coach there."""
    access_membership(member, organisation, Role.COACH)
    rows = standing_memberships().filter(organisation=organisation, role=Role.SEEKER).exclude(person=member.person)
    grants: defaultdict[int, list[Grant]] = defaultdict(list)
    for grant in granted_in(member, organisation):
        grants[grant.desk.person_id or 0].append(grant)
    seen = {person: Seen.by(rows) for person, rows in grants.items() if rows}
    to_do = ToDo.of(list(seen.values()), now)
    found = [seeker(row, seen.get(row.person_id), to_do) for row in rows]
    return sorted(found, key=lambda row: (not row.late, not row.noteless, not row.drafts, row.shares == "nothing", row.name))


@query
def report_of(rows: Iterable[SeekerShape], now: datetime) -> ReportShape:
    """Sums over those in a caseload who share their whole desk; none where they are five or fewer."""
    shared = [row for row in rows if row.shares == "desk"]
    if len(shared) <= FEW:
        return ReportShape(len(shared), None)
    desks = [row.desk for row in shared]
    numbers = {
        "applications": Application.objects.filter(desk__in=desks, status=Application.Status.OPEN).count(),
        "interviews held": Interview.objects.filter(desk__in=desks, cancelled_at=None, end__lte=now).count(),
        "notes sent": Event.objects.filter(desk__in=desks, kind=Event.Kind.SENT).count(),
        "overdue thank-yous": sum(len(row.late) for row in shared),
        "interviews without a note": sum(len(row.noteless) for row in shared),
    }
    return ReportShape(len(shared), numbers)


def granted_in(member: Member, organisation: int) -> Iterable[Grant]:
    rows = standing_grants(member).filter(membership__organisation=organisation)
    return rows.select_related("desk", "application__employer", "message__contact", "message__application__employer")


@dataclass(frozen=True)
class Seen:
    """What one seeker's grants show: the whole desk, or some applications and drafts alone."""

    desk: int
    whole: bool
    some: frozenset[int]
    alone: frozenset[int]

    @classmethod
    def by(cls, grants: list[Grant]) -> "Seen":
        return cls(
            grants[0].desk_id,
            any(grant.application_id is None and grant.message_id is None for grant in grants),
            frozenset(grant.application_id for grant in grants if grant.application_id is not None),
            frozenset(grant.message_id for grant in grants if grant.message_id is not None),
        )


@dataclass(frozen=True)
class ToDo:
    """What waits at the desks that are seen, by desk: read for all of them in a constant number of queries."""

    late: dict[int, list[LateShape]]
    noteless: dict[int, list[TalkShape]]
    drafts: dict[int, list[DraftShape]]
    shown: dict[int, list[tuple[int, str]]]

    @classmethod
    def of(cls, seen: list[Seen], now: datetime) -> "ToDo":
        whole = [one.desk for one in seen if one.whole]
        some = [number for one in seen if not one.whole for number in one.some]
        alone = [number for one in seen if not one.whole for number in one.alone]
        jobs = Application.objects.filter(pk__in=some).select_related("employer").order_by("id")
        return cls(
            by_desk(late(Q(application__desk__in=whole) | Q(application__in=some), now)),
            by_desk(noteless(Q(desk__in=whole) | Q(application__in=some), now)),
            by_desk(drafts(Q(desk__in=whole) | Q(application__in=some) | Q(pk__in=alone))),
            by_desk((job.desk_id, (job.pk, f"{job.role or 'An application'} at {job.employer.name}")) for job in jobs),
        )


def by_desk(rows: Iterable[tuple[int, Shape]]) -> dict[int, list[Shape]]:
    groups: defaultdict[int, list[Shape]] = defaultdict(list)
    for desk, row in rows:
        groups[desk].append(row)
    return groups


def seeker(row: Membership, seen: Seen | None, to_do: ToDo) -> SeekerShape:
    """One seeker, with what their grants show and no more."""
    if seen is None:
        return SeekerShape(row.pk, called(row.person), "nothing")
    return SeekerShape(
        membership=row.pk,
        name=called(row.person),
        shares="desk" if seen.whole else "some",
        desk=seen.desk if seen.whole else None,
        late=to_do.late.get(seen.desk, []),
        noteless=to_do.noteless.get(seen.desk, []),
        drafts=to_do.drafts.get(seen.desk, []),
        applications=[] if seen.whole else to_do.shown.get(seen.desk, []),
    )


def late(seen: Q, now: datetime) -> Iterator[tuple[int, LateShape]]:
    """Overdue thank-yous with their desks, longest due first."""
    rows = Interview.objects.filter(seen, cancelled_at=None, end__lte=now, application__status=Application.Status.OPEN)
    talks = {row.pk: row for row in rows.select_related("application__employer__part_of", "desk")}
    desks = {row.application.employer.whole: row.desk for row in talks.values()}
    policies = {desk.pk: policy_of(desk) for desk in desks.values()}
    found = []
    for whole, case in cases_at(desks).items():
        names = {contact.id: contact.name for contact in case.contacts}
        for touch in planned(case, policies[desks[whole].pk], now).touches:
            talk = talks.get(int(touch.interview)) if touch.interview else None
            if talk is not None and touch.late and touch.stage == Stage.THANK_YOU:
                found.append((touch.due, talk, names[touch.contact]))
    for due, talk, name in sorted(found, key=lambda row: (row[0], row[1].pk)):
        job = talk.application
        yield talk.desk_id, LateShape(job.pk, job.employer.name, job.role, name, iso(due) or "")


def noteless(seen: Q, now: datetime) -> Iterator[tuple[int, TalkShape]]:
    """Interviews of late that are over, and after which nothing was written, with their desks."""
    written = Message.objects.filter(interview=OuterRef("pk")).exclude(state=Message.State.WITHDRAWN)
    told = Event.objects.filter(interview=OuterRef("pk"), kind__in=(Event.Kind.SENT, Event.Kind.WAIVED))
    rows = Interview.objects.filter(seen, cancelled_at=None, end__lte=now, end__gt=now - NEWS)
    rows = rows.filter(~Exists(written), ~Exists(told), application__status=Application.Status.OPEN)
    for row in rows.select_related("application__employer"):
        yield row.desk_id, TalkShape(row.application_id, row.application.employer.name, row.application.role, iso(row.end) or "")


def drafts(seen: Q) -> Iterator[tuple[int, DraftShape]]:
    """Drafts that may be read, with their desks, the one changed last first."""
    rows = Message.objects.filter(seen, state=Message.State.DRAFT).select_related("contact", "application__employer")
    for row in rows.defer("frozen", "body").order_by("-changed_at", "-id"):
        name, employer = row.contact.name, row.application.employer.name
        yield row.desk_id, DraftShape(row.pk, name, employer, row.stage, iso(row.changed_at) or "")
