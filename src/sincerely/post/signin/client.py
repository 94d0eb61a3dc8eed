"""The person's own client at a provider: what it asks of the token endpoint, and what comes back."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx2
from authlib.oauth2.base import OAuth2Error
from authlib.oauth2.client import OAuth2Client

from sincerely.post.connection import NoConnection, Unreachable, is_loopback, one_line
from sincerely.post.signin.provider import Provider

TIMEOUT = 30.0
MOST_BYTES = 256 * 1024
# RFC 6749, 5.1: expires_in may be left out; an hour is what both providers give.
USUAL_LIFE = 3600
# A token is renewed so long before its end that no sign-in falls between.
LEEWAY = timedelta(minutes=5)
# RFC 6749, 5.2, and what Microsoft answers where it is unwell.
FOR_NOW = ("temporarily_unavailable", "server_error", "too_many_requests")
MICROSOFT_CODE = re.compile(r"\bAADSTS\d{3,9}\b")


class Refused(NoConnection):
    """The provider said no; one line for a person. Trying again with the same is useless. `code`: the provider's own word."""

    def __init__(self, words: str, code: str = "") -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gave: the token of the hour, when it ends, and what renews it. No repr shows them."""

    access: str = field(repr=False)
    expires_at: datetime
    refresh: str = field(repr=False)

    def fresh(self, now: datetime) -> bool:
        """True where the token of the hour can still be used."""
        return bool(self.access) and now < self.expires_at - LEEWAY


class Client:
    """Talks to one provider as the person's own client. A client without a secret proves itself by PKCE alone."""

    def __init__(self, provider: Provider, client_id: str, client_secret: str = "") -> None:
        self.provider, self.client_id, self.client_secret = provider, client_id, client_secret
        for address in filter(None, (provider.authorize_url, provider.token_url, provider.device_url)):
            url = httpx2.URL(address)
            if url.scheme != "https" and not is_loopback(url.host):
                raise Refused("Signing in needs an encrypted address (https).")

    def authorization_url(self, redirect_uri: str, state: str, verifier: str, address: str = "") -> str:
        """Where the person signs in, with PKCE (RFC 7636, S256). `address`: the mailbox, so that they need not choose."""
        hint = {"login_hint": address} if address else {}
        with self._session() as client:
            url, _ = client.create_authorization_url(
                self.provider.authorize_url,
                state=state,
                code_verifier=verifier,
                redirect_uri=redirect_uri,
                **self.provider.extra,
                **hint,
            )
        return str(url)

    def exchange(self, code: str, verifier: str, redirect_uri: str, now: datetime) -> Tokens:
        """The tokens for a code that the provider sent back; raises Refused, Unreachable."""
        asked = {"code": code, "code_verifier": verifier, "redirect_uri": redirect_uri}
        return self.tokens(self.ask("authorization_code", **asked), now)

    def refresh(self, tokens: Tokens, now: datetime) -> Tokens:
        """New tokens for old; a provider that sends no new refresh token lets the old one stand."""
        answer = self.ask("refresh_token", refresh_token=tokens.refresh)
        return self.tokens({"refresh_token": tokens.refresh, **answer}, now)

    def ask(self, grant: str, **fields: str) -> dict[str, Any]:
        """One question to the token endpoint; raises Refused with the provider's code, or Unreachable."""
        try:
            with self._session() as client:
                if grant == "refresh_token":
                    return dict(client.refresh_token(self.provider.token_url, **fields))
                # What was asked for once is not asked for again (RFC 6749, 4.1.3; RFC 8628, 3.4).
                return dict(client.fetch_token(self.provider.token_url, grant_type=grant, scope="", **fields))
        except OAuth2Error as error:
            raise self.refusal(str(error.error or ""), str(error.description or "")) from None

    def post(self, address: str, fields: dict[str, str]) -> dict[str, Any]:
        """A form sent to an endpoint that knows the client by its id alone."""
        with httpx2.Client(timeout=TIMEOUT) as http:
            return Session(http, self.provider.label).sent(address, fields)

    def refusal(self, code: str, description: str = "") -> NoConnection | Unreachable:
        """What an error code means for a person (RFC 6749, 4.1.2.1 and 5.2; RFC 8628, 3.5)."""
        label, code = self.provider.label, one_line(code)
        again = "Please sign in again."
        if code in FOR_NOW:
            return Unreachable(f"{label} cannot be signed in to at the moment ({code}). Try again later.")
        words = {
            "invalid_grant": f"{label} no longer accepts this sign-in: it has ended, or was taken back. {again}",
            "interaction_required": f"{label} wants you to sign in once more. {again}",
            "invalid_client": f"{label} does not know this client id and secret. Check both, then: {again}",
            "unauthorized_client": f"{label} does not let this client sign in so. Check its settings there. {again}",
            "access_denied": f"{label} says that you did not allow it. Nothing was kept. {again}",
            "expired_token": f"The code was not used in time. {again}",
        }
        told = MICROSOFT_CODE.search(description)
        named = f"{code}, {told[0]}" if told else code
        return Refused(words.get(code, f"{label} refused the sign-in ({named or 'no reason given'}). {again}"), code)

    def tokens(self, answer: dict[str, Any], now: datetime) -> Tokens:
        """The tokens in an answer, checked for what mail needs; raises Refused."""
        access, refresh, scope = (answer.get(name) for name in ("access_token", "refresh_token", "scope"))
        again = "Please sign in again."
        if not isinstance(access, str) or not access or str(answer.get("token_type", "bearer")).lower() != "bearer":
            raise Refused(f"{self.provider.label} gave no token that mail servers take. {again}")
        if not isinstance(refresh, str) or not refresh:
            raise Refused(f"{self.provider.label} gave a sign-in that would end within the hour. {again}")
        if isinstance(scope, str) and not set(self.provider.scopes) <= set(scope.split()):
            raise Refused(f"{self.provider.label} did not give leave to read and send mail. Tick every box. {again}")
        life = answer.get("expires_in", USUAL_LIFE)
        seconds = int(life) if str(life).isdecimal() and len(str(life)) < 9 else USUAL_LIFE
        return Tokens(access, now + timedelta(seconds=seconds), refresh)

    def _session(self) -> "Signing":
        return Signing(self)


class Signing:
    """authlib's client over an HTTP client that is open as long as it is needed."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.http = httpx2.Client(timeout=TIMEOUT)

    def __enter__(self) -> OAuth2Client:
        client = self.client
        return OAuth2Client(
            Session(self.http, client.provider.label),
            client.client_id,
            client.client_secret,
            token_endpoint_auth_method="client_secret_post" if client.client_secret else "none",
            scope=client.provider.scope,
            code_challenge_method="S256",
        )

    def __exit__(self, *error: object) -> None:
        self.http.close()


class Session:
    """What authlib asks of an HTTP library: one POST, answered with an object that has the status and JSON."""

    def __init__(self, http: httpx2.Client, label: str) -> None:
        self.http, self.label = http, label

    def post(self, url: str, data: dict[str, str], headers: dict[str, str], auth: Any) -> "Answer":
        """Sends a form, with the client's id and secret as `auth` puts them in."""
        address, signed, body = auth.prepare("POST", url, dict(headers), str(httpx2.QueryParams(data)))
        return Answer(self._read(address, body, signed))

    def sent(self, url: str, fields: dict[str, str]) -> dict[str, Any]:
        """A form without the client's secret."""
        form = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
        return self._read(url, str(httpx2.QueryParams(fields)), form)

    def _read(self, url: str, body: str, headers: dict[str, str]) -> dict[str, Any]:
        """The JSON object that came back, within limits; raises Unreachable for all else. Redirects are not followed."""
        try:
            with self.http.stream("POST", url, content=body, headers=headers) as answer:
                content = b""
                for piece in answer.iter_bytes():
                    content += piece
                    if len(content) > MOST_BYTES:
                        raise Unreachable(f"{self.label} answered with more than a sign-in can be. Try again later.")
                status = answer.status_code
        except httpx2.HTTPError:
            raise Unreachable(f"{self.label} cannot be reached to sign in. Check your network and try again.") from None
        try:
            found = httpx2.Response(status, content=content).json()
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or (status >= 400 and "error" not in found) or 300 <= status < 400:
            raise Unreachable(f"{self.label} answered the sign-in with status {status} and no reason. Try again later.")
        return found


@dataclass(frozen=True, slots=True)
class Answer:
    """A response as authlib reads one. An error comes with its reason in the JSON, whatever its status."""

    content: dict[str, Any]
    status_code: int = 200

    def json(self) -> dict[str, Any]:
        return self.content

    def raise_for_status(self) -> None:
        """Nothing to raise: what has no reason was refused before."""
