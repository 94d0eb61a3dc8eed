"""Postings in an HTML page: schema.org by JSON-LD, microdata and RDFa Lite."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from sincerely.watch.answer import Answer
from sincerely.watch.data import MOST_ITEMS, too_deep
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import Posting, line
from sincerely.watch.schema import Item, is_job, job, jobs_in

# Comments, which JSON has none of and pages write all the same.
COMMENT = re.compile(r"^\s*(?://.*|<!--.*?-->|/\*.*?\*/|<!\[CDATA\[|\]\]>)\s*$", re.MULTILINE)
# What marked-up properties may hold together, each inside the others counted again: their reader looks at each one apart.
MOST_MARKED = 2_000_000
NONE_HERE = "This page shows no job in a form that the desk can read (schema.org JobPosting)."


def read_page(answer: Answer) -> Found:
    """The postings of a page; raises ReadError where it has none, and names the feed that it offers, if any."""
    root = tree(answer.text())
    base = base_of(root, answer.address)
    found = unique(job(item, base) for item in items(root, base))
    if not found:
        feed = next(iter(feeds(root, base)), "")
        raise ReadError(f"{NONE_HERE} It offers a feed: {feed}" if feed else NONE_HERE)
    return Found(found, name=line(root.findtext(".//title") or ""))


def tree(text: str) -> "etree._Element":
    """The elements of a page; raises ReadError."""
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
    yield from marked(root, base)


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


def marked(root: "etree._Element", base: str) -> Iterator[Item]:
    """The items in the elements' attributes: microdata, and RDFa Lite turned into it."""
    as_microdata(root)
    heads = [node for node in root.iterfind(".//*[@itemscope]") if is_job((node.get("itemtype") or "").split())]
    if not heads:
        return
    if sum(sum(map(len, node.itertext())) for node in root.iterfind(".//*[@itemprop]")) > MOST_MARKED:
        raise ReadError("The page marks up more than can be read. Watch a page with fewer jobs.")
    # Loads RDF with all its kin: only where it is needed.
    from extruct.w3cmicrodata import MicrodataExtractor

    reader = MicrodataExtractor()
    for node in heads[:MOST_ITEMS]:
        found = reader.extract_items(node, base)
        if found:
            yield flat(found[0])


def as_microdata(root: "etree._Element") -> None:
    """RDFa Lite (vocab, typeof, property) says the same in other attributes; times may be written out without an attribute."""
    for node in root.iterfind(".//*[@typeof]"):
        node.set("itemscope", "")
        node.set("itemtype", " ".join(f"https://schema.org/{kind.rpartition(':')[2]}" for kind in node.get("typeof", "").split()))
    for node in root.iterfind(".//*[@property]"):
        if "itemprop" not in node.attrib and not node.get("property", "").startswith("og:"):
            node.set("itemprop", " ".join(name.rpartition(":")[2] for name in node.get("property", "").split()))
    for node in root.iterfind(".//time[@itemprop]"):
        if "datetime" not in node.attrib:
            node.set("datetime", "".join(node.itertext()).strip())


def flat(item: Any) -> Any:
    """An item of microdata in the form of JSON-LD."""
    if isinstance(item, list):
        return [flat(one) for one in item]
    if not isinstance(item, Mapping):
        return item
    if "properties" in item:
        return {"@type": item.get("type"), **{name: flat(value) for name, value in item["properties"].items()}}
    return item.get("value", "")


def feeds(root: "etree._Element", base: str) -> Iterator[str]:
    """The feeds that a page offers."""
    for link in root.iterfind(".//link[@href]"):
        if (link.get("type") or "") in ("application/rss+xml", "application/atom+xml"):
            yield joined(base, link.get("href", ""))
