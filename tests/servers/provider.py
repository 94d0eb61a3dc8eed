"""A provider of sign-ins that looks at every field, and says what was wrong with one."""

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from sincerely.post.signin.provider import GOOGLE, MICROSOFT, Provider

CLIENT, SECRET = "the-person's-client.example", "s3cret/of+the client"
CODE_LENGTH = 43
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass
class MockProvider:
    """What it was asked, what was wrong with it, and what it shall do next.

    `faults` names each field that a strict provider would refuse. `changes` replace what it sends back to the browser, `token`
    what it gives for a code; `pending` are its answers to a device, one after the other, before it says yes.
    """

    provider: Provider
    secret: str
    faults: list[str] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    changes: dict[str, str | None] = field(default_factory=dict)
    token: dict[str, Any] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    refusal: str = ""
    status: int = 0
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refreshers: set[str] = field(default_factory=set)
    alive: dict[str, str] = field(default_factory=dict)
    address: str = "ann@example.org"

    def expect(self, fields: dict[str, str], where: str, **wanted: str | None) -> bool:
        """Writes down each field that is missing, wrong, or was not called for."""
        wrong = [name for name, value in wanted.items() if name not in fields or (value is not None and fields[name] != value)]
        wrong += [name for name in fields if name not in wanted]
        self.faults += [f"{where}: {name}={fields.get(name)!r}" for name in wrong]
        return not wrong

    def client_fields(self) -> dict[str, str | None]:
        return {"client_id": CLIENT, **({"client_secret": self.secret} if self.secret else {})}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent on: to the redirect address with code and state."""
        wanted: dict[str, str | None] = dict.fromkeys(("redirect_uri", "state", "code_challenge"))
        hint: dict[str, str | None] = {"login_hint": self.address} if "login_hint" in asked else {}
        self.expect(
            asked,
            "authorize",
            response_type="code",
            client_id=CLIENT,
            scope=self.provider.scope,
            code_challenge_method="S256",
            **wanted,
            **self.provider.extra,
            **hint,
        )
        place = urlsplit(asked["redirect_uri"])
        if place.scheme != "http" or place.hostname != "127.0.0.1" or not place.port or place.path or place.query:
            self.faults.append(f"authorize: redirect_uri={asked['redirect_uri']!r}")
        if len(asked["state"]) < CODE_LENGTH or len(asked["code_challenge"]) != CODE_LENGTH:
            self.faults.append("authorize: state or challenge too short")
        code = f"4/0A{secrets.token_urlsafe(24)}"
        self.codes[code] = asked
        back = {"state": asked["state"], "code": code, "iss": self.provider.issuer, **self.changes}
        return f"{asked['redirect_uri']}?{urlencode({name: value for name, value in back.items() if value is not None})}"

    def give_token(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Tokens for a code, a refresh token or a device code, or the standard's word for what is wrong."""
        match asked.get("grant_type"):
            case "authorization_code":
                began = self.codes.pop(asked.get("code", ""), None)
                if began is None:
                    return 400, {"error": "invalid_grant"}
                fine = self.expect(
                    asked,
                    "token",
                    grant_type="authorization_code",
                    code=None,
                    redirect_uri=began["redirect_uri"],
                    code_verifier=None,
                    **self.client_fields(),
                )
                if challenge_of(asked.get("code_verifier", "")) != began["code_challenge"]:
                    self.faults.append("token: the verifier does not fit the challenge")
                    fine = False
            case "refresh_token":
                scope = self.provider.scope
                fine = self.expect(
                    asked, "refresh", grant_type="refresh_token", refresh_token=None, scope=scope, **self.client_fields()
                )
                if asked["refresh_token"] not in self.refreshers:
                    return 400, {"error": "invalid_grant", "error_description": "AADSTS700082: The refresh token has expired"}
            case grant if grant == DEVICE:
                fine = self.expect(asked, "device", grant_type=DEVICE, device_code="device secret", **self.client_fields())
                if self.pending:
                    return 400, {"error": self.pending.pop(0)}
            case grant:
                self.faults.append(f"token: grant_type={grant!r}")
                fine = False
        if self.refusal or not fine:
            return 400, {"error": self.refusal or "invalid_request"}
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self.refreshers.add(refresh)
        self.alive[access] = self.address
        scope = " ".join(self.provider.scopes)
        return 200, {
            "access_token": access,
            "refresh_token": refresh,
            "expires_in": 3599,
            "token_type": "Bearer",
            "scope": scope,
            **self.token,
        }

    def give_code(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """A code for a device."""
        if not self.expect(asked, "device code", client_id=CLIENT, scope=self.provider.scope):
            return 400, {"error": "invalid_request"}
        code = {"device_code": "device secret", "user_code": "WDJB-MJHT", "verification_uri": "https://example.com/device"}
        return 200, {**code, "expires_in": 900, "interval": 5}


def challenge_of(verifier: str) -> str:
    """RFC 7636, 4.2."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}


@contextmanager
def mock_provider(name: str = "google", secret: str = SECRET) -> Iterator[MockProvider]:
    """Google's or Microsoft's settings with the addresses of a server on loopback."""

    class Caller(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = urlsplit(self.path)
            mock.asked.append((place.path, flat(place.query)))
            if place.path == "/introspect":
                # Dovecot adds the token to the address.
                return self.answer(200, introspected(mock, flat(place.query).get("token", "")))
            self.send_response(302)
            self.send_header("Location", mock.authorize(flat(place.query)))
            self.end_headers()

        def do_POST(self) -> None:
            asked = flat(self.rfile.read(int(self.headers["Content-Length"])).decode())
            mock.asked.append((self.path, asked))
            if self.headers["Content-Type"].partition(";")[0] != "application/x-www-form-urlencoded":
                mock.faults.append(f"{self.path}: {self.headers['Content-Type']}")
            if mock.status:
                return self.answer(mock.status, None)
            self.answer(*(mock.give_code(asked) if self.path == "/device" else mock.give_token(asked)))

        def answer(self, status: int, content: Any) -> None:
            body = b"<html>We are sorry</html>" if content is None else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Caller)
    here = f"http://127.0.0.1:{server.server_port}"
    real = {"google": GOOGLE, "microsoft": MICROSOFT}[name]
    device = f"{here}/device" if real.device_url else ""
    provider = replace(real, authorize_url=f"{here}/authorize", token_url=f"{here}/token", device_url=device)
    mock = MockProvider(provider, secret)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield mock
    finally:
        server.shutdown()
        server.server_close()


def introspected(mock: MockProvider, token: str) -> dict[str, Any]:
    """What a mail server is told of a token (RFC 7662)."""
    owner = mock.alive.get(token)
    return {"active": True, "email": owner, "username": owner} if owner else {"active": False}
