"""From nothing to the first note, in a real browser, with scripts and without; the keys of Today; a page that is light."""

import gzip

import pytest

pytestmark = pytest.mark.server
# What a first page may weigh, packed.
MOST_BYTES = 150_000


def begun(page) -> None:
    """The three steps of the first run, up to the interview that ended an hour ago."""
    page.get_by_label("Your name, as you sign").fill("Lena Brandt")
    page.get_by_label("Your e-mail address").fill("lena@brandt.example")
    page.get_by_label("Your time zone").fill("Europe/London")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("With my mail program").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Employer").fill("Northgate Bakery")
    page.get_by_label("The job").fill("Baker")
    page.get_by_label("Who interviews you?").fill("Ada Okafor <ada@northgate.example>, Head Baker")
    page.get_by_label("When does it begin?").fill("2026-03-02T14:00")
    page.get_by_role("button", name="Add it").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_nothing_to_a_note_that_is_sent_by_hand(desk_at, opened, scripts) -> None:
    page = opened(desk_at(started=False).address, java_script_enabled=scripts)
    begun(page)
    page.get_by_label("Notes").fill("The new stone oven; rye bread for the market")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Today").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("One note is owed today.")
    page.get_by_role("button", name="Write", exact=True).click()
    assert page.get_by_role("heading", name="Thank-you to Ada Okafor").is_visible()
    page.get_by_role("button", name="Read it through").click()
    page.get_by_role("button", name="Yes, I send it myself").click()
    page.get_by_role("button", name="I have sent it").click()
    page.goto("/")
    assert "Nothing is owed today." in page.get_by_role("heading", level=1).inner_text()
    assert page.get_by_role("heading", name="It is their turn").is_visible()


def test_a_promise_is_understood_while_it_is_typed(desk_at, opened) -> None:
    page = opened(desk_at(started=False).address)
    begun(page)
    page.get_by_label("In their words").fill("by the end of next week")
    page.get_by_text("Understood: by Friday, 13 March.").wait_for()
    page.get_by_role("button", name="Keep the promise in mind").click()
    page.locator(".told").get_by_text("An answer was promised by Fri 13 Mar").wait_for()


@pytest.fixture
def sample(desk_at, opened):
    """A tab at Today of the sample desk."""
    page = opened(desk_at("2026-03-04T12:00:00Z", started=False).address)
    page.get_by_role("button", name="Look round").click()
    page.get_by_text("This is a sample desk.").wait_for()
    # Keys are heard once the scripts are there.
    page.wait_for_load_state()
    return page


def test_one_key_leads_to_the_next_note(sample) -> None:
    sample.keyboard.press("n")
    sample.get_by_role("heading", name="Thank-you to Joan Teller").wait_for()


def test_one_key_says_yes_to_what_an_answer_is(sample) -> None:
    sample.keyboard.press("y")
    sample.get_by_text("The plan for Orchard Street School follows it.").wait_for()
    assert sample.get_by_text("It looks like").count() == 0


def test_keys_walk_through_the_lines_and_open_the_help(sample) -> None:
    sample.keyboard.press("j")
    first = sample.evaluate("document.activeElement.outerHTML")
    sample.keyboard.press("j")
    assert sample.evaluate("document.activeElement.outerHTML") != first
    sample.keyboard.press("k")
    assert sample.evaluate("document.activeElement.outerHTML") == first
    sample.keyboard.press("?")
    sample.get_by_role("heading", name="Keys").wait_for()


def test_keys_rest_while_one_types(sample) -> None:
    sample.goto("/add")
    sample.get_by_label("Employer").press_sequentially("nat?y")
    assert sample.get_by_label("Employer").input_value() == "nat?y"


def test_the_first_tab_stop_leads_past_the_head(sample) -> None:
    sample.keyboard.press("Tab")
    sample.keyboard.press("Enter")
    assert sample.evaluate("document.activeElement.id") == "main"


def test_one_click_makes_it_dark_and_it_stays_so(sample) -> None:
    bright = sample.evaluate("getComputedStyle(document.body).backgroundColor")
    sample.get_by_role("button", name="Dark page").click()
    sample.wait_for_selector("html[data-theme=dark]")
    sample.goto("/help")
    assert sample.evaluate("getComputedStyle(document.body).backgroundColor") != bright
    assert sample.get_by_role("button", name="Light page").is_visible()


def test_one_click_removes_the_sample(sample) -> None:
    sample.get_by_role("button", name="Remove it and start my own").click()
    sample.get_by_role("heading", name="Who are you?").wait_for()


def test_a_second_click_adds_nothing_twice(sample) -> None:
    sample.goto("/add")
    sample.get_by_label("Employer").fill("Twice Ltd")
    sample.get_by_role("button", name="Add it").dblclick()
    sample.get_by_role("heading", name="An application").wait_for()
    sample.goto("/applications?q=Twice")
    assert sample.get_by_role("link", name="Twice Ltd").count() == 1


def test_the_first_page_is_light(desk_at, opened) -> None:
    page = opened(desk_at(started=False).address, "/help")
    bodies = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    page.goto("/start", wait_until="networkidle")
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST_BYTES


def test_nothing_moves_for_those_who_asked_for_it(desk_at, opened) -> None:
    page = opened(desk_at(started=False).address, reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert page.evaluate(moving) == 0
