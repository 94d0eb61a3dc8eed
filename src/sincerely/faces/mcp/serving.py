"""The two ways in: standard input and output, for an assistant on this machine; and HTTP on loopback, with a token."""

import io
import json
import socket
import sys
from collections.abc import Callable
from http import HTTPStatus
from typing import IO, BinaryIO, cast

import anyio
import anyio.to_thread
import uvicorn
from django.db import connections
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Receive, Scope, Send

from sincerely.desk.callers import Caller, NotLetIn, caller
from sincerely.desk.errors import DeskError
from sincerely.faces.mcp.house import CALLER, House
from sincerely.faces.mcp.server import built

PATH = "/mcp"
# A letter of twenty pages, and some.
MOST_BODY = 1024 * 1024
TOO_LONG = b"too long\n"
# So many calls wait at once; more are told to come back.
MOST_AT_ONCE = 64
# The longest token that the desk gives has 60 signs.
LONGEST_TOKEN = 200


def over_stdio(house: House) -> None:
    """Serves one assistant until it hangs up."""
    anyio.run(listen, house)


async def listen(house: House) -> None:
    server = built(house)._lowlevel_server
    async with stdio_server(stdin=anyio.wrap_file(cast("IO[str]", Lines(sys.stdin.buffer)))) as (heard, told):
        await server.run(heard, told, server.create_initialization_options())


class Lines(io.TextIOBase):
    """Lines of at most so many bytes; one that is longer is read to its end and given as no call at all."""

    def __init__(self, raw: BinaryIO, most: int = MOST_BODY) -> None:
        self.raw, self.most = raw, most

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        line = rest = self.raw.readline(self.most)
        while len(rest) == self.most and not rest.endswith(b"\n"):
            line, rest = TOO_LONG, self.raw.readline(self.most)
        return line.decode("utf-8", "replace")


def over_http(house: House, port: int, ready: Callable[[int], None]) -> None:
    """Serves on 127.0.0.1 until it is stopped; `ready` is told the port once callers are heard. Raises OSError."""
    door = socket.create_server(("127.0.0.1", port), backlog=128)
    found = door.getsockname()[1]

    class Listening(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            ready(found)

    with door:
        config = uvicorn.Config(
            guarded(house, found),
            access_log=False,
            log_level="critical",
            proxy_headers=False,
            server_header=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_graceful_shutdown=3,
        )
        Listening(config).run(sockets=[door])


def guarded(house: House, port: int) -> ASGIApp:
    """The server by HTTP: each request shows a token, and no web page comes in, whatever name it uses for this machine."""
    # No session is kept here: each request stands alone, so none can be taken over.
    app = built(house).streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BODY,
        transport_security=TransportSecuritySettings(
            enable_dns_rebinding_protection=True,
            allowed_hosts=[f"127.0.0.1:{port}", f"localhost:{port}"],
            allowed_origins=[],
        ),
    )

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                scope[CALLER] = await let_in(scope, house)
            except NotLetIn as error:
                return await refuse(send, HTTPStatus.UNAUTHORIZED, str(error))
            except DeskError as error:
                return await refuse(send, HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        await app(scope, receive, send)

    return door


async def let_in(scope: Scope, house: House) -> Caller:
    """Whose token a request shows; raises NotLetIn."""
    shown = [value for name, value in scope["headers"] if name == b"authorization"]
    kind, _, token = (shown[0] if len(shown) == 1 else b"").decode("latin-1").partition(" ")
    if kind.lower() != "bearer" or not 0 < len(token.strip()) <= LONGEST_TOKEN:
        raise NotLetIn("This needs a token: Authorization: Bearer … Make one: sincerely token new NAME.")

    def known() -> Caller:
        try:
            return caller(token.strip(), house.clock())
        finally:
            connections.close_all()

    return await anyio.to_thread.run_sync(known, limiter=house.one_at_a_time)


async def refuse(send: Send, status: HTTPStatus, words: str) -> None:
    body = json.dumps({"error": words}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"www-authenticate", b"Bearer"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
