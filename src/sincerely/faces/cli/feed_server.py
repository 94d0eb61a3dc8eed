"""The calendar by HTTP on this machine alone: one address with a secret in it, and nothing else. It writes no log."""

import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# A token of 32 random bytes (desk/actions/feeds.py) is 43 signs long.
ADDRESS = re.compile(r"/([A-Za-z0-9_-]{43})\.ics")
# A caller that says nothing is hung up on after so many seconds.
PATIENCE = 10


def server(port: int, calendar: Callable[[str], bytes | None]) -> ThreadingHTTPServer:
    """A server on loopback; `calendar` gives the calendar for a right secret and None for a wrong one. Raises OSError."""

    class Door(BaseHTTPRequestHandler):
        timeout = PATIENCE
        server_version, sys_version = "sincerely", ""

        def do_GET(self) -> None:
            self.answer(with_body=True)

        def do_HEAD(self) -> None:
            self.answer(with_body=False)

        def answer(self, with_body: bool) -> None:
            told = ADDRESS.fullmatch(self.path)
            found = calendar(told[1]) if told else None
            self.send_response(HTTPStatus.NOT_FOUND if found is None else HTTPStatus.OK)
            body = b"Not found.\n" if found is None else found
            self.send_header("Content-Type", "text/plain" if found is None else "text/calendar; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is written: the address is a secret."""

    return ThreadingHTTPServer(("127.0.0.1", port), Door)
