"""The server of the web desk, on this machine alone."""

import socket
from collections.abc import Callable

import uvicorn

from sincerely.faces.web.clock import now


def serve(port: int, ready: Callable[[int], None], background: bool = True) -> None:
    """Serves on 127.0.0.1 until it is stopped; `ready` is told the port once callers are heard. Raises OSError.

    `background`: what waits leaves when its time comes, and answers come in, as long as it serves.
    """
    door = socket.create_server(("127.0.0.1", port), backlog=128)
    # Else the last piece of each answer waits 40 ms for the caller's word that it has the first.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if background:
                # Loaded only here: it needs the desk's tables ready.
                from sincerely.faces.web.background import Background

                Background(now).start()
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
