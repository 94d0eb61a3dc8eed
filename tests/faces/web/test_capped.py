"""What is larger than the limit is refused with a page, and never read whole."""

import asyncio
from typing import Any

import pytest

from sincerely.faces.web import capped
from sincerely.faces.web.capped import Message

PIECE = b"x" * 1000


class Caller:
    """Sends pieces, keeps the answer, and counts how many were taken off it."""

    def __init__(self, pieces: int, length: str = "") -> None:
        self.left, self.taken, self.answers = pieces, 0, list[Message]()
        self.scope = {"type": "http", "headers": [(b"content-length", length.encode())] if length else []}

    async def receive(self) -> Message:
        if not self.left:
            return {"type": "http.disconnect"}
        self.left -= 1
        self.taken += 1
        return {"type": "http.request", "body": PIECE, "more_body": self.left > 0}

    async def send(self, message: Message) -> None:
        self.answers.append(message)


class App:
    """Reads the whole body, as Django does, then answers in two pieces."""

    def __init__(self) -> None:
        self.read, self.too_large = 0, None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        more = True
        while more:
            piece = await receive()
            self.read += len(piece.get("body", b""))
            more = piece.get("more_body", False)
        self.too_large = scope["too_large"]
        await send({"type": "http.response.start", "status": 413 if self.too_large else 200, "headers": []})
        await send({"type": "http.response.body", "body": b"one", "more_body": True})
        await send({"type": "http.response.body", "body": b"two"})


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capped, "MOST_BYTES", 10_000)
    monkeypatch.setattr(capped, "MOST_LEFT", 50_000)


def asked(caller: Caller) -> App:
    app = App()
    asyncio.run(capped.capped(app)(caller.scope, caller.receive, caller.send))
    return app


@pytest.mark.parametrize("length", ["", "10000"])
def test_what_is_within_the_limit_goes_through_as_it_is(length: str) -> None:
    caller = Caller(10, length)
    assert (asked(caller).read, caller.answers[0]["status"]) == (10_000, 200)
    assert [answer["body"] for answer in caller.answers[1:]] == [b"one", b"two"]


def test_an_announced_size_over_the_limit_is_refused_before_anything_is_read() -> None:
    caller = Caller(20, "20000")
    app = asked(caller)
    assert (app.read, app.too_large, caller.answers[0]["status"]) == (0, True, 413)
    assert caller.taken == 20
    assert caller.answers[-1] == {"type": "http.response.body", "body": b"", "more_body": False}


@pytest.mark.parametrize("length", ["", "12", "-5", "many", "9" * 400])
def test_a_size_that_was_not_told_is_found_out(length: str) -> None:
    caller = Caller(20, length)
    app = asked(caller)
    assert app.read <= 10_000
    assert (app.too_large, caller.answers[0]["status"]) == (True, 413)


def test_an_endless_body_is_left_where_it_is() -> None:
    caller = Caller(10_000)
    asked(caller)
    assert caller.taken < 100
    assert (b"connection", b"close") in caller.answers[0]["headers"]


def test_what_is_no_request_for_a_page_is_let_through() -> None:
    async def app(scope: Message, receive: Any, send: Any) -> None:
        await send({"type": "lifespan.startup.complete"})

    caller = Caller(0)
    caller.scope = {"type": "lifespan"}
    asyncio.run(capped.capped(app)(caller.scope, caller.receive, caller.send))
    assert caller.answers == [{"type": "lifespan.startup.complete"}]
