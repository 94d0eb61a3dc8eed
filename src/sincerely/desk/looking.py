"""Who may look at a draft that is not theirs: whoever holds its link, and the member it was shown to.

A link that was guessed, ran out or was taken back is told in the same words after the same work: one hash, one question.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from django.db.models import Q, QuerySet

from sincerely.desk.access import Actor, access_message, one
from sincerely.desk.admission import Member, standing_memberships
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.models import Comment, Message, Share

State = Message.State
# While it is in one of these, a message can still be changed by what reviewers say.
OPEN = (State.DRAFT, State.APPROVED, State.QUEUED, State.FAILED)
GONE = "There is nothing to read here any more. Ask whoever sent you this link for a new one."


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody to whom one draft is shown, by the number of the share; each use of it is checked anew."""

    share: int
    member: Member | None = None


def hash_of(token: str) -> str:
    """What is kept of a link's secret."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def reviewer_by_link(token: str, now: datetime) -> Reviewer:
    """Whoever holds a link; raises NotThere where it does not stand, whatever the reason."""
    known = hash_of(token)
    found = Share.objects.filter(token_sha256=known).values_list("id", "token_sha256", "expires_at", "revoked_at").first()
    key, kept, ends, revoked = found or (0, "", now, now)
    if not compare_digest(known, kept) or revoked is not None or ends <= now:
        raise NotThere(GONE)
    return Reviewer(key)


def reviewer_as_member(member: Member, share: int, now: datetime) -> Reviewer:
    """The member to whom a draft was shown; raises NotThere."""
    if not shown_to(member, now).filter(pk=share).exists():
        raise NotThere(GONE)
    return Reviewer(share, member)


def shown_to(member: Member, now: datetime) -> "QuerySet[Share]":
    """What others show a member now: not revoked, not run out, and both still in one organisation."""
    together = standing_memberships().filter(person=member.person).values("organisation")
    mine = Share.objects.filter(person=member.person, revoked_at=None, expires_at__gt=now, desk__sample=False)
    return mine.filter(
        desk__person__in=standing_memberships().filter(organisation__in=together).exclude(person=member.person).values("person")
    )


def access_look(reviewer: Reviewer, now: datetime) -> Share:
    """The share with its message, as long as it stands; raises NotThere."""
    rows = Share.objects.filter(person=None) if reviewer.member is None else shown_to(reviewer.member, now)
    standing = Q(pk=reviewer.share, revoked_at=None, expires_at__gt=now)
    linked = "desk", "message__contact__employer", "message__application__employer", "message__interview", "message__desk"
    found = rows.filter(standing).select_related(*linked).first()
    if found is None:
        raise NotThere(GONE)
    return found


def access_open_look(reviewer: Reviewer, now: datetime) -> Share:
    """The same while the message can still be changed; raises DeskError once it left or was put away."""
    share = access_look(reviewer, now)
    if share.message.state not in OPEN:
        raise DeskError("This note has left, or was put away. Thank you: nothing more is needed.")
    return share


def access_share(actor: Actor, share: int) -> Share:
    """A share of the actor's desk, with its message; raises NotThere."""
    return one(Share.objects.filter(desk=actor.desk, pk=share).select_related("message", "person"), "share", share)


def access_comment(actor: Actor, message: int, comment: int) -> Comment:
    """A comment that begins a thread on a message of the actor's desk; raises NotThere."""
    rows = Comment.objects.filter(message=access_message(actor, message), pk=comment, answers=None)
    return one(rows.select_related("share__person", "message"), "comment", comment)
