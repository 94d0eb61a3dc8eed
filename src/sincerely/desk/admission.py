"""Who is let in to what is not their own: members to their organisation, coaches to what a seeker granted them.

What nobody let them in to looks as if it were not there, and is told in the same words for what is foreign, revoked or gone.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from sincerely.desk.access import Actor, Row
from sincerely.desk.errors import NotThere
from sincerely.desk.models import Application, Desk, Grant, Membership, Message, Organisation, Person, Role

NOTHING = "There is nothing here that you may see."


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who signed in. They have their own desk by `desk_of`, and others' only by what those granted."""

    person: int
    name: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs this machine; only the command line makes one. They name admins; they read nothing."""

    name: str = "the operator"


def access_person(member: Member) -> Person:
    """The row of somebody who signed in; raises NotThere once they are erased."""
    found = Person.objects.filter(pk=member.person).first()
    if found is None:
        raise NotThere(NOTHING)
    return found


def desk_of(member: Member) -> Actor | None:
    """The member as the owner of their own desk; None before they started one."""
    found = Desk.objects.filter(person=member.person, sample=False).values_list("id", "name").first()
    return Actor(*found) if found else None


def access_membership(member: Member, organisation: int, *roles: Role) -> Membership:
    """The member's own place in an organisation, in one of the roles where some are named; raises NotThere."""
    rows = standing_memberships().filter(person=member.person, organisation=organisation)
    found = rows.filter(role__in=roles).first() if roles else rows.first()
    if found is None:
        raise NotThere(NOTHING)
    return found


def access_organisation(who: Member | Operator, organisation: int, *roles: Role) -> Organisation:
    """An organisation, for its members in one of the roles, and for the operator; raises NotThere."""
    if isinstance(who, Member):
        return access_membership(who, organisation, *roles).organisation
    found = Organisation.objects.filter(pk=organisation).first()
    if found is None:
        raise NotThere(NOTHING)
    return found


def access_other(organisation: Organisation, membership: int) -> Membership:
    """Somebody's place in an organisation; raises NotThere."""
    found = standing_memberships().filter(organisation=organisation, pk=membership).first()
    if found is None:
        raise NotThere(NOTHING)
    return found


def standing_memberships() -> "QuerySet[Membership]":
    """Those who have not left."""
    return Membership.objects.filter(left_at=None).select_related("organisation", "person")


def standing_grants(member: Member) -> "QuerySet[Grant]":
    """What the member may read now, as a coach: given, not revoked, and neither side has left the organisation."""
    seeker_is_there = Membership.objects.filter(
        left_at=None, person=OuterRef("desk__person"), organisation=OuterRef("membership__organisation")
    )
    mine = Grant.objects.filter(membership__person=member.person, membership__left_at=None, membership__role=Role.COACH)
    return mine.filter(Exists(seeker_is_there), revoked_at=None, desk__sample=False)


def access_granted_desk(member: Member, desk: int) -> Desk:
    """A desk that is shared with the member as a whole; raises NotThere."""
    grants = standing_grants(member).filter(desk=desk, application=None, message=None)
    return granted(Desk.objects.filter(Exists(grants), pk=desk))


def access_granted_application(member: Member, application: int) -> Application:
    """An application that is shared with the member, alone or with its whole desk; raises NotThere."""
    whole = Q(application=None, message=None)
    grants = standing_grants(member).filter(whole | Q(application=OuterRef("pk")), desk=OuterRef("desk"))
    return granted(Application.objects.select_related("desk", "employer").filter(Exists(grants), pk=application))


def access_granted_message(member: Member, message: int) -> Message:
    """A message that is shared with the member, alone, with its application or with its whole desk; raises NotThere.

    What its owner threw away or withdrew is gone for guests.
    """
    whole = Q(application=None, message=None)
    grants = standing_grants(member).filter(
        whole | Q(application=OuterRef("application")) | Q(message=OuterRef("pk")), desk=OuterRef("desk")
    )
    rows = Message.objects.select_related("desk", "contact", "application__employer").filter(Exists(grants), pk=message)
    return granted(rows.exclude(state=Message.State.WITHDRAWN))


def granted(rows: "QuerySet[Row]") -> Row:
    found = rows.first()
    if found is None:
        raise NotThere(NOTHING)
    return found
