"""Rows about members made into the shapes that go out."""

from sincerely.desk.member_shapes import GrantShape, InvitationShape, MemberShape, OrganisationShape
from sincerely.desk.models import Grant, Invitation, Membership, Organisation, Person
from sincerely.desk.shaping import iso


def called(person: Person) -> str:
    """What others call somebody: their name, or their address before they gave one."""
    return person.name or person.email


def organisation_shape(row: Organisation, own: Membership | None) -> OrganisationShape:
    return OrganisationShape(row.pk, row.name, row.kind, own.pk if own else None, own.role if own else "")


def member_shape(row: Membership, own: int | None, addresses: bool) -> MemberShape:
    email = row.person.email if addresses else ""
    return MemberShape(row.pk, called(row.person), email, row.role, iso(row.joined_at) or "", row.person_id == own)


def invitation_shape(row: Invitation) -> InvitationShape:
    return InvitationShape(row.pk, row.email, row.role, iso(row.expires_at) or "")


def grant_shape(row: Grant) -> GrantShape:
    scope = "draft" if row.message else "application" if row.application else "desk"
    return GrantShape(
        id=row.pk,
        coach=called(row.membership.person),
        organisation=row.membership.organisation.name,
        scope=scope,
        what=said(row),
        application=row.application_id,
        message=row.message_id,
        given_at=iso(row.given_at) or "",
    )


def said(row: Grant) -> str:
    """What a grant lets somebody read, in words."""
    if row.message:
        return f"the {row.message.stage} note to {row.message.contact.name}"
    if row.application:
        return f"{row.application.role or 'the application'} at {row.application.employer.name}"
    return "the whole desk"
