"""The clocks of this face: the moment that counts as now, which `SINCERELY_NOW` fixes, and one that always goes on."""

import os
import time
from datetime import UTC, datetime


def now() -> datetime:
    """The instant that counts as now. Raises ValueError for a `SINCERELY_NOW` that is no instant with an offset."""
    fixed = os.environ.get("SINCERELY_NOW")
    if not fixed:
        return datetime.now(UTC)
    moment = datetime.fromisoformat(fixed)
    if moment.tzinfo is None:
        raise ValueError(f"SINCERELY_NOW: {fixed!r} has no offset; end it with Z or +01:00.")
    return moment.astimezone(UTC)


def seconds() -> float:
    """Seconds that only go up, to count calls by."""
    return time.monotonic()
