"""Lists in pieces: as many as are asked for, and a cursor to the next."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from sincerely.faces.api.problems import Refused

USUAL, MOST = 50, 200


def page(rows: Sequence[Any], limit: int, cursor: str) -> dict[str, Any]:
    """`{"items", "next"}`: a piece of a list, and the cursor of the next; null at the end.

    A cursor remembers the last row: what is added above it meanwhile moves nothing.
    """
    start = place_of(rows, cursor) if cursor else 0
    items = list(rows[start : start + limit])
    end = start + len(items)
    return {"items": items, "next": made(end, items[-1]) if items and end < len(rows) else None}


def made(end: int, last: Any) -> str:
    return base64.urlsafe_b64encode(f"{end}:{key_of(last)}".encode()).decode().rstrip("=")


def key_of(row: Any) -> str:
    return str(getattr(row, "id", ""))


def place_of(rows: Sequence[Any], cursor: str) -> int:
    """Where a cursor's piece begins; raises Refused for what is no cursor."""
    try:
        place, _, key = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().partition(":")
        end = int(place)
    except (ValueError, binascii.Error):
        raise Refused(422, "no-cursor", "This cursor is none. Take the one that the last page gave as `next`.") from None
    if 0 < end <= len(rows) and key_of(rows[end - 1]) == key:
        return end
    moved = [number for number, row in enumerate(rows, 1) if key and key_of(row) == key]
    return moved[0] if moved else max(0, end)
