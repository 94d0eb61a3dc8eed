"""The relay's doors without a desk behind them: what comes through is kept in a list."""

import asyncio
import base64
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sincerely.desk.relay import Fate, Outcome, Submission
from sincerely.faces.relay.certificate import own_certificate
from sincerely.faces.relay.handler import Handler
from sincerely.faces.relay.password import Doorkeeper, new_password
from sincerely.faces.relay.serving import open_doors, port_of


def taken(submission: Submission) -> Outcome:
    return Outcome(Fate.GONE)


@dataclass
class Doors:
    """Where they are, and what has come through."""

    folder: Path
    password: str
    port: int = 0
    decide: Callable[[Submission], Outcome] = taken
    through: list[Submission] = field(default_factory=list)

    async def relay(self, submission: Submission) -> Outcome:
        self.through.append(submission)
        return await asyncio.to_thread(self.decide, submission)

    def call(self) -> "Caller":
        return Caller(self)


class Caller:
    """A mail program that says exactly what it is told to."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self.link: socket.socket = socket.create_connection(("127.0.0.1", doors.port), timeout=20)
        self.lines = self.link.makefile("rb")
        self.greeting = self.answer()

    def answer(self) -> str:
        """The next reply, whole; empty where the other side has hung up."""
        found = []
        with suppress(ConnectionError):
            while line := self.lines.readline():
                found.append(line.decode("utf-8").rstrip("\r\n"))
                if line[3:4] != b"-":
                    break
        return "\n".join(found)

    def say(self, words: str | bytes) -> str:
        self.put((words.encode("utf-8") if isinstance(words, str) else words) + b"\r\n")
        return self.answer()

    def put(self, octets: bytes) -> None:
        with suppress(ConnectionError):
            self.link.sendall(octets)

    def encrypt(self) -> "Caller":
        assert "STARTTLS" in self.say("EHLO here")
        assert self.say("STARTTLS").startswith("220")
        self.handshake()
        assert "AUTH LOGIN PLAIN" in self.say("EHLO here")
        return self

    def handshake(self) -> None:
        context = ssl.create_default_context(cafile=str(self.doors.folder / "relay.pem"))
        self.link = context.wrap_socket(self.link, server_hostname="localhost")
        self.lines = self.link.makefile("rb")

    def sign_in(self, password: str | None = None) -> str:
        given = f"\0hal\0{self.doors.password if password is None else password}"
        return self.say("AUTH PLAIN " + base64.b64encode(given.encode()).decode())

    def enter(self) -> "Caller":
        self.encrypt()
        assert self.sign_in().startswith("235")
        return self

    def mail(self, *recipients: str, sender: str = "hal@example.org", options: str = "") -> None:
        assert self.say(f"MAIL FROM:<{sender}>{options}").startswith("250")
        for recipient in recipients or ("ada@example.com",):
            assert self.say(f"RCPT TO:<{recipient}>").startswith("250")

    def data(self, octets: bytes) -> str:
        """Everything after DATA, as it stands; the closing dot is the caller's own."""
        assert self.say("DATA").startswith("354")
        self.put(octets)
        return self.answer()


@contextmanager
def open_for_test(folder: Path, decide: Callable[[Submission], Outcome] = taken) -> Iterator[Doors]:
    """The doors, on a loop of their own."""
    doors = Doors(folder, new_password(folder), decide=decide)
    ready, loop = threading.Event(), asyncio.new_event_loop()
    now = datetime.fromtimestamp(folder.stat().st_mtime, UTC)

    async def listen() -> None:
        handler = Handler(folder, Doorkeeper(time.monotonic), doors.relay)
        server = await open_doors(handler, own_certificate(folder, now), "127.0.0.1", 0)
        doors.port = port_of(server)
        ready.set()

    def run() -> None:
        loop.set_exception_handler(lambda loop, trouble: None)
        loop.run_until_complete(listen())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield doors
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)
