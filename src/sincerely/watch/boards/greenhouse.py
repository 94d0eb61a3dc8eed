"""Greenhouse: https://developers.greenhouse.io/job-board.html"""

from dataclasses import dataclass

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, listed, objects, read_json
from sincerely.watch.found import Found
from sincerely.watch.posting import pay_of, posting

LABEL = "Greenhouse"
HOSTS = ("boards.greenhouse.io", "job-boards.greenhouse.io", "boards.eu.greenhouse.io", "job-boards.eu.greenhouse.io")
API = "boards-api.greenhouse.io"


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's board token; `only` is the number of one job on it."""

    site: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    if address.host == API and address.steps[:2] == ("v1", "boards"):
        site, rest = address.site(2), address.steps[3:]
    elif address.host in HOSTS and address.steps[:1] == ("embed",):
        site, rest = next(iter(address.query.get("for", [])), ""), ()
    elif address.host in HOSTS:
        site, rest = address.site(), address.steps[1:]
    else:
        return None
    only = rest[1] if len(rest) > 1 and rest[0] == "jobs" and rest[1].isdecimal() else ""
    only = only or next((number for number in address.query.get("gh_jid", []) if number.isdecimal()), "")
    return Config(site, only) if Address("", (site,), {}).site() else None


def ask(config: Config) -> str:
    return f"https://{API}/v1/boards/{config.site}/jobs?content=true"


def read(config: Config, answer: Answer) -> Found:
    """Each job of the list. The text is HTML that came escaped; the documents themselves show it escaped twice."""
    found = []
    for job in listed(read_json(answer.text()), "jobs"):
        ranges = objects(job, "pay_input_ranges")
        cents = ranges[0] if ranges else {}
        least, most = (amount / 100 if isinstance(amount, int) else None for amount in map(cents.get, ("min_cents", "max_cents")))
        where = at(job, "location", "name")
        found.append(
            posting(
                job.get("id"),
                job.get("title"),
                employer=job.get("company_name") or spoken(config.site),
                places=[where] if where else [office.get("location") or office.get("name") for office in objects(job, "offices")],
                remote="remote" if "remote" in str(where).lower() else "",
                posted=job.get("first_published") or job.get("updated_at"),
                closing=job.get("application_deadline"),
                pay=pay_of(least, most, cents.get("currency_type"), ""),
                text=job.get("content"),
                url=job.get("absolute_url"),
            )
        )
    return Found(tuple(filter(None, found)), name=next((one.employer for one in found if one), spoken(config.site)))
