"""Postings in a feed: RSS and Atom."""

import io
import re
from typing import Any

from lxml import etree

from sincerely.watch.answer import Answer
from sincerely.watch.data import MOST_ITEMS, local, named, read_xml
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import Posting, line, posting

ROOTS = ("rss", "feed", "RDF")
END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>|<rss[^<>]*/>", re.IGNORECASE)


def read_feed(answer: Answer) -> Found:
    """The postings of a feed, one an entry; raises ReadError."""
    root = read_xml(answer.body, mend=True)
    if local(root) not in ROOTS:
        raise ReadError("The answer is XML, but no RSS or Atom feed. Give the address of a feed, a page or a board.")
    # Mended, a feed that was cut off would look like one with fewer jobs.
    if not END.search(answer.body[-2000:].replace(b"\0", b"")):
        raise ReadError("The feed is cut off before its end. It will be asked again later.")
    for entry in [one for name in ("item", "entry") for one in named(root, name)][MOST_ITEMS:]:
        entry.getparent().remove(entry)
    import feedparser

    # As a stream: a text alone could be taken for the name of a file. Well-formed by now, so only the strict reader runs.
    stream = io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    parsed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise ReadError("The answer is XML, but no RSS or Atom feed. Give the address of a feed, a page or a board.")
    name = line(parsed.feed.get("title"))
    found = (entry_posting(entry, name) for entry in parsed.entries)
    return Found(tuple({one.identifier: one for one in found if one}.values()), name=name)


def entry_posting(entry: Any, feed_name: str) -> Posting | None:
    """One entry: its author is taken for the employer, else the feed's name."""
    contents = entry.get("content") or [{}]
    text = contents[0].get("value") or entry.get("summary")
    return posting(
        entry.get("id") or entry.get("link"),
        entry.get("title"),
        employer=entry.get("author") or feed_name,
        places=[entry.get("location"), entry.get("job_location")],
        posted=entry.get("published") or entry.get("updated"),
        closing=entry.get("expired"),
        text=text,
        url=entry.get("link"),
    )
