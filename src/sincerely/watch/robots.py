"""What a host lets machines read: robots.txt (RFC 9309)."""

from datetime import timedelta
from urllib.parse import urlsplit

from protego import Protego

from sincerely.watch.answer import Answer
from sincerely.watch.fetch import AGENT

# RFC 9309: no more than this need be read (2.5), and it is not kept longer than a day (2.4).
MOST_TEXT, KEPT = 512_000, timedelta(hours=24)
# Ours, where a host asks for no longer pause: a person who reads turns no page faster.
PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=1)


def robots_address(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules_of(answer: Answer) -> str:
    """The rules in an answer to a request for robots.txt; none where the host has no such file (RFC 9309, 2.3.1.3)."""
    return answer.text()[:MOST_TEXT].replace("\0", "") if answer.status == 200 else ""


def may_read(rules: str, address: str) -> bool:
    return bool(Protego.parse(rules).can_fetch(address, AGENT))


def pause(rules: str) -> timedelta:
    """How long to leave a host alone between two requests: ten seconds, or what it asks for, an hour at most."""
    asked = Protego.parse(rules).crawl_delay(AGENT)
    return max(PAUSE, min(timedelta(seconds=asked), LONGEST_PAUSE)) if asked and 0 < asked < 1e9 else PAUSE
