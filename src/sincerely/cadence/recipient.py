"""Who is to be contacted, and where they are: their own zone, else the employer's, else a guess."""

from dataclasses import dataclass
from functools import lru_cache

from sincerely.cadence.case import Case, Contact, Employer
from sincerely.cadence.workdays import Place, place


@dataclass(frozen=True, slots=True)
class Recipient:
    """A contact at a place. `guessed`: nobody has said in which zone; the person's own is taken."""

    contact: Contact
    place: Place
    guessed: bool

    @property
    def name(self) -> str:
        return self.contact.called


def recipient(case: Case, contact: Contact) -> Recipient:
    """The contact with the place that counts: a country of its own takes its region along, not the employer's."""
    return located(contact, case.employer, case.zone)


@lru_cache(maxsize=16384)
def located(contact: Contact, employer: Employer, fallback: str) -> Recipient:
    zone = contact.zone or employer.zone
    country = contact.country or employer.country
    region = contact.region or (employer.region if country == employer.country else "")
    return Recipient(contact, place(zone or fallback, country, region), guessed=not zone)
