"""Rows of postings as the values that watching compares, and back; and how each fits its owner's background."""

import hashlib
from datetime import date
from typing import Any

from sincerely.desk.models import Watched
from sincerely.watch.fit import Fit, fit, known_words
from sincerely.watch.posting import Posting

# What a posting says, as columns have it.
FIELDS = ("title", "employer", "places", "remote", "posted", "closing", "pay", "employment", "text", "url")


def posting_of(row: Watched) -> Posting:
    values = {name: getattr(row, name) for name in FIELDS}
    return Posting(identifier=row.key, **{**values, "places": tuple(row.places)})


def columns_of(posting: Posting) -> dict[str, Any]:
    return {name: getattr(posting, name) for name in FIELDS} | {"places": list(posting.places)}


def kept_fields(posting: Posting) -> dict[str, Any]:
    """What a posting said, as JSON can hold it."""
    plain = columns_of(posting)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items()}


def posting_from(key: str, fields: dict[str, Any]) -> Posting:
    """A posting from what was kept of it."""
    values: dict[str, Any] = {name: fields.get(name) or "" for name in FIELDS}
    for name in ("posted", "closing"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return Posting(identifier=key, **{**values, "places": tuple(values["places"])})


def background_mark(background: str) -> str:
    """Tells one background from another."""
    return hashlib.sha256(background.encode()).hexdigest()


def fit_of(row: Watched, background: str) -> Fit:
    """How a posting fits: as kept, or worked out where the background is another one by now."""
    if row.fit_for == background_mark(background):
        return Fit(row.fit.get("score", 0.0), tuple(row.fit.get("words", ())), tuple(row.fit.get("reasons", ())))
    return fit(posting_of(row), known_words(background))


def keep_fit(row: Watched, known: dict[str, float], mark: str) -> None:
    found = fit(posting_of(row), known)
    row.fit = {"score": found.score, "words": list(found.words), "reasons": list(found.reasons)}
    row.fit_for = mark
