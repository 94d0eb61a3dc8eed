"""A second pair of eyes without scripts: the owner's page, and the reviewer's."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests.desk.conftest import NOTE, NOW
from tests.faces.web.visitor import HOST

from sincerely.faces.web import look

GONE = "There is nothing to read here"


@pytest.fixture(autouse=True)
def fresh_turnstiles():
    for turnstile in (look.PER_LINK, look.PER_CALLER, look.MISSES):
        turnstile.passed.clear()


@pytest.fixture
def draft(scene):
    return scene.draft()


def shared(visitor, number: int, **fields) -> str:
    """The address of a new link, as the page shows it this once."""
    page = visitor.send(f"/write/{number}/eyes", status=200, **{"do": "share", "name": "Aunt Mary", **fields}).content.decode()
    return re.search(r'value="http://127.0.0.1(/look/[\w-]{43})"', page)[1]


def stranger(ip: str = HOST) -> Client:
    return Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST, HTTP_X_REAL_PEER=ip, enforce_csrf_checks=True)


def edition(page: str) -> str:
    return re.search(r'name="seen" value="(\w{16})"', page)[1]


def said(visitor, way: str, sentence: str, **fields) -> str:
    """What a reviewer's form sends, and the page after it."""
    page = visitor.page(way)
    picks = re.findall(r'name="about" value="([\w:]*)"[^>]*><span[^>]*>([^<]*)', page)
    about = next(value for value, words in picks if sentence in words)
    answer = stranger().post(way, {"do": "say", "about": about, "seen": edition(page), **fields})
    assert answer.status_code in (302, 409, 422), answer.content.decode()[:500]
    return answer.content.decode() or visitor.page(way)


def test_from_a_link_to_a_comment_that_is_taken_over(visitor, scene, draft) -> None:
    way = shared(visitor, draft.id)
    assert "Aunt Mary" not in visitor.page(way)
    said(visitor, way, "rota work", words="Say where.", only="fit in well", instead="help you from the first night")
    assert "Rather:" in visitor.page(f"/write/{draft.id}/eyes")
    beside = visitor.page(f"/write/{draft.id}")
    (take,) = re.findall(r'value="(accept:\d+)"', beside)
    visitor.send(f"/write/{draft.id}/eyes", do=take)
    assert scene.message(draft.id).body == NOTE.replace("fit in well", "help you from the first night")
    assert "taken over" in visitor.page(way)


def test_a_suggestion_is_taken_over_beside_the_words_and_what_was_typed_is_kept(visitor, scene, draft) -> None:
    from tests.faces.web.test_write import form

    way = shared(visitor, draft.id)
    said(visitor, way, "rota work", only="fit in well", instead="help")
    (take,) = re.findall(r'value="(accept:\d+)"', visitor.page(f"/write/{draft.id}"))
    visitor.send(f"/write/{draft.id}", **form(draft, do=take, body=NOTE + "\nPS"))
    assert scene.message(draft.id).body == (NOTE + "\nPS").replace("fit in well", "help")


def test_votes_hold_and_open_the_page_of_the_yes(visitor, scene, draft) -> None:
    visitor.send("/settings/reviews", votes="1", mail="1")
    way = shared(visitor, draft.id)
    assert "wants one “send” vote" in visitor.page(f"/approve/{draft.id}")
    seen = edition(visitor.page(way))
    answer = stranger().post(way, {"do": "vote", "vote": "don't", "seen": seen, "reason": "Too early."})
    assert answer.status_code == 302
    assert "Answer that first" in visitor.page(f"/approve/{draft.id}")
    (button,) = re.findall(r'value="(answer-vote:\d+)"', visitor.page(f"/write/{draft.id}/eyes"))
    visitor.send(
        f"/write/{draft.id}/eyes",
        **{"do": button, f"vote-{button.replace('-vote', '').replace('answer', 'answer')}": "They asked."},
    )
    assert "Answer that first" not in visitor.page(f"/approve/{draft.id}")
    stranger().post(way, {"do": "vote", "vote": "send", "seen": seen})
    assert "Is this what you want to say?" in visitor.page(f"/approve/{draft.id}")


def test_the_page_of_a_link_keeps_out_search_engines_other_hosts_and_cookies(visitor, draft) -> None:
    answer = stranger().get(shared(visitor, draft.id))
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "connect-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    page = answer.content.decode()
    assert not re.findall(r'(?:href|src|action)="(?!/static/|#)[^"]*"', page)


def test_a_guessed_an_expired_and_a_revoked_link_are_answered_alike(visitor, scene, draft) -> None:
    expired, revoked = shared(visitor, draft.id, days="3"), shared(visitor, draft.id)
    (unshare, *_) = re.findall(r'value="(unshare:2)"', visitor.page(f"/write/{draft.id}/eyes"))
    visitor.send(f"/write/{draft.id}/eyes", do=unshare)
    visitor.at(NOW + timedelta(days=4))
    answers = [stranger().get(way) for way in (expired, revoked, "/look/" + "x" * 43, "/look/a", "/look/%F0%9F%98%80")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert GONE in answers[0].content.decode()
    posted = [stranger().post(way, {"do": "vote", "vote": "send"}) for way in (expired, revoked, "/look/" + "x" * 43)]
    assert len({(answer.status_code, answer.content) for answer in posted}) == 1


def test_who_guesses_links_is_asked_to_wait_whatever_they_ask_for_next(visitor, draft) -> None:
    way = shared(visitor, draft.id)
    for number in range(20):
        visitor.page(f"/look/{number:043d}", status=404)
    assert "One moment" in visitor.page(way, status=429)
    assert "One moment" in visitor.page("/look/" + "y" * 43, status=429)
    visitor.at(NOW + timedelta(minutes=11)).page(way)


def test_one_link_is_not_asked_for_without_end(visitor, draft) -> None:
    way = shared(visitor, draft.id)
    answers = [stranger().head(way).status_code for _ in range(121)]
    assert (answers[119], answers[120]) == (200, 429)


MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><svg onload=alert(1)>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "javascript:alert(1)",
    "<style>@import 'http://x.example'</style>",
)


@pytest.mark.parametrize("words", MARKUP)
def test_markup_in_what_reviewers_write_stays_words(visitor, draft, words) -> None:
    way = shared(visitor, draft.id, name=words)
    said(visitor, way, "rota work", words=words, instead=words)
    stranger().post(way, {"do": "vote", "vote": "don't", "reason": words, "seen": words})
    for page in (visitor.page(f"/write/{draft.id}/eyes"), visitor.page(f"/write/{draft.id}"), visitor.page(way)):
        main = page.partition("<main")[2]
        assert not re.search(r"<(script|img|svg|style|iframe)\b", main)
        assert not re.search(r"<[^>]+\son\w+=", main.replace("&quot;", ""))
        assert "1414" not in main


def test_what_is_wrong_is_told_and_what_was_typed_stays(visitor, scene, draft) -> None:
    from sincerely.desk.actions.drafts import edit_draft

    way = shared(visitor, draft.id)
    huge = said(visitor, way, "rota work", words="a" * 5000)
    assert "longer than 4,000 characters" in huge
    assert "aaaa" in huge
    assert "stand nowhere" in said(visitor, way, "rota work", only="lighthouse", instead="x")
    old = edition(visitor.page(way))
    edit_draft(scene.actor, draft.id, body=NOTE.upper(), now=NOW, rulebook=scene.rulebook)
    answer = stranger().post(way, {"do": "say", "about": "body:0:9", "seen": old, "words": "My thought"})
    assert answer.status_code == 409
    assert "My thought" in answer.content.decode()


@pytest.mark.parametrize("do", ["", "dance", "say", "vote", "answer:x", "answer:999", "accept:1", "share"])
def test_a_reviewer_can_do_nothing_else(visitor, scene, draft, do) -> None:
    way = shared(visitor, draft.id)
    assert stranger().post(way, {"do": do}).status_code == 422
    assert scene.message(draft.id).body == NOTE


@pytest.mark.parametrize(
    "do", ["dance", "accept:", "accept:99", "unshare:99", "forget:x", "answer-vote:7", "settle:0", "answer:1"]
)
def test_buttons_of_the_owners_page_that_make_no_sense_break_nothing(visitor, scene, draft, do) -> None:
    answer = visitor.client.post(f"/write/{draft.id}/eyes", {"do": do})
    assert answer.status_code in (404, 422)


def test_a_covered_page_holds_no_name_anywhere(visitor, scene) -> None:
    note = scene.draft(body=NOTE.replace("today", "and Charlie's today at Willow Care"), subject="Thank you, Mr Byrne")
    way = shared(visitor, note.id, hidden="1", facts=["job", "interview", "notes"])
    said(visitor, way, "night shifts", words="Good.")
    page = visitor.page(way)
    for secret in ("Bob", "Byrne", "Charlie", "Chen", "Willow", "Alice", "Archer"):
        assert secret not in page, secret


def test_the_page_of_a_note_that_left_says_thank_you_and_shows_nothing(visitor, scene) -> None:
    from sincerely.desk.actions.sending import sent_by_hand

    note = scene.approved()
    way = shared(visitor, note.id)
    sent_by_hand(scene.actor, note.id, now=NOW)
    page = visitor.page(way)
    assert "Thank you" in page
    assert "night shifts" not in page
    assert "Closed: the note is sent" in visitor.page(f"/write/{note.id}/eyes")
