"""Programs at the door: who sent them, and what they may do. What no scope of theirs allows, they may not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest

from django.db.models import Q

from sincerely.desk.access import Actor
from sincerely.desk.errors import DeskError, query
from sincerely.desk.models import Token

# A day's use is told well enough by the minute; so no reader writes at each request.
USE_NOTED = timedelta(minutes=1)
UNKNOWN = "This token is not known here, has run out or was taken back. Make a new one: sincerely token new NAME."


class Scope(StrEnum):
    """What a program may do. None holds another: each is given by name."""

    CHECK = "check"
    READ = "read"
    LOG = "log"
    WRITE = "write"
    APPROVE = "approve"
    SETTINGS = "settings"

    @property
    def words(self) -> str:
        return MEANINGS[self]


MEANINGS = {
    Scope.CHECK: "check letters",
    Scope.READ: "read what is on your desk",
    Scope.LOG: "add what happened: notes sent elsewhere, replies, promises, jobs",
    Scope.WRITE: "write and change drafts, contacts, interviews and jobs",
    Scope.APPROVE: "approve and send in your name",
    Scope.SETTINGS: "change your settings",
}


class NotLetIn(DeskError):
    """The caller has no token that stands here; why is not told."""


class TooNarrow(DeskError):
    """The caller's token stands, but not for this."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A program that was let in: whose desk it acts on, as whom, what it may do, and by which token."""

    actor: Actor
    scopes: frozenset[Scope]
    token: int = 0

    def demand(self, scope: Scope) -> Actor:
        """The actor, for what this scope allows; raises TooNarrow."""
        if scope not in self.scopes:
            raise TooNarrow(f"This token may not {scope.words}. That needs one with the scope {scope}.")
        return self.actor


def hash_of(secret: str) -> str:
    """What is kept of a secret that let somebody in."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


@query
def caller(token: str, now: datetime) -> Caller:
    """Who holds this token; raises NotLetIn, in the same words whether it was guessed, ran out or was taken back."""
    known = hash_of(token)
    found = Token.objects.filter(sha256=known).select_related("desk").first()
    same = compare_digest(known, found.sha256 if found else "")
    if found is None or not same or found.revoked_at is not None or found.expires_at <= now:
        raise NotLetIn(UNKNOWN)
    stale = Q(used_at=None) | Q(used_at__lt=now - USE_NOTED)
    Token.objects.filter(stale, pk=found.pk).update(used_at=now)
    return Caller(Actor(found.desk_id, f"{found.desk.name[:90]} ({found.name})"), scopes_of(found), found.pk)


def scopes_of(row: Token) -> frozenset[Scope]:
    """What a token allows; words that this program does not know allow nothing."""
    return frozenset(scope for scope in Scope if scope in row.scopes)
