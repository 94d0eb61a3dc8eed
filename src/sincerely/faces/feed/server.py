"""The calendar by HTTP on this machine alone: one address with a secret in it, and nothing else. It writes no log."""

import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.db import connections

# A token of 32 random bytes (desk/actions/feeds.py) is 43 signs long.
ADDRESS = re.compile(r"/([A-Za-z0-9_-]{43})\.ics")
# A caller that says nothing is hung up on after so many seconds.
PATIENCE = 10


class Quiet(ThreadingHTTPServer):
    """Says nothing of a caller that hung up, nor of a desk that could not be read: the caller was told."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing is written: the address is a secret."""


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
            status, body = self.asked()
            self.send_response(status)
            self.send_header("Content-Type", "text/calendar; charset=utf-8" if status == HTTPStatus.OK else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def asked(self) -> tuple[HTTPStatus, bytes]:
            """The calendar, or why not. Each caller has a thread of its own, and so a connection to the database to end."""
            told = ADDRESS.fullmatch(self.path)
            try:
                found = calendar(told[1]) if told else None
            except Exception:
                return HTTPStatus.SERVICE_UNAVAILABLE, b"The desk cannot be read now. Try again soon.\n"
            finally:
                connections.close_all()
            return (HTTPStatus.NOT_FOUND, b"Not found.\n") if found is None else (HTTPStatus.OK, found)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is written: the address is a secret."""

    return Quiet(("127.0.0.1", port), Door)
