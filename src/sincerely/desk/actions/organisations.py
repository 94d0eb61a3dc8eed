"""Organisations: founded by the operator, filled by invitation, and never without an admin."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sincerely.desk import entries
from sincerely.desk.actions.examples import withdraw_all
from sincerely.desk.actions.grants import end_grant
from sincerely.desk.admission import (
    NOTHING,
    Member,
    Operator,
    access_membership,
    access_organisation,
    access_other,
    access_person,
    standing_memberships,
)
from sincerely.desk.errors import DeskError, NotThere, action
from sincerely.desk.member_shapes import OrganisationShape
from sincerely.desk.member_shaping import organisation_shape
from sincerely.desk.models import Grant, Invitation, Membership, Organisation, Role

# An invitation waits as long as a holiday lasts.
VALID = timedelta(days=14)
# Whom each role may invite.
INVITES: dict[str, tuple[Role, ...]] = {Role.ADMIN: tuple(Role), Role.COACH: (Role.SEEKER,)}


@action
def found_organisation(name: str, *, kind: str = "other", now: datetime) -> OrganisationShape:
    """Founds an organisation; only the operator does. Its first admin comes by invitation."""
    name = entries.line(name, "name of the organisation", 200, needed=True)
    if kind not in Organisation.Kind.values:
        raise DeskError(f"The kind {kind!r} is none of {', '.join(Organisation.Kind.values)}.")
    return organisation_shape(Organisation.objects.create(name=name, kind=kind, created_at=now), None)


@action
def invite(who: Member | Operator, organisation: int, *, role: str, email: str = "", now: datetime) -> str:
    """A new invitation; its secret, told this once. With `email` only that person can use it; admins need one."""
    where, wanted = access_organisation(who, organisation, Role.ADMIN, Role.COACH), role_of(role)
    if isinstance(who, Member) and wanted not in INVITES[access_membership(who, organisation).role]:
        raise DeskError("As a coach you may invite seekers. Ask an admin to invite anybody else.")
    address = entries.email(email).casefold()
    if wanted is not Role.SEEKER and not address:
        raise DeskError(f"To invite a member as {wanted}, give their e-mail address.")
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        organisation=where, email=address, role=wanted, token_sha256=hashed(token), created_at=now, expires_at=now + VALID
    )
    return token


@action
def revoke_invitation(who: Member | Operator, organisation: int, invitation: int, *, now: datetime) -> None:
    """The link is void."""
    where = access_organisation(who, organisation, Role.ADMIN)
    row = Invitation.objects.filter(organisation=where, pk=invitation, used_at=None, revoked_at=None).first()
    if row is None:
        raise NotThere(NOTHING)
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])


@action
def accept(member: Member, token: str, *, now: datetime) -> OrganisationShape:
    """Joins by an invitation, which is used up; raises NotThere for one that is void, used, or meant for somebody else."""
    person = access_person(member)
    row = standing_invitation(token, person.email, now)
    if row is None:
        raise NotThere(NOTHING)
    if standing_memberships().filter(organisation=row.organisation, person=person).exists():
        raise DeskError(f"You are a member of {row.organisation.name} already.")
    # Of two who come with one link at once, one gets in.
    if not Invitation.objects.filter(pk=row.pk, used_at=None, revoked_at=None).update(used_at=now):
        raise NotThere(NOTHING)
    made = Membership.objects.create(organisation=row.organisation, person=person, role=row.role, joined_at=now)
    return organisation_shape(row.organisation, made)


def standing_invitation(token: str, email: str, now: datetime) -> Invitation | None:
    """The invitation of a link that may still be used, by whoever has this address.

    It is found by its hash: no comparison tells how near a guess was.
    """
    rows = Invitation.objects.select_related("organisation").filter(token_sha256=hashed(token))
    return rows.filter(email__in=("", email), used_at=None, revoked_at=None, expires_at__gt=now).first()


def hashed(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def role_of(words: str) -> Role:
    try:
        return Role(words)
    except ValueError:
        raise DeskError(f"The role {words!r} is none of {', '.join(Role.values)}.") from None


@action
def set_role(who: Member | Operator, organisation: int, membership: int, role: str, *, now: datetime) -> None:
    """Gives a member another role. Who is a coach no more reads nothing from now on."""
    where, wanted = access_organisation(who, organisation, Role.ADMIN), role_of(role)
    row = access_other(where, membership)
    if row.role == Role.ADMIN and wanted is not Role.ADMIN:
        another_admin(row, alone_is_fine=False)
    if row.role == Role.COACH and wanted is not Role.COACH:
        shut(row, now)
    row.role = wanted
    row.save(update_fields=["role"])


@action
def end_membership(who: Member | Operator, organisation: int, membership: int, *, now: datetime) -> None:
    """Ends a membership: one's own, or as an admin somebody's. What it let anybody read is shut, examples are withdrawn."""
    where = access_organisation(who, organisation)
    row = access_other(where, membership)
    if isinstance(who, Member) and row.person_id != who.person:
        access_membership(who, organisation, Role.ADMIN)
    another_admin(row)
    shut(row, now)
    withdraw_all(row.person_id, where.pk)
    row.left_at = now
    row.save(update_fields=["left_at"])


def another_admin(row: Membership, alone_is_fine: bool = True) -> None:
    """Raises DeskError where others would be left without an admin."""
    others = standing_memberships().select_for_update(of=("self",)).filter(organisation=row.organisation).exclude(pk=row.pk)
    rest = [other.role for other in others]
    if row.role == Role.ADMIN and Role.ADMIN not in rest and (rest or not alone_is_fine):
        raise DeskError(f"{row.organisation.name} has no other admin. Please make somebody else an admin first.")


def shut(row: Membership, now: datetime) -> None:
    """Revokes what the member as a coach may read, and what they let coaches of this organisation read."""
    grants = Grant.objects.select_related("desk", "membership__person").filter(revoked_at=None)
    theirs = grants.filter(desk__person=row.person, membership__organisation=row.organisation)
    for grant in (*grants.filter(membership=row), *theirs.exclude(membership=row)):
        end_grant(grant, "the organisation", now)
