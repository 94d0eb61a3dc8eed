"""A real Chromium with the extension in it, before look-alike pages of ours and a real desk."""

import json
import shutil
import ssl
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright
from tests.faces.web.browser.conftest import LENA, MOMENT, SILENT, TALK, RunningDesk, command
from tests.servers.ground import write_certificate

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "extension"
PAGES = Path(__file__).parent / "pages"
# Written by us, at the addresses that the extension knows.
LOOKALIKES = {"mail.google.com": "gmail.html", "outlook.live.com": "outlook.html", "jobs.willow.example": "plain.html"}


class Showing(SimpleHTTPRequestHandler):
    """Gives the look-alike of the host that is asked for, whatever the path."""

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").partition(":")[0]
        data = (PAGES / LOOKALIKES[host]).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        # Strict, as those hosts are: what the extension draws must stand all the same.
        self.send_header("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where the look-alike pages are served, with a certificate of our own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Showing)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*write_certificate(tmp_path, "mail.google.com"))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@dataclass
class Chromium:
    """The browser, and every address that anything in it asked."""

    tabs: BrowserContext
    asked: list[str]

    @property
    def worker(self) -> Any:
        return self.tabs.service_workers[0]

    def window(self, name: str) -> Page:
        """One of the extension's own windows, as a tab."""
        return self.open(f"{self.worker.url.rpartition('/background/')[0]}/pages/{name}.html")

    def toolbar(self, page: Page) -> "Popup":
        """A person's click on the toolbar button over a page, and the window that it opens."""
        page.bring_to_front()
        browser = self.tabs.browser
        assert browser is not None
        session = browser.new_browser_cdp_session()
        targets = session.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
        tab = next(one["targetId"] for one in targets if one["url"] == page.url)
        session.send("Extensions.triggerAction", {"id": urlsplit(self.worker.url).netloc, "targetId": tab})
        return Popup(next(one for one in self.tabs.pages if one.url.endswith("/pages/options.html")))

    def open(self, address: str) -> Page:
        page = self.tabs.new_page()
        page.set_default_timeout(15_000)
        page.goto(address)
        return page


@pytest.fixture
def chromium(tmp_path: Path, port: int) -> Iterator[Chromium]:
    """Chromium with the extension, loaded unpacked as a person would."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("These tests need chromium. ./test installs it; by hand: sudo apt-get install chromium")
    mapped = "".join(f"MAP {host} 127.0.0.1:{port} , " for host in LOOKALIKES)
    quiet = [word for word in SILENT if not word.startswith("--host-resolver-rules")]
    own = [
        "--headless=new",
        "--ignore-certificate-errors",
        f"--host-resolver-rules={mapped}MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        f"--disable-extensions-except={EXTENSION}",
        f"--load-extension={EXTENSION}",
    ]
    with sync_playwright() as play:
        tabs = play.chromium.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path=path,
            headless=False,
            args=quiet + own,
            viewport={"width": 1100, "height": 800},
        )
        asked: list[str] = []
        tabs.on("request", lambda request: asked.append(request.url))
        if not tabs.service_workers:
            tabs.wait_for_event("serviceworker")
        yield Chromium(tabs, asked)
        tabs.close()


@dataclass
class Popup:
    """The window of the toolbar button, which lives as long as nothing else is clicked; seen from another of the extension's."""

    beside: Page

    def reads(self, name: str, words: str) -> None:
        self.beside.wait_for_function(
            f"([name, words]) => {self.view}?.document.getElementById(name)?.textContent.includes(words)", arg=[name, words]
        )

    def press(self, name: str) -> None:
        self.beside.wait_for_function(f"(name) => {self.view}?.document.getElementById(name)?.hidden === false", arg=name)
        self.beside.evaluate(f"(name) => {self.view}.document.getElementById(name).click()", name)

    @property
    def view(self) -> str:
        return "chrome.extension.getViews({ type: 'popup' })[0]"


class Layer:
    """What the extension draws over a page: no script of the page can look in, so the test looks from the extension's side."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)
        found: list[dict[str, Any]] = []
        self.session.on("Runtime.executionContextCreated", lambda told: found.append(told["context"]))
        self.session.send("Runtime.enable")
        own = [one for one in found if one["name"] == "Sincerely"]
        self.place = own[0]["id"] if own else None

    def ask(self, words: str) -> Any:
        told = self.session.send(
            "Runtime.evaluate", {"expression": words, "contextId": self.place, "returnByValue": True, "awaitPromise": True}
        )
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait(self, words: str, wanted: Callable[[Any], bool] = bool) -> Any:
        """The value of an expression as soon as it is what is wanted."""
        for _ in range(300):
            value = self.ask(words)
            if wanted(value):
                return value
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{words} is still {value!r}; all that is drawn: {self.ask('sincerely.layer.textContent')}")

    def chip(self, *wanted: str) -> str:
        """What the sign beside the field says, as soon as it says one of these."""
        return str(
            self.wait("sincerely.layer.querySelector('.chip').innerText", lambda said: any(word in said for word in wanted))
        )

    def marks(self) -> list[dict[str, float]]:
        drawn = "[...sincerely.layer.querySelectorAll('.mark')].map((one) => one.getBoundingClientRect())"
        boxes = self.ask(f"JSON.stringify({drawn})")
        return list(json.loads(boxes))

    def press(self, words: str) -> None:
        """A person's click on a button of the layer, by what stands on it."""
        find = f"[...sincerely.layer.querySelectorAll('button')].find((one) => one.innerText.includes({json.dumps(words)}))"
        self.wait(f"{find} ? 1 : 0")
        self.ask(f"{find}.scrollIntoView({{ block: 'center' }})")
        box = json.loads(self.ask(f"JSON.stringify({find}.getBoundingClientRect())"))
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Lena's desk an hour after her interview with Bob and Charlie."""
    folder = tmp_path / "home"
    command(folder, MOMENT, *LENA)
    command(folder, MOMENT, *TALK)
    return folder


def looked(desk: RunningDesk, token: str, way: str) -> Any:
    """What stands on the desk, asked by the test itself."""
    asked = urllib.request.Request(f"{desk.address}/api{way}", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        return json.load(answer)
