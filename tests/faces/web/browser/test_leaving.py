"""From the words to the yes and out, once: sent twice by nobody, whatever is clicked."""

import pytest
from playwright.sync_api import expect
from tests.faces.web.browser.notes import GOOD, MEAN, begun, put_away

pytestmark = [pytest.mark.server, pytest.mark.slow]


def read_through(page) -> None:
    page.get_by_role("button", name="Read it through").click()
    page.wait_for_url("**/approve/*")


@pytest.fixture
def writing(interviewed, opened):
    """Gives a function that begins a note with some words in a tab, and takes it away at the end."""
    made = []

    def write(body: str, **more: str):
        page = opened(interviewed.address, "/write")
        note = begun(page, interviewed, body, **more)
        made.append((page, note))
        return page, note

    yield write
    for page, note in made:
        if note.state == "draft":
            put_away(page, note)


def test_the_very_bytes_are_shown_before_the_yes(writing) -> None:
    page, note = writing(GOOD)
    read_through(page)
    expect(page.locator(".headers")).to_contain_text("bob@willow.example")
    expect(page.locator(".words")).to_contain_text("Meadow Hall")
    page.get_by_text("The very bytes").click()
    shown = page.locator(".raw pre").inner_text()
    page.get_by_role("button", name="Yes, I send it myself").click()
    page.get_by_role("button", name="As a mail file").click()
    with page.expect_download() as download:
        page.get_by_text("Download").click()
    raw = download.value.path().read_bytes()
    assert raw.startswith(b"X-Unsent: 1")
    assert note.told()["message_id"] in raw.decode()
    assert note.told()["message_id"] in shown
    page.get_by_role("button", name="Change it").click()
    expect(page).to_have_url(f"{note.desk.address}{note.way()}")
    assert note.state == "draft"


def test_an_angry_note_sleeps_kindly(writing) -> None:
    page, note = writing(MEAN, to="Charlie Chen")
    read_through(page)
    expect(page.get_by_role("heading", name="Sleep on it")).to_be_visible()
    expect(page.get_by_role("button", name="Yes")).to_have_count(0)
    expect(page.get_by_text("tomorrow", exact=False).first).to_be_visible()
    assert note.state == "draft"


def test_a_yes_from_an_old_window_is_asked_again(writing) -> None:
    page, note = writing(GOOD)
    read_through(page)
    note.desk.type("edit", str(note.number), "--subject", "Other words on top")
    page.get_by_role("button", name="Yes, I send it myself").click()
    expect(page.get_by_role("alert")).to_contain_text("Read it through once more")
    expect(page.locator(".headers")).to_contain_text("Other words on top")
    assert note.state == "draft"


def test_back_after_the_yes_says_it_once(writing) -> None:
    page, note = writing(GOOD)
    read_through(page)
    page.get_by_role("button", name="Yes, I send it myself").click()
    expect(page.get_by_role("heading", name="Approved")).to_be_visible()
    page.go_back()
    again = page.get_by_role("button", name="Yes, I send it myself")
    if again.count():
        again.click()
    expect(page.get_by_role("heading", name="Approved")).to_be_visible()
    assert note.state == "approved"
    page.get_by_role("button", name="I have sent it").click()
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    page.get_by_role("button", name="I did not send it after all").click()
    page.get_by_role("button", name="Change it").click()


def test_a_voicemail_is_rehearsed_and_its_outcome_is_one_tap(writing) -> None:
    page, _ = writing("Hello Bob, this is Lena Brandt. My number is 01632 960 222.", channel="Voicemail")
    page.get_by_role("link", name="Rehearse it").click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".script .due")).to_have_count(1)
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Measure my pace").click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="I have said the last word").click()
    expect(page.locator("#toasts")).to_contain_text("words a minute")
    page.get_by_role("button", name="No answer").click()
    expect(page.locator("#toasts")).to_contain_text("no contact")


def test_a_letter_is_seen_on_paper(writing) -> None:
    page, note = writing(GOOD.replace("\n01632 960 222", ""), channel="Letter")
    page.get_by_role("link", name="See it on paper").click()
    expect(page.locator(".wrong")).to_contain_text("postal address")
    note.desk.type("profile", "--address", "14 Mill Lane / Leeds")
    note.desk.type("contact", "1", "--address", "3 Abbey Street / Leeds")
    page.reload()
    picture = page.locator(".pages img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 800
    with page.expect_response("**/*.pdf*") as pdf:
        page.evaluate("fetch(document.querySelector('a[href*=\".pdf\"]').href)")
    assert pdf.value.headers["content-type"] == "application/pdf"
