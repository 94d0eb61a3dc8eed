"""Walks through every page of a desk that a link leads to, a few of each kind."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

# The pages that links alone lead to from Today.
READABLE = {
    *("today", "add", "application", "interview", "applications", "contacts", "contact", "employer"),
    *("write", "versions", "insight", "settings", "help", "jobs", "posting"),
    *("writing", "rehearse", "letter", "policy", "own-words", "calendar", "digest", "keeping", "sending"),
    *("eyes", "reviewing"),
}
# So many pages of one kind say what all of them say.
OF_A_KIND = 6
FILES = (".csv", ".json", ".pdf", ".png", ".eml", ".ics", ".sqlite3")


def crawled(page: Page, address: str, first: str = "/") -> Iterator[str]:
    """Opens one page after the other and gives the name of its kind, while it stands in the tab."""
    kinds: Counter[str] = Counter()
    waiting, seen = [first], {first}
    while waiting:
        way = waiting.pop(0)
        kind = kind_of(way)
        if kind is None or kinds[kind] >= OF_A_KIND:
            continue
        kinds[kind] += 1
        page.goto(address + way)
        yield kind
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            found = urldefrag(link).url.removeprefix(address)
            if link.startswith(address) and found not in seen and not urlsplit(found).path.endswith(FILES):
                seen.add(found)
                waiting.append(found)


def kind_of(way: str) -> str | None:
    """The route that an address belongs to; None for what is no page."""
    try:
        return resolve(urlsplit(way).path).url_name
    except Resolver404:
        return None
