"""A real browser before a real desk: `desk_at(moment)` starts `sincerely serve` on a home of its own; `page` is a tab."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# The browser speaks to the desk and to nobody else.
SILENT = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]
MOMENT = "2026-03-02T15:40:00Z"
LENA = ("init", "--name", "Lena Brandt", "--email", "lena@brandt.example", "--zone", "Europe/London", "--no-mailbox")

TALK = ("add", "--employer", "Willow Care", "--role", "Night Manager", "--with", "Bob Byrne <bob@willow.example>",
        "--with", "Charlie Chen <charlie@willow.example>", "--start", "2026-03-02T14:00", "--zone", "Europe/London",
        "--country", "GB", "--region", "ENG", "--notes", "The night rota; the new wing")  # fmt: skip


@dataclass
class RunningDesk:
    """A desk that is served, and its home."""

    home: Path
    address: str
    moment: str

    def type(self, *words: str, moment: str = "") -> str:
        """Runs a command on it, as in a terminal beside the browser."""
        return command(self.home, moment or self.moment, *words)


def environment(home: Path, moment: str) -> dict[str, str]:
    return {**os.environ, "SINCERELY_HOME": str(home), "SINCERELY_NOW": moment}


def command(home: Path, moment: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "sincerely", *words],
        env=environment(home, moment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode < 64, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a file, and no longer: beside its driver's event loop Django refuses other tests the desk."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("These tests need chromium. ./test installs it; by hand: sudo apt-get install chromium")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=SILENT)
        yield chromium
        chromium.close()


@contextmanager
def serving(home: Path, moment: str, port: int = 0) -> Iterator[RunningDesk]:
    """A desk that is served for the time of the block; at any free port, unless one is told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sincerely", "serve", "--port", str(port)],
        env=environment(home, moment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = next((word for word in said.split() if word.startswith("http://")), "")
        assert address, said
        yield RunningDesk(home, address.rstrip("/"), moment)
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def desk_at(tmp_path: Path) -> Iterator[Callable[..., RunningDesk]]:
    """Serves a desk at a moment: Lena's, empty; with `started=False` a home without any."""
    with ExitStack() as running:
        homes = count()

        def serve(moment: str = MOMENT, started: bool = True) -> RunningDesk:
            home = tmp_path / f"home-{next(homes)}"
            if started:
                command(home, moment, *LENA)
            return running.enter_context(serving(home, moment))

        yield serve


@pytest.fixture(scope="module")
def interviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Lena's desk an hour after an interview with Bob and Charlie, served once for all tests of a file."""
    home = tmp_path_factory.mktemp("interviewed")
    command(home, MOMENT, *LENA)
    command(home, MOMENT, *TALK)
    with serving(home, MOMENT) as desk:
        yield desk


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a tab at an address: `opened(address, width=390)`; more words as Playwright's own. It keeps what went wrong in it.

    After the test no request may have left the desk, no dialog may have opened, and nothing may have broken the page's policy.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def tab(address: str, path: str = "/", width: int = 1200, height: int = 850, **more: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=address, **more)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("request", lambda request: request.url.startswith((address, "data:", "blob:")) or faults.append(request.url))
        page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: "Content Security Policy" in said.text and faults.append(said.text))
        # A busy browser may give up fading from page to page, and says so as if a script had failed.
        page.on("pageerror", lambda error: "Transition was" in str(error) or faults.append(f"script: {error}"))
        page.goto(path)
        return page

    yield tab
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(desk_at: Callable[..., RunningDesk], opened: Callable[..., Page]) -> Page:
    """A tab at Lena's empty desk."""
    return opened(desk_at().address)
