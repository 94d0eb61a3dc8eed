"""Notes on a served desk, begun from a terminal beside the browser."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect
from tests.faces.web.browser.conftest import RunningDesk

GOOD = """Dear Bob,

Thank you for your time today. I enjoyed hearing how you plan the night rota, and six years of running one at Meadow Hall
would help me to settle the new wing quickly.

I would be glad to join you, and I look forward to hearing from you.

Kind regards,
Lena Brandt
01632 960 222
"""
FAULTY = "Dear Bob,\n\nThank you 😀 for your time on Wendesday. I dont have the rota yet.\n\nKind regards,\nLena Brandt\n"
MEAN = "Dear Bob,\n\nYou are an idiot, and your company is a joke.\n\nKind regards,\nLena Brandt\n"


@dataclass
class Note:
    """A draft on a desk, and its pages."""

    desk: RunningDesk
    number: int

    def way(self, page: str = "write") -> str:
        return f"/{page}/{self.number}"

    def told(self) -> dict[str, Any]:
        """What the desk has, as a command tells it."""
        told = json.loads(self.desk.type("show", "--message", str(self.number), "--json"))
        return dict(told.get("message", told))

    @property
    def body(self) -> str:
        return str(self.told()["body"])

    @property
    def state(self) -> str:
        return str(self.told()["state"])


def begun(
    page: Page, desk: RunningDesk, body: str, to: str = "Bob Byrne", stage: str = "Thank-you", channel: str = "E-mail"
) -> Note:
    """Begins a note in the browser, and puts these words in place of the first draft's."""
    page.goto("/write")
    page.get_by_label("To whom").select_option(label=f"{to}, Willow Care")
    page.get_by_label("What it is").select_option(label=stage)
    page.get_by_label("How it goes").select_option(label=channel)
    page.get_by_role("button", name="Start me off").click()
    page.wait_for_url("**/write/*")
    note = Note(desk, int(page.url.rpartition("/")[2]))
    ready(page)
    typed(page, body)
    saved(page)
    return note


def put_away(page: Page, note: Note) -> None:
    """Puts a draft away, so that the next one is new."""
    page.goto(note.way())
    if page.url.endswith(note.way()):
        page.get_by_role("button", name="Put it away").click()
        page.wait_for_url("**/write")


def ready(page: Page) -> None:
    """Waits until the editor stands and the first report is drawn."""
    page.locator("#writing[data-checked]").wait_for()


def words(page: Page):
    return page.locator("#editor .cm-content")


def typed(page: Page, text: str) -> None:
    """Puts other words in place of all that stands."""
    words(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def saved(page: Page) -> None:
    expect(page.locator("#kept")).to_have_text("Saved.")
