"""An IMAP server that repeats what it was told, as broken ones do, the password too."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Echo(socketserver.StreamRequestHandler):
    """One call: every command but those that ask what the server can do is refused in its own words."""

    def handle(self) -> None:
        answer: str = self.server.answer  # type: ignore[attr-defined]
        self.wfile.write(b"* OK here\r\n")
        for line in self.rfile:
            tag, _, command = line.decode("latin-1").strip().partition(" ")
            if command.upper() == "CAPABILITY":
                self.wfile.write(f"* CAPABILITY IMAP4rev1\r\n{tag} OK\r\n".encode())
            elif answer == "BYE":
                self.wfile.write(f"* BYE cannot: {command}\r\n".encode("latin-1"))
                return
            else:
                self.wfile.write(f"{tag} {answer} cannot: {command}\r\n".encode("latin-1"))


@contextmanager
def echoing_imap(answer: str) -> Iterator[int]:
    """Answers NO, BAD or BYE; gives its port."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
        server.daemon_threads = True
        server.answer = answer  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()
