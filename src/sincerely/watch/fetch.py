"""One request for one address, with care: only the public web, only so much, only so long. Redirects are told, not followed."""

import re
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from ssl import SSLContext
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from sincerely.watch.answer import Answer
from sincerely.watch.errors import FetchError, Refused
from sincerely.watch.hosts import IP, Resolver, is_public, pinned, port_of, system_resolver, web_address
from sincerely.watch.wire import Wire

AGENT = "Sincerely"
ACCEPT = "text/html, application/xhtml+xml, application/ld+json, application/json, application/rss+xml, application/xml;q=0.9"
MOST_BYTES, MOST_SECONDS = 5_000_000, 15.0
MOVED = (301, 302, 303, 307, 308)
# A host that asks for more than a week is asked again after one.
LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Known:
    """What the host said of its last answer, so that it need not send the same again (RFC 9110, 13)."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """How the web is reached. Tests put their own resolver, clock, ports and idea of a public address here."""

    resolve: Resolver = system_resolver
    public: Callable[[IP], bool] = is_public
    ports: frozenset[int] = frozenset({80, 443})
    clock: Callable[[], float] = time.monotonic
    trust: Callable[[], SSLContext] = httpx2.create_ssl_context


NOTHING_KNOWN = Known()
THE_WEB = Network()


def fetch(address: str, known: Known = NOTHING_KNOWN, seconds: float = MOST_SECONDS, network: Network = THE_WEB) -> Answer:
    """Asks once, for so many seconds at most, the look-up of the host among them.

    Raises Refused for an address that is never asked, and FetchError where no whole answer came in time.
    The host is looked up once and the connection goes to what was looked at: a name that means something else a moment later
    changes nothing. No proxy is used and no cookie kept.
    """
    end = network.clock() + seconds

    def left() -> float:
        remaining = end - network.clock()
        if remaining <= 0:
            raise httpcore2.ReadTimeout("time is up")
        return remaining

    address = web_address(address)
    parts = urlsplit(address)
    host = parts.hostname or ""
    if port_of(parts) not in network.ports:
        raise Refused(f"The desk asks web servers at their usual ports only, not at port {port_of(parts)}.")
    wire = Wire(pinned(parts, network.resolve, network.public), left)
    trust = network.trust() if parts.scheme == "https" else None
    try:
        with httpcore2.ConnectionPool(ssl_context=trust, network_backend=wire, retries=0) as pool:
            request = httpcore2.Request("GET", address, headers=headers(parts.netloc, known))
            response = pool.handle_request(request)
            try:
                return replace(answer_of(address, response), seconds=seconds - left())
            finally:
                response.close()
    except httpcore2.TimeoutException:
        raise FetchError(f"{host} took longer than {MOST_SECONDS:.0f} seconds in all. It will be asked again later.") from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol, OSError, ValueError) as error:
        words = "has no valid certificate" if "CERTIFICATE" in str(error).upper() else "could not be reached or understood"
        raise FetchError(f"{host} {words}. It will be asked again later.") from None


def headers(netloc: str, known: Known) -> list[tuple[str, str]]:
    sent = [
        ("Host", netloc),
        ("User-Agent", f"{AGENT}/0.1 (a person's own watch on job postings)"),
        ("Accept", ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    if known.etag:
        sent.append(("If-None-Match", known.etag))
    if known.modified:
        sent.append(("If-Modified-Since", known.modified))
    return sent


def answer_of(address: str, response: httpcore2.Response) -> Answer:
    """The answer with its body, read within the limit; raises FetchError."""
    told = {name.decode("ascii", "replace").lower(): in_words(value) for name, value in response.headers}
    kind, _, parameters = told.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.:-]{2,40})", parameters, re.IGNORECASE)
    moved = told.get("location", "") if response.status in MOVED else ""
    return Answer(
        address,
        whole(unpacked(response.iter_stream(), told.get("content-encoding", ""))) if response.status == 200 else b"",
        kind.strip().lower()[:100],
        charset[1] if charset else "",
        response.status,
        repeatable(told.get("etag", ""), 300),
        repeatable(told.get("last-modified", ""), 100),
        urljoin(address, moved.strip()) if moved else "",
        told.get("retry-after", "")[:100],
    )


def in_words(value: bytes) -> str:
    """A header's value: ASCII by the book, often UTF-8, at worst Latin-1."""
    try:
        return value.decode()
    except UnicodeError:
        return value.decode("latin-1")


def repeatable(value: str, longest: int) -> str:
    """What a host said, where it can be said back to it word for word; else nothing."""
    return value if value.isascii() and value.isprintable() and len(value) <= longest else ""


def whole(chunks: Iterable[bytes]) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise FetchError(f"The answer is larger than {MOST_BYTES // 1_000_000} MB. It is not read.")
    return bytes(body)


def unpacked(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes behind their compression; never more than a little above the limit at once."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"The answer is packed in a way that was not asked for ({encoding[:20]}). It is not read.")
    packer = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            while chunk:
                yield packer.decompress(chunk, MOST_BYTES + 1)
                chunk = packer.unconsumed_tail
                if packer.eof:
                    chunk = packer.unused_data
                    packer = zlib.decompressobj(zlib.MAX_WBITS | 32)
    except zlib.error:
        raise FetchError("The answer is packed wrongly. It will be asked again later.") from None


def accepted(answer: Answer, now: datetime) -> Answer:
    """An answer that brings something, leads on, or says that nothing is new; raises FetchError in words for every other one."""
    host = urlsplit(answer.address).hostname
    if answer.status in (200, 304) or answer.moved_to:
        return answer
    wait = waiting(answer.retry_after, now)
    if answer.status in (404, 410):
        raise FetchError(f"The page is not there any more ({answer.status}). The job may be filled; look for yourself.", wait)
    if answer.status in (401, 403, 407, 451):
        raise FetchError(
            f"{host} does not show this page to the desk ({answer.status}). Look for yourself, or end this watch.", wait
        )
    if answer.status in (429, 503):
        raise FetchError(f"{host} asks for a pause ({answer.status}). It will be asked again later.", wait)
    raise FetchError(f"{host} answered with an error ({answer.status}). It will be asked again later.", wait)


def waiting(words: str, now: datetime) -> timedelta | None:
    """How long a host wants to be left alone: seconds or a date (RFC 9110, 10.2.3); None where it does not say."""
    words = words.strip()
    if re.fullmatch(r"\d{1,9}", words):
        return min(timedelta(seconds=int(words)), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta()), LONGEST_WAIT)
