"""How often a page may be asked for: so that links are not guessed, and nobody is drowned in requests."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

# Of so many callers the times are kept; then the one who was silent longest is forgotten.
MOST_CALLERS = 10_000


class Turnstile:
    """Lets each caller through `most` times in a span of time.

    `shared`: a name under which all web processes count together, where there are several; two that look at once may let one
    caller more through.
    """

    def __init__(self, most: int, within: timedelta, shared: str = "") -> None:
        self.most, self.within, self.shared = most, within, shared
        self.passed: OrderedDict[str, deque[datetime]] = OrderedDict()
        self.lock = Lock()

    def full(self, caller: str, now: datetime) -> bool:
        """True where this caller was let through often enough."""
        with self.lock:
            return sum(now - self.within < time <= now for time in self.times(caller)) >= self.most

    def count(self, caller: str, now: datetime) -> None:
        """Notes that a caller came through."""
        with self.lock:
            times = self.times(caller)
            times.append(now)
            if self.together:
                cache.set(self.key(caller), list(times), self.within.total_seconds())
                return
            self.passed[caller] = times
            self.passed.move_to_end(caller)
            while len(self.passed) > MOST_CALLERS:
                self.passed.popitem(last=False)

    def times(self, caller: str) -> deque[datetime]:
        """When this caller came through, the last times."""
        known = cache.get(self.key(caller), ()) if self.together else self.passed.get(caller, ())
        return deque(known, maxlen=self.most)

    @property
    def together(self) -> bool:
        return bool(self.shared) and settings.WORKERS

    def key(self, caller: str) -> str:
        """Under what a caller is counted; where they are does not stand in it."""
        return f"{self.shared}-{sha256(caller.encode()).hexdigest()}"


def caller_of(request: HttpRequest) -> str:
    """Where a request comes from: the neighbour's word for it where that is a proxy on this machine; of IPv6 the network."""
    near = str(request.META.get("REMOTE_ADDR", ""))
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        address = ip_address(told) if told and ip_address(near).is_loopback else ip_address(near)
    except ValueError:
        return near
    # A household has a network of 64 bits at least (RFC 6177), and so as many addresses as it likes.
    whole = str(address.exploded)
    return whole if address.version == 4 else whole[:19]
