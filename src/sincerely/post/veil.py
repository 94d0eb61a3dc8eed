"""Servers may repeat what they were told, the password too: what they said is shown only where no secret is in it."""

import re
from base64 import b64encode
from collections.abc import Iterable
from urllib.parse import quote

INSTEAD = "(its words are not shown, as they repeat a secret)"
# A shorter run of letters would be found by chance.
SHORTEST = 4


def veiled(words: bytes | str, secrets: Iterable[str]) -> str:
    """A server's words, or that they held one of the secrets: plain, quoted, or within base64 as a sign-in tells it."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    found = {"".join(text.split()).casefold(), re.sub(r"\\(.)", r"\1", "".join(text.split())).casefold()}
    forms = {"".join(form.split()).casefold() for secret in secrets for form in forms_of(secret)}
    return INSTEAD if any(form in said for form in forms for said in found) else text


def forms_of(secret: str) -> Iterable[str]:
    """The ways in which a secret may be written; none where it is too short to be known again."""
    if len(secret) >= SHORTEST:
        yield from (secret, quote(secret), quote(secret, safe=""), *(within_base64(secret, before) for before in range(3)))


def within_base64(secret: str, before: int) -> str:
    """The letters of base64 that stand for the secret alone, where `before` octets of other text lead it out of step."""
    raw = b"\0" * before + secret.encode()
    return b64encode(raw).decode()[-(-before * 8 // 6) : len(raw) * 8 // 6]
