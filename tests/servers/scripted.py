"""A mail server that fails on purpose: it answers as it is told, or hangs up instead."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

HANG_UP = ""
PROMPTS = {
    "EHLO": "250 ready",
    "MAIL": "250 sender",
    "RCPT": "250 recipient",
    "DATA": "354 go on",
    ".": "250 taken",
    "QUIT": "221 bye",
}


@dataclass
class ScriptedServer:
    """What was heard, and where it listens; `said` are its answers, which may change meanwhile."""

    port: int
    said: dict[str, str] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)


@contextmanager
def scripted_server(**answers: str) -> Iterator[ScriptedServer]:
    """Speaks SMTP in the clear; `answers` replace those to EHLO, AUTH, MAIL, RCPT, DATA or FINAL (the last dot).

    `RCPT b@example.org` replaces the answer for this address alone.
    """
    said = {**PROMPTS, **{name if name != "FINAL" else ".": answer for name, answer in answers.items()}}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = ScriptedServer(listener.getsockname()[1], said)
        thread = threading.Thread(target=_serve, args=(listener, server), daemon=True)
        thread.start()
        yield server
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(listener: socket.socket, server: ScriptedServer) -> None:
    with suppress(OSError):
        while True:
            caller, _ = listener.accept()
            with caller, caller.makefile("rb") as lines, suppress(OSError):
                _talk(caller, lines, server)


def _talk(caller: socket.socket, lines: Iterator[bytes], server: ScriptedServer) -> None:
    said = server.said
    caller.sendall(b"220 here\r\n")
    message: list[bytes] | None = None
    for line in lines:
        if message is not None and line != b".\r\n":
            message.append(line)
            continue
        if message is not None:
            server.messages.append(b"".join(message))
        word = "." if message is not None else line.split()[0].decode().upper()
        message = None
        server.heard.append(word)
        address = line.decode("latin-1").partition("<")[2].partition(">")[0]
        answer = said.get(f"{word} {address}", said.get(word, "500 what?"))
        if answer == HANG_UP:
            return
        caller.sendall(f"{answer}\r\n".encode())
        message = [] if word == "DATA" and answer.startswith("354") else None
