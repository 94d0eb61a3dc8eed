"""Rows → what is covered on a desk: its owner, every person and employer on it, and how they are reached."""

from collections.abc import Sequence
from email.utils import parseaddr

from sincerely.desk.covering import Cover
from sincerely.desk.models import Address, Contact, Desk, Employer, Message


def cover_of(desk: Desk, message: Message | None = None, *, places: Sequence[str] = ()) -> Cover:
    """Everybody on a desk; those whom a message is to have the first numbers. `places`: more companies to cover."""
    here, employer, sender = (message.contact_id, message.application.employer_id, message.sender) if message else (0, 0, "")
    people = sorted(Contact.objects.filter(desk=desk).order_by("id"), key=lambda row: row.pk != here)
    companies = list(Employer.objects.filter(desk=desk).order_by("id"))
    companies.sort(key=lambda row: row.pk != employer)
    lines = [desk.phone, *desk.postal_address.splitlines(), *(row.phone for row in people)]
    lines += [line for row in people for line in row.postal_address.splitlines()]
    lines += Address.objects.filter(contact__desk=desk).values_list("email", flat=True)
    return Cover.of(
        " ".join((desk.name, parseaddr(sender)[0])),
        [(row.name, row.nickname) for row in people],
        [row.name for row in companies] + [desk.employer] * bool(desk.employer) + list(places),
        lines,
    )
