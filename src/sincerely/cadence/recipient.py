"""Who is to be contacted, and where they are: their own zone, else the employer's, else a guess."""

from dataclasses import dataclass
from functools import lru_cache

from sincerely.cadence.case import Case, Contact, Employer
from sincerely.cadence.places import country_of_domain, country_of_phone, has_own_zone, same_clocks, zone_of, zones_of
from sincerely.cadence.workdays import Place, place


@dataclass(frozen=True, slots=True)
class Recipient:
    """A contact at a place. `guessed`: nobody has said in which zone."""

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
    country = contact.country or employer.country
    region = contact.region or (employer.region if country == employer.country else "")
    zone, guessed = where_they_live(contact, employer, region, fallback)
    return Recipient(contact, place(zone, country, region), guessed)


def where_they_live(contact: Contact, employer: Employer, region: str, fallback: str) -> tuple[str, bool]:
    """The zone and whether it is a guess: from the country, the address, the number, the employer's country; else the person's.

    A contact in another country than the employer is not taken to live by the employer's clocks.
    """
    if contact.zone:
        return contact.zone, False
    abroad = contact.country and employer.country and contact.country != employer.country
    if employer.zone and not (abroad and zones_of(contact.country) and not same_clocks(employer.zone, contact.country)):
        return employer.zone, employer.zone_guessed
    country = contact.country or country_of_domain(contact.email) or country_of_phone(contact.phone) or employer.country
    region = region if country == (contact.country or employer.country) else ""
    # A country of many zones says less than the person's own, where that is one of them.
    if fallback in zones_of(country) and not has_own_zone(country, region):
        return fallback, True
    return zone_of(country, region) or fallback, True
