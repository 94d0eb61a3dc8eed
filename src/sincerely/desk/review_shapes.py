"""What goes out of a draft's reviews: to its owner, and to a reviewer. Times are ISO 8601 in UTC."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class VoteShape:
    """`choice` is send, change or don't; `earlier`: about words that were changed since; `waits`: a don't without an answer."""

    choice: str
    reason: str
    cast_at: str
    earlier: bool
    answer: str
    answered_at: str | None
    waits: bool


@dataclass(frozen=True, slots=True)
class ShareShape:
    """A draft shown to one reviewer. `standing` is open, expired, revoked or closed (the message left or was put away)."""

    id: int
    message: int
    reviewer: str
    member: bool
    hidden: bool
    facts: list[str]
    created_at: str
    expires_at: str
    opened_at: str | None
    standing: str
    vote: VoteShape | None


@dataclass(frozen=True, slots=True)
class CommentShape:
    """A comment with the thread below it. `start` and `end` count characters of its part, and are null where `changed`.

    `quote` is empty for the whole; `suggestion` null where none was made. `own`: written by the owner.
    """

    id: int
    share: int | None
    who: str
    own: bool
    part: str
    quote: str
    start: int | None
    end: int | None
    changed: bool
    words: str
    suggestion: str | None
    said_at: str
    settled_at: str | None
    accepted_at: str | None
    replies: list["CommentShape"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReviewsShape:
    """Everything that reviewers said of a message. `needed` and `have` count "send" votes; `holds` says what must be settled."""

    message: int
    state: str
    needed: int
    have: int
    holds: list[str]
    shares: list[ShareShape]
    comments: list[CommentShape]

    @property
    def open_comments(self) -> list[CommentShape]:
        """Those that are not settled yet."""
        return [row for row in self.comments if row.settled_at is None]


@dataclass(frozen=True, slots=True)
class AskedShape:
    """A note that somebody shows a member; `vote` is theirs, null before they voted."""

    share: int
    owner: str
    stage: str
    since: str
    vote: str | None


@dataclass(frozen=True, slots=True)
class LookShape:
    """What a reviewer sees, names covered where the owner wished it. `edition` names these very words.

    `facts` are titles with their text, `findings` what the check says. `closed`: the message left or was put away, and
    nothing of it is shown.
    """

    share: int
    owner: str
    contact: str
    stage: str
    channel: str
    subject: str
    body: str
    edition: str
    hidden: bool
    expires_at: str
    closed: bool
    facts: list[tuple[str, str]]
    findings: list[dict[str, Any]]
    comments: list[CommentShape]
    vote: VoteShape | None
