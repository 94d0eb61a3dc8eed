"""Signing in with a code that the person types on any device (RFC 8628)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sincerely.post.connection import Unreachable, one_line
from sincerely.post.signin.client import Client, Refused, Tokens

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
# RFC 8628, 3.2 and 3.5, in seconds.
INTERVAL = 5
SLOWER = 5
LONGEST_INTERVAL = 60
LONGEST_WAIT = 1800


@dataclass(frozen=True, slots=True)
class Code:
    """What the person is shown: the page, and the code to type there. `lasts` in seconds."""

    page: str
    code: str
    secret: str = field(repr=False)
    lasts: int
    interval: int


def ask_for_code(client: Client) -> Code:
    """Asks for a code to show; raises Refused, Unreachable."""
    provider = client.provider
    if not provider.device_url:
        raise Refused(f"{provider.label} gives no mail to a code. Sign in with the browser: leave --device away.")
    answer = client.post(provider.device_url, {"client_id": client.client_id, "scope": provider.scope})
    if "error" in answer:
        raise client.refusal(str(answer["error"]), str(answer.get("error_description", "")))
    # Google's name for it is older than the standard.
    page = answer.get("verification_uri") or answer.get("verification_url")
    code, secret = answer.get("user_code"), answer.get("device_code")
    if not (isinstance(page, str) and isinstance(code, str) and isinstance(secret, str)) or not page.startswith("http"):
        raise Unreachable(f"{provider.label} gave no code to sign in with. Try again later.")
    lasts, interval = number(answer.get("expires_in"), LONGEST_WAIT), number(answer.get("interval"), INTERVAL)
    return Code(one_line(page), one_line(code), secret, min(lasts, LONGEST_WAIT), min(interval, LONGEST_INTERVAL))


def wait_for_person(client: Client, code: Code, pause: Callable[[float], None], now: Callable[[], datetime]) -> Tokens:
    """Asks again and again, as often as the provider allows, until the person has said yes or no; raises Refused, Unreachable.

    `pause` waits so many seconds.
    """
    waited, interval = 0, code.interval
    while waited < code.lasts:
        pause(interval)
        waited += interval
        try:
            answer = client.ask(GRANT, device_code=code.secret)
            return client.tokens(answer, now())
        except Unreachable:
            # RFC 8628, 3.5: after a timeout, more slowly.
            interval = min(interval * 2, LONGEST_INTERVAL)
        except Refused as refused:
            if refused.code == "slow_down":
                interval += SLOWER
            elif refused.code != "authorization_pending":
                raise
    raise client.refusal("expired_token")


def number(value: Any, otherwise: int) -> int:
    """A whole number above 0 in an answer, else what is usual."""
    return value if isinstance(value, int) and 0 < value < 1_000_000 else otherwise
