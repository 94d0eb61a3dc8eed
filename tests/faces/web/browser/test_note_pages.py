"""The pages of a note are open to all: no barriers in light and dark, nothing cut off on a phone."""

import pytest
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.notes import FAULTY, GOOD, MEAN, begun, put_away

pytestmark = [pytest.mark.server, pytest.mark.slow]


@pytest.fixture(scope="module")
def notes(interviewed, browser):
    """A note of each kind: faulty, good, angry, spoken, on paper."""
    page = browser.new_context(base_url=interviewed.address).new_page()
    interviewed.type("profile", "--address", "14 Mill Lane / Leeds")
    interviewed.type("contact", "1", "--address", "3 Abbey Street / Leeds")
    made = {
        "faulty": begun(page, interviewed, FAULTY),
        "angry": begun(page, interviewed, MEAN, to="Charlie Chen"),
        "good": begun(page, interviewed, GOOD, stage="Check-in"),
        "spoken": begun(page, interviewed, "Hello Bob, this is Lena. My number is 01632 960 222.", channel="Voicemail"),
        "paper": begun(page, interviewed, GOOD, channel="Letter"),
    }
    page.goto(made["faulty"].way())
    page.get_by_role("button", name="Start me off again").click()
    page.wait_for_url("**/write/*")
    begun(page, interviewed, FAULTY)
    yield {name: note.number for name, note in made.items()}
    for note in made.values():
        put_away(page, note)
    page.context.close()


PAGES = {
    "faulty": ("/write/{}", "/write/{}/versions"),
    "good": ("/write/{}", "/approve/{}"),
    "angry": ("/approve/{}",),
    "spoken": ("/write/{}", "/rehearse/{}"),
    "paper": ("/letter/{}",),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_nothing_keeps_anybody_out(interviewed, notes, opened, scheme: str, width: int) -> None:
    page = opened(interviewed.address, "/write", width=width, color_scheme=scheme)
    ways = ["/write", *(way.format(notes[kind]) for kind, ways in PAGES.items() for way in ways)]
    found = {}
    for way in ways:
        page.goto(way, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[way] = [*barriers(page), *(["wider than the window"] if wide > 0 else [])]
    assert {way: faults for way, faults in found.items() if faults} == {}
