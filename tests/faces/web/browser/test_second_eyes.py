"""A second pair of eyes in browsers of their own: from a link to a comment, a suggestion taken over, a vote, a yes, and out."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.notes import ready, saved, typed
from tests.faces.web.browser.test_members import centre, sign_up  # noqa: F401
from tests.faces.web.browser.test_sent_from_the_browser import NOTE, came, desk, employer, seeker  # noqa: F401

pytestmark = [pytest.mark.server, pytest.mark.slow]
FROM, TO = "settle the new wing quickly", "settle the new wing from the first night"


@pytest.fixture
def draft(seeker) -> int:  # noqa: F811
    seeker.type("write", "Ada", "--text", "-", "--subject", "Thank you for your time", typed=NOTE)
    seeker.type("reviews", "--votes", "1")
    return 1


def link_for(page: Page, draft: int, name: str) -> str:
    """Makes a link on the owner's page; it is shown this once."""
    page.goto(f"/write/{draft}/eyes")
    page.get_by_label("What you call them").fill(name)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("The link").input_value()
    page.goto(page.url)
    expect(page.get_by_label("The link")).to_have_count(0)
    return link


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reviewer_by_link_comments_and_votes_and_the_owner_takes_it_over_and_sends(
    desk,  # noqa: F811
    opened,
    employer,  # noqa: F811
    draft,
    scripts,
) -> None:
    owner: Page = opened(desk.address, java_script_enabled=scripts)
    link = link_for(owner, draft, "Aunt Mary")
    assert link.startswith(desk.address)
    way = link.removeprefix(desk.address)
    reviewer: Page = opened(desk.address, way, java_script_enabled=scripts)
    expect(reviewer.locator(".picks")).to_contain_text("Meadow Hall")

    reviewer.locator(".pick", has_text="settle the new wing").click()
    reviewer.get_by_label("What do you think of it?").fill("Say it <b>warmer</b>.")
    reviewer.locator("summary", has_text="Suggest other words").click()
    reviewer.get_by_label("Only these words").fill(FROM)
    reviewer.get_by_label("Rather", exact=True).fill(TO)
    reviewer.get_by_role("button", name="Say it").click()
    expect(reviewer.locator("#yours")).to_contain_text("Say it <b>warmer</b>.")
    reviewer.get_by_label("Change it first").check()
    reviewer.get_by_role("button", name="Vote").click()
    expect(reviewer.locator("#vote")).to_contain_text("You voted “change”")

    owner.goto(f"/write/{draft}")
    if scripts:
        ready(owner)
    owner.get_by_role("button", name="Take it over").click()
    expect(owner.locator("#toasts")).to_contain_text("Taken over")
    expect(owner.locator(".eyes")).to_contain_text("wants one “send” vote")
    owner.get_by_role("button", name="Read it through").click()
    expect(owner.get_by_role("heading", name="Not quite yet")).to_be_visible()

    reviewer.goto(way)
    expect(reviewer.locator(".picks")).to_contain_text(TO)
    expect(reviewer.locator("#vote")).to_contain_text("about an earlier version")
    reviewer.get_by_role("radio", name="Send it", exact=True).check()
    reviewer.get_by_role("button", name="Change my vote").click()

    owner.goto(f"/approve/{draft}")
    owner.get_by_role("button", name="Yes, send exactly this").click()
    expect(
        owner.get_by_role("heading", name="Approved, and on its way").or_(owner.get_by_role("heading", name="Sent"))
    ).to_be_visible()
    owner.goto(f"/approve/{draft}")
    expect(owner.get_by_role("heading", name="Sent")).to_be_visible()
    assert came(employer) == [NOTE.replace(FROM, TO).strip()]
    reviewer.goto(way)
    expect(reviewer.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(reviewer.locator("body")).not_to_contain_text("Meadow Hall")


@pytest.mark.parametrize("width", [390, 1200])
def test_the_pages_have_no_barriers_and_fit(desk, opened, draft, width) -> None:  # noqa: F811
    owner: Page = opened(desk.address, width=width)
    way = link_for(owner, draft, "Aunt Mary").removeprefix(desk.address)
    reviewer: Page = opened(desk.address, way, width=width)
    reviewer.get_by_label("What do you think of it?").fill("Good.")
    reviewer.get_by_role("button", name="Say it").click()
    reviewer.get_by_label("Don’t send it").check()
    reviewer.get_by_label("Why?").fill("Wait a day.")
    reviewer.get_by_role("button", name="Vote").click()
    for page, where in (
        (reviewer, way),
        (owner, f"/write/{draft}/eyes"),
        (owner, "/settings/reviews"),
        (owner, f"/write/{draft}"),
    ):
        page.goto(where)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_seeker_coach_and_link_reviewer_in_three_browsers_from_share_to_sent(centre, opened) -> None:  # noqa: F811
    centre.type("members", "found", "Harbour Careers", "--kind", "career-centre")

    def invited(name: str, role: str) -> str:
        said = centre.type("members", "invite", "1", "--email", f"{name}@people.example", "--role", role)
        return re.search(r"http://\S+/join/\S+", said)[0]

    coach: Page = opened(centre.address, invited("mia", "coach"))
    sign_up(coach, centre.home, "Mia")
    coach.get_by_role("button", name="Yes, join").click()
    hal: Page = opened(centre.address, invited("hal", "seeker"))
    sign_up(hal, centre.home, "Hal")
    hal.get_by_role("button", name="Yes, join").click()
    hal.goto("/start")
    hal.get_by_label("Your name").fill("Hal Reyes")
    hal.get_by_label("Your time zone").fill("Europe/London")
    hal.get_by_role("button", name="Go on").click()
    hal.goto("/add")
    for label, words in {
        "Employer": "Willow Care",
        "The job": "Night Manager",
        "Who interviews you?": "Ada Byrne <ada@willow.example>",
        "When does it begin?": "2026-03-02T13:00",
    }.items():
        hal.get_by_label(label).fill(words)
    hal.get_by_role("button", name="Add it").click()
    hal.goto("/write")
    hal.get_by_label("To whom").select_option(label="Ada Byrne, Willow Care")
    hal.get_by_role("button", name="Start me off").click()
    ready(hal)
    typed(hal, NOTE)
    saved(hal)
    hal.goto("/settings/reviews")
    hal.get_by_label("votes that each note needs").select_option("2")
    hal.get_by_role("button", name="Keep it").click()

    link = link_for(hal, 1, "Aunt Mary")
    hal.locator("select[name=who]").select_option(label="Mia")
    hal.get_by_role("button", name="Make a link").click()
    expect(hal.get_by_text("among their reviews")).to_be_visible()
    aunt: Page = opened(centre.address, link.removeprefix(centre.address), width=390)
    coach.goto("/reviews")
    coach.get_by_role("link", name="thank-you").click()
    for reviewer in (aunt, coach):
        reviewer.get_by_role("radio", name="Send it", exact=True).check()
        reviewer.get_by_role("button", name="Vote").click()
        expect(reviewer.locator("#vote")).to_contain_text("You voted “send”")
    coach.get_by_label("What do you think of it?").fill("Good: short and warm.")
    coach.get_by_role("button", name="Say it").click()
    expect(aunt.locator("body")).not_to_contain_text("short and warm")

    hal.goto("/write/1/eyes")
    expect(hal.locator(".remarks")).to_contain_text("Good: short and warm.")
    hal.goto("/approve/1")
    hal.get_by_role("button", name="Yes, I send it myself").click()
    hal.get_by_role("button", name="I have sent it").click()
    expect(hal.get_by_role("heading", name="Sent")).to_be_visible()
    for reviewer in (aunt, coach):
        reviewer.reload()
        expect(reviewer.get_by_role("heading", name="Thank you")).to_be_visible()
