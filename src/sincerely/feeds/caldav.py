"""Pushing entries to a CalDAV server (RFC 4791): ours are made, changed and taken away; everything else there is left alone."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import httpx2

from sincerely.feeds.calendar import Entry, alone

TOO_MUCH = "The calendar's server gave an answer that is too large or has parts that no calendar needs."
TIMEOUT = 20.0
# An answer names each of a calendar's objects in some 300 bytes: this is room for tens of thousands.
MOST_BYTES = 16 * 1024 * 1024
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
WANTED = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'


class CalendarError(Exception):
    """A calendar that cannot be reached or written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar on a server: the address of the collection, and who writes there."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
        except ValueError:
            raise CalendarError("The calendar's address cannot be read. Copy it from your calendar's settings.") from None
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise CalendarError("The calendar's address does not begin with https://. Copy it from your calendar's settings.")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise CalendarError(
                "The calendar's address begins with http://, so your password could be read on the way: use https://."
            )
        if parts.username or parts.password:
            raise CalendarError("Leave name and password out of the calendar's address: they are asked for apart.")


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many entries were made or changed, were right already, and were taken away."""

    written: int
    unchanged: int
    removed: int


def push(place: Place, owner: str, entries: Iterable[Entry], now: datetime, private: bool = True) -> Pushed:
    """Makes our part of a calendar what the entries say; a second push of the same changes nothing.

    `owner` begins the key of each of our entries, and tells them from those of others, another desk of this program among
    them. An object's name holds a mark of its words, so that what has not changed is known without reading it again.
    """
    wanted = {name_of(entry, private): entry for entry in entries}
    # No proxy stands between this machine and itself: it would read the password.
    away = urlsplit(place.url).hostname not in LOOPBACK
    auth = (place.user, place.password) if place.user else None
    with httpx2.Client(auth=auth, timeout=TIMEOUT, trust_env=away) as client:
        here = ours(client, place, owner)
        base = place.url.rstrip("/") + "/"
        stale = [name for name in here if name not in wanted]
        removed = sum(remove(client, base + name, here[name]) for name in stale)
        new = [name for name in wanted if name not in here]
        written = sum(write(client, base + name, alone(wanted[name], now, private)) for name in new)
    return Pushed(written, len(wanted) - written, removed)


def name_of(entry: Entry, private: bool) -> str:
    """The name of an entry's object: its key, and a mark of all that it says."""
    told = (
        entry.kind,
        entry.plain if private else entry.title,
        entry.start,
        entry.end,
        "" if private else entry.details,
        entry.late,
    )
    mark = hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()[:16]
    return f"sincerely-{re.sub('[^a-z0-9]', '-', entry.key.lower())}-{mark}.ics"


def ours(client: httpx2.Client, place: Place, owner: str) -> dict[str, str]:
    """The objects in the calendar that we made, by name, each with its entity tag."""
    headers = {"Depth": "1", "Content-Type": "application/xml; charset=utf-8"}
    answer = ask(client, "PROPFIND", place.url.rstrip("/") + "/", WANTED, headers)
    if answer.status_code != HTTPStatus.MULTI_STATUS:
        raise CalendarError(refused(answer.status_code))
    own = re.compile(rf"sincerely-{re.escape(owner)}-[a-z0-9-]+-[0-9a-f]{{16}}\.ics")
    return {name: tag for name, tag in objects(answer.content).items() if own.fullmatch(name)}


class Sober(ElementTree.TreeBuilder):
    """Builds a tree, and stops at a document type before any entity is defined, in whatever encoding it stands."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise CalendarError(TOO_MUCH)


def objects(xml: bytes) -> dict[str, str]:
    """The objects that a server lists, by the last part of their address, each with its entity tag."""
    try:
        tree = ElementTree.fromstring(xml, ElementTree.XMLParser(target=Sober()))  # noqa: S314  (no document type: Sober)
    except (ElementTree.ParseError, LookupError, ValueError):  # the latter two: an encoding that is not known
        raise CalendarError(
            "The calendar's server gave an answer that cannot be read. Is the address that of a calendar?"
        ) from None
    found = {}
    for response in tree.iter("{DAV:}response"):
        name = unquote((response.findtext("{DAV:}href") or "").rstrip("/").rpartition("/")[2])
        found[name] = response.findtext(".//{DAV:}getetag") or ""
    return found


def write(client: httpx2.Client, url: str, data: bytes) -> bool:
    """A new object; one of this name that appeared meanwhile is left as it is, and False."""
    headers = {"Content-Type": "text/calendar; charset=utf-8", "If-None-Match": "*"}
    answer = ask(client, "PUT", url, data, headers)
    if answer.status_code == HTTPStatus.PRECONDITION_FAILED:
        return False
    if answer.status_code not in (HTTPStatus.CREATED, HTTPStatus.NO_CONTENT, HTTPStatus.OK):
        raise CalendarError(refused(answer.status_code))
    return True


def remove(client: httpx2.Client, url: str, tag: str) -> bool:
    """Takes one of our objects away; one that is gone or was changed meanwhile is left, and False."""
    answer = ask(client, "DELETE", url, b"", {"If-Match": tag} if tag else {})
    if answer.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.PRECONDITION_FAILED):
        return False
    if answer.status_code not in (HTTPStatus.OK, HTTPStatus.NO_CONTENT):
        raise CalendarError(refused(answer.status_code))
    return True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: its status, and its words."""

    status_code: int
    content: bytes


def ask(client: httpx2.Client, method: str, url: str, data: bytes, headers: Mapping[str, str]) -> Answer:
    """One request; nothing is followed elsewhere, since the password would go along."""
    try:
        with client.stream(method, url, content=data, headers=dict(headers), follow_redirects=False) as answer:
            return Answer(answer.status_code, b"".join(within(answer.iter_bytes(), MOST_BYTES)))
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise CalendarError(
            f"The calendar's server cannot be reached ({type(error).__name__}). Check its address and your network."
        ) from None


def within(parts: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The parts of an answer, as long as they are not too many bytes."""
    for part in parts:
        most -= len(part)
        if most < 0:
            raise CalendarError(TOO_MUCH)
        yield part


def refused(status: int) -> str:
    """What a server's refusal means for the person."""
    if status == HTTPStatus.CONFLICT:
        return "The calendar holds a copy of one of these entries under another name. Delete the copy there, then push again."
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return "The calendar's server did not accept the name or the password. Give them again: sincerely feed --caldav."
    if status == HTTPStatus.NOT_FOUND:
        return "There is no calendar at this address. Copy the address of the calendar itself from its settings."
    if 300 <= status < 400:
        return "The calendar has moved to another address. Copy the present one from its settings."
    return f"The calendar's server answered {status}. Try again later."
