"""The desk's owner, mailboxes and policies."""

from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import query
from sincerely.desk.models import Account
from sincerely.desk.shapes import AccountShape, DeskShape
from sincerely.desk.shaping import account_shape, desk_shape


@query
def desk(actor: Actor) -> DeskShape:
    """The owner of the desk and how they wish to follow up."""
    return desk_shape(access_desk(actor))


@query
def accounts(actor: Actor) -> list[AccountShape]:
    """The mailboxes, without their secrets."""
    return [account_shape(row) for row in Account.objects.filter(desk=actor.desk).order_by("id")]
