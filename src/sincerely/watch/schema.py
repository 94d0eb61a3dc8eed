"""A schema.org JobPosting as a posting: https://schema.org/JobPosting, in the many ways in which pages write it."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from sincerely.watch.data import at
from sincerely.watch.posting import Posting, line, lines, money, pay_of, posting

Item = Mapping[str, Any]
# What a text says about a job, in the order in which a person would read it.
PARTS = (
    ("", "description"),
    ("Responsibilities", "responsibilities"),
    ("Skills", "skills"),
    ("Qualifications", "qualifications"),
    ("Education", "educationRequirements"),
    ("Experience", "experienceRequirements"),
    ("Physical requirements", "physicalRequirement"),
    ("Sensory requirements", "sensoryRequirement"),
    ("Benefits", "jobBenefits"),
    ("Incentives", "incentiveCompensation"),
    ("About the employer", "employerOverview"),
)
DEEPEST_NAME = 4


def job(item: Item, address: str) -> Posting | None:
    """The posting that an item describes; None where it has no title. `address` is the page that it stood on."""
    title = first(item, "title", "name")
    url = urljoin(address, str(name_of(item.get("url")))) if name_of(item.get("url")) else address
    employer = name_of(item.get("hiringOrganization")) or name_of(item.get("employmentUnit"))
    places = tuple(filter(None, (place(one) for one in every(item.get("jobLocation")))))
    remote = "remote" if "TELECOMMUTE" in str(item.get("jobLocationType", "")).upper() else ""
    where = places or tuple(filter(None, (name_of(one) for one in every(item.get("applicantLocationRequirements")))))
    return posting(
        identifier(item, url if url != address else "") or mark_of(line(title), employer, where),
        title,
        employer=employer,
        places=where,
        remote=remote,
        posted=item.get("datePosted"),
        closing=item.get("validThrough"),
        pay=pay(item),
        employment=[name_of(one) for one in every(item.get("employmentType"))],
        text="\n\n".join(part for part in (told(item, *part) for part in PARTS) if part),
        url=url,
    )


def first(item: Item, *names: str) -> str:
    """The first of several properties that says something."""
    return next((words for words in (name_of(item.get(name)) for name in names) if words), "")


def every(value: Any) -> list[Any]:
    return value[:50] if isinstance(value, list) else [] if value is None else [value]


def name_of(value: Any, depth: int = 0) -> str:
    """A value in words: itself, or the name, description or value of the thing that it is."""
    if isinstance(value, list):
        return name_of(value[0], depth) if value else ""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    if isinstance(value, Mapping) and depth < DEEPEST_NAME:
        keys = ("@value", "name", "legalName", "description", "credentialCategory", "value", "@id")
        return next((words for words in (name_of(value.get(key), depth + 1) for key in keys) if words), "")
    return ""


def identifier(item: Item, url: str) -> str:
    """What tells the posting from others of its page."""
    given = item.get("identifier")
    value = name_of(at(given, "value") or given)
    return value or url


def mark_of(title: str, employer: str, places: tuple[str, ...]) -> str:
    """An identifier for a posting that brings none."""
    return hashlib.sha256("\n".join((title, employer, *places)).encode()).hexdigest()[:16]


def place(value: Any) -> str:
    """A place in one line: `Kirkland, WA, US`."""
    if not isinstance(value, Mapping):
        return name_of(value)
    address = value.get("address", value)
    if isinstance(address, list):
        address = address[0] if address else {}
    if not isinstance(address, Mapping):
        return name_of(address)
    parts = (name_of(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(dict.fromkeys(filter(None, parts))) or name_of(value)


def pay(item: Item) -> str:
    """Pay in words, from a number, a MonetaryAmount, or a distribution of them."""
    given = item.get("baseSalary") or item.get("estimatedSalary")
    given = given[0] if isinstance(given, list) and given else given
    currency = name_of(item.get("salaryCurrency"))
    if not isinstance(given, Mapping):
        words = name_of(given)
        return pay_of(words, None, currency, "") or line(words, 100)
    value = given.get("value", given)
    value = value[0] if isinstance(value, list) and value else value
    currency = name_of(given.get("currency")) or currency
    if not isinstance(value, Mapping):
        return pay_of(name_of(value), None, currency, name_of(given.get("unitText")))
    span = name_of(value.get("unitText")) or name_of(given.get("unitText")) or duration(given)
    least = value.get("minValue", value.get("percentile10", value.get("value")))
    most = value.get("maxValue", value.get("percentile90"))
    return pay_of(least if money(least) else name_of(least), most if money(most) else name_of(most), currency, span)


def duration(given: Item) -> str:
    return "YEAR" if name_of(given.get("duration")) == "P1Y" else ""


def told(item: Item, heading: str, name: str) -> str:
    """One part of the text with its heading; nothing where the page says nothing of it."""
    said = "\n".join(filter(None, (lines(name_of(one)) for one in every(item.get(name)))))
    return f"{heading}\n{said}" if heading and said else said


def jobs_in(value: Any, depth: int = 12) -> Iterator[Item]:
    """The JobPosting items anywhere in a JSON-LD value: alone, in a list, in a graph, or inside another thing."""
    if isinstance(value, list):
        for one in value:
            yield from jobs_in(one, depth - 1) if depth else ()
    elif isinstance(value, Mapping):
        if is_job(value.get("@type")):
            yield value
        elif depth:
            for one in value.values():
                if isinstance(one, dict | list):
                    yield from jobs_in(one, depth - 1)


def is_job(kinds: Any) -> bool:
    """True for the type JobPosting, alone or among others, in short or in full."""
    return any(str(kind).rstrip("/").rpartition("/")[2].rpartition(":")[2] == "JobPosting" for kind in every(kinds))
