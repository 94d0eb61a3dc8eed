"""The tokens of an account that is signed in to by OAuth 2.0: sealed like any secret, and renewed before they end."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sincerely.desk.errors import DeskError, told_clearly
from sincerely.desk.models import Account
from sincerely.desk.sealing import seal, unseal
from sincerely.post.signin.client import Client, Refused, Tokens
from sincerely.post.signin.provider import PROVIDERS

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def as_secrets(client: Client, tokens: Tokens) -> dict[str, str]:
    """What is kept of a sign-in, to be sealed: whose it is, and its tokens."""
    return {
        "provider": client.provider.name,
        "client_id": client.client_id,
        "client_secret": client.client_secret,
        "access": tokens.access,
        "refresh": tokens.refresh,
        "expires_at": tokens.expires_at.isoformat(),
    }


def from_secrets(secrets: Mapping[str, str]) -> tuple[Client, Tokens]:
    """The client and tokens that were kept; raises Refused where nobody has signed in."""
    provider = PROVIDERS.get(secrets.get("provider", ""))
    if provider is None or not secrets.get("refresh"):
        raise Refused("This mailbox is not signed in to yet. Please sign in.")
    tokens = Tokens(secrets["access"], datetime.fromisoformat(secrets["expires_at"]), secrets["refresh"])
    return Client(provider, secrets["client_id"], secrets["client_secret"]), tokens


def access_token(account: int, now: datetime | None) -> str:
    """A token that the mail servers take; renewed and sealed where it is about to end. Raises Refused, Unreachable, DeskError."""
    with told_clearly():
        row = Account.objects.filter(pk=account).first()
    if row is None:
        raise DeskError("This mailbox was forgotten meanwhile.")
    client, tokens = from_secrets(unseal(row.sealed))
    if now is not None and tokens.fresh(now):
        return tokens.access
    renewed = client.refresh(tokens, now or LONG_AGO)
    with told_clearly():
        # Who set the mailbox up anew meanwhile keeps what they set.
        Account.objects.filter(pk=account, sealed=row.sealed).update(sealed=seal(as_secrets(client, renewed)))
    return renewed.access


def without_access(sealed: str) -> str:
    """The same secrets, so that the next token is asked for anew."""
    secrets = unseal(sealed)
    return seal({**secrets, "access": ""}) if "access" in secrets else sealed
