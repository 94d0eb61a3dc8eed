"""What goes out of the desk about jobs to watch. Times are ISO 8601 in UTC, days ISO dates."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class WatchShape:
    """Something under watch. `trouble`: why the last reading failed; empty where it did not. `open` counts its open postings.

    `proposed_by`: a program proposes it; nothing is asked there until the person agrees.
    """

    id: int
    address: str
    name: str
    board: str
    added_at: str
    asked_at: str | None
    read_at: str | None
    next_at: str
    trouble: str
    open: int
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class JobShape:
    """A posting seen. `news`: new, changed, or empty where the person has looked at it as it stands; `closing_in` counts days.

    `also` names other addresses that show the same job. `shared` are the words it shares with the background; `reasons` say why
    it stands where it does.
    """

    id: int
    watch: int
    seen_at: str
    title: str
    employer: str
    places: list[str]
    remote: str
    posted: str | None
    closing: str | None
    closing_in: int | None
    pay: str
    employment: str
    text: str
    url: str
    news: str
    first_seen: str
    changed_at: str | None
    closed_at: str | None
    aside: bool
    application: int | None
    score: float
    shared: list[str]
    reasons: list[str]
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ChangeShape:
    """What one later version of a posting changed; `changes` are field, before, after and pieces (what, words)."""

    at: str
    changes: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class JobsShape:
    """Jobs to watch at one moment: new, changed, closing soon, the rest that is open, closed lately, and set aside."""

    watches: list[WatchShape]
    new: list[JobShape]
    changed: list[JobShape]
    closing: list[JobShape]
    open: list[JobShape]
    closed: list[JobShape]
    aside: list[JobShape]
    has_background: bool
