"""The largest request that is read: what is larger is answered at once, and the rest of it is thrown away as it comes."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# A note takes 18 MiB of files in all, and its form some text.
MOST_BYTES = 24 * 1024 * 1024
# A browser reads no answer before it has sent its form: so much, for so many seconds, is taken off it unread.
MOST_LEFT = 8 * MOST_BYTES
MOST_SECONDS = 10


def capped(app: App) -> App:
    """`app`, asked with `scope["too_large"]` and an empty body in place of a body over the limit."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        body = Body({**scope, "too_large": said(scope) > MOST_BYTES}, receive, send)
        await app(body.scope, body.receive, body.send)

    return answer


def said(scope: Scope) -> int:
    """The length that the caller announced; 0 where none was, or no number."""
    told = dict(scope["headers"]).get(b"content-length", b"")
    return int(told[:19]) if told.isdigit() else 0


class Body:
    """A request's body as it comes in."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.come_in, self.go_out = scope, receive, send
        self.read, self.ended = 0, False

    async def receive(self) -> Message:
        """The next piece, up to the limit."""
        if self.scope["too_large"]:
            return await self.nothing_more()
        piece = await self.come_in()
        self.read += len(piece.get("body", b""))
        if self.read > MOST_BYTES:
            self.scope["too_large"] = True
            return await self.nothing_more()
        return piece

    async def nothing_more(self) -> Message:
        """An end once; whoever asks again waits for the caller to go away, and is told no more."""
        if self.ended:
            await asyncio.Event().wait()
        self.ended = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(self, message: Message) -> None:
        """The answer; its end waits until the caller has got rid of a body that is too large."""
        if not self.scope["too_large"]:
            return await self.go_out(message)
        if message["type"] == "http.response.start":
            return await self.go_out({**message, "headers": [*message["headers"], (b"connection", b"close")]})
        if message.get("more_body"):
            return await self.go_out(message)
        await self.go_out({**message, "more_body": True})
        with suppress(TimeoutError):
            async with asyncio.timeout(MOST_SECONDS):
                await self.throw_away()
        await self.go_out({"type": "http.response.body", "body": b"", "more_body": False})

    async def throw_away(self) -> None:
        left = MOST_LEFT
        while left > 0:
            piece = await self.come_in()
            left -= len(piece.get("body", b""))
            if piece["type"] == "http.disconnect" or not piece.get("more_body"):
                return
