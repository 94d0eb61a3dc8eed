"""A language model's server as Ollama and llama.cpp's are seen from outside: the OpenAI form over HTTP, with what can go wrong.

It answers words that a test tells it, in events; it knows what it was asked. It is no model.
"""

import gzip
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


class ModelServer:
    """What it was asked, and how it answers. `manner`: one of the methods of `Answer`, without the underline."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.raw: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.answer, self.manner, self.status = "Ready.", "streams", 200
        self.pause = 0.0
        self.left, self.go_on = Event(), Event()
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def says(self, words: str, manner: str = "streams") -> None:
        self.answer, self.manner = words, manner


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """Serves on a free port of loopback for the time of the block."""
    known = ModelServer()
    handler = type("Handler", (Answer,), {"known": known})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    known.port = server.server_port
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield known
    finally:
        known.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def event(**told: Any) -> bytes:
    choice = {"index": 0, "delta": told.get("delta", {}), "finish_reason": told.get("over")}
    return b"data: " + json.dumps({"object": "chat.completion.chunk", "choices": [choice]}).encode() + b"\n\n"


class Answer(BaseHTTPRequestHandler):
    """One request; each manner of answering is a method."""

    known: ModelServer

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.known.raw.append(raw)
        self.known.asked.append(json.loads(raw))
        self.known.headers.append(dict(self.headers))
        manner = self.known.manner if json.loads(raw).get("stream") or self.known.manner != "streams" else "whole"
        try:
            getattr(self, f"_{manner}")()
        except (BrokenPipeError, ConnectionResetError):
            self.known.left.set()

    def head(self, kind: str = "text/event-stream", status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def put(self, raw: bytes) -> None:
        self.wfile.write(raw)
        self.wfile.flush()

    def words(self) -> list[str]:
        return re.findall(r"\S+\s*|\s+", self.known.answer)

    def _streams(self) -> None:
        self.head()
        self.put(b": a comment\n\n" + event(delta={"role": "assistant", "content": None}))
        for word in self.words():
            self.put(event(delta={"content": word}))
            time.sleep(self.known.pause)
        self.put(event(over="stop") + b"data: [DONE]\n\n")

    def _drips(self) -> None:
        """Byte by byte, in pieces that part words and letters."""
        self.head()
        for place, byte in enumerate(event(delta={"content": self.known.answer}) + b"data: [DONE]\n\n"):
            self.put(bytes([byte]))
            time.sleep(0.001 if place % 50 == 0 else 0)

    def _whole(self) -> None:
        self.head("application/json; charset=utf-8")
        self.put(json.dumps({"choices": [{"message": {"content": self.known.answer}, "finish_reason": "stop"}]}).encode())

    def _hangs(self) -> None:
        """Two words, and then nothing until it is told to go on, or its caller has gone."""
        self.head()
        for word in self.words()[:2]:
            self.put(event(delta={"content": word}))
        while not self.known.go_on.wait(0.02):
            self.put(b": still there\n\n")

    def _silent(self) -> None:
        self.known.go_on.wait(30)

    def _breaks_off(self) -> None:
        self.head()
        for word in self.words()[:2]:
            self.put(event(delta={"content": word}))

    def _half_json(self) -> None:
        self.head()
        self.put(b'data: {"choices": [{"delta": {"content": "Dear\n\ndata: [DONE]\n\n')

    def _full(self) -> None:
        self.head()
        self.put(event(delta={"content": "Dear"}) + event(over="length"))

    def _error(self) -> None:
        self.head()
        self.put(b'data: {"error": {"message": "no memory for /home/someone/model"}}\n\n')

    def _floods(self) -> None:
        self.head()
        while True:
            self.put(event(delta={"content": "word " * 200}))

    def _goes_round(self) -> None:
        self.head()
        while True:
            self.put(event(delta={"content": "I am glad that you ask"}) + event(delta={"content": ". "}))

    def _one_line(self) -> None:
        self.head()
        for _ in range(600):
            self.put(b"data: " + b"x" * 1024)

    def _page(self) -> None:
        self.head("text/html")
        self.put(b"<h1>Welcome</h1>")

    def _moves(self) -> None:
        self.head(status=307, Location="http://127.0.0.1:1/v1/chat/completions")

    def _refuses(self) -> None:
        self.head("application/json", self.known.status)
        self.put(b'{"error": {"message": "invalid key"}}')

    def _bomb(self) -> None:
        self.head(Content_Encoding="gzip")
        self.put(gzip.compress(event(delta={"content": "x" * 50_000_000})))

    def log_message(self, *_: object) -> None:
        """Says nothing: what it is asked is private."""
