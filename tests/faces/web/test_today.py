"""Today says in one glance what is owed to whom, and lets the person settle it."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.actions.replies import log_contact, log_received
from sincerely.terms import Channel, Stage


def test_an_empty_desk_says_how_to_begin(visitor, actor) -> None:
    page = visitor.page("/")
    assert "Nothing is owed today." in page
    assert "Add an interview" in page


def test_a_thank_you_is_owed_to_each_who_interviewed(visitor, scene) -> None:
    page = visitor.page("/")
    assert "Two notes are owed today." in page
    assert "Thank-you to Bob Byrne" in page
    assert "Thank-you to Charlie Chen" in page


def test_a_late_note_stands_first_and_is_the_next_one(visitor, scene) -> None:
    page = visitor.at(NOW + timedelta(days=4)).page("/")
    assert "notes are late" in page
    assert page.index("data-next") < page.index("Thank-you to Bob Byrne")


def test_the_next_note_is_begun_with_a_first_draft(visitor, scene) -> None:
    from sincerely.desk.queries.messages import messages

    visitor.send("/begin", application=scene.application, contact=scene.bob, stage="thank-you", channel="email")
    (draft,) = messages(scene.actor)
    assert draft.contact == scene.bob
    assert "Bob" in draft.body
    assert f'href="/write/{draft.id}" data-next' in visitor.page("/")


@pytest.mark.parametrize(
    "wrong",
    [{"stage": "dance"}, {"channel": "pigeon"}, {"contact": ""}, {"contact": "9" * 30}, {"contact": "-1"}, {"application": "x"}],
)
def test_a_note_that_makes_no_sense_is_told_in_a_sentence(visitor, scene, wrong) -> None:
    fields = {"application": scene.application, "contact": scene.bob, "stage": "thank-you", "channel": "email"} | wrong
    assert "That did not work yet" in visitor.send("/begin", status=422, **fields).content.decode()


def test_it_is_their_turn_after_the_thank_you_and_the_page_says_since_when_and_why(visitor, scene) -> None:
    for contact in (scene.bob, scene.charlie):
        log_contact(scene.actor, scene.application, contact=contact, channel=Channel.EMAIL, stage=Stage.THANK_YOU, now=NOW)
    page = visitor.page("/")
    assert "It is their turn" in page
    assert "Since today." in page
    assert "check-in from" in page


def test_an_answer_is_shown_until_it_is_read(visitor, scene) -> None:
    row = log_received(scene.actor, scene.application, contact=scene.bob, nature="human", text="We talk on Friday.", now=NOW)
    from sincerely.desk.models import Received

    Received.objects.update(read_at=None)
    assert "We talk on Friday." in visitor.page("/")
    visitor.send(f"/received/{row.id}/read")
    assert "We talk on Friday." not in visitor.page("/")


def test_a_nature_is_confirmed_or_mended(visitor, scene) -> None:
    from sincerely.desk.models import Received
    from sincerely.desk.queries.messages import received

    row = log_received(scene.actor, scene.application, contact=scene.bob, nature="rejection", text="No.", now=NOW)
    Received.objects.update(asks=True, sure=False, read_at=None)
    assert "Yes, that is right" in visitor.page("/")
    visitor.send(f"/received/{row.id}/nature", nature="question")
    known = received(scene.actor, row.id)
    assert (known.nature, known.asks, known.read_at is not None) == ("question", False, True)


def test_a_stop_is_asked_for_whom_it_was_said(visitor, scene) -> None:
    log_received(scene.actor, scene.application, contact=scene.bob, nature="stop", text="Please do not write.", now=NOW)
    assert "Yes, for all of them" in visitor.page("/")
    visitor.send(f"/contact/{scene.bob}/stop", whole="yes")
    page = visitor.page("/")
    assert "Yes, for all of them" not in page
    assert "Thank-you to Charlie" not in page


def test_a_thank_you_can_be_left_for_a_reason(visitor, scene) -> None:
    visitor.send(f"/interview/{scene.interview}/waive/{scene.bob}", reason="We spoke that evening")
    assert "Thank-you to Bob" not in visitor.page("/")
    assert (
        "reason is missing"
        in visitor.send(f"/interview/{scene.interview}/waive/{scene.charlie}", status=422, reason="").content.decode()
    )


def test_a_doubt_is_settled(visitor, scene) -> None:
    from sincerely.desk.models import Message

    note = scene.queued()
    Message.objects.update(state="unsure", trouble="The line broke.")
    assert "Did it go?" in visitor.page("/")
    visitor.send(f"/message/{note.id}/settle", went="yes")
    assert scene.message(note.id).state == "sent"


def test_today_asks_the_database_as_often_for_many_as_for_one(visitor, scene, django_assert_max_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from tests.desk.conftest import furnish

    visitor.page("/")
    with CaptureQueriesContext(connection) as few:
        visitor.page("/")
    for _ in range(5):
        furnish(scene.actor)
    with CaptureQueriesContext(connection) as many:
        visitor.page("/")
    assert len(many) == len(few)
