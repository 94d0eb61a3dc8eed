"""Servers on loopback that say what a test wants, and canaries that count who came."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address

from sincerely.watch.fetch import Network
from sincerely.watch.hosts import is_public

HERE, ELSEWHERE = "127.0.0.1", "127.0.0.2"
Talk = Callable[[socket.socket, bytes], None]


@dataclass
class Listener:
    """One listening socket. `connections` counts every one that reached it, whatever it said."""

    port: int
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0


@contextmanager
def listening(talk: Talk | None = None, at: str = HERE, port: int = 0, hears: bool = True) -> Iterator[Listener]:
    """A server that reads a request's head, if it `hears`, and lets `talk` answer; without it a canary, that only counts."""
    family = socket.AF_INET6 if ":" in at else socket.AF_INET
    server = socket.socket(family, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((at, port))
    server.listen(16)
    found = Listener(server.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            found.connections += 1
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    def answer(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            head = b""
            while talk and hears and b"\r\n\r\n" not in head and (part := connection.recv(4096)):
                head += part
            found.asked.append(head)
            if talk:
                talk(connection, head)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield found
    finally:
        # A close alone would leave accept() waiting.
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


def saying(body: bytes = b"", head: str = "Content-Type: text/html", status: str = "200 OK") -> Talk:
    """Answers every request alike."""

    def talk(connection: socket.socket, asked: bytes) -> None:
        connection.sendall(f"HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return talk


def dripping(first: bytes, drop: bytes, pause: threading.Event) -> Talk:
    """Says the beginning, then drop after drop for ever, a moment apart."""

    def talk(connection: socket.socket, asked: bytes) -> None:
        connection.sendall(first)
        while not pause.wait(0.02):
            connection.sendall(drop)

    return talk


def near(*ports: int, resolve: Callable[[str, int], list[str]] = lambda host, port: [HERE], **more: object) -> Network:
    """The web as a test has it: 127.0.0.1 counts as public there, and nothing else that is not."""
    return Network(
        resolve=resolve,
        public=lambda address: address == ip_address(HERE) or is_public(address),
        ports=frozenset({80, 443, *ports}),
        **more,  # type: ignore[arg-type]
    )
