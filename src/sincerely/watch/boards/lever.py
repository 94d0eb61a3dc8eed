"""Lever: https://github.com/lever/postings-api"""

from dataclasses import dataclass

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, objects, read_json
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import lines, pay_of, posting

LABEL = "Lever"
HOSTS = {"jobs.lever.co": "api.lever.co", "jobs.eu.lever.co": "api.eu.lever.co"}


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's site, at the host of its region; `only` is the identifier of one posting."""

    site: str
    api: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    if address.host in HOSTS.values() and address.steps[:2] == ("v0", "postings"):
        api, first = address.host, 2
    elif address.host in HOSTS:
        api, first = HOSTS[address.host], 0
    else:
        return None
    site = address.site(first)
    return Config(site, api, address.site(first + 1)) if site else None


def ask(config: Config) -> str:
    return f"https://{config.api}/v0/postings/{config.site}?mode=json"


def read(config: Config, answer: Answer) -> Found:
    """Each posting of the list. Lever does not say whose board it is: the site's name stands for the employer."""
    data = read_json(answer.text())
    if not isinstance(data, list):
        raise ReadError("The board's answer has another form than expected. Its jobs are kept as they were.")
    employer = spoken(config.site)
    found = []
    for job in objects(data):
        text = [job.get("descriptionPlain") or job.get("description")]
        text += [f"<h3>{part.get('text', '')}</h3><ul>{part.get('content', '')}</ul>" for part in objects(job, "lists")]
        text += [job.get("additionalPlain") or job.get("additional")]
        pay = at(job, "salaryRange") or {}
        wanted = str(job.get("workplaceType") or "")
        found.append(
            posting(
                job.get("id"),
                job.get("text"),
                employer=employer,
                places=at(job, "categories", "allLocations") or [at(job, "categories", "location")],
                remote={"remote": "remote", "hybrid": "hybrid", "on-site": "on-site", "onsite": "on-site"}.get(wanted, ""),
                posted=job.get("createdAt"),
                pay=pay_of(at(pay, "min"), at(pay, "max"), at(pay, "currency"), at(pay, "interval")),
                employment=at(job, "categories", "commitment"),
                text="\n\n".join(filter(None, map(lines, text))),
                url=job.get("hostedUrl"),
            )
        )
    return Found(tuple(filter(None, found)), name=employer)
