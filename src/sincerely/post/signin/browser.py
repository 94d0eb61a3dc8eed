"""Signing in with the browser: the answer comes back to a door on this machine alone (RFC 8252, 7.3)."""

import hmac
import secrets
import time
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Self
from urllib.parse import parse_qs, urlsplit

from sincerely.post.signin.client import Client, Refused, Tokens

HOST = "127.0.0.1"
# Finding a password and a second factor takes its time.
PATIENCE = 300.0
# How long a caller at the door may take to say what it wants.
AT_THE_DOOR = 10.0
PAGE = (
    "<!doctype html><meta charset=utf-8><title>Sincerely</title><body style='font-family:sans-serif;margin:3em'><h1>{}</h1><p>{}"
)


class Browser:
    """One sign-in: send the person to `url`, then `wait` for the tokens. A context manager, open from the start.

    `state` and the PKCE verifier are made anew for it, and the port is a free one.
    """

    def __init__(self, client: Client, address: str = "") -> None:
        self.client = client
        self.state, self.verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
        self.door = Door((HOST, 0), Caller)
        self.redirect_uri = f"http://{HOST}:{self.door.server_port}"
        self.url = client.authorization_url(self.redirect_uri, self.state, self.verifier, address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.door.server_close()

    def wait(self, now: datetime, patience: float = PATIENCE) -> Tokens:
        """The tokens, once the person has signed in; raises Refused, Unreachable. `patience` in seconds."""
        deadline = time.monotonic() + patience
        while self.door.said is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Refused("Nobody signed in within the time. Nothing was kept. Try again.")
            self.door.timeout = left
            self.door.handle_request()
        return self.client.exchange(self.code(self.door.said), self.verifier, self.redirect_uri, now)

    def code(self, said: dict[str, str]) -> str:
        """The code in an answer that belongs to this sign-in and comes from this provider; raises Refused."""
        if not hmac.compare_digest(said.get("state", "").encode(), self.state.encode()):
            raise Refused("The answer did not belong to this sign-in. Nothing was kept. Try again.")
        # RFC 9207: a provider that names itself must be the one that was asked.
        issuer, expected = said.get("iss"), self.client.provider.issuer
        if issuer is not None and not (issuer == expected or (expected.endswith("/") and issuer.startswith(expected))):
            raise Refused("The answer came from another provider than the one asked. Nothing was kept. Try again.")
        if "error" in said:
            raise self.client.refusal(said["error"], said.get("error_description", ""))
        if not said.get("code"):
            raise Refused("The answer held no code. Nothing was kept. Try again.")
        return said["code"]


class Door(HTTPServer):
    """Listens on loopback for the one answer."""

    said: dict[str, str] | None = None

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that breaks off is nobody's trouble, and is not printed."""


class Caller(BaseHTTPRequestHandler):
    """Answers the browser, and keeps what it brings; a browser that asks for more (an icon) is told that there is none."""

    server: Door
    timeout = AT_THE_DOOR

    def do_GET(self) -> None:
        """Keeps the words of the first answer."""
        asked = urlsplit(self.path)
        said = {name: values[0] for name, values in parse_qs(asked.query, max_num_fields=20).items()}
        if asked.path != "/" or not {"code", "error"} & said.keys():
            return self.answer(404, "Nothing here", "This page only ends a sign-in.")
        self.server.said = said
        if "error" in said:
            return self.answer(200, "Not signed in", "You can close this page. Sincerely says more where you started it.")
        self.answer(200, "Thank you", "You can close this page and go back to Sincerely.")

    def answer(self, status: int, title: str, words: str) -> None:
        page = PAGE.format(title, words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """The address holds the code: it is written nowhere."""
