"""The clock of the command line: real, unless `SINCERELY_NOW` fixes it for tests and demos."""

import os
from datetime import UTC, datetime

from sincerely.faces.cli.failure import Failure


def read_instant(words: str, name: str) -> datetime:
    """An instant from ISO 8601 with an offset; raises Failure that names where it came from."""
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        raise Failure(f"{name}: {words!r} is not a time such as 2026-03-02T10:00:00Z.") from None
    if instant.tzinfo is None:
        raise Failure(f"{name}: {words!r} has no offset; end it with Z or +01:00.")
    return instant.astimezone(UTC)


def now(words: str | None = None) -> datetime:
    """The instant that counts as now: `--now` where given, else `SINCERELY_NOW`, else the machine's clock."""
    if words:
        return read_instant(words, "--now")
    fixed = os.environ.get("SINCERELY_NOW")
    return read_instant(fixed, "SINCERELY_NOW") if fixed else datetime.now(UTC)
