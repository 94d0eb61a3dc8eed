"""Keeping the commons: members report what should not stand, editors and admins decide, and every decision is on record."""

from datetime import datetime, timedelta
from typing import Any

from sincerely.desk import entries
from sincerely.desk.actions.remarks import one_at_a_time
from sincerely.desk.admission import Member, granted
from sincerely.desk.commons import About, access_about, kept_places
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Complaint, Example, Remark, Ruling

What = Ruling.What
# As many as hide a post on Discourse by default (its guide "Flag a post for moderator attention"). One may have been hurt by
# chance and two may be friends; the third is somebody else. It is a pause and no verdict: an editor has the last word.
ENOUGH = 3
LONGEST = 500
MOST_A_DAY, A_DAY = 20, timedelta(days=1)
PAUSED = "Several members reported this. It waits until an editor has looked at it."
TABLES: dict[str, Any] = {"remark": Remark, "example": Example}


@action
def complain(member: Member, about: About, *, reason: str, now: datetime) -> None:
    """Reports a remark or an example, once, with a reason. Enough members hide it until an editor looks, and not again after."""
    one_at_a_time(member)
    thing = access_about(member, reportable(about))
    if thing.author == member.person:
        raise DeskError("This is yours: you can take it back yourself.")
    mine = Complaint.objects.filter(person=member.person)
    if mine.filter(**thing.columns).exists():
        raise DeskError("You have reported this already. An editor will look at it.")
    if mine.filter(made_at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise DeskError("You have reported a great deal today. Please write to an editor instead.")
    reason = given(reason, "Say in a few words what is wrong with it.")
    row = locked(about)
    Complaint.objects.create(person_id=member.person, reason=reason, made_at=now, **thing.columns)
    looked_at = row.rulings.filter(by_hand=True).exists()
    if row.hidden_at is None and not looked_at and row.complaints.count() >= ENOUGH:
        hide(row, PAUSED, now)
        Ruling.objects.create(
            organisation_id=row.organisation_id, what=What.HIDE, by_hand=False, reason=PAUSED, ruled_at=now, **thing.columns
        )


@action
def rule(member: Member, about: About, what: str, *, reason: str, now: datetime) -> None:
    """An editor or admin hides something, or keeps it and brings it back, and says why; its author reads why it is hidden.

    Raises NotThere for anybody else, and DeskError where it is their own.
    """
    rows = TABLES[reportable(about).noun].objects.filter(organisation__in=kept_places(member), pk=about.key)
    row = granted(rows.exclude(published_at=None) if about.noun == "example" else rows)
    if row.person_id == member.person:
        raise DeskError("This is your own. Another editor or an admin decides about it.")
    if what not in What.values:
        raise DeskError("Hide it, or keep it.")
    reason = given(reason, "Say in a few words why: its author reads it.")
    row = locked(about)
    hide(row, reason, now) if what == What.HIDE else show(row)
    row.complaints.filter(settled_at=None).update(settled_at=now)
    Ruling.objects.create(
        organisation_id=row.organisation_id,
        person_id=member.person,
        what=what,
        reason=reason,
        ruled_at=now,
        **{about.noun: row},
    )


def reportable(about: About) -> About:
    if about.noun not in TABLES:
        raise DeskError("Only remarks and examples can be reported.")
    return about


def given(reason: str, asked: str) -> str:
    reason = entries.text(reason, "reason", LONGEST).strip()
    if not reason:
        raise DeskError(asked)
    return reason


def locked(about: About) -> Any:
    """The row, and nobody else counts its complaints until this is done."""
    return granted(TABLES[about.noun].objects.select_for_update().filter(pk=about.key))


def hide(row: Any, reason: str, now: datetime) -> None:
    row.hidden_at, row.hidden_because = now, reason
    row.save(update_fields=["hidden_at", "hidden_because"])


def show(row: Any) -> None:
    row.hidden_at, row.hidden_because = None, ""
    row.save(update_fields=["hidden_at", "hidden_because"])
