"""Alice's desk, and a program at its API with a token of every scope."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.desk.conftest import NOW, Scene, actor, carrier, furnish  # noqa: F401

from sincerely.desk.actions.tokens import make_token
from sincerely.desk.callers import Scope
from sincerely.desk.pacing import Turnstile
from sincerely.faces.api import door

HOST = "127.0.0.1"


class Program:
    """Asks the API, as a program with a token would; keeps the answer's status and data."""

    def __init__(self, token: str | None) -> None:
        self.client, self.token = Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST), token

    def ask(self, method: str, way: str, body: Any = None, status: int = 200, **headers: str) -> Any:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token is not None:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.client.generic(method, f"/api{way}", data, "application/json", headers=headers)
        assert answer.status_code == status, f"{method} {way}: {answer.status_code} {answer.content.decode()[:2000]}"
        if status >= 400:
            assert answer.headers["Content-Type"] == "application/problem+json"
        self.headers = answer.headers
        return json.loads(answer.content) if "json" in answer.headers.get("Content-Type", "") else answer.content

    def get(self, way: str, status: int = 200, **headers: str) -> Any:
        return self.ask("GET", way, None, status, **headers)

    def post(self, way: str, body: Any = None, status: int = 200, **headers: str) -> Any:
        return self.ask("POST", way, body, status, **headers)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands at NOW, and nobody was here before."""
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    for name in ("FLOOD", "TRIES"):
        old = getattr(door, name)
        monkeypatch.setattr(door, name, Turnstile(old.most, old.within))


@pytest.fixture
def scene(actor: Any) -> Scene:  # noqa: F811
    """The desk with an interview that is just over."""
    return furnish(actor)


@pytest.fixture
def program(scene: Scene) -> Program:
    """A program that may do everything."""
    return Program(make_token(scene.actor, name="Script", scopes=list(Scope), now=NOW)[1])


def with_scopes(scene: Scene, *scopes: str) -> Program:
    """A program that may do only this."""
    return Program(make_token(scene.actor, name="Small", scopes=scopes, now=NOW)[1])
