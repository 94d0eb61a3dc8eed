"""One door to whatever an address answers with: a board, a feed, a page."""

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Place
from sincerely.watch.data import read_json
from sincerely.watch.errors import ReadError
from sincerely.watch.feed import read_feed
from sincerely.watch.found import Found
from sincerely.watch.pages import NONE_HERE, read_page, unique
from sincerely.watch.posting import lines, posting
from sincerely.watch.schema import job, jobs_in

XML = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml")
BEGINNINGS = (b"<?xml", b"<rss", b"<feed", b"<rdf:RDF")
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")


def read(answer: Answer | str, place: Place | None = None) -> Found:
    """The postings in an answer, or in the text of a page; `place` is the board that it came from, if one did.

    Raises ReadError in one line for everything else, however it is made.
    """
    if isinstance(answer, str):
        answer = Answer("", answer.encode("utf-8", "replace"), "text/html", "utf-8")
    try:
        return place.read(answer) if place else of_kind(answer)
    except ReadError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError) as error:
        raise ReadError(f"The answer could not be read ({type(error).__name__}). What is known is kept as it was.") from error


def of_kind(answer: Answer) -> Found:
    start = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if answer.type in ("application/ld+json", "application/json") or (answer.type in PAGES and start[:1] in (b"{", b"[")):
        return read_data(answer)
    looks_xml = start.startswith(BEGINNINGS) and b"<html" not in start.lower()
    if (answer.type in XML and b"<html" not in start.lower()) or (answer.type in PAGES and looks_xml):
        return read_feed(answer)
    if answer.type not in (*PAGES, *XML):
        raise ReadError(f"The address answers with {answer.type}, not with a page. Give the address of a page, feed or board.")
    return read_page(answer)


def read_data(answer: Answer) -> Found:
    """Bare JSON-LD, or a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    data = read_json(answer.text())
    found = unique(job(item, answer.address) for item in jobs_in(data))
    if not found and isinstance(data, dict) and str(data.get("version", "")).startswith("https://jsonfeed.org/"):
        items = [item for item in data.get("items", [])[:2000] if isinstance(item, dict)]
        found = unique(
            posting(
                item.get("id"),
                item.get("title"),
                employer=data.get("title"),
                posted=item.get("date_published"),
                text=lines(item.get("content_html") or item.get("content_text") or ""),
                url=item.get("url"),
            )
            for item in items
        )
    if not found:
        raise ReadError(NONE_HERE)
    return Found(found)
