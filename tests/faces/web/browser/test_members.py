"""In two browsers, on a desk for many: sign up, invite, accept, share, the coach reads, taken back, and the page is gone."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.conftest import MOMENT, RunningDesk, environment

pytestmark = [pytest.mark.server, pytest.mark.slow]
PASSWORD = "correct horse bat"


@pytest.fixture
def centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningDesk]:
    """A desk for many, with nobody in it."""
    with serving_many(tmp_path, monkeypatch, "127.0.0.1") as desk:
        yield desk


@contextmanager
def serving_many(home: Path, monkeypatch: pytest.MonkeyPatch, host: str) -> Iterator[RunningDesk]:
    """The same, reached by this name."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    address = f"http://{host}:{port}"
    monkeypatch.setenv("SINCERELY_ADDRESS", address)
    process = subprocess.Popen(
        [sys.executable, "-m", "sincerely", "serve", "--members", "--port", str(port)],
        env=environment(home, MOMENT),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert f":{port}" in process.stdout.readline()
        yield RunningDesk(home, address, MOMENT)
    finally:
        process.terminate()
        process.wait(10)


def code_for(home: Path, email: str) -> str:
    """The code in the last mail to somebody."""
    mails = [path.read_text() for path in sorted((home / "mail").iterdir(), key=lambda path: path.stat().st_mtime)]
    found = re.search(r"^([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})$", [text for text in mails if email in text][-1], re.M)
    assert found, mails[-1]
    return found[1]


def sign_up(page: Page, home: Path, name: str) -> None:
    email = f"{name.lower()}@people.example"
    page.get_by_role("link", name="Make one").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.locator("input[name=code]").fill(code_for(home, email))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url(lambda url: "/account/" not in url)


def test_from_sign_up_to_a_shared_note_and_back(centre: RunningDesk, opened: Callable[..., Page]) -> None:
    centre.type("members", "found", "Harbour Careers", "--kind", "career-centre")
    link = re.search(
        r"http://\S+/join/\S+", centre.type("members", "invite", "1", "--email", "mia@people.example", "--role", "admin")
    )
    assert link
    coach, seeker = opened(centre.address, link[0]), opened(centre.address, "/", width=390)
    assert barriers(coach) == []

    sign_up(coach, centre.home, "Mia")
    coach.get_by_role("button", name="Yes, join").click()
    expect(coach.get_by_role("heading", name="Harbour Careers")).to_be_visible()
    assert barriers(coach) == []
    coach.get_by_label("Their e-mail address").fill("alice@people.example")
    coach.get_by_role("button", name="Make a link").click()
    invitation = coach.locator("input.copy").input_value()

    sign_up(seeker, centre.home, "Alice")
    seeker.get_by_label("Your time zone").fill("Europe/London")
    seeker.get_by_role("button", name="Go on").click()
    seeker.goto(invitation)
    seeker.get_by_role("button", name="Yes, join").click()
    seeker.goto("/sharing")
    assert barriers(seeker) == []
    expect(seeker.get_by_text("You are in no organisation with a coach.")).to_be_visible()

    # An admin reads nothing. Mia becomes a coach: first somebody else must be admin, which the operator sees to.
    coach.goto("/members/1/caseload")
    expect(coach.get_by_role("heading", name="There is nothing here")).to_be_visible()
    coach.goto("/members/1")
    coach.get_by_label("Role of Mia").select_option("coach")
    coach.get_by_role("button", name="Change the role of Mia").click()
    expect(coach.get_by_text("has no other admin")).to_be_visible()
    coach.goto("/members/1")
    coach.get_by_label("Role of Alice").select_option("admin")
    coach.get_by_role("button", name="Change the role of Alice").click()
    coach.get_by_label("Role of Mia").select_option("coach")
    coach.get_by_role("button", name="Change the role of Mia").click()

    seeker.goto("/applications/new")
    seeker.get_by_label("Employer").fill("Willow Care")
    seeker.get_by_label("Role").fill("Night Manager")
    seeker.locator("main form button").first.click()
    seeker.goto("/sharing")
    seeker.get_by_label("What").select_option(label="Night Manager at Willow Care")
    seeker.get_by_role("button", name="Share it").click()
    expect(seeker.get_by_text("Mia may read Night Manager at Willow Care").first).to_be_visible()
    assert barriers(seeker) == []

    way = "/shared/application/1"
    coach.goto(way)
    expect(coach.get_by_role("heading", name="Night Manager")).to_be_visible()
    assert barriers(coach) == []
    seeker.reload()
    expect(seeker.get_by_text("Looked at Night Manager at Willow Care.")).to_be_visible()
    seeker.get_by_role("button", name="Take it back").click()
    coach.goto(way)
    expect(coach.get_by_role("heading", name="There is nothing here")).to_be_visible()


@pytest.mark.parametrize("way", ["/account/login/", "/account/signup/", "/account/password/reset/"])
def test_the_door_keeps_nobody_out_by_its_form(centre: RunningDesk, opened: Callable[..., Page], way: str) -> None:
    page = opened(centre.address, way, width=390)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
