"""What whoever runs the machine may ask of a process: counts and times, and nothing of anybody's letters."""

import asyncio
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.test import RequestFactory
from tests.desk.conftest import FakeCarrier

ROOT = Path(__file__).resolve().parents[2]
TRACED = """
from sincerely.project.telemetry import span, start_telemetry
start_telemetry("sincerely-worker")
with span("work") as told:
    told(work="send", lane=7)
from opentelemetry import trace
trace.get_tracer_provider().force_flush()
"""


def asked(path: str) -> tuple[int, str]:
    """What the pages' own server says, before any door."""
    from sincerely.project.asgi import told

    async def beyond(scope, receive, send):
        await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b"a page"})

    said: list[dict] = []

    async def ask() -> None:
        async def send(message):
            said.append(message)

        await told(beyond)({"type": "http", "path": path, "headers": []}, None, send)

    asyncio.run(ask())
    return said[0]["status"], said[1]["body"].decode()


def test_health_is_told_before_the_door_and_all_else_goes_on() -> None:
    assert asked("/health") == (200, "alive\n")
    assert asked("/metrics") == (299, "a page")
    assert asked("/") == (299, "a page")


def test_readiness_names_what_is_missing_and_no_secret(scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from sincerely.desk import readiness
    from sincerely.desk.actions.accounts import set_account

    assert readiness.missing() == ""
    way = {"name": "smtp", "host": "mail.archer.example"}
    set_account(scene.actor, "alice@archer.example", carrier=way, mailbox={}, secrets={"password": "geheim"}, now=scene.now)
    assert readiness.missing() == ""
    from cryptography.fernet import Fernet
    from django.conf import settings

    monkeypatch.setattr(settings, "SEALING_KEYS", lambda: [Fernet.generate_key()])
    assert readiness.missing().startswith("The key here does not open what is sealed")
    monkeypatch.setattr(readiness, "compared", lambda: (True, False))
    assert readiness.missing().startswith("The tables are not up to date")


def test_figures_count_deliveries_and_pages_by_name_and_hold_no_word(scene) -> None:
    from prometheus_client.exposition import generate_latest

    from sincerely.post.carriers import CarrierError, Failure
    from sincerely.project.metering import Meter, counted

    meter = Meter(lambda: scene.now)
    scene.queued()
    counted(FakeCarrier(), meter).deliver(b"raw", "alice@archer.example", ["bob@willow.example"])
    with pytest.raises(CarrierError):
        counted(FakeCarrier(CarrierError(Failure.UNSURE, "lost")), meter).deliver(b"raw", "alice@archer.example", [])
    with meter.timed("send"):
        pass
    figures = generate_latest(meter.registry).decode()
    assert 'sincerely_deliveries_total{outcome="sent"} 1.0' in figures
    assert 'sincerely_deliveries_total{outcome="unsure"} 1.0' in figures
    assert 'sincerely_messages{state="queued"} 1.0' in figures
    assert 'sincerely_work_seconds_count{work="send"} 1.0' in figures
    assert not any(word in figures.lower() for word in ("alice", "bob", "willow", "archer", "thank"))


def test_an_answer_is_measured_under_the_name_of_its_page_and_never_under_its_address() -> None:
    from django.http import HttpResponse
    from django.urls import resolve

    from sincerely.project.metering import meter
    from sincerely.project.observing import observed

    def answer(request):
        request.resolver_match = resolve("/application/77")
        return HttpResponse()

    observed(answer)(RequestFactory().get("/look/a-secret-of-a-link"))
    labels = [sample.labels for metric in meter().pages.collect() for sample in metric.samples]
    assert {"page": "application", "status": "200"} in labels
    assert "a-secret-of-a-link" not in str(labels)


def test_traces_go_where_they_are_wanted_and_hold_the_kind_of_work() -> None:
    taken: list[bytes] = []

    class Collector(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(self.path.encode() + self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        environment = {**os.environ, "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{server.server_address[1]}"}
        subprocess.run([sys.executable, "-c", TRACED], env=environment, check=True, cwd=ROOT)
        server.shutdown()
    assert len(taken) == 1
    assert taken[0].startswith(b"/v1/traces")
    assert b"sincerely-worker" in taken[0]
    assert b"send" in taken[0]


def test_without_a_place_for_traces_nothing_of_them_is_loaded() -> None:
    code = TRACED.split("from opentelemetry")[0] + "\nimport sys\nprint([n for n in sys.modules if 'opentelemetry' in n])"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OTEL_")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("place", ["9464", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", ""])
def test_a_place_that_is_none_is_refused_in_words(place: str) -> None:
    from sincerely.project.status import serve_status

    with pytest.raises(SystemExit, match=r"not like 127\.0\.0\.1:9464"):
        serve_status(place)
