"""Organisations, who is in them, and who may read what."""

from datetime import datetime

from sincerely.desk.access import Actor, access_desk
from sincerely.desk.actions.organisations import standing_invitation
from sincerely.desk.admission import (
    NOTHING,
    Member,
    Operator,
    access_membership,
    access_organisation,
    access_person,
    standing_memberships,
)
from sincerely.desk.errors import NotThere, query
from sincerely.desk.member_shapes import CoachShape, GrantShape, InvitationShape, InvitedShape, MemberShape, OrganisationShape
from sincerely.desk.member_shaping import called, grant_shape, invitation_shape, member_shape, organisation_shape
from sincerely.desk.models import Grant, Invitation, Organisation, Role
from sincerely.desk.shaping import iso


@query
def organisations(who: Member | Operator) -> list[OrganisationShape]:
    """Those that a member is in, or all of them for the operator; by name."""
    if isinstance(who, Operator):
        return [organisation_shape(row, None) for row in Organisation.objects.order_by("name", "id")]
    rows = standing_memberships().filter(person=who.person).order_by("organisation__name", "id")
    return [organisation_shape(row.organisation, row) for row in rows]


@query
def organisation(who: Member | Operator, organisation: int) -> OrganisationShape:
    """One organisation."""
    row = access_organisation(who, organisation)
    own = standing_memberships().filter(organisation=row, person=who.person).first() if isinstance(who, Member) else None
    return organisation_shape(row, own)


@query
def members(who: Member | Operator, organisation: int) -> list[MemberShape]:
    """Who is in an organisation. Admins and the operator see all, with addresses; others see coaches, admins and themselves."""
    own_role = role_in(who, organisation)
    rows = standing_memberships().filter(organisation=organisation).order_by("person__name", "id")
    own = who.person if isinstance(who, Member) else None
    if own_role == Role.ADMIN:
        return [member_shape(row, own, addresses=True) for row in rows]
    return [member_shape(row, own, False) for row in rows if row.role in (Role.COACH, Role.ADMIN) or row.person_id == own]


def role_in(who: Member | Operator, organisation: int) -> str:
    """As what somebody looks at an organisation; the operator sees what an admin does. Raises NotThere."""
    return access_membership(who, organisation).role if isinstance(who, Member) else Role.ADMIN


@query
def invitations(who: Member | Operator, organisation: int, now: datetime) -> list[InvitationShape]:
    """Invitations that still stand, for admins and the operator."""
    where = access_organisation(who, organisation, Role.ADMIN)
    rows = Invitation.objects.filter(organisation=where, used_at=None, revoked_at=None, expires_at__gt=now)
    return [invitation_shape(row) for row in rows.order_by("-id")]


@query
def invited(member: Member, token: str, now: datetime) -> InvitedShape:
    """What the link of an invitation leads to; raises NotThere for one that is void, used, guessed or for somebody else."""
    row = standing_invitation(token, access_person(member).email, now)
    if row is None:
        raise NotThere(NOTHING)
    return InvitedShape(row.organisation.name, row.organisation.kind, row.role, iso(row.expires_at) or "")


@query
def coaches(actor: Actor) -> list[CoachShape]:
    """Whom the owner of a desk could let in."""
    person = access_desk(actor).person_id
    mine = standing_memberships().filter(person=person).values("organisation")
    rows = standing_memberships().filter(role=Role.COACH, organisation__in=mine).exclude(person=person)
    return [CoachShape(row.pk, called(row.person), row.organisation.name) for row in rows.order_by("person__name", "id")]


@query
def grants(actor: Actor) -> list[GrantShape]:
    """Who may read what of this desk, the latest first."""
    rows = Grant.objects.filter(desk=actor.desk, revoked_at=None).select_related(
        "membership__person", "membership__organisation", "application__employer", "message__contact"
    )
    return [grant_shape(row) for row in rows.order_by("-id")]
