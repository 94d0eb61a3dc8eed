"""The extension in a real Chromium: paired, it marks, mends, holds, waits, logs and clips; shut out, it says so."""

import json
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.extension.conftest import Chromium, Layer, looked
from tests.faces.web.browser.conftest import MOMENT, RunningDesk, serving

pytestmark = [pytest.mark.server, pytest.mark.slow]
WORDS = (
    "Dear Bob,",
    "Thank you for your time today. 😀 I have no anser yet, and I am happy to help <img src=x onerror=struck.push(1)>.",
    "Kind regards,",
    "Lena",
)
POSTING = "https://jobs.willow.example/jobs/7"
BODY = "[aria-label='Message Body']"
expect.set_options(timeout=30_000)
# Where the words stand on the screen, found by the page itself.
WHERE = """(words) => {
  const walk = document.createTreeWalker(document.querySelector("[aria-label^='Message ']"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    return range.getBoundingClientRect().toJSON();
  }
}"""

# Where words in the first line of the textarea begin and end, measured on a canvas in its own type.
MEASURED = """([before, words]) => {
  const field = document.querySelector("textarea");
  const own = getComputedStyle(field);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = own.font;
  const edge = field.getBoundingClientRect().left + parseFloat(own.borderLeftWidth) + parseFloat(own.paddingLeft);
  const left = edge + pen.measureText(before).width;
  return [left, left + pen.measureText(words).width];
}"""


def stands_at(layer: Layer, words: str) -> bool:
    """True where a mark lies under just these words."""
    own = layer.page.evaluate(WHERE, words)
    return any(
        abs(mark["left"] - own["left"]) < 2
        and abs(mark["right"] - own["right"]) < 2
        and mark["top"] <= own["bottom"] <= mark["bottom"] + 3
        for mark in layer.marks()
    )


def write(page: Page, place: str, words: tuple[str, ...]) -> None:
    page.locator(place).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    for index, line in enumerate(words):
        if index:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(line)


def test_a_note_is_written_where_people_write(chromium: Chromium, home: Path) -> None:
    with ExitStack() as running:
        desk = running.enter_context(serving(home, MOMENT))
        token = json.loads(desk.type("token", "new", "Test", "--scope", "read", "--json"))["token"]

        # Before it is paired it says so, and asks nobody.
        page = chromium.open("https://mail.google.com/mail/u/0/")
        layer = Layer(page)
        write(page, BODY, WORDS)
        layer.chip("not paired")

        options = chromium.window("options")
        pair(options, desk.address, "WRONG-CODE")
        expect(options.get_by_role("status")).to_contain_text("not known here")
        pair(options, desk.address, json.loads(desk.type("token", "pair", "--json"))["code"])
        expect(options.get_by_role("status")).to_have_text("Paired with the desk of Lena Brandt.")

        # Marks under the right words; one click changes these and no others.
        page.bring_to_front()
        layer.chip("Look again")
        assert stands_at(layer, "anser")
        before = page.locator(BODY).inner_text()
        layer.press("Look again")
        layer.press("Write “answer”")
        expect(page.locator(BODY)).to_contain_text("I have no answer yet")
        assert page.locator(BODY).inner_text() == before.replace("anser", "answer")
        layer.wait("sincerely.layer.textContent", lambda said: "misspelt" not in said)
        assert not stands_at(layer, "answer")

        shown_to_nobody(page, layer)
        asked_once(chromium, page, layer)
        may_and_logged(layer, desk, token)
        held(page, layer)
        answered_in_outlook(chromium)
        plain = turned_on_by_hand(chromium, desk, token)
        clipped(chromium, plain, desk, token)
        off_and_back(plain, home, desk, running)
        shut_out(plain, options, desk)
        asked_only(chromium, desk.address, "https://mail.google.com", "https://outlook.live.com", POSTING)


def pair(options: Page, address: str, code: str) -> None:
    options.get_by_label("Where your desk is").fill(address)
    options.get_by_label("The code that it shows").fill(code)
    options.get_by_role("button", name="Pair").click()


def shown_to_nobody(page: Page, layer: Layer) -> None:
    """What a hostile page finds: an element without anything in it, and none of its words run."""
    assert page.evaluate("struck") == []
    assert page.evaluate("heard") == []
    assert page.evaluate(
        "[document.querySelector('sincerely-marks').shadowRoot, document.querySelector('sincerely-marks').innerHTML]"
    ) == [None, ""]
    assert page.evaluate("typeof chrome.runtime?.sendMessage") == "undefined"
    assert layer.ask("chrome.storage.local.get().then(() => 'read', () => 'refused')") == "refused"
    assert (
        layer.ask("chrome.runtime.sendMessage({ ask: 'unpair' }).then((told) => told ?? 'nothing', () => 'nothing')") == "nothing"
    )


def asked_once(chromium: Chromium, page: Page, layer: Layer) -> None:
    """Many keys in a row are one question, and a question that was overtaken is dropped."""
    asked = len(chromium.asked)
    page.evaluate(
        """(place) => {
          const field = document.querySelector(place);
          for (const key of " My anser is yes, and it stays so.") {
            field.children[1].append(key);
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
        }""",
        BODY,
    )
    layer.wait("sincerely.layer.textContent", lambda said: "“anser” is misspelt" in said)
    assert [url.rpartition("/")[2] for url in chromium.asked[asked:]] == ["check"]
    question = "{ ask: 'check', field: 9, letter: { subject: '', body: 'Thank you.', to: [], stage: 'check-in' }, contacts: [] }"
    both = f"Promise.all([1, 2].map(() => chrome.runtime.sendMessage({question})))"
    assert layer.ask(f"{both}.then((told) => told.map((one) => one.state).join())") == "dropped,done"


def may_and_logged(layer: Layer, desk: RunningDesk, token: str) -> None:
    """Bob may be written to; once that is logged, not yet."""
    layer.wait("sincerely.layer.textContent", lambda said: "Bob Byrne, Willow Care" in said and "You may write now." in said)
    layer.press("Log as sent")
    layer.wait("sincerely.layer.textContent", lambda said: "Noted on your desk: sent to Bob Byrne." in said)
    layer.chip("Not yet")
    bob = looked(desk, token, "/names?search=bob@willow.example")["items"][0]["id"]
    (sent,) = [one for one in looked(desk, token, f"/contacts/{bob}/touches")["items"] if one["kind"] == "sent"]
    assert sent["stage"] == "thank-you"


def held(page: Page, layer: Layer) -> None:
    write(page, BODY, ("You are an idiot, and you will regret this.",))
    layer.chip("Hold")


def answered_in_outlook(chromium: Chromium) -> None:
    """Only what the person writes is read, and not the mail that is answered."""
    page = chromium.open("https://outlook.live.com/mail/0/")
    layer = Layer(page)
    page.locator("[aria-label^='Message body'] > div").first.click()
    page.keyboard.insert_text("Dear Charlie, thank you for your time.")
    layer.wait("sincerely.layer.textContent", lambda said: "Charlie Chen, Willow Care" in said)
    assert (
        layer.ask("sincerely.letterOf(sincerely.fieldAt(document.activeElement)).body").strip()
        == "Dear Charlie, thank you for your time."
    )
    page.close()


def turned_on_by_hand(chromium: Chromium, desk: RunningDesk, token: str) -> tuple[Page, Layer]:
    """On any other page nothing runs until the person says so, and then in the fields that they choose; never in secret ones."""
    page = chromium.open(POSTING)
    assert Layer(page).place is None
    popup = chromium.toolbar(page)
    popup.press("on")
    popup.reads("told", "Click into a field")
    layer = Layer(page)
    page.bring_to_front()
    for label in ("Password", "One more time"):
        page.get_by_label(label).click()
        page.keyboard.type("I have no anser yet.")
        assert not layer.ask("sincerely.layer.isConnected && document.querySelector('sincerely-marks') !== null")
    page.get_by_label("Your message").click()
    page.keyboard.type("I have no anser yet.")
    asked = len(chromium.asked)
    layer.chip("Check this field")
    assert chromium.asked[asked:] == []
    layer.press("Check this field")
    layer.chip("Look again")
    left, right = page.evaluate(MEASURED, ["I have no ", "anser"])
    assert any(abs(mark["left"] - left) < 2 and abs(mark["right"] - right) < 2 for mark in layer.marks())
    layer.press("Look again")
    layer.press("Write “answer”")
    expect(page.get_by_label("Your message")).to_have_value("I have no answer yet.")
    return page, layer


def clipped(chromium: Chromium, plain: tuple[Page, Layer], desk: RunningDesk, token: str) -> None:
    page = plain[0]
    popup = chromium.toolbar(page)
    popup.reads("page", page.url)
    popup.press("clip")
    popup.reads("told", "Under watch")
    (watch,) = looked(desk, token, "/watches")["items"]
    assert (watch["address"], watch["name"], watch["proposed_by"]) == (page.url, "Night Manager at Willow Care", "")


def off_and_back(plain: tuple[Page, Layer], home: Path, desk: RunningDesk, running: ExitStack) -> None:
    """A desk that is not running is one quiet line; when it is back the field is checked by itself."""
    page, layer = plain
    running.close()
    page.bring_to_front()
    page.get_by_label("Your message").press_sequentially("y")
    layer.chip("Your desk is not running.")
    assert "quiet" in layer.ask("sincerely.chip.className")
    assert layer.marks() == []
    running.enter_context(serving(home, MOMENT, int(desk.address.rpartition(":")[2])))
    layer.chip("Ready", "Look again")


def shut_out(plain: tuple[Page, Layer], options: Page, desk: RunningDesk) -> None:
    """A token that was taken back: it is said, the token is forgotten, and nothing is asked with it again."""
    desk.type("token", "revoke", "Browser extension")
    page, layer = plain
    page.get_by_label("Your message").press_sequentially("z")
    layer.chip("does not let this browser in any more")
    options.reload()
    expect(options.get_by_role("status")).to_have_text("Your desk does not let this browser in any more. Pair it again.")
    assert options.evaluate("chrome.storage.local.get('token')") == {"token": ""}


def asked_only(chromium: Chromium, *addresses: str) -> None:
    """Nothing but these and the extension's own files was asked for, by any page or worker."""
    known = {urlsplit(address).netloc for address in addresses}
    others = {url for url in chromium.asked if urlsplit(url).scheme != "chrome-extension" and urlsplit(url).netloc not in known}
    assert others == set()
    refused = "fetch('https://mail.google.com/').then(() => 'went', () => 'refused')"
    assert chromium.worker.evaluate(refused) == "refused"
