"""Personio: https://developer.personio.de/docs/retrieving-open-job-positions"""

from dataclasses import dataclass

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import MOST_ITEMS, local, named, read_xml, words_in
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import posting

LABEL = "Personio"
DOMAINS = ("jobs.personio.de", "jobs.personio.com")
KINDS = {"permanent": "", "intern": "internship", "trainee": "traineeship", "freelance": "freelance", "temporary": "temporary"}


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's name before its domain; `only` is the number of one position."""

    site: str
    domain: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    for domain in DOMAINS:
        site = address.under(domain)
        if site:
            only = address.site(1) if address.steps[:1] == ("job",) else ""
            return Config(site, domain, only if only.isdecimal() else "")
    return None


def ask(config: Config) -> str:
    return f"https://{config.site}.{config.domain}/xml?language=en"


def read(config: Config, answer: Answer) -> Found:
    """Each position of the feed."""
    root = read_xml(answer.body)
    if local(root) != "workzag-jobs":
        raise ReadError("The board's answer has another form than expected. Its jobs are kept as they were.")
    found = []
    for position in list(named(root, "position"))[:MOST_ITEMS]:
        number = words_in(position, "id")
        texts = [(words_in(part, "name"), words_in(part, "value")) for part in named(position, "jobDescription")]
        offices = [words_in(position, "office"), *("".join(office.itertext()) for office in named(position, "office"))]
        employment = [KINDS.get(kind, kind) for kind in (words_in(position, "employmentType"),)]
        found.append(
            posting(
                number,
                words_in(position, "name"),
                employer=words_in(position, "subcompany") or spoken(config.site),
                places=offices,
                posted=words_in(position, "createdAt"),
                employment=[*employment, words_in(position, "schedule")],
                text="".join(f"<h3>{name}</h3><div>{text}</div>" for name, text in texts),
                url=f"https://{config.site}.{config.domain}/job/{number}" if number.isdecimal() else "",
            )
        )
    return Found(tuple(filter(None, found)), name=next((one.employer for one in found if one), spoken(config.site)))
