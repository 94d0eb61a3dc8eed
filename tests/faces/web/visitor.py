"""A person at the web desk, without a browser: pages as text, forms sent as a browser sends them."""

from typing import Any

import pytest
from django.test import Client

from sincerely.faces.web import clock

HOST = "127.0.0.1"


class Visitor:
    """Asks for pages on the test's own desk, at a fixed moment, and checks that each is one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.client = Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST)

    def at(self, moment: Any) -> "Visitor":
        """From now on it is this moment."""
        self.monkeypatch.setenv("SINCERELY_NOW", moment.isoformat())
        assert clock.now() == moment
        return self

    def page(self, way: str, /, status: int = 200, **more: Any) -> str:
        answer = self.client.get(way, **more)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return answer.content.decode()

    def send(self, way: str, /, status: int = 302, headers: dict[str, str] | None = None, **fields: Any) -> Any:
        """Sends a form; a good one leads on to another page."""
        answer = self.client.post(way, fields, headers=headers)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return answer
