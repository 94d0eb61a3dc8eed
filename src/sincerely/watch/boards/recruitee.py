"""Recruitee: https://docs.recruitee.com/reference/intro-to-careers-site-api"""

from dataclasses import dataclass

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, listed, objects, read_json
from sincerely.watch.found import Found
from sincerely.watch.posting import pay_of, posting

LABEL = "Recruitee"
OWN = ("app", "api", "docs", "support", "www")


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's name before `.recruitee.com`; `only` is the last part of one offer's address."""

    site: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    site = address.under("recruitee.com")
    if not site or site in OWN:
        return None
    return Config(site, address.site(1) if address.steps[:1] == ("o",) else "")


def ask(config: Config) -> str:
    return f"https://{config.site}.recruitee.com/api/offers/"


def read(config: Config, answer: Answer) -> Found:
    """Each offer that is published."""
    found = []
    for offer in listed(read_json(answer.text()), "offers"):
        if offer.get("status") not in (None, "published"):
            continue
        ways = {"remote": "remote", "hybrid": "hybrid", "on_site": "on-site"}
        places: list[object] = [place_of(place) for place in objects(offer, "locations")] or [offer.get("location")]
        employment = str(offer.get("employment_type_code") or "").partition("_")[0]
        found.append(
            posting(
                offer.get("id"),
                offer.get("title"),
                employer=offer.get("company_name") or spoken(config.site),
                places=places,
                remote=next((word for key, word in ways.items() if offer.get(key) is True), ""),
                posted=offer.get("published_at") or offer.get("created_at"),
                closing=offer.get("close_at"),
                pay=pay_of(*(at(offer, "salary", key) for key in ("min", "max", "currency", "period"))),
                employment=employment,
                text="".join(f"<div>{offer.get(part) or ''}</div>" for part in ("description", "requirements")),
                url=offer.get("careers_url"),
            )
        )
    return Found(tuple(filter(None, found)), name=next((one.employer for one in found if one), spoken(config.site)))


def place_of(place: object) -> str:
    parts = [at(place, key) for key in ("city", "state", "country")]
    return ", ".join(part for part in parts if isinstance(part, str) and part) or str(at(place, "name") or "")
