"""A coach's caseload: who owes an overdue thank-you, whose interview has no note, and which drafts may be read.

Of what a seeker does not share nothing is asked: only that they are a member, and that they share nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from sincerely.desk.access import Actor
from sincerely.desk.admission import Member, access_membership, standing_grants, standing_memberships
from sincerely.desk.errors import query
from sincerely.desk.member_shapes import DraftShape, LateShape, ReportShape, SeekerShape, TalkShape
from sincerely.desk.member_shaping import called
from sincerely.desk.models import Application, Event, Grant, Interview, Membership, Message, Role
from sincerely.desk.queries.due import due
from sincerely.desk.shaping import iso
from sincerely.terms import Stage

# A talk longer ago is no news any more: a thank-you after a month is none (see the default policy).
NEWS = timedelta(days=30)
# Sums over so few people tell of each of them.
FEW = 5


@query
def caseload(member: Member, organisation: int, now: datetime) -> list[SeekerShape]:
    """The seekers of an organisation, those with something to do first; raises NotThere unless the member is a coach there."""
    access_membership(member, organisation, Role.COACH)
    rows = standing_memberships().filter(organisation=organisation, role=Role.SEEKER).exclude(person=member.person)
    grants: defaultdict[int, list[Grant]] = defaultdict(list)
    for grant in granted_in(member, organisation):
        grants[grant.desk.person_id or 0].append(grant)
    found = [seeker(row, grants[row.person_id], now) for row in rows]
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


def seeker(row: Membership, grants: list[Grant], now: datetime) -> SeekerShape:
    """One seeker, with what their grants show and no more."""
    if not grants:
        return SeekerShape(row.pk, called(row.person), "nothing")
    desk = grants[0].desk_id
    whole = any(grant.application_id is None and grant.message_id is None for grant in grants)
    some = {grant.application_id for grant in grants if grant.application_id is not None}
    alone = {grant.message_id for grant in grants if grant.message_id is not None}
    pursuits = Application.objects.filter(desk=desk).select_related("employer")
    seen = pursuits if whole else pursuits.filter(pk__in=some)
    numbers = None if whole else some
    return SeekerShape(
        membership=row.pk,
        name=called(row.person),
        shares="desk" if whole else "some",
        desk=desk if whole else None,
        late=list(late(desk, numbers, now)) if whole or some else [],
        noteless=list(noteless(desk, numbers, now)),
        drafts=list(drafts(desk, numbers, alone)),
        applications=[] if whole else [(job.pk, f"{job.role or 'An application'} at {job.employer.name}") for job in seen],
    )


def late(desk: int, only: set[int] | None, now: datetime) -> Iterator[LateShape]:
    """Overdue thank-yous, in all applications or in some only."""
    for touch in due(Actor(desk, "a coach"), now).late:
        if touch.stage == Stage.THANK_YOU and (only is None or touch.application in only):
            yield LateShape(touch.application, touch.employer, touch.role, touch.contact_name, touch.due)


def noteless(desk: int, only: set[int] | None, now: datetime) -> Iterator[TalkShape]:
    """Interviews of late that are over, and after which nothing was written."""
    written = Message.objects.filter(interview=OuterRef("pk")).exclude(state=Message.State.WITHDRAWN)
    told = Event.objects.filter(interview=OuterRef("pk"), kind__in=(Event.Kind.SENT, Event.Kind.WAIVED))
    rows = Interview.objects.filter(desk=desk, cancelled_at=None, end__lte=now, end__gt=now - NEWS)
    rows = rows.filter(~Exists(written), ~Exists(told), application__status=Application.Status.OPEN)
    if only is not None:
        rows = rows.filter(application__in=only)
    for row in rows.select_related("application__employer"):
        yield TalkShape(row.application_id, row.application.employer.name, row.application.role, iso(row.end) or "")


def drafts(desk: int, only: set[int] | None, alone: set[int]) -> Iterator[DraftShape]:
    """Drafts that may be read."""
    rows = Message.objects.filter(desk=desk, state=Message.State.DRAFT).select_related("contact", "application__employer")
    if only is not None:
        rows = rows.filter(application__in=only) | rows.filter(pk__in=alone)
    for row in rows.defer("frozen", "body").order_by("-changed_at"):
        yield DraftShape(row.pk, row.contact.name, row.application.employer.name, row.stage, iso(row.changed_at) or "")
