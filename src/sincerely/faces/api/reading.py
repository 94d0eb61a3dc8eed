"""What came in, read with limits: JSON of a bounded size and depth, and nothing that no database can hold."""

import json
import re
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from sincerely.faces.api.problems import Refused

# A hundred letters of ten pages; and the files that one message takes (desk/actions/drafts.py).
MOST_JSON = 4 * 1024 * 1024
MOST_FILE = 18 * 1024 * 1024
# The deepest form of the API has six levels.
DEEPEST = 32
# Halves of characters, and the one character that PostgreSQL holds in no text.
UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class Limited(Parser):
    """Reads bodies as JSON, and says of others what they are."""

    def parse_body(self, request: HttpRequest) -> Any:
        kind = (request.content_type or "").lower()
        if kind != "application/json":
            raise Refused(415, "not-json", f"The body is {kind or 'of no kind'}. Send it as Content-Type: application/json.")
        return read_json(request.body)


def take_body(request: HttpRequest, most: int) -> None:
    """Reads a body up to a limit; raises Refused with 413 beyond it."""
    said = request.headers.get("Content-Length", "")
    if getattr(request, "scope", {}).get("too_large") or (said.isdigit() and int(said[:19]) > most):
        raise too_large(most)
    data = request.read(most + 1)
    if len(data) > most:
        raise too_large(most)
    # Where Django keeps it itself, which would refuse more than forms are allowed.
    request._body = data


def too_large(most: int) -> Refused:
    return Refused(413, "too-large", f"The body is larger than {most // 1024 // 1024} MB. Send less at a time.")


def read_json(data: bytes) -> Any:
    """Data from JSON (RFC 8259); raises Refused with 400 for what is none, and for what is nested too deeply."""
    try:
        told = json.loads(data.decode("utf-8"), parse_constant=no_number)
    except UnicodeDecodeError:
        raise Refused(400, "not-json", "The body is no UTF-8 text.") from None
    except RecursionError:
        raise too_deep() from None
    except ValueError as error:
        raise Refused(400, "not-json", f"The body is no JSON: {error}.") from None
    bounded(told)
    return told


def no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number in JSON")


def bounded(told: Any) -> None:
    """Raises Refused where the data is nested too deeply, or holds text that cannot be kept."""
    level, depth = [told], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise too_deep()
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below += [*item.keys(), *item.values()]
            elif isinstance(item, list):
                below += item
            elif isinstance(item, str) and UNWRITABLE.search(item):
                raise Refused(422, "unwritable", "The body holds text with a NUL or half a character. Take it out.")
        level = below


def too_deep() -> Refused:
    return Refused(400, "too-deep", f"The body is nested more than {DEEPEST} levels deep.")
