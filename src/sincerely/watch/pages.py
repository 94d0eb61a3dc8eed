"""Postings in an HTML page: schema.org by JSON-LD, microdata and RDFa Lite."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from sincerely.watch.answer import Answer
from sincerely.watch.boards import place_of
from sincerely.watch.data import MOST_ITEMS, refuse_overloaded, too_deep
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.microdata import marked_items
from sincerely.watch.posting import Posting, line, web
from sincerely.watch.schema import Item, is_job, job, jobs_in

# Comments, which JSON has none of and pages write all the same.
COMMENT = re.compile(r"^\s*(?://.*|<!--.*?-->|/\*.*?\*/|<!\[CDATA\[|\]\]>)\s*$", re.MULTILINE)
NONE_HERE = "This page shows no job in a form that the desk can read (schema.org JobPosting)."


def read_page(answer: Answer) -> Found:
    """The postings of a page; raises ReadError where it has none, and names the feed that it offers, if any."""
    root = tree(answer.text())
    base = base_of(root, answer.address)
    found = unique(job(item, base) for item in items(root, base))
    if not found:
        raise ReadError(f"{NONE_HERE}{instead(root, base)}")
    return Found(found, name=line(root.findtext(".//title") or ""))


def tree(text: str) -> "etree._Element":
    """The elements of a page; raises ReadError."""
    refuse_overloaded(text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    if root is None:
        raise ReadError("The answer is empty or no page. It will be asked again later.")
    return root


def base_of(root: "etree._Element", address: str) -> str:
    base = root.find(".//base[@href]")
    return address if base is None else joined(address, base.get("href", ""))


def joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link.strip())
    except ValueError:
        return address


def unique(found: Iterator[Posting | None]) -> tuple[Posting, ...]:
    """Each posting once: pages say the same in several ways."""
    kept: dict[str, Posting] = {}
    for one in found:
        if one and not any(same(one, other) for other in kept.values()):
            kept.setdefault(one.identifier, one)
        if len(kept) >= MOST_ITEMS:
            break
    return tuple(kept.values())


def same(one: Posting, other: Posting) -> bool:
    return one.identifier == other.identifier or (one.title, one.url, one.places) == (other.title, other.url, other.places)


def items(root: "etree._Element", base: str) -> Iterator[Item]:
    """The JobPosting items, those in scripts first: they say most."""
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            yield from scripted(script.text or "")
    yield from (item for item in marked_items(root, base) if is_job(item["@type"]))


def scripted(text: str) -> Iterator[Item]:
    """The items of one script; one that is broken is passed over, as browsers do."""
    for words in (text, COMMENT.sub("", text)):
        try:
            value = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        if not too_deep(value):
            yield from jobs_in(value)
        return


def instead(root: "etree._Element", base: str) -> str:
    """What to watch instead of a page that shows no job: the board that it leads to, or its feed."""
    for node in islice(root.iter("a", "iframe", "script"), MOST_ITEMS):
        address = web(joined(base, node.get("href") or node.get("src") or ""))
        place = place_of(address) if address else None
        if place and not place.only:
            return f" It leads to a board at {place.label}. Watch that: {address[:300]}"
    feed = next(iter(feeds(root, base)), "")
    return f" It offers a feed. Watch that: {feed[:300]}" if feed else ""


def feeds(root: "etree._Element", base: str) -> Iterator[str]:
    """The feeds that a page offers."""
    for link in root.iterfind(".//link[@href]"):
        if (link.get("type") or "") in ("application/rss+xml", "application/atom+xml"):
            yield joined(base, link.get("href", ""))
