"""People who sign in: known from their first visit on, and gone without a trace when they wish."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from sincerely.desk import entries
from sincerely.desk.actions.erasing import erase_desk
from sincerely.desk.actions.organisations import another_admin
from sincerely.desk.admission import Member, access_person, desk_of
from sincerely.desk.errors import DeskError, action, query, told_clearly
from sincerely.desk.models import Invitation, Membership, Organisation, Person


@query
def known(login: int) -> Member | None:
    """Who has this number at the door; None before their first visit."""
    row = Person.objects.filter(login=login).values_list("id", "name", "email").first()
    return Member(row[0], row[1] or row[2]) if row else None


@action
def arrive(login: int, *, email: str, name: str = "", now: datetime) -> Member:
    """Takes in somebody who signed in, or what changed of them. `email` was verified at the door."""
    address = entries.email(email).casefold()
    if not address:
        raise DeskError("Your account has no e-mail address. Give one first.")
    name = entries.line(name, "name", 200)
    row = Person.objects.filter(login=login).first() or Person.objects.filter(email=address, login=None).first()
    if row is None:
        row = Person(created_at=now)
    row.login, row.email, row.name = login, address, name or row.name
    row.save()
    return Member(row.pk, row.name or row.email)


def erase_person(member: Member, words: str) -> None:
    """Erases somebody: their desk, memberships and grants; what others keep of theirs points to nobody afterwards.

    `words`, their e-mail address, says that it is meant. Raises DeskError where an organisation would be left without an admin.
    """
    with told_clearly():
        row = access_person(member)
        if words.strip().casefold() != row.email:
            raise DeskError(f"To erase everything, type your e-mail address: {row.email}.")
        for membership in Membership.objects.filter(person=row, left_at=None).select_related("organisation"):
            another_admin(membership)
        owner = desk_of(member)
        if owner is not None:
            erase_desk(owner, owner.who)
        gone(row)


@action
def gone(row: Person) -> None:
    """The person, what invited them, and organisations that nobody is left in."""
    Invitation.objects.filter(email=row.email).delete()
    left = list(Organisation.objects.filter(memberships__person=row).values_list("id", flat=True))
    row.delete()
    still_there = Membership.objects.filter(organisation=OuterRef("pk"), left_at=None)
    Organisation.objects.filter(~Exists(still_there), pk__in=left).delete()
