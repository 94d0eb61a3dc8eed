"""How often a page may be asked for: so that links are not guessed, and nobody is drowned in requests."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from ipaddress import ip_address
from threading import Lock

from django.http import HttpRequest

# Of so many callers the times are kept; then the one who was silent longest is forgotten.
MOST_CALLERS = 10_000


class Turnstile:
    """Lets each caller through `most` times in a span of time."""

    def __init__(self, most: int, within: timedelta) -> None:
        self.most, self.within = most, within
        self.passed: OrderedDict[str, deque[datetime]] = OrderedDict()
        self.lock = Lock()

    def full(self, caller: str, now: datetime) -> bool:
        """True where this caller was let through often enough."""
        with self.lock:
            times = self.passed.get(caller, deque())
            while times and not now - self.within < times[0] <= now:
                times.popleft()
            return len(times) >= self.most

    def count(self, caller: str, now: datetime) -> None:
        """Notes that a caller came through."""
        with self.lock:
            self.passed.setdefault(caller, deque(maxlen=self.most)).append(now)
            self.passed.move_to_end(caller)
            while len(self.passed) > MOST_CALLERS:
                self.passed.popitem(last=False)


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
