"""Secrets at rest: sealed with keys that lie outside the database, so that no copy of it gives them away."""

import json
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from sincerely.desk.errors import DeskError


def sealer() -> MultiFernet:
    """The keys of this desk, newest first: the first seals, any of them opens."""
    return MultiFernet([Fernet(key) for key in settings.SEALING_KEYS()])


def seal(secrets: Mapping[str, str]) -> str:
    """Secrets as one sealed text."""
    return sealer().encrypt(json.dumps(dict(secrets)).encode()).decode("ascii") if secrets else ""


def unseal(sealed: str) -> dict[str, str]:
    """The secrets in a sealed text; raises DeskError where the key is another one."""
    if not sealed:
        return {}
    try:
        opened = json.loads(sealer().decrypt(sealed.encode("ascii")))
    except (InvalidToken, ValueError):
        raise DeskError("The mailbox password cannot be opened with this desk's key. Give it again: sincerely init.") from None
    return {str(name): str(secret) for name, secret in opened.items()}
