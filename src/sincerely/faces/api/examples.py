"""Examples for the description: made of the very schemas, with one story's names and dates in them."""

import re
from typing import Any

LETTER = {
    "id": "1",
    "channel": "email",
    "stage": "thank-you",
    "record": {"candidate": {"name": "Lena Brandt"}, "contacts": [{"name": "Ada Okafor"}], "company": "Northgate Bakery"},
    "message": {"subject": "Thank you", "body": "Dear Ms Okafor,\n\nThank you for your time on Monday."},
}
FINDING = {
    "rule": "substance/specifics",
    "severity": "hint",
    "part": "body",
    "start": None,
    "end": None,
    "quote": "",
    "message": "Nothing in it is about this one talk.",
    "why": "A note that could go to anybody is read as one.",
    "remedy": None,
}
CHECKED = {"id": "1", "verdict": "revise", "findings": [FINDING], "notes": [], "tier": "quick", "ms": 4.2}
# Whole examples, where a schema says too little, by operation and by what is shown.
WHOLE = {("check", "body"): [LETTER], ("check", "answer"): [CHECKED]}
# What a value of this name may be.
NAMED: dict[str, Any] = {
    "name": "Lena Brandt",
    "owner": "Lena Brandt",
    "employer": "Northgate Bakery",
    "role": "Baker",
    "title": "Head Baker",
    "contact_name": "Ada Okafor",
    "email": "ada@northgate.example",
    "to": "ada@northgate.example",
    "sender": "Lena Brandt <lena@example.org>",
    "phone": "01632 960100",
    "zone": "Europe/London",
    "country": "GB",
    "region": "ENG",
    "channel": "email",
    "stage": "thank-you",
    "state": "draft",
    "nature": "human",
    "status": "open",
    "format": "video",
    "tier": "quick",
    "policy": "default",
    "rule": "brevity/filler",
    "verdict": "ready",
    "subject": "Thank you for your time",
    "body": "Dear Ms Okafor,\n\nThank you for your time today.\n\nKind regards,\nLena Brandt",
    "text": "We will write by Friday.",
    "words": "They said so on the phone.",
    "reason": "You asked for it.",
    "address": "https://northgate.example/jobs",
    "posting_url": "https://northgate.example/jobs/7",
    "url": "https://northgate.example/jobs/7",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "code": "7KQM-2RTX",
    "token": "sincerely_…",
    "secret": "Jb0…",
    "key": "5b1f6a5e-note-12",
    "Idempotency-Key": "5b1f6a5e-note-12",
    "message_id": "<note-12@example.org>",
    "cursor": "",
    "limit": 50,
    "hour": 8,
    "pace": 150.0,
    "days": 14,
    "id": 1,
    "next": None,
    "scopes": ["check", "read"],
    "facts": ["job"],
    "rows": [{"employer": "Northgate Bakery", "role": "Baker"}],
    "invite": "BEGIN:VCALENDAR\n…\nEND:VCALENDAR",
}
DEEPEST = 8
# Instants go out as text; these names tell them from other text.
WHEN = re.compile(
    r".*_at|.*_before|start|end|at|best|due|now|since|next_.*|last_.*|not_before|previous|expires|posted|closing|(first|last)_seen"
)
# Lists that are as well empty.
BARE = frozenset({"replies", "cc", "bcc", "held", "notes", "errors", "attachments", "requested", "may_copy", "bad_emails"})
INSTANT = "2026-03-02T15:00:00+00:00"


def example(schema: dict[str, Any], known: dict[str, Any], name: str, *, what: str = "answer", depth: int = 0) -> Any:
    """A value that fits a schema; `known`: the schemas that it may point to."""
    if (name, what) in WHOLE:
        return WHOLE[name, what]
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if choices:
        return example(choices[0], known, name, depth=depth)
    if "allOf" in schema:
        return example(schema["allOf"][0], known, name, depth=depth)
    if "enum" in schema:
        return NAMED[name] if NAMED.get(name) in schema["enum"] else schema["enum"][0]
    kind = schema.get("type")
    if kind == "object" and "properties" in schema and depth < DEEPEST:
        return {part: example(told, known, part, depth=depth + 1) for part, told in schema["properties"].items()}
    if kind == "array":
        return listed(schema, known, name, depth)
    value = NAMED.get(name)
    return value if value is not None and fits(value, kind) else plain(schema, name)


def listed(schema: dict[str, Any], known: dict[str, Any], name: str, depth: int) -> list[Any]:
    """A list of one; none where lists lie in lists of the same."""
    if name in NAMED and isinstance(NAMED[name], list):
        return list(NAMED[name])
    if "prefixItems" in schema:
        return [example(one, known, name, depth=depth + 1) for one in schema["prefixItems"]]
    if depth >= DEEPEST or name in BARE or "items" not in schema:
        return []
    return [example(schema["items"], known, name, depth=depth + 1)]


KINDS: dict[str, type | tuple[type, ...]] = {"string": str, "integer": int, "number": (int, float), "boolean": bool}


def fits(value: Any, kind: str | None) -> bool:
    return kind is None or (kind in KINDS and isinstance(value, KINDS[kind]))


def plain(schema: dict[str, Any], name: str) -> Any:
    """A value by its type, and for text by whether it is an instant."""
    kind, form = schema.get("type"), schema.get("format")
    if kind == "string":
        moment = INSTANT if WHEN.fullmatch(name) else ""
        return {"date-time": INSTANT, "date": "2026-03-06"}.get(form or "", moment)
    return {"integer": 1, "number": 1.5, "boolean": False}.get(kind or "", {})
