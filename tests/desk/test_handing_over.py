"""Messages that the person sends themselves: from one place only, and what was said by mistake taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.desk.conftest import FakeCarrier, Scene

from sincerely.desk.actions.handing_over import hand_to_person, not_sent_after_all
from sincerely.desk.actions.sending import sent_by_hand
from sincerely.desk.errors import DeskError
from sincerely.desk.loops.outbox import tick
from sincerely.post.carriers import CarrierError, by_hand, eml, mailto, smtp

pytestmark = pytest.mark.django_db


def test_a_message_in_the_persons_hands_does_not_leave_by_the_outbox_as_well(scene: Scene, tmp_path: Path) -> None:
    waiting = scene.queued()
    handed = hand_to_person(scene.actor, waiting.id, eml.Carrier(eml.Config(str(tmp_path))), now=scene.now)
    assert Path(handed.receipt.place).exists()
    assert handed.wait == ()
    outbox = FakeCarrier()
    while tick(scene.actor, outbox, scene.rulebook, scene.later(hours=1)):
        pass
    assert outbox.delivered == []
    assert scene.message(waiting.id).state == "approved"
    assert sent_by_hand(scene.actor, waiting.id, now=scene.now).state == "sent"


def test_it_says_where_the_moment_is_wrong(scene: Scene) -> None:
    first = scene.approved()
    sent_by_hand(scene.actor, first.id, now=scene.now)
    early = scene.approved(stage="check-in", body="Dear Bob,\n\nAny news?\n\nAlice Archer", contact=scene.charlie)
    assert hand_to_person(scene.actor, early.id, mailto.Carrier(), now=scene.now).wait


def test_only_what_was_approved_is_handed_over_and_never_by_a_server(scene: Scene) -> None:
    with pytest.raises(DeskError, match="approve it first"):
        hand_to_person(scene.actor, scene.draft().id, mailto.Carrier(), now=scene.now)
    with pytest.raises(DeskError, match="sends by itself"):
        hand_to_person(scene.actor, scene.queued().id, smtp.Carrier(smtp.Config("h")), now=scene.now)


def test_where_it_cannot_be_handed_over_it_waits_as_before(scene: Scene) -> None:
    waiting = scene.queued()
    broken = FakeCarrier(CarrierError("permanent", "No room."))
    broken.automatic = False
    with pytest.raises(CarrierError):
        hand_to_person(scene.actor, waiting.id, broken, now=scene.now)
    assert scene.message(waiting.id).state == "queued"


def test_the_words_of_a_call_are_shown(scene: Scene) -> None:
    call = scene.approved(channel="call", body="Hello Bob, this is Alice Archer.", subject=None)
    assert "Hello Bob" in hand_to_person(scene.actor, call.id, by_hand.Carrier(), now=scene.now).receipt.words


def test_a_word_said_by_mistake_is_taken_back_and_owed_again(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    message = scene.approved()
    scene.later(minutes=100)
    owed = [touch.contact_name for touch in due(scene.actor, scene.now).today]
    sent_by_hand(scene.actor, message.id, now=scene.now)
    assert [touch.contact_name for touch in due(scene.actor, scene.now).today] != owed
    assert not_sent_after_all(scene.actor, message.id, now=scene.now).state == "approved"
    assert [touch.contact_name for touch in due(scene.actor, scene.now).today] == owed


def test_what_a_server_took_cannot_be_taken_back(scene: Scene) -> None:
    message = scene.queued()
    tick(scene.actor, FakeCarrier(), scene.rulebook, scene.now + timedelta(minutes=1))
    with pytest.raises(DeskError, match="not by your own word"):
        not_sent_after_all(scene.actor, message.id, now=scene.now)
