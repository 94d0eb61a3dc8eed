"""Reading it through, saying yes, and what becomes of the note, without scripts."""

import pytest
from tests.desk.conftest import MEAN, NOTE

FULL = NOTE + "\n01632 960 333"


def yes_to(visitor, page: str, number: int, how: str = "self", status: int = 302):
    return visitor.send(f"/approve/{number}", status=status, read=read_in(page), how=how)


def read_in(page: str) -> str:
    """The hash of the bytes that a page shows."""
    return page.split('name="read" value="')[1].split('"')[0]


@pytest.fixture
def approved(visitor, scene) -> int:
    number = scene.draft(body=FULL).id
    yes_to(visitor, visitor.page(f"/approve/{number}"), number)
    return number


def test_the_bytes_that_are_shown_are_those_that_are_approved(visitor, scene) -> None:
    from sincerely.desk.actions.sending import export_eml

    number = scene.draft(body=FULL).id
    page = visitor.page(f"/approve/{number}")
    again = visitor.page(f"/approve/{number}")
    assert read_in(again) == read_in(page), "looking twice changes nothing"
    yes_to(visitor, page, number)
    raw = export_eml(scene.actor, number).decode()
    assert raw.split("Message-ID: ")[1].split("\n")[0].strip().strip("<>") in page
    assert scene.message(number).state == "approved"


def test_a_held_note_has_no_yes_and_says_why(visitor, scene) -> None:
    number = scene.draft(body=MEAN).id
    page = visitor.page(f"/approve/{number}")
    assert 'name="read"' not in page
    assert "Something still keeps this one back" in page
    visitor.send(f"/approve/{number}", read="", how="self", status=422)
    assert scene.message(number).state == "draft"


def test_a_second_yes_changes_nothing(visitor, scene, approved) -> None:
    before = scene.message(approved).sha256
    visitor.send(f"/approve/{approved}", read=before, how="send")
    assert (scene.message(approved).state, scene.message(approved).sha256) == ("approved", before)


def test_the_mail_program_gets_a_link_and_the_file_the_bytes(visitor, scene, approved) -> None:
    visitor.page(f"/approve/{approved}/note.eml", status=404)
    visitor.send(f"/approve/{approved}/mail-program")
    assert 'href="mailto:bob@willow.example' in visitor.page(f"/approve/{approved}")
    visitor.send(f"/approve/{approved}/file")
    assert "Download note-" in visitor.page(f"/approve/{approved}")
    assert "Meadow Hall" in visitor.page(f"/approve/{approved}/note.eml")


def test_done_by_hand_and_not_after_all(visitor, scene, approved) -> None:
    visitor.send(f"/approve/{approved}/done")
    assert scene.message(approved).state == "sent"
    assert "I did not send it after all" in visitor.page(f"/approve/{approved}")
    visitor.send(f"/approve/{approved}/not-sent")
    visitor.send(f"/approve/{approved}/change")
    assert scene.message(approved).state == "draft"


@pytest.mark.parametrize("way", ["send", "went", "not-gone", "again", "not-sent"])
def test_what_cannot_be_done_now_is_told_and_changes_nothing(visitor, scene, approved, way) -> None:
    visitor.send(f"/approve/{approved}/{way}")
    assert scene.message(approved).state in ("approved", "queued")
    assert 'class="toast' in visitor.page(f"/approve/{approved}")


def test_an_unknown_way_is_no_page(visitor, approved) -> None:
    visitor.send(f"/approve/{approved}/dance", status=404)


def test_a_call_is_logged_by_its_outcome(visitor, scene) -> None:
    number = scene.draft(channel="voicemail", body="Hello Bob, this is Alice Archer. My number is 01632 960 333.").id
    assert "Hello Bob" in visitor.page(f"/rehearse/{number}")
    visitor.send(f"/rehearse/{number}", outcome="no-answer")
    assert scene.message(number).state == "draft"
    visitor.send(f"/rehearse/{number}", outcome="dance", status=422)
    visitor.send(f"/rehearse/{number}", outcome="voicemail")
    from sincerely.desk.models import Event

    assert Event.objects.filter(kind="sent", channel="voicemail").count() == 1


@pytest.mark.parametrize(("seconds", "status"), [("12.5", 302), ("0", 422), ("nan", 422), ("1e9", 422), ("x", 422)])
def test_the_pace_is_measured_by_a_likely_reading(visitor, scene, seconds, status) -> None:
    number = scene.draft(channel="call", body="Hello Bob, this is Alice Archer. My number is 01632 960 333.").id
    visitor.send(f"/rehearse/{number}", seconds=seconds, status=status)


def test_a_letter_says_what_is_missing_and_then_shows_its_pages(visitor, scene) -> None:
    from sincerely.desk.actions.contacts import update_contact
    from sincerely.desk.actions.desk import update_profile

    number = scene.draft(channel="letter").id
    assert "postal address" in visitor.page(f"/letter/{number}")
    update_profile(scene.actor, postal_address="4 Quay Row\nGalway", now=scene.now)
    update_contact(scene.actor, scene.bob, postal_address="1 Pier Road\nCork", now=scene.now)
    assert f"/letter/{number}/1.png?paper=din" in visitor.page(f"/letter/{number}")
    answers = [visitor.client.get(f"/letter/{number}{way}") for way in ("/1.png", ".pdf", "/label.pdf", "/2.png")]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]
    assert answers[1].content.startswith(b"%PDF")
