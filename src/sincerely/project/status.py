"""Health, readiness and figures of one process, on a port of its own: for the machine's operator, never for people's browsers."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from django.db import close_old_connections

from sincerely.desk.readiness import missing

PLAIN = "text/plain; charset=utf-8"
Answer = tuple[int, str, bytes]


def health() -> Answer:
    """The process lives and answers."""
    return 200, PLAIN, b"alive\n"


def ready() -> Answer:
    """The process can do its work: 503, and in one line why not."""
    words = missing()
    return (503, PLAIN, f"{words}\n".encode()) if words else (200, PLAIN, b"ready\n")


def metrics() -> Answer:
    """The figures, as Prometheus reads them."""
    from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

    from sincerely.project.metering import meter

    return 200, CONTENT_TYPE_LATEST, generate_latest(meter().registry)


WAYS: dict[str, Callable[[], Answer]] = {"/health": health, "/ready": ready, "/metrics": metrics}


class Handler(BaseHTTPRequestHandler):
    """Answers the three questions, and nothing else. It writes no log."""

    timeout = 10

    def do_GET(self) -> None:
        way = WAYS.get(urlsplit(self.path).path)
        try:
            status, kind, body = way() if way else (404, PLAIN, b"There is /health, /ready and /metrics.\n")
        except Exception as error:
            status, kind, body = 503, PLAIN, f"{type(error).__name__}\n".encode()
        finally:
            close_old_connections()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        pass


def serve_status(place: str) -> int:
    """Answers at a place such as 127.0.0.1:9464 as long as the process lives; the port. Raises SystemExit."""
    host, _, port = place.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise SystemExit("sincerely: SINCERELY_STATUS is not like 127.0.0.1:9464.")
    try:
        server = ThreadingHTTPServer((host.strip("[]"), int(port)), Handler)
    except OSError as error:
        raise SystemExit(f"sincerely: {place} cannot be used for health and figures: {error.strerror}.") from None
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_address[1])
