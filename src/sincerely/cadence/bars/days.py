"""The days of contacts, told by two calendars: that of who got one, and that of who is next."""

from collections.abc import Sequence
from datetime import date

from sincerely.cadence.case import Sent
from sincerely.cadence.matter import Matter
from sincerely.cadence.recipient import Recipient


def day_of(matter: Matter, who: Recipient, sent: Sent) -> date:
    """The day of a contact, by the calendar of who got it or of who is next: the later one."""
    there = matter.person(sent.contact).place
    return there.day(sent.at) if there is who.place else max(there.day(sent.at), who.place.day(sent.at))


def last_contact(matter: Matter, who: Recipient, planned: Sequence[Sent]) -> tuple[date, Sent] | None:
    """The contact, made or planned, with the latest day, and that day; None where there was none."""
    dated = [(day_of(matter, who, sent), sent) for sent in (*matter.recent, *planned)]
    return max(dated, key=lambda found: (found[0], found[1].at), default=None)
