"""Jobs to watch in a browser: with the keyboard alone, from a list to an application; and without JavaScript."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.conftest import LENA, MOMENT, RunningDesk, command, serving

pytestmark = [pytest.mark.server, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[4]
# What a worker does, with a web of the test's own: a first reading, a look, and a second one seven hours later.
READ = f"""
from datetime import datetime
from sincerely.desk.opened import open_desk
actor = open_desk()
from sincerely.desk.actions.watches import add_watch, look_at
from tests.desk.web import JOB, Web, page
web, address = Web(datetime.fromisoformat("{MOMENT}")), "https://willow.example/jobs"
cook = page(identifier="2", title="Cook", hiringOrganization={{"name": "Willow Care"}}, validThrough="2026-03-05")
web.pages[address] = page(**JOB, identifier="1") + cook
add_watch(actor, address, now=web.now)
web.sweep()
look_at(actor, None, now=web.now)
web.pages[address] = page(**{{**JOB, "identifier": "1", "description": JOB["description"] + " You train others."}}) + cook
web.later(hours=7).sweep()
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Lena's desk with a page under watch that was read: it asks nobody for the next hours."""
    home = tmp_path_factory.mktemp("watching")
    command(home, MOMENT, *LENA)
    environment = {**os.environ, "SINCERELY_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "-c", READ], env=environment, cwd=ROOT, check=True)
    with serving(home, "2026-03-02T23:00:00Z") as running:
        yield running


def test_from_the_list_to_a_change_to_an_application_with_the_keyboard_alone(desk, opened) -> None:
    page = opened(desk.address)
    page.keyboard.press("w")
    page.wait_for_url("**/jobs")
    assert barriers(page) == []
    assert page.get_by_text("closes Thu 5 Mar").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What changed").wait_for()
    assert page.locator("ins").all_inner_texts() == ["You train others."]
    assert barriers(page) == []
    page.get_by_role("button", name="Make an application").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/application/*")
    assert "Night Nurse" in page.inner_text("main")


@pytest.mark.parametrize("script", [True, False])
def test_a_wrong_address_is_told_and_kept(desk, opened, script: bool) -> None:
    page = opened(desk.address, "/jobs", java_script_enabled=script)
    page.get_by_label("Address of a job").fill("http://127.1/jobs")
    page.get_by_role("button", name="Watch it").click()
    assert "odd form" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Address of a job").input_value() == "http://127.1/jobs"


def test_without_a_script_a_posting_is_set_aside(desk, opened) -> None:
    page = opened(desk.address, "/jobs", java_script_enabled=False)
    page.get_by_role("button", name=re.compile("Not for me.*Cook")).click()
    page.get_by_text("Set aside: 1").click()
    page.get_by_role("button", name=re.compile("Back into the lists.*Cook")).click()
    page.get_by_role("heading", name="Cook").wait_for()
