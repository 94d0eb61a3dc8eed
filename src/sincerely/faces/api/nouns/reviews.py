"""A second pair of eyes: who sees a draft, what they said, and the owner's answers."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.actions import shares
from sincerely.desk.actions.answering import accept, answer_comment, answer_vote, settle_comment
from sincerely.desk.actions.shares import forget_reviewer, revoke_share, share_with_member
from sincerely.desk.callers import Scope
from sincerely.desk.queries.reviews import reviews
from sincerely.desk.review_shapes import ShareShape
from sincerely.faces.api.operation import delete, get, post

TAG = "Reviews"


@dataclass(frozen=True, slots=True)
class LinkShape:
    """A draft shown by a link; its `secret` stands at the end of the link's address (/look/SECRET), and is told this once."""

    share: ShareShape
    secret: str


@dataclass(frozen=True, slots=True)
class ColleagueShape:
    """Somebody to whom a draft can be shown."""

    id: int
    name: str


def share_by_link(
    actor: Actor,
    message: int,
    *,
    name: str = "",
    days: int = shares.DAYS,
    hidden: bool = False,
    facts: list[str] | None = None,
    now: datetime,
) -> LinkShape:
    """Shows a draft to whoever holds the link. `facts` are among job, interview, notes; `hidden` covers all names."""
    return LinkShape(*shares.share_by_link(actor, message, name=name, days=days, hidden=hidden, facts=facts or (), now=now))


def colleagues(actor: Actor) -> list[ColleagueShape]:
    """Members of the same organisations."""
    return [ColleagueShape(person, name) for person, name in shares.colleagues(actor).items()]


ONE = "/messages/{message}"
OPERATIONS = (
    get(f"{ONE}/reviews", reviews, Scope.READ, "Who sees it, and what they said"),
    post(f"{ONE}/shares", share_by_link, Scope.WRITE, "Show it to somebody by a link", status=201),
    post(f"{ONE}/shares/{{person}}", share_with_member, Scope.WRITE, "Show it to a member", status=201),
    post(f"{ONE}/comments/{{comment}}/accept", accept, Scope.WRITE, "Take a suggestion into the text"),
    post(f"{ONE}/comments/{{comment}}/answer", answer_comment, Scope.WRITE, "Answer a comment", status=201),
    post(f"{ONE}/comments/{{comment}}/settle", settle_comment, Scope.WRITE, "A comment is settled"),
    post("/shares/{share}/answer", answer_vote, Scope.APPROVE, "Answer a vote, such as a don't"),
    delete("/shares/{share}", revoke_share, Scope.WRITE, "Show it no longer"),
    post("/shares/{share}/forget", forget_reviewer, Scope.WRITE, "Forget a reviewer's name"),
    get("/colleagues", colleagues, Scope.READ, "To whom a draft can be shown"),
)
