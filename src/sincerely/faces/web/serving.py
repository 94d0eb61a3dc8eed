"""The server of the web desk, on this machine alone."""

import socket
from collections.abc import Callable

import uvicorn


def serve(port: int, ready: Callable[[int], None]) -> None:
    """Serves on 127.0.0.1 until it is stopped; `ready` is told the port once callers are heard. Raises OSError."""
    door = socket.create_server(("127.0.0.1", port), backlog=128)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            ready(door.getsockname()[1])

    with door:
        # No proxy is believed, and no log is written: addresses and titles are private.
        config = uvicorn.Config(
            "sincerely.project.asgi:application",
            access_log=False,
            log_level="critical",
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=3,
        )
        Server(config).run(sockets=[door])
