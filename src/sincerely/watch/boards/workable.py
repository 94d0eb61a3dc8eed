"""Workable: https://help.workable.com/hc/en-us/articles/115012771647 (jobs for an employer's own website)"""

from dataclasses import dataclass

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, listed, objects, read_json
from sincerely.watch.found import Found
from sincerely.watch.posting import line, posting

LABEL = "Workable"
OWN = ("apply", "help", "jobs", "resources", "www")


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's account; `only` is the short code of one job."""

    site: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    if address.host == "apply.workable.com" and address.steps[:4] == ("api", "v1", "widget", "accounts"):
        site, rest = address.site(4), address.steps[5:]
    elif address.host == "workable.com" and address.steps[:2] == ("api", "accounts"):
        site, rest = address.site(2), address.steps[3:]
    elif address.host == "apply.workable.com":
        site, rest = address.site(), address.steps[1:]
    else:
        site, rest = address.under("workable.com"), address.steps
    if not site or site in (*OWN, "j", "api"):
        return None
    return Config(site, rest[1] if len(rest) > 1 and rest[0] in ("j", "jobs") else "")


def ask(config: Config) -> str:
    return f"https://www.workable.com/api/accounts/{config.site}?details=true"


def read(config: Config, answer: Answer) -> Found:
    """Each job of the account."""
    data = read_json(answer.text())
    employer = line(at(data, "name"), 200) or spoken(config.site)
    found = []
    for job in listed(data, "jobs"):
        shown = [place for place in objects(job, "locations") if place.get("hidden") is not True] or [job]
        places = [", ".join(filter(None, map(line, map(place.get, ("city", "region", "state", "country"))))) for place in shown]
        found.append(
            posting(
                job.get("shortcode"),
                job.get("title"),
                employer=employer,
                places=places,
                remote="remote" if job.get("telecommuting") is True else "",
                posted=job.get("published_on") or job.get("created_at"),
                employment=job.get("employment_type"),
                text=job.get("description"),
                url=job.get("url") or job.get("shortlink"),
            )
        )
    return Found(tuple(filter(None, found)), name=employer)
