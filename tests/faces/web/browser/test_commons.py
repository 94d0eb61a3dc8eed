"""In two browsers, one without scripts: a template is offered and used, a remark voted on and hidden, an example shown."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.conftest import RunningDesk
from tests.faces.web.browser.test_members import centre, sign_up  # noqa: F401

pytestmark = [pytest.mark.server, pytest.mark.slow]
FRAME = "Dear {name},\n\nThank you for your time. I enjoyed hearing about [what you talked about].\n\nKind regards,\n{me}"
LETTER = "Dear Helen,\n\nThank you for showing me the night shift at Larkfield.\n\nKind regards,\nAlice"


def join(page: Page, centre: RunningDesk, name: str, role: str) -> None:  # noqa: F811
    """Somebody signs up, starts a desk, and comes in by a link of the operator."""
    said = centre.type("members", "invite", "1", "--email", f"{name.lower()}@people.example", "--role", role)
    sign_up(page, centre.home, name)
    page.get_by_label("Your time zone").fill("Europe/London")
    page.get_by_role("button", name="Go on").click()
    page.goto(re.search(r"http://\S+/join/\S+", said)[0])
    page.get_by_role("button", name="Yes, join").click()
    expect(page.get_by_role("heading", name="Harbour Careers")).to_be_visible()


def looked_at(page: Page) -> None:
    """Nothing keeps anybody out, and nothing stands over the edge, on a desktop, a tablet and a phone."""
    for width in (1200, 800, 390):
        page.set_viewport_size({"width": width, "height": 850})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
    assert barriers(page) == []


def test_what_members_share_from_offer_to_ruling(centre: RunningDesk, opened: Callable[..., Page]) -> None:  # noqa: F811
    centre.type("members", "found", "Harbour Careers", "--kind", "career-centre")
    editor, seeker = opened(centre.address), opened(centre.address, java_script_enabled=False)
    join(editor, centre, "Edda", "editor")
    join(seeker, centre, "Alice", "seeker")

    editor.goto("/advice/templates")
    editor.get_by_role("textbox", name="Title").fill("Thank you after the talk")
    editor.get_by_label("Subject").fill("Thank you for your time")
    editor.get_by_role("textbox", name="Text").fill(FRAME.replace("Kind regards,\n", ""))
    editor.get_by_role("button", name="Offer it").click()
    expect(editor.get_by_text("Others would copy what is wrong in it")).to_be_visible()
    looked_at(editor)
    editor.get_by_role("textbox", name="Text").fill(FRAME)
    editor.get_by_role("button", name="Offer it").click()
    expect(editor.get_by_role("heading", name="Thank you after the talk")).to_be_visible()

    seeker.goto("/add")
    seeker.get_by_label("Employer").fill("Willow Care")
    seeker.get_by_label("The job").fill("Night Manager")
    seeker.locator("textarea[name=people]").fill("Bob Byrne <bob@willow.example>")
    seeker.locator("main form button").last.click()
    seeker.goto("/advice/templates")
    seeker.get_by_role("link", name="Thank you after the talk").click()
    seeker.get_by_label("To whom").select_option(label="Bob Byrne, Willow Care")
    seeker.get_by_role("button", name="Use this template").click()
    expect(seeker.locator("textarea[name=body]")).to_have_value(re.compile(r"Dear Bob,[\s\S]*\[insert: what you talked about\]"))

    seeker.goto("/advice/check-in")
    seeker.get_by_label("What do you think?").fill("You are rude idiots.")
    seeker.get_by_role("button", name="Say it").click()
    expect(seeker.get_by_text("Somebody may be hurt by this")).to_be_visible()
    seeker.get_by_label("What do you think?").fill("I waited a <b>week</b>, and Mr Moss wrote back.")
    seeker.get_by_role("button", name="Say it").click()

    editor.goto("/advice/check-in")
    expect(editor.get_by_text("I waited a <b>week</b>, and Mr Moss wrote back.")).to_be_visible()
    remark = editor.get_by_role("form", name="the remark of A seeker in your organisation")
    remark.get_by_role("button", name="Helpful", exact=True).click()
    expect(editor.get_by_text("1 of 1 found this helpful")).to_be_visible()
    editor.get_by_text("Report the remark").click()
    editor.get_by_label("What is wrong with it?").fill("It names somebody.")
    looked_at(editor)
    editor.get_by_role("button", name="Report it").click()
    editor.get_by_role("link", name="Advice", exact=True).first.click()
    editor.get_by_role("link", name="Reported").click()
    looked_at(editor)
    editor.get_by_label("Your reason").fill("Please leave his name out.")
    editor.get_by_role("button", name="Hide it").click()
    expect(editor.get_by_text("Nothing waits.")).to_be_visible()
    editor.goto("/advice/check-in")
    expect(editor.get_by_text("Mr Moss")).to_have_count(0)
    seeker.goto("/advice/check-in")
    expect(seeker.get_by_text("Only you see this now. Please leave his name out.")).to_be_visible()

    seeker.goto("/advice/examples/make")
    seeker.get_by_label("Title").fill("Short, after a shift")
    seeker.get_by_label("Or type it").fill(LETTER)
    seeker.get_by_role("button", name="Cover the names").click()
    expect(seeker.get_by_label("The words")).to_have_value(re.compile(r"^Dear \[name\],"))
    seeker.get_by_role("button", name="Yes, show exactly this").click()
    editor.goto("/advice/examples")
    looked_at(editor)
    editor.get_by_role("link", name="Short, after a shift").click()
    expect(editor.get_by_text("Larkfield")).to_have_count(0)
    looked_at(editor)
