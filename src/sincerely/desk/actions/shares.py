"""Showing a draft to one reviewer: by a link, or to a member; and taking that back."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_message, access_own_desk
from sincerely.desk.actions.drafts import note
from sincerely.desk.admission import standing_memberships
from sincerely.desk.errors import DeskError, action
from sincerely.desk.looking import OPEN, access_share, hash_of
from sincerely.desk.models import Message, Person, Share
from sincerely.desk.queries.reviews import FACTS, share_shape
from sincerely.desk.review_shapes import ShareShape

# Two weeks: the longest that a note waits for its moment between two touches (policies.md), and so what a reviewer may need.
# Links that stand for ever are forgotten, and found by others (OWASP, Cheat Sheet "Forgot Password": tokens end).
DAYS = 14
MOST_DAYS = 90
# More than twenty reviewers of one note are no second pair of eyes.
MOST_SHARES = 20


@action
def share_by_link(
    actor: Actor,
    message: int,
    *,
    now: datetime,
    name: str = "",
    days: int = DAYS,
    hidden: bool = False,
    facts: Sequence[str] = (),
) -> tuple[ShareShape, str]:
    """Shows a draft to whoever holds a link; the secret for it, told this once.

    `name`: what you call the reviewer. `hidden`: names, the employer and addresses are covered. `facts`: see FACTS.
    """
    row = shareable(actor, message, days, facts)
    token = secrets.token_urlsafe(32)
    share = Share.objects.create(
        desk=row.desk,
        message=row,
        name=entries.line(name, "reviewer's name", 200),
        token_sha256=hash_of(token),
        hidden=hidden,
        facts=list(facts),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    note(actor, now, "share", row, f"Showed the draft to {row.contact.name} to a reviewer, by a link.", share=share.pk)
    return share_shape(share, now), token


@action
def share_with_member(
    actor: Actor, message: int, person: int, *, now: datetime, days: int = DAYS, hidden: bool = False, facts: Sequence[str] = ()
) -> ShareShape:
    """Shows a draft to somebody of the same organisation; raises DeskError for anybody else."""
    row = shareable(actor, message, days, facts)
    if person not in colleagues(actor):
        raise DeskError("This person is in no organisation with you. Give them a link.")
    Share.objects.filter(message=row, person=person, revoked_at=None, expires_at__lte=now).update(revoked_at=now)
    if Share.objects.filter(message=row, person=person, revoked_at=None).exists():
        raise DeskError("They see this note already.")
    ends = now + timedelta(days=days)
    share = Share.objects.create(
        desk=row.desk, message=row, person_id=person, hidden=hidden, facts=list(facts), created_at=now, expires_at=ends
    )
    note(actor, now, "share", row, f"Showed the draft to {row.contact.name} to a member.", share=share.pk)
    return share_shape(share, now)


def colleagues(actor: Actor) -> dict[int, str]:
    """The people in an organisation with the owner of a desk, by number, with their names; none on one's own machine."""
    me = access_own_desk(actor).person_id
    if me is None:
        return {}
    together = standing_memberships().filter(person=me).values("organisation")
    others = Person.objects.filter(pk__in=standing_memberships().filter(organisation__in=together).values("person")).exclude(
        pk=me
    )
    return {pk: name or email for pk, name, email in others.order_by("name", "id").values_list("id", "name", "email")}


def shareable(actor: Actor, message: int, days: int, facts: Sequence[str]) -> Message:
    access_own_desk(actor)
    row = access_message(actor, message)
    if row.state not in OPEN:
        raise DeskError(f"Message {row.pk} is {row.state}: there is nothing left to look over.")
    if not 1 <= days <= MOST_DAYS:
        raise DeskError(f"A note is shown for 1 to {MOST_DAYS} days.")
    unknown = sorted(set(facts) - set(FACTS))
    if unknown:
        raise DeskError(f"{unknown[0]!r} is nothing to show beside the letter. There is: {', '.join(FACTS)}.")
    if Share.objects.filter(message=row, revoked_at=None).count() >= MOST_SHARES:
        raise DeskError(f"{MOST_SHARES} people see this note already. Take one back first.")
    return row


@action
def revoke_share(actor: Actor, share: int, *, now: datetime) -> ShareShape:
    """Takes a share back: from the next request on the reviewer sees nothing. What they said stays."""
    row = access_share(actor, share)
    if row.revoked_at is None:
        row.revoked_at = now
        row.save(update_fields=["revoked_at"])
        note(
            actor, now, "unshare", row.message, f"A reviewer sees the draft to {row.message.contact.name} no more.", share=row.pk
        )
    return share_shape(row, now)


@action
def forget_reviewer(actor: Actor, share: int, *, now: datetime) -> ShareShape:
    """Takes a share back and forgets whose it was; what they said stays, and is nobody's."""
    row = access_share(actor, share)
    row.name, row.person, row.token_sha256, row.revoked_at = "", None, "", row.revoked_at or now
    row.save(update_fields=["name", "person", "token_sha256", "revoked_at"])
    note(actor, now, "forget", row.message, "Forgot who a reviewer was.", share=row.pk)
    return share_shape(row, now)
