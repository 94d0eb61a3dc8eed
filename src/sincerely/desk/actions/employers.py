"""Employers: what is a part of what. A brand and its parent are one employer for every gap and every cap."""

from datetime import datetime

from django.db.models import Q

from sincerely.desk.access import Actor, access_employer, all_parts
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Contact, Employer
from sincerely.desk.record import record


@action
def join_employers(actor: Actor, employer: int, whole: int, *, now: datetime) -> None:
    """An employer is a brand or a branch of another: they are planned for together from now on; each keeps its name."""
    row, other = access_employer(actor, employer), access_employer(actor, whole)
    head = access_employer(actor, other.whole)
    if head.pk == row.pk:
        raise DeskError(f"{other.name} is part of {row.name} already, or the same. To turn it round, separate them first.")
    if row.part_of_id == head.pk:
        return
    Employer.objects.filter(part_of=row).update(part_of=head)
    row.part_of = head
    row.save(update_fields=["part_of"])
    record(actor, now, "join", row, f"{row.name} is part of {head.name}: one employer.", employer=row, whole=head.pk)


@action
def separate_employer(actor: Actor, employer: int, *, now: datetime) -> None:
    """An employer is part of no other after all; of one that has parts, all of them are separated.

    Raises DeskError where a contact at one of them has to do with another: whose they would be, nobody can say.
    """
    row = access_employer(actor, employer)
    parts = list(Employer.objects.filter(part_of=row)) if row.part_of_id is None else [row]
    if not parts:
        raise DeskError(f"{row.name} is part of no other employer, and has no parts.")
    for part in parts:
        if both := between(part):
            raise DeskError(f"{both.name} has to do with {part.name} and with its other parts. They stay one employer.")
    for part in parts:
        part.part_of = None
        part.save(update_fields=["part_of"])
        record(actor, now, "separate", part, f"{part.name} is an employer of its own.", employer=part)


def between(part: Employer) -> Contact | None:
    """A contact at a part who met, wrote or was merged at the rest of the whole, or the other way round."""
    rest = [employer for employer in all_parts(part.pk) if employer != part.pk]
    return Contact.objects.filter(across([part.pk], rest) | across(rest, [part.pk])).first()


def across(home: list[int], away: list[int]) -> Q:
    """Contacts at home with something that happened, is planned or is known away."""
    met, wrote = Q(interviews__application__employer__in=away), Q(messages__application__employer__in=away)
    return Q(employer__in=home) & (met | wrote | Q(events__employer__in=away) | Q(merged_into__employer__in=away))
