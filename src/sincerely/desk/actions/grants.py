"""What a seeker lets a coach read: nothing by default; the whole desk, one application or one draft; until taken back."""

from datetime import datetime

from sincerely.desk.access import Actor, access_application, access_desk, access_message, one
from sincerely.desk.admission import NOTHING, standing_memberships
from sincerely.desk.errors import DeskError, NotThere, action
from sincerely.desk.member_shapes import GrantShape
from sincerely.desk.member_shaping import called, grant_shape, said
from sincerely.desk.models import Desk, Grant, Membership, Role
from sincerely.desk.record import record


@action
def grant(actor: Actor, coach: int, *, now: datetime, application: int | None = None, message: int | None = None) -> GrantShape:
    """Lets a coach of one's own organisation read the whole desk, one application or one message; said twice, it stands once."""
    desk = access_desk(actor)
    if application is not None and message is not None:
        raise DeskError("Choose one: the whole desk, an application, or a draft.")
    row = access_coach(desk, coach)
    pursuit = access_application(actor, application) if application is not None else None
    note = access_message(actor, message) if message is not None else None
    made, new = Grant.objects.select_related("membership__person", "membership__organisation").get_or_create(
        desk=desk, membership=row, application=pursuit, message=note, revoked_at=None, defaults={"given_at": now}
    )
    if new:
        about = note.application_id if note else application
        record(actor, now, "grant", made, f"{called(row.person)} may read {said(made)}.", application=about)
    return grant_shape(made)


@action
def revoke(actor: Actor, grant: int, *, now: datetime) -> None:
    """Takes a grant back; it counts from the coach's next request on."""
    row = one(Grant.objects.filter(desk=actor.desk, pk=grant, revoked_at=None), "grant", grant)
    end_grant(row, actor.who, now)


def access_coach(desk: Desk, membership: int) -> Membership:
    """A coach in an organisation that the desk's owner is in; raises NotThere."""
    mine = standing_memberships().filter(person=desk.person_id).values("organisation")
    found = standing_memberships().filter(pk=membership, role=Role.COACH, organisation__in=mine).first()
    if found is None or found.person_id == desk.person_id:
        raise NotThere(NOTHING)
    return found


def end_grant(row: Grant, who: str, now: datetime) -> None:
    """Ends a grant, and writes it into the history of the desk that it is about."""
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])
    words = f"{called(row.membership.person)} may not read {said(row)} any more."
    about = row.message.application_id if row.message else row.application_id
    record(Actor(row.desk_id, who), now, "revoke", row, words, application=about)
