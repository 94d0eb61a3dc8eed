"""Where somebody may be, by what their country, address or number gives away; and that it is shown as a guess."""

from typing import Any
from zoneinfo import available_timezones

import pytest

from sincerely.cadence.case import Contact, Employer
from sincerely.cadence.places import country_of_domain, country_of_phone, every_zone, known_places, same_clocks, zone_of
from sincerely.cadence.recipient import located

HOME = "Europe/Dublin"


def where(employer: dict[str, Any] | None = None, person: str = HOME, **contact: str) -> tuple[str, bool]:
    found = located(Contact("ana", **contact), Employer("Acme", **(employer or {})), person)
    return found.place.zone.key, found.guessed


def test_a_zone_that_is_told_is_no_guess() -> None:
    assert where({"zone": "Asia/Kolkata"}) == ("Asia/Kolkata", False)
    assert where({"zone": "Asia/Kolkata"}, zone="Asia/Tokyo") == ("Asia/Tokyo", False)


def test_an_employers_zone_that_was_guessed_stays_a_guess() -> None:
    assert where({"zone": "Asia/Kolkata", "zone_guessed": True}) == ("Asia/Kolkata", True)


@pytest.mark.parametrize(
    ("employer", "contact", "zone"),
    [
        ({}, {}, HOME),
        ({"country": "JP"}, {}, "Asia/Tokyo"),
        ({"country": "US"}, {}, "America/New_York"),
        ({"country": "US", "region": "CA"}, {}, "America/Los_Angeles"),
        ({"country": "AU"}, {}, "Australia/Sydney"),
        ({}, {"email": "ana@acme.co.nz"}, "Pacific/Auckland"),
        ({"country": "JP"}, {"email": "ana@acme.co.uk"}, "Europe/London"),
        ({}, {"email": "ana@acme.io", "phone": "+977 1 422 0000"}, "Asia/Kathmandu"),
        ({}, {"email": "ana@acme.example", "phone": "020 7946 0000"}, HOME),
        ({"country": "JP"}, {"country": "FR"}, "Europe/Paris"),
        ({"country": "ZZ"}, {}, HOME),
    ],
)
def test_a_zone_is_guessed_from_what_is_known(employer: dict[str, Any], contact: dict[str, str], zone: str) -> None:
    assert where(employer, **contact) == (zone, True)


def test_in_a_country_of_many_zones_the_persons_own_is_the_likelier_one() -> None:
    assert where({"country": "US"}, person="America/Chicago") == ("America/Chicago", True)
    assert where({"country": "US", "region": "CA"}, person="America/Chicago") == ("America/Los_Angeles", True)


def test_who_is_abroad_does_not_live_by_the_employers_clocks() -> None:
    dublin = {"zone": "Europe/Dublin", "country": "IE"}
    assert where(dublin, country="JP") == ("Asia/Tokyo", True)
    assert where(dublin, country="GB") == ("Europe/Dublin", False)
    assert where({"zone": "Europe/Dublin"}, country="JP") == ("Europe/Dublin", False)


@pytest.mark.parametrize(
    ("number", "country"),
    [("+353 1 496 0000", "IE"), ("0049 (30) 1234567", "DE"), ("+1 212 555 0100", ""), ("01 496 0000", ""), ("", ""), ("+", "")],
)
def test_a_number_names_its_country_only_where_it_is_international(number: str, country: str) -> None:
    assert country_of_phone(number) == country


@pytest.mark.parametrize(
    ("domain", "country"), [("acme.co.uk", "GB"), ("a@acme.fr", "FR"), ("acme.io", ""), ("acme.com", ""), ("", "")]
)
def test_an_ending_that_anyone_may_use_names_no_country(domain: str, country: str) -> None:
    assert country_of_domain(domain) == country


def test_every_zone_of_the_table_is_one() -> None:
    zones = available_timezones()
    assert zones >= set(known_places()["regions"]) | set(known_places()["most_people"].values())
    assert all(zone_of(country) in zones for country in every_zone())
    assert {place.partition("-")[0] for regions in known_places()["regions"].values() for place in regions} <= set(every_zone())
    assert set(known_places()["calling"].values()) <= set(every_zone())


def test_clocks_are_compared_in_winter_and_in_summer() -> None:
    assert same_clocks("Europe/Berlin", "AT")
    assert not same_clocks("Africa/Lagos", "AT")
    assert not same_clocks("Europe/Berlin", "ZZ")
