"""The way of an assistant over HTTP, on this machine: a token of the desk at every call (`sincerely token new`)."""

import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from anyio import to_thread
from django.db import connections
from mcp.server.auth.middleware.auth_context import get_access_token
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import AnyHttpUrl
from starlette.types import ASGIApp

from sincerely.desk.callers import Caller, NotLetIn, caller
from sincerely.desk.errors import DeskError
from sincerely.faces.mcp.clock import now, seconds
from sincerely.faces.mcp.server import server_for
from sincerely.faces.mcp.sitting import Guest, Sitting

# A letter with all that is allowed around it; no call is larger.
MOST_BYTES = 256 * 1024
# Tokens at one server; none is forgotten, else its thread would be.
MOST_SITTINGS = 1_000


class Sittings:
    """The sitting of each token, as long as this server runs: a thread that was opened stays its only one."""

    def __init__(self) -> None:
        self.known: dict[int, Sitting] = {}

    def of(self, token: int) -> Sitting:
        if token not in self.known and len(self.known) >= MOST_SITTINGS:
            raise ToolError("Too many programs are here at once. Start the server anew.")
        return self.known.setdefault(token, Sitting(seconds))

    def visit(self) -> Guest:
        """The caller of this very call, whose token is looked at again; raises ToolError."""
        shown = get_access_token()
        try:
            found = caller(shown.token if shown else "", now())
        except NotLetIn as error:
            raise ToolError(str(error)) from None
        return Guest(found, self.of(found.token))


class Doorkeeper:
    """Asks the desk whether a token stands, before anything else is read."""

    async def verify_token(self, token: str) -> AccessToken | None:
        found = await to_thread.run_sync(known, token)
        return None if found is None else AccessToken(token=token, client_id=str(found.token), scopes=sorted(found.scopes))


def known(token: str) -> Caller | None:
    try:
        return caller(token, now())
    except DeskError:
        return None
    finally:
        connections.close_all()


def application(port: int) -> ASGIApp:
    """The server as an ASGI application at /mcp on 127.0.0.1 and `port`; other hosts and origins are refused (DNS rebinding)."""
    address = f"http://127.0.0.1:{port}"
    auth = AuthSettings(
        issuer_url=AnyHttpUrl(address), resource_server_url=AnyHttpUrl(f"{address}/mcp"), validate_token_resource=False
    )
    server: MCPServer[Any] = server_for(Sittings().visit, auth=auth, token_verifier=Doorkeeper())
    hosts = [f"127.0.0.1:{port}", f"localhost:{port}"]
    security = TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts])
    return server.streamable_http_app(transport_security=security, max_request_body_size=MOST_BYTES)


def serve_http(port: int, ready: Callable[[int], None]) -> None:
    """Serves on 127.0.0.1 until it is stopped; `ready` is told the port. Raises OSError where it is taken."""
    with socket.create_server(("127.0.0.1", port)) as door:
        taken = door.getsockname()[1]
        config = uvicorn.Config(application(taken), access_log=False, log_level="critical", server_header=False, ws="none")

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets=sockets)
                ready(taken)

        Server(config).run(sockets=[door])
