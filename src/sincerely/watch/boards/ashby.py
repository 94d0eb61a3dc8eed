"""Ashby: https://developers.ashbyhq.com/docs/public-job-posting-api"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, listed, objects, read_json
from sincerely.watch.found import Found
from sincerely.watch.posting import posting

LABEL = "Ashby"
WAYS = {"remote": "remote", "hybrid": "hybrid", "onsite": "on-site"}
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's board; `only` is the identifier of one posting."""

    site: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    """Names of boards may hold spaces."""
    steps = address.steps
    if address.host == "api.ashbyhq.com" and steps[:2] == ("posting-api", "job-board"):
        steps = steps[2:]
    elif address.host != "jobs.ashbyhq.com":
        return None
    if not steps or len(steps[0]) > LONGEST_NAME:
        return None
    return Config(unquote(steps[0]), steps[1] if len(steps) > 1 else "")


def ask(config: Config) -> str:
    return f"https://api.ashbyhq.com/posting-api/job-board/{quote(config.site, safe='')}?includeCompensation=true"


def read(config: Config, answer: Answer) -> Found:
    """Each posting that the board shows; those only reached by their link are left out."""
    employer = spoken(config.site)
    found = []
    for job in listed(read_json(answer.text()), "jobs"):
        if job.get("isListed") is False:
            continue
        others = [place.get("location") for place in objects(job, "secondaryLocations")]
        way = WAYS.get(str(job.get("workplaceType") or "").lower(), "remote" if job.get("isRemote") is True else "")
        found.append(
            posting(
                job.get("id") or job.get("jobUrl"),
                job.get("title"),
                employer=employer,
                places=[job.get("location"), *others],
                remote=way,
                posted=job.get("publishedAt"),
                pay=pay(job),
                employment=job.get("employmentType"),
                text=job.get("descriptionHtml") or job.get("descriptionPlain"),
                url=job.get("jobUrl"),
            )
        )
    return Found(tuple(filter(None, found)), name=employer)


def pay(job: Mapping[str, Any]) -> str:
    """Pay in the board's own words."""
    names = ("scrapeableCompensationSalarySummary", "compensationTierSummary")
    return next((words for words in (at(job, "compensation", name) for name in names) if isinstance(words, str)), "")
