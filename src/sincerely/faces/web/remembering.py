"""What costs much to work out is remembered until the desk's file changes, or the minute does."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection

from sincerely.desk.access import Actor

Found = TypeVar("Found")
# The last answer to each question, with what it was an answer of.
LAST: dict[Callable[..., Any], tuple[Any, Any]] = {}


def remembered(ask: Callable[[Actor, datetime], Found], actor: Actor, now: datetime) -> Found:
    """What `ask` says of the desk. Every change that any program commits to it is seen at once."""
    stamp = stamped()
    if stamp is None:
        return ask(actor, now)
    soon = end_of_minute(now)
    asked = (actor, soon, stamp)
    known = LAST.get(ask)
    if known is None or known[0] != asked:
        known = (asked, ask(actor, soon))
        LAST[ask] = known
    found: Found = known[1]
    return found


def forget() -> None:
    """Remembers nothing of a desk that is gone."""
    LAST.clear()


def end_of_minute(now: datetime) -> datetime:
    """The moment at which the answers of one minute are asked: its end, so that what just happened counts."""
    return now if now == now.replace(second=0, microsecond=0) else now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def stamped() -> tuple[int, ...] | None:
    """What changes with each commit: size and time of SQLite's file and of its log; None on a server, or amid a change.

    In WAL mode every commit is appended to the log (sqlite.org/wal.html).
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    file = Path(str(connection.settings_dict["NAME"]))
    try:
        stats = [path.stat() for path in (file, file.with_name(file.name + "-wal"))]
    except OSError:
        return None
    return tuple(number for stat in stats for number in (stat.st_mtime_ns, stat.st_size))
