"""Which addresses may be asked at all: those of the public web, however they are written."""

import ipaddress
import re
import socket
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

import idna

from sincerely.watch.errors import FetchError, Refused

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
LONGEST = 2_000
PORTS = {"http": 80, "https": 443}
# Public by number, but answered by the machine's own cloud: its metadata (Azure) and all protocol assignments (RFC 6890).
INNER = tuple(map(ipaddress.ip_network, ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24")))
# IPv6 addresses that carry another address inside: 6to4 (RFC 3056), Teredo (4380), and translation within a site (8215).
TUNNELS = tuple(map(ipaddress.ip_network, ("2002::/16", "2001::/32", "64:ff9b:1::/48", "::/96")))
# DNS64 gives public hosts an address of this form where there is no IPv4 (RFC 6052): what it carries is looked at.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
GLOBAL = ipaddress.ip_network("2000::/3")
# Browsers take a host whose last part is such for a number (URL Standard, 3.5): decimal, octal, hexadecimal, short forms.
NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)
NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
ODD = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
# What may stand in a path or query as it is (RFC 3986, 3.3 and 3.4); everything else is written in per cent.
PLAIN = "%/:?@!$&'()*+,;=~[]|"
NOT_PUBLIC = "{} is not on the public web. The desk asks no address inside this machine or its network."


def web_address(words: str) -> str:
    """A web address in one way of writing, without its fragment; raises Refused. A missing scheme is https."""
    words = words.strip()
    if "://" not in words:
        words = f"https://{words}"
    if len(words) > LONGEST or ODD.search(words):
        raise Refused("This is no web address. Give one such as https://example.com/jobs.")
    try:
        parts = urlsplit(words)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused("This is no web address. Give one such as https://example.com/jobs.") from None
    if parts.scheme not in PORTS:
        raise Refused(f"Addresses begin with https:// or http://, this one with {parts.scheme}://.")
    if "@" in parts.netloc:
        raise Refused("The address holds a name or password. Give it without.")
    name = host_name(host)
    shown = f"[{name}]" if ":" in name else name
    netloc = shown if port in (None, PORTS[parts.scheme]) else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, quote(parts.path or "/", PLAIN), quote(parts.query, PLAIN), ""))


def host_name(host: str) -> str:
    """A host as the network knows it; raises Refused for what is none, and for numbers in other forms than four or IPv6's."""
    host = host.rstrip(".").lower()
    if ":" in host:
        return str(number(host))
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            raise Refused("The host in this address is no name. Check it.") from None
    if NUMBER.fullmatch(host.rpartition(".")[2]):
        return str(number(host))
    if not NAME.fullmatch(host) or len(host) > 253:
        raise Refused("The host in this address is no name. Check it.")
    return host


def number(host: str) -> IP:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        raise Refused("The host in this address is a number in an odd form. Give its name.") from None


def is_public(address: IP) -> bool:
    """True for an address of the public internet (IANA's special-purpose registries say which are not)."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in TRANSLATED:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        return address in GLOBAL and address.is_global and not any(address in tunnel for tunnel in TUNNELS)
    ordinary = address.is_global and not (address.is_multicast or address.is_reserved)
    return ordinary and not any(address in inner for inner in INNER)


def pinned(parts: SplitResult, resolve: Resolver, public: Callable[[IP], bool]) -> list[str]:
    """The addresses of a host, looked up this once; raises Refused where one of them is not public."""
    host = parts.hostname or ""
    found = [host] if is_number(host) else resolve(host, port_of(parts))
    if not found:
        raise FetchError(f"{host} has no address. Check how it is written.")
    for one in found:
        if "%" in one or not public(ipaddress.ip_address(one)):
            raise Refused(NOT_PUBLIC.format(host))
    return found


def is_number(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def port_of(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]


def system_resolver(host: str, port: int, seconds: float = 5.0) -> list[str]:
    """The machine's own answer; raises FetchError. Its library knows no time limit, so it is waited for only so long."""
    answers: Queue[list[str] | OSError] = Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(one[4][0]) for one in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError())

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        answer = OSError()
    if isinstance(answer, OSError):
        raise FetchError(f"{host} could not be found. Check the address, or your connection.")
    return answer
