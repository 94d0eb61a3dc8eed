"""Letting programs in, and keeping them out again. No program lets in another: these are a person's own."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_own_desk, one
from sincerely.desk.callers import NotLetIn, Scope, hash_of
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Pairing, Token
from sincerely.desk.queries.tokens import token_shape
from sincerely.desk.record import record
from sincerely.desk.shapes import TokenShape

# A year at most, as GitHub and GitLab let their tokens run (docs.github.com, docs.gitlab.com: 366 and 365 days);
# a quarter where nobody says, so that forgotten ones end.
DAYS, MOST_DAYS = 90, 365
MOST_TOKENS = 50
# What the browser extension needs, and no more: it never writes to anybody.
PAIRED = (Scope.CHECK, Scope.READ, Scope.LOG)
# Long enough to change windows and type; NIST SP 800-63B ends codes sent out of band after ten minutes.
PAIRING = timedelta(minutes=10)
# Without letters and digits that look alike; 31 to the power of 8 is 40 bits, asked for a few times in ten minutes.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
WRONG_CODE = "This code is not known here, was used, or is older than ten minutes. Get a new one: sincerely token pair."


@action
def make_token(
    actor: Actor, *, name: str, scopes: Iterable[str] = (Scope.CHECK, Scope.READ), days: int = DAYS, now: datetime
) -> tuple[TokenShape, str]:
    """A token for one program, with its secret, told this once. Raises DeskError for an unknown scope."""
    if not 1 <= days <= MOST_DAYS:
        raise DeskError(f"A token runs for 1 to {MOST_DAYS} days.")
    wanted = sorted(set(scopes))
    unknown = [word for word in wanted if word not in list(Scope)]
    if unknown or not wanted:
        raise DeskError(f"{f'{unknown[0]!r} is no scope' if unknown else 'No scope is given'}. Choose from: {', '.join(Scope)}.")
    return let_in(actor, entries.line(name, "name of the program", 100, needed=True), wanted, days, now)


def let_in(actor: Actor, name: str, scopes: list[str], days: int, now: datetime) -> tuple[TokenShape, str]:
    desk = access_own_desk(actor)
    if Token.objects.filter(desk=desk, revoked_at=None, expires_at__gt=now).count() >= MOST_TOKENS:
        raise DeskError(f"There are {MOST_TOKENS} tokens already. Take one back first: sincerely token list.")
    # The prefix lets programs that look for leaked secrets know it.
    secret = f"sincerely_{secrets.token_urlsafe(32)}"
    row = Token.objects.create(
        desk=desk,
        name=name,
        sha256=hash_of(secret),
        scopes=scopes,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    record(actor, now, "let-in", row, f"Let {name} in to {', '.join(scopes)}.", scopes=scopes)
    return token_shape(row, now), secret


@action
def revoke_token(actor: Actor, token: int, *, now: datetime) -> TokenShape:
    """Keeps a program out from now on; once more changes nothing. Raises NotThere."""
    row = one(Token.objects.filter(desk=actor.desk, pk=token), "token", token)
    if row.revoked_at is None:
        row.revoked_at = now
        row.save(update_fields=["revoked_at"])
        record(actor, now, "keep-out", row, f"Took the token of {row.name} back.")
    return token_shape(row, now)


@action
def offer_pairing(actor: Actor, *, now: datetime) -> str:
    """A code to type into one program within ten minutes, told this once; the one before it is void."""
    desk = access_own_desk(actor)
    Pairing.objects.filter(desk=desk).delete()
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    Pairing.objects.create(desk=desk, sha256=hash_of(code), created_at=now, expires_at=now + PAIRING)
    return f"{code[:4]}-{code[4:]}"


@action
def pair(code: str, *, name: str, now: datetime) -> tuple[TokenShape, str]:
    """A token of the scopes PAIRED for whoever has a code that stands; once. Raises NotLetIn, whatever the reason.

    Its caller counts the tries.
    """
    known = hash_of("".join(letter for letter in code.upper() if letter.isalnum()))
    row = Pairing.objects.filter(sha256=known, used_at=None, expires_at__gt=now).select_related("desk").first()
    # By one conditional update: of two that come at once, one is let in.
    if row is None or not Pairing.objects.filter(pk=row.pk, used_at=None).update(used_at=now):
        raise NotLetIn(WRONG_CODE)
    program = entries.line(name, "name of the program", 100, needed=True)
    return let_in(Actor(row.desk_id, row.desk.name), program, sorted(PAIRED), MOST_DAYS, now)
