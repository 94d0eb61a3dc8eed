"""A mail server on loopback that takes everything and counts it by Message-ID; `slow` seconds pass before it says so."""

import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes


class Sink(socketserver.ThreadingTCPServer):
    """What was taken, and how often; `handing_over` is set once a message is here whose sender does not know it yet."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.slow = 0.0
        self.taken: Counter[str] = Counter()
        self.letters: list[bytes] = []
        self.handing_over = threading.Event()
        self.lock = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def take(self, raw: bytes) -> None:
        with self.lock:
            self.letters.append(raw)
            self.taken[str(message_from_bytes(raw)["Message-ID"])] += 1
        self.handing_over.set()
        time.sleep(self.slow)


class Talk(socketserver.StreamRequestHandler):
    """As little SMTP as a carrier asks for."""

    server: Sink

    def handle(self) -> None:
        self.say("220 here")
        data: list[bytes] | None = None
        for line in self.rfile:
            if data is None:
                verb = line[:4].upper()
                data = [] if verb == b"DATA" else None
                self.say({b"DATA": "354 go on", b"QUIT": "221 bye"}.get(verb, "250 well"))
            elif line == b".\r\n":
                self.server.take(b"".join(data))
                data = None
                self.say("250 taken")
            else:
                data.append(line)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def sink() -> Iterator[Sink]:
    """A server for the time of a test."""
    with Sink() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
