"""Teamtailor: https://support.teamtailor.com/en/articles/1482865 (the feed of a career site)"""

import re
from dataclasses import dataclass

from lxml import etree

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import MOST_ITEMS, local, named, read_xml, words_in
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import line, posting

LABEL = "Teamtailor"
OWN = ("app", "api", "docs", "support", "www", "career")
# Employers stand right before the domain or, by region, one step further left.
HOST = re.compile(r"([a-z0-9-]+)(?:\.(?:na|au|career))?\.teamtailor\.com")
WAYS = {"fully": "remote", "hybrid": "hybrid", "temporary": "", "none": "on-site"}


@dataclass(frozen=True, slots=True)
class Config:
    """The host of one employer's career site; `only` is the last part of one job's address."""

    host: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    found = HOST.fullmatch(address.host)
    if not found or found[1] in OWN:
        return None
    return Config(address.host, address.site(1) if address.steps[:1] == ("jobs",) else "")


def ask(config: Config) -> str:
    return f"https://{config.host}/jobs.rss"


def read(config: Config, answer: Answer) -> Found:
    """Each item of the feed, with the places that Teamtailor adds to RSS."""
    root = read_xml(answer.body)
    channel = next(named(root, "channel"), None)
    if local(root) != "rss" or channel is None:
        raise ReadError("The board's answer has another form than expected. Its jobs are kept as they were.")
    employer = line(words_in(channel, "title"), 200) or spoken(config.host.partition(".")[0])
    found = []
    for item in list(named(root, "item"))[:MOST_ITEMS]:
        places = [place_of(place) for place in named(item, "location")]
        found.append(
            posting(
                words_in(item, "guid") or words_in(item, "link"),
                words_in(item, "title"),
                employer=words_in(item, "company_name") or employer,
                places=places,
                remote=WAYS.get(words_in(item, "remoteStatus").lower(), ""),
                posted=words_in(item, "pubDate"),
                text=words_in(item, "description"),
                url=words_in(item, "link"),
            )
        )
    return Found(tuple(filter(None, found)), name=employer)


def place_of(place: "etree._Element") -> str:
    parts = [words_in(place, part) for part in ("city", "country")]
    return ", ".join(dict.fromkeys(filter(None, parts))) or words_in(place, "name")
