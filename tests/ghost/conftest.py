"""A model's server on loopback, which answers what a test tells it to."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from sincerely.ghost.endpoint import Endpoint


class Model:
    """What it was asked, and what it answers: words, or raw bytes with a status."""

    def __init__(self, port: int) -> None:
        self.endpoint = Endpoint(f"http://127.0.0.1:{port}/v1", "small", "k-1")
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.answer: str | bytes = '{"findings": []}'
        self.status = 200

    def finds(self, *claims: Any) -> None:
        self.answer = json.dumps({"findings": claims})

    @property
    def body(self) -> bytes:
        if isinstance(self.answer, bytes):
            return self.answer
        return json.dumps({"choices": [{"message": {"role": "assistant", "content": self.answer}}]}).encode()


@pytest.fixture
def model() -> Iterator[Model]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            known.paths.append(self.path)
            known.headers.append(dict(self.headers))
            known.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(known.status)
            if known.status in (301, 307):
                self.send_header("Location", "http://127.0.0.1:1/v1/chat/completions")
            self.send_header("Content-Length", str(len(known.body)))
            self.end_headers()
            self.wfile.write(known.body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    known = Model(server.server_port)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield known
    server.shutdown()
    server.server_close()
