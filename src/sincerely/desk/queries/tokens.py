"""The programs that may come in."""

from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.errors import query
from sincerely.desk.models import Token
from sincerely.desk.shapes import TokenShape
from sincerely.desk.shaping import iso


@query
def tokens(actor: Actor, now: datetime) -> list[TokenShape]:
    """Every token of the desk, newest first; those that no longer stand, too."""
    return [token_shape(row, now) for row in Token.objects.filter(desk=actor.desk).order_by("-id")]


def token_shape(row: Token, now: datetime) -> TokenShape:
    return TokenShape(
        id=row.pk,
        name=row.name,
        scopes=row.scopes,
        created_at=iso(row.created_at) or "",
        expires_at=iso(row.expires_at) or "",
        used_at=iso(row.used_at),
        revoked_at=iso(row.revoked_at),
        stands=row.revoked_at is None and row.expires_at > now,
    )
