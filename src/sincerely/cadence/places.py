"""Where somebody may be, from what an address, a number or a country gives away: guesses, each to be shown as one."""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sincerely.cadence.zones import zone_named

# Country endings that anyone may use for anything (ICANN's and Google's lists of "generic country-code" domains).
GENERIC_ENDINGS = frozenset(
    {
        *("ad", "ai", "as", "bz", "cc", "cd", "co", "dj", "eu", "fm", "gg", "io", "la", "me", "ms", "nu"),
        *("ac", "sc", "sh", "sr", "su", "tk", "to", "tv", "vc", "ly", "ws"),
    }
)
LONGEST_CALLING_CODE = 3


@lru_cache(maxsize=1)
def known_places() -> Mapping[str, Mapping[str, Any]]:
    """The data file `places.toml`."""
    return tomllib.loads(files("sincerely.cadence").joinpath("places.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def every_zone() -> Mapping[str, tuple[str, ...]]:
    """By country (ISO 3166-1) the zones that it has, in the order of IANA's zone.tab."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), zone)
    return found


def zones_of(country: str) -> tuple[str, ...]:
    """The zones of a country; none for one that is not known."""
    return every_zone().get(country, ())


def country_at(zone: str) -> str:
    """The country that a zone is in; "" for one that is in none, like UTC."""
    return next((country for country, zones in every_zone().items() if zone in zones), "")


@lru_cache(maxsize=4096)
def same_clocks(zone: str, country: str) -> bool:
    """Whether clocks in a zone show what those somewhere in a country do, in winter and in summer."""
    return any(shown(zone) == shown(other) for other in zones_of(country))


def shown(zone: str) -> tuple[timedelta | None, ...]:
    """What a zone is ahead of UTC in January and in July."""
    return tuple(datetime(2026, month, 15, tzinfo=zone_named(zone)).utcoffset() for month in (1, 7))


def zone_of(country: str, region: str = "") -> str:
    """The zone of a region, else the one in which most people of the country live; "" for a country that is not known."""
    place = f"{country}-{region}"
    for zone, regions in known_places()["regions"].items():
        if place in regions:
            return zone
    return str(known_places()["most_people"].get(country, "")) or next(iter(zones_of(country)), "")


def has_own_zone(country: str, region: str) -> bool:
    """Whether a region alone says the zone: its country has one only, or the region is known to have another."""
    return len(zones_of(country)) == 1 or any(f"{country}-{region}" in found for found in known_places()["regions"].values())


def country_of_domain(domain: str) -> str:
    """The country that the ending of a domain or an address names; "" for none."""
    ending = domain.rpartition(".")[2].strip().lower()
    if len(ending) != 2 or ending in GENERIC_ENDINGS:
        return ""
    return "GB" if ending == "uk" else ending.upper()


def country_of_phone(number: str) -> str:
    """The country of an international number, "+353 1 …" or "00353 1 …"; "" for a number that does not say."""
    digits = re.sub(r"[\s().\-/]", "", number)
    digits = digits[1:] if digits.startswith("+") else digits[2:] if digits.startswith("00") else ""
    codes = known_places()["calling"]
    return next((str(codes[digits[:n]]) for n in range(LONGEST_CALLING_CODE, 0, -1) if digits[:n] in codes), "")
