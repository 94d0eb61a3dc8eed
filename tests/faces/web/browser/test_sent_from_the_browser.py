"""The main job through the browser, to real mail servers: with a keyboard alone, without scripts, and never twice."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.faces.web.browser.conftest import serving
from tests.faces.web.browser.notes import GOOD, ready, saved, typed
from tests.story.people import Employer, Seeker

pytestmark = [pytest.mark.server, pytest.mark.slow]

MOMENT = "2026-03-02T15:40:00+00:00"
NOTE = GOOD.replace("Bob", "Ada").replace("Lena Brandt", "Hal Reyes").replace("222", "111")


@pytest.fixture
def employer(mail_servers) -> Employer:
    return Employer(mail_servers, [mail_servers.person(name, "example.com") for name in ("ada", "bo")])


@pytest.fixture
def seeker(mail_servers, tmp_path, employer) -> Seeker:
    """Hal has a mailbox, and had an interview with Ada and Bo an hour ago."""
    person = Seeker(tmp_path / "home", mail_servers.person("hal"), mail_servers, datetime.fromisoformat(MOMENT))
    person.begin()
    ada, bo = (account.address for account in employer.people)
    person.type("add", "--employer", "Willow Care", "--role", "Night Manager", "--with", f"Ada Byrne <{ada}>",
                "--with", f"Bo Lind <{bo}>", "--start", "2026-03-02T14:00", "--zone", "Europe/London", "--country", "GB",
                "--region", "ENG", "--notes", "The night rota; the new wing")  # fmt: skip
    return person


@pytest.fixture
def desk(seeker):
    with serving(seeker.home, MOMENT) as served:
        yield served


def came(employer: Employer) -> list[str]:
    """What Ada has after the mail had time to come."""
    return [mail.text.replace("\r\n", "\n").strip() for mail in employer.received(employer.people[0], 1)]


def test_from_today_to_sent_with_a_double_click(desk, opened, employer) -> None:
    page: Page = opened(desk.address)
    page.locator("[data-row], li", has_text="Ada Byrne").get_by_role("button").first.click()
    page.wait_for_url("**/write/*")
    ready(page)
    typed(page, NOTE)
    saved(page)
    page.get_by_role("button", name="Read it through").click()
    expect(page.locator(".words")).to_contain_text("Meadow Hall")
    page.get_by_role("button", name="Yes, send exactly this").dblclick()
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    page.go_back()
    yes = page.get_by_role("button", name="Yes, send exactly this")
    if yes.count():
        yes.click()
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    assert came(employer) == [NOTE.strip()]


def test_without_scripts_reading_writing_and_sending_work(desk, opened, employer) -> None:
    page: Page = opened(desk.address, "/write", java_script_enabled=False)
    page.get_by_label("To whom").select_option(label="Ada Byrne, Willow Care")
    page.get_by_role("button", name="Start me off").click()
    page.get_by_label("Your words").fill(NOTE.replace("settle", "setle"))
    page.get_by_role("button", name="Save and check").click()
    expect(page.locator("#report")).to_contain_text("setle")
    page.get_by_role("button", name="Write “settle”").click()
    expect(page.get_by_label("Your words")).to_have_value(NOTE.strip() + "\n")
    page.get_by_role("button", name="Read it through").click()
    page.get_by_role("button", name="Yes, send exactly this").dblclick()
    expect(page.get_by_role("button", name="Yes, send exactly this")).to_have_count(0)
    page.goto(page.url)
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    assert came(employer) == [NOTE.strip()]


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until a button or link of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || ''")
        if name in words:
            return
    raise AssertionError(f"{name!r} is not reached by Tab")


def test_with_the_keyboard_alone(desk, opened, employer) -> None:
    page: Page = opened(desk.address)
    page.keyboard.press("n")
    page.wait_for_url("**/write/*")
    ready(page)
    to = "Ada" if "Ada" in page.title() else "Bo"
    tab_to(page, "Your words")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(NOTE.replace("Ada", to))
    saved(page)
    tab_to(page, "Read it through")
    page.keyboard.press("Enter")
    page.wait_for_url("**/approve/*")
    tab_to(page, "Yes, send exactly this")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    person = employer.people[0 if to == "Ada" else 1]
    assert len(employer.received(person, 1)) == 1
