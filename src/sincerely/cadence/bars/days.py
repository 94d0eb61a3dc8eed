"""The days of contacts, told by two calendars: that of who got one, and that of who is next."""

from collections.abc import Sequence
from datetime import date, timedelta

from sincerely.cadence.case import Sent
from sincerely.cadence.matter import Matter
from sincerely.cadence.recipient import Recipient

# Two calendars differ by 26 hours at the most: UTC-12 to UTC+14.
WIDEST = timedelta(hours=26)


def day_of(matter: Matter, who: Recipient, sent: Sent) -> date:
    """The day of a contact, by the calendar of who got it or of who is next: the later one."""
    return max(who.place.day(sent.at), matter.person(sent.contact).place.day(sent.at))


def last_contact(matter: Matter, who: Recipient, made: Sequence[Sent]) -> tuple[date, Sent] | None:
    """The contact with the latest day, and that day; None where there was none."""
    newest = max((sent.at for sent in made), default=None)
    if newest is None:
        return None
    recent = [(day_of(matter, who, sent), sent) for sent in made if newest - sent.at <= WIDEST]
    return max(recent, key=lambda found: (found[0], found[1].at))
