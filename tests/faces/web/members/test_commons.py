"""Members speak below the advice; nobody else does, and alone the pages are as they were."""

import re
from html import unescape

import pytest
from tests.desk.members.commons import FRAME, LETTER, complain, made, offered, on, opine, published, say

SAID = "/advice/check-in/said"


@pytest.fixture
def people(centre, at_noon):
    centre.join("Edda", "editor")
    return centre.people


@pytest.fixture
def at(people, signed_in):
    """Somebody's browser, by name."""
    browsers: dict = {}
    return lambda name: browsers.setdefault(name, signed_in(people[name]))


def page(client, way: str, status: int = 200) -> str:
    answer = client.get(way)
    assert answer.status_code == status, answer.content.decode()[:1500]
    return unescape(answer.content.decode())


def send(client, way: str, status: int = 302, **fields) -> str:
    answer = client.post(way, fields)
    assert answer.status_code == status, answer.content.decode()[:1500]
    return answer.headers.get("Location") or unescape(answer.content.decode())


def test_a_remark_stands_below_its_article_for_others_there(at) -> None:
    assert send(at("Alice"), SAID, do="say", words="It <b>worked</b> for me.") == "/advice/check-in#said"
    raw = at("Dora").get("/advice/check-in").content.decode()
    assert "It &lt;b&gt;worked&lt;/b&gt; for me." in raw
    assert "A seeker in your organisation" in raw
    assert "worked" not in page(at("Eve"), "/advice/check-in")
    send(at("Eve"), SAID, 404, do="say", words="Hello?")


def test_a_hard_word_is_told_and_kept_for_mending(at) -> None:
    told = send(at("Alice"), SAID, 422, do="say", words="You are rude idiots.")
    assert "Somebody may be hurt by this: “You are rude idiots" in told
    assert re.search(r"<textarea[^>]*>You are rude idiots\.</textarea>", told)
    assert "idiots" not in page(at("Dora"), "/advice/check-in")


def test_the_address_of_a_form_leads_to_its_page(at) -> None:
    assert at("Alice").get(f"{SAID}?page=2").headers["Location"] == "/advice/check-in?page=2#said"
    assert at("Edda").get("/advice/templates/offer?page=2").headers["Location"] == "/advice/templates?page=2#offer"


def test_a_vote_is_cast_changed_and_taken_back(at) -> None:
    for verb, told in (("helped", "1 of 1"), ("not", "0 of 1"), ("neither", "Nobody has said yet")):
        send(at("Alice"), SAID, do=verb)
        assert told in page(at("Dora"), "/advice/check-in")
    assert 'value="helped" class="second" aria-pressed="false"' in page(at("Alice"), "/advice/check-in")
    send(at("Alice"), SAID, do="helped")
    assert 'value="neither" class="second" aria-pressed="true"' in page(at("Alice"), "/advice/check-in")


def test_outside_an_organisation_and_before_the_door_the_sum_alone_stands_there(at, stranger) -> None:
    send(at("Alice"), SAID, do="helped")
    send(at("Alice"), SAID, do="say", words="Try it.")
    for client in (at("Eve"), stranger):
        shown = page(client, "/advice/check-in")
        assert "1 of 1</strong> found this helpful" in shown
        assert "Try it." not in shown
        assert "<textarea" not in shown


def test_the_shelf_has_first_what_helped(at, people) -> None:
    names = re.findall(r'href="/advice/([a-z-]+)"', page(at("Eve"), "/advice").partition("<h2")[2])
    last = next(name for name in reversed(names) if name not in ("templates", "examples"))
    opine(people["Alice"], on("article", last))
    shown = page(at("Dora"), "/advice")
    shelf = next(part for part in shown.split("<section") if f"/advice/{last}" in part)
    assert re.findall(r'href="/advice/([a-z-]+)"', shelf)[0] == last
    assert "helpful for 1 of 1" in shelf


def test_alone_the_pages_are_as_they_were(visitor, scene) -> None:
    assert "<textarea" not in visitor.page("/advice/check-in")
    assert "/advice/templates" not in visitor.page("/advice")
    visitor.page("/advice/templates", 404)


def test_an_example_is_covered_read_through_mended_and_published(at) -> None:
    alice, dora = at("Alice"), at("Dora")
    way = send(alice, "/advice/examples/make", title="After a long talk", text=LETTER)
    shown = page(alice, way)
    assert "Helen" not in shown
    words = re.search(r"<textarea[^>]*>(.*?)</textarea>", shown, re.S)[1].strip()
    seen = re.search(r'name="seen" value="(\w+)"', shown)[1]
    assert send(alice, way, do="publish", seen=seen, text=f"{words}\n\nGreetings to Helen Ward.") == way
    shown = page(alice, way)
    assert "Helen" not in shown
    assert "After a long talk" not in page(dora, "/advice/examples")
    words = re.search(r"<textarea[^>]*>(.*?)</textarea>", shown, re.S)[1].strip().replace("\n", "\r\n")
    assert send(alice, way, 422, do="publish", seen=seen, text=words).count("changed in the meantime")
    seen = re.search(r'name="seen" value="(\w+)"', shown)[1]
    public = send(alice, way, do="publish", seen=seen, text=words)
    assert "After a long talk" in page(dora, "/advice/examples")
    assert "Greetings to" in page(dora, public)
    send(dora, public, do="say", words="That is how I would like to write.")
    assert "waits for your yes" not in page(alice, "/advice/examples")
    assert send(alice, public.replace("#said", "") + "/withdraw") == "/advice/examples"
    page(dora, public, 404)


def test_one_of_ones_letters_is_chosen(centre, at) -> None:
    note = centre.desk("Alice").draft()
    assert f'value="{note.id}"' in page(at("Alice"), "/advice/examples/make")
    way = send(at("Alice"), "/advice/examples/make", title="Mine", letter=str(note.id))
    assert "Bob" not in page(at("Alice"), way)


def test_what_is_not_published_is_nobody_elses(at, people) -> None:
    number = made(people["Alice"])
    for name in ("Dora", "Ada", "Eve"):
        for way in (f"/advice/examples/{number}", f"/advice/examples/{number}/own"):
            page(at(name), way, 404)
        send(at(name), f"/advice/examples/{number}/withdraw", 404)


def test_an_editor_offers_a_template_and_a_member_begins_with_it(centre, at) -> None:
    alice = centre.desk("Alice")
    told = {"title": "Thank you", "stage": "thank-you", "channel": "email", "subject": "Thank you for your time"}
    refused = send(at("Edda"), "/advice/templates/offer", 422, **told, body="Dear {boss},\n\nThank you.\n\nKind regards,\n{me}")
    assert "There is no blank {boss}" in refused
    assert "Dear {boss}," in refused
    send(at("Alice"), "/advice/templates/offer", 404, **told, body=FRAME)
    way = send(at("Edda"), "/advice/templates/offer", **told, body=FRAME)
    assert "Thank you" in page(at("Alice"), "/advice/templates")
    assert "Called" not in page(at("Alice"), "/advice/templates?stage=check-in")
    write = send(at("Alice"), f"{way}/use", contact=str(alice.bob))
    assert re.match(r"/write/\d+", write)
    assert "[insert: what you talked about]" in page(at("Alice"), write)
    send(at("Alice"), f"{way}/use", contact="")
    assert "The page did not say which contact is meant" in page(at("Alice"), way)
    send(at("Alice"), f"{way}/withdraw", 404)
    assert send(at("Ada"), f"{way}/withdraw") == "/advice/templates"
    page(at("Alice"), way, 404)


def test_a_report_is_decided_and_its_author_reads_why(at, people) -> None:
    number = say(people["Alice"], on("article", "check-in"), "Mr Moss of Willow Care never answers.")
    send(at("Dora"), SAID, 422, do=f"report:{number}")
    send(at("Dora"), SAID, **{"do": f"report:{number}", f"reason:{number}": "It names somebody."})
    for name in ("Alice", "Dora", "Mia", "Eve"):
        page(at(name), "/advice/moderation", 404)
        send(at(name), f"/advice/remarks/{number}/ruling", 404, what="hide", reason="No.")
    shown = page(at("Edda"), "/advice/moderation")
    assert "It names somebody." in shown
    assert "Alice" not in shown.partition("<main")[2]
    send(at("Edda"), f"/advice/remarks/{number}/ruling", what="hide", reason="")
    assert "Say in a few words why" in page(at("Edda"), "/advice/moderation")
    send(at("Edda"), f"/advice/remarks/{number}/ruling", what="hide", reason="Please leave his name out.")
    assert "Mr Moss" not in page(at("Dora"), "/advice/check-in")
    assert "Please leave his name out." in page(at("Alice"), "/advice/check-in")
    assert "Nothing waits." in page(at("Ada"), "/advice/moderation")
    send(at("Ada"), f"/advice/remarks/{number}/ruling", what="keep", reason="He is a public person.")
    assert "Mr Moss" in page(at("Dora"), "/advice/check-in")


def test_an_example_is_reported_and_hidden(at, people) -> None:
    number = published(people["Alice"])
    way = f"/advice/examples/{number}"
    send(at("Dora"), way, **{"do": "report", "reason:": "It is not a note."})
    assert "It is not a note." in page(at("Ada"), "/advice/moderation")
    send(at("Ada"), f"{way}/ruling", what="hide", reason="It is an advertisement.")
    page(at("Dora"), way, 404)
    assert "It is an advertisement." in page(at("Alice"), "/advice/examples")


def test_what_one_said_is_taken_along_without_a_desk(at, people) -> None:
    say(people["Mia"], on("article", "check-in"), "Mine.")
    say(people["Alice"], on("article", "check-in"), "Hers.")
    answer = at("Mia").get("/account/said.json")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert [row["words"] for row in answer.json()["commons"]["remark"]] == ["Mine."]


@pytest.mark.parametrize("said", ["", "what", "helped:x", "unsay:", f"unsay:{2**70}", "report:-1"])
def test_a_button_that_is_none_is_told(at, said) -> None:
    send(at("Alice"), SAID, 422, do=said)


def test_no_page_asks_more_often_where_more_was_said(centre, at, people) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(way: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            page(at("Ada"), way)
        return len(captured)

    def more(count: int) -> None:
        for _ in range(count):
            number = len(centre.people)
            who = centre.join(f"Member{number}")
            about = [on("remark", say(who, on("article", "check-in"))), on("example", published(who))]
            say(who, on("template", template))
            say(who, about[1])
            opine(people["Dora"], about[0])
            for thing in about:
                complain(people["Noor"], thing)
            offered(people["Edda"])

    template = offered(people["Edda"])
    more(1)
    example = published(people["Alice"])
    ways = ["/advice", "/advice/check-in", "/advice/templates", f"/advice/templates/{template}", "/advice/examples"]
    ways += [f"/advice/examples/{example}", "/advice/examples/make", "/advice/moderation"]
    for way in ways:
        asked(way)
    before = [asked(way) for way in ways]
    more(6)
    assert [asked(way) for way in ways] == before
