"""One's own model in a real browser: seen first, word by word, stopped, taken, and its inventions marked."""

import pytest
from playwright.sync_api import expect
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.notes import GOOD, begun, words
from tests.servers.model import model_server

pytestmark = [pytest.mark.server, pytest.mark.slow]
SENTENCE = "Thank you for your time today."


def test_a_sentence_is_reworded_by_ones_own_model(interviewed, opened) -> None:
    with model_server() as server:
        page = opened(interviewed.address, "/settings/model")
        page.get_by_label("Its address").fill(server.address)
        page.get_by_label("Its name there").fill("small")
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Try it").click()
        expect(page.get_by_role("main").get_by_role("status")).to_contain_text("It answers: “Ready.”")
        assert barriers(page) == []

        note = begun(page, interviewed, GOOD)
        words(page).get_by_text(SENTENCE).click(click_count=3)
        page.get_by_role("button", name="See what would go to it").click()
        page.wait_for_url("**/model")
        asked = len(server.raw)
        page.locator("summary", has_text="The very words").click()
        question = page.locator("#question").inner_text()
        assert SENTENCE in question
        assert "Kind regards" not in question
        assert barriers(page) == []

        server.says("Thank you so much.", "hangs")
        page.get_by_role("button", name="Ask it").click()
        expect(page.locator("#said")).to_have_text("Thank you")
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("alert")).to_have_text("You stopped it. Nothing was changed.")
        assert server.left.wait(10)
        assert server.raw[asked].decode() == question

        server.says("Dear Bob, ", "breaks_off")
        page.get_by_role("button", name="Ask it").click()
        expect(page.get_by_role("alert")).to_contain_text("stopped in the middle")
        assert note.body == GOOD.strip() or note.body == GOOD

        server.says("Dear Bob,\n\nThank you for your time in Lisbon.\n\nKind regards,\nLena Brandt")
        server.pause = 0.15
        page.get_by_role("button", name="Ask it").click()
        expect(page.locator("#said")).to_contain_text("Thank you")
        page.wait_for_url("**/versions?of=*")
        expect(page.get_by_text("Is this true?")).to_contain_text("Lisbon")
        page.get_by_role("button", name="Take these words").click()
        page.wait_for_url("**/write/*")
        expect(page.locator("#report")).to_contain_text("Is this true? “Lisbon” is not in what you told me.")
        assert barriers(page) == []
        page.get_by_role("button", name="“Lisbon” is true").click()
        expect(page.locator("#toasts")).to_contain_text("stands")
        expect(page.locator("#report")).not_to_contain_text("Is this true?")
