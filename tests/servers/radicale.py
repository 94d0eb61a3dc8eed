"""A real CalDAV server, Radicale, on loopback: one person, one calendar."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

USER, PASSWORD = "lena", "kiln-yard 7"
MAKE = (
    b'<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><resourcetype>'
    b"<collection/><C:calendar/></resourcetype></prop></set></mkcol>"
)


@dataclass
class CalendarServer:
    """Where the calendar is, and a client that looks at it as another program would."""

    url: str
    client: httpx2.Client

    def objects(self) -> list[str]:
        answer = self.client.request("PROPFIND", self.url, headers={"Depth": "1"})
        return [part.partition("</href>")[0].rpartition("/")[2] for part in answer.text.split("<href>")[1:] if ".ics" in part]

    def text(self, name: str) -> str:
        return self.client.get(self.url + name).text


@contextmanager
def radicale(folder: Path) -> Iterator[CalendarServer]:
    """Runs until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
        "storage-filesystem-folder": str(folder / "collections"),
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    process = subprocess.Popen([sys.executable, "-m", "radicale", "--config", "", *words], stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/{USER}/jobs/"
    try:
        with httpx2.Client(auth=(USER, PASSWORD), timeout=20) as client:
            until = time.monotonic() + 30
            while True:
                try:
                    assert client.request("MKCOL", url, content=MAKE).status_code == 201
                    break
                except httpx2.TransportError:
                    assert time.monotonic() < until, "Radicale did not start"
                    time.sleep(0.05)
            yield CalendarServer(url, client)
    finally:
        process.kill()
        process.wait()
