"""Writing in a real browser: marks where the words are, remedies to click, and every word kept."""

import pytest
from playwright.sync_api import expect
from tests.faces.web.browser.notes import FAULTY, GOOD, begun, put_away, ready, saved, typed, words

pytestmark = [pytest.mark.server, pytest.mark.slow]


@pytest.fixture
def writing(interviewed, opened):
    """A tab on a faulty note; gives the tab and the note."""
    page = opened(interviewed.address, "/write")
    note = begun(page, interviewed, FAULTY)
    page.reload()
    ready(page)
    yield page, note
    page.context.set_offline(False)
    put_away(page.context.new_page(), note)


def test_marks_stand_on_their_words_after_an_emoji(writing) -> None:
    page, _ = writing
    marks = page.locator("#editor .mark.way-language").all_inner_texts()
    assert "Wendesday" in marks
    assert "dont" in marks


def test_marks_come_while_one_types(writing) -> None:
    page, _ = writing
    typed(page, "Dear Bob,\n\nThis is definately [NAME].\n")
    expect(page.locator("#editor .mark.way-language")).to_have_text("definately")
    expect(page.locator("#report .way-professional .quote").first).to_contain_text("[NAME]")
    saved(page)


def test_a_remedy_changes_its_place_and_is_saved(writing) -> None:
    page, note = writing
    page.get_by_role("button", name="Write “Wednesday”").click()
    expect(words(page)).to_contain_text("on Wednesday")
    saved(page)
    assert "Wednesday" in note.body


def test_all_safe_changes_at_once_can_be_undone(writing) -> None:
    page, _ = writing
    page.get_by_role("button", name="safe changes").click()
    expect(words(page)).to_contain_text("Wednesday. I don't")
    words(page).click()
    page.keyboard.press("Control+z")
    expect(words(page)).to_contain_text("Wendesday. I dont")


def test_with_the_keyboard_alone_from_mark_to_mark_and_out_again(writing) -> None:
    page, _ = writing
    words(page).focus()
    seen = set()
    for _ in range(page.locator("#report .quote button").count()):
        page.keyboard.press("F8")
        seen.add(page.evaluate("getSelection().toString()"))
    assert {"Wendesday", "dont"} <= seen
    assert page.locator("#told").inner_text()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Read it through")).to_be_focused()


def test_a_rule_is_allowed_for_a_reason(writing) -> None:
    page, _ = writing
    card = page.locator(".finding", has_text="Wendesday")
    card.locator("summary").click()
    card.get_by_label("It is right here, because").fill("A play on words")
    card.get_by_role("button", name="Allow it in this note").click()
    expect(page.get_by_text("Allowed in this note:")).to_be_visible()
    expect(page.locator(".finding", has_text="Wendesday")).to_have_count(0)
    page.get_by_role("button", name="Look more closely").click()
    expect(page.get_by_text("Allowed in this note:")).to_be_visible()


def test_start_me_off_keeps_what_stood_there_and_brings_it_back(writing) -> None:
    page, note = writing
    page.get_by_role("button", name="Start me off again").click()
    ready(page)
    assert "Wendesday" not in note.body
    page.get_by_role("link", name="Earlier texts").click()
    page.get_by_role("button", name="Side by side").click()
    expect(page.locator("#merge .cm-editor")).to_have_count(2)
    page.get_by_role("button", name="Bring this one back").click()
    ready(page)
    assert "Wendesday" in note.body


def test_a_file_is_added_and_taken_away(writing) -> None:
    page, note = writing
    page.locator("#files").set_input_files({"name": "rota.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    page.get_by_role("button", name="Take away").click()
    expect(page.locator(".file")).to_have_count(0)
    page.locator("#files").set_input_files({"name": "film.mov", "mimeType": "video/quicktime", "buffer": bytes(19 * 1024 * 1024)})
    expect(page.locator("#files-hint")).to_contain_text("too large")
    assert note.state == "draft"


def test_two_tabs_on_one_note_lose_nothing(writing, opened) -> None:
    page, note = writing
    other = page.context.new_page()
    other.goto(note.way())
    ready(other)
    typed(page, GOOD)
    saved(page)
    typed(other, "My other words.")
    expect(other.locator("#kept")).to_contain_text("changed in another window")
    other.get_by_role("button", name="See both").click()
    expect(other.locator(".stands")).to_contain_text("Meadow Hall")
    expect(other.locator("#body")).to_have_value("My other words.")
    other.get_by_role("button", name="Keep mine").click()
    ready(other)
    assert note.body.strip() == "My other words."
    other.get_by_role("link", name="Earlier texts").click()
    expect(other.locator("#compared")).to_contain_text("Meadow Hall")


def test_a_lost_connection_loses_no_word(writing) -> None:
    page, note = writing
    page.context.set_offline(True)
    typed(page, GOOD)
    expect(page.locator("#kept")).to_contain_text("No connection")
    page.context.set_offline(False)
    saved(page)
    assert "Meadow Hall" in note.body


def test_words_typed_without_connection_survive_closing_the_page(writing) -> None:
    page, note = writing
    page.context.set_offline(True)
    typed(page, GOOD)
    expect(page.locator("#kept")).to_contain_text("No connection")
    page.close()
    context = page.context
    context.set_offline(False)
    later = context.new_page()
    later.goto(note.way())
    expect(later.locator("#kept")).to_contain_text("Saved.")
    assert "Meadow Hall" in note.body


def test_a_session_that_is_gone_keeps_the_words_here(writing) -> None:
    page, note = writing
    page.context.clear_cookies()
    typed(page, GOOD)
    expect(page.locator("#kept")).to_contain_text("load the page again")
    page.reload()
    saved(page)
    assert "Meadow Hall" in note.body


def test_words_kept_here_and_a_note_that_changed_since_are_both_shown(writing) -> None:
    page, note = writing
    page.context.set_offline(True)
    typed(page, "My words from the train.")
    expect(page.locator("#kept")).to_contain_text("No connection")
    context = page.context
    page.close()
    note.desk.type("edit", str(note.number), "--subject", "Changed at home")
    context.set_offline(False)
    later = context.new_page()
    later.goto(note.way())
    later.locator("#left").get_by_role("button", name="See both").click()
    expect(later.locator(".conflict")).to_contain_text("Changed at home")
    expect(later.locator("#body")).to_have_value("My words from the train.")
