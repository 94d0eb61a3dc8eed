"""Up to the last moment: what a person agreed to is what goes, and a stop, a reply or their own word still counts."""

from datetime import timedelta

import pytest
from tests.desk.conftest import FakeCarrier, Scene
from tests.desk.test_outbox import run

from sincerely.post.carriers import CarrierError, Failure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "changed", [{"bcc": ["eve@thief.example"]}, {"to": "eve@thief.example"}, {"sender": "eve@thief.example"}]
)
def test_who_gets_it_is_part_of_the_yes(scene: Scene, carrier: FakeCarrier, changed: dict) -> None:
    from sincerely.desk.models import Message

    queued = scene.queued()
    Message.objects.filter(pk=queued.id).update(**changed)
    run(scene, carrier)
    assert carrier.delivered == []
    assert "no longer the one" in scene.message(queued.id).held[0]


@pytest.mark.parametrize("how", ["stop", "withdraw"])
def test_until_the_mark_a_claimed_message_can_still_be_stopped(scene: Scene, how: str) -> None:
    from sincerely.desk.actions.contacts import stop_contact
    from sincerely.desk.actions.sending import withdraw

    queued = scene.queued()

    class Slow(FakeCarrier):
        """Somebody changes their mind while it signs in."""

        def deliver(self, raw, sender, recipients, before_data=lambda: None):
            if how == "stop":
                stop_contact(scene.actor, scene.bob, now=scene.now)
            else:
                withdraw(scene.actor, queued.id, now=scene.now)
            return super().deliver(raw, sender, recipients, before_data)

    slow = Slow()
    run(scene, slow)
    assert slow.delivered == []
    assert scene.message(queued.id).state == "withdrawn"


def test_a_reply_while_the_outbox_signs_in_takes_a_check_in_back(scene: Scene) -> None:
    from sincerely.desk.actions.replies import log_received

    scene.later(days=12)
    queued = scene.queued(stage="check-in")

    class Slow(FakeCarrier):
        def deliver(self, raw, sender, recipients, before_data=lambda: None):
            log_received(scene.actor, scene.application, contact=scene.charlie, nature="human", now=scene.later(minutes=1))
            return super().deliver(raw, sender, recipients, before_data)

    slow = Slow()
    run(scene, slow)
    assert slow.delivered == []
    assert scene.message(queued.id).state == "withdrawn"


def test_a_message_that_no_server_could_take_fails_alone_and_sending_goes_on(scene: Scene) -> None:
    first, second = scene.queued(), scene.queued(contact=scene.charlie)
    broken = FakeCarrier(CarrierError(Failure.PERMANENT, "The message has broken line ends.", own=True))
    assert run(scene, broken) == 2
    assert [scene.message(one.id).state for one in (first, second)] == ["failed", "failed"]


def test_a_copy_that_the_server_does_not_know_is_told_and_its_address_marked(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.queries.applications import contact
    from sincerely.post.carriers import Receipt

    class Partly(FakeCarrier):
        def deliver(self, raw, sender, recipients, before_data=lambda: None):
            before_data()
            why = "The server refused charlie@willow.example: 550 5.1.1 unknown"
            return Receipt("fake", True, "250 taken", refused=(("charlie@willow.example", why),), bad=("charlie@willow.example",))

    queued = scene.queued()
    run(scene, Partly())
    assert scene.message(queued.id).state == "sent"
    assert "550 5.1.1 unknown" in scene.message(queued.id).receipt
    assert contact(scene.actor, scene.charlie).email is None


def test_the_persons_word_tries_that_message_alone_and_at_once(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.loops.outbox import hasten, tick

    first, second = scene.queued(), scene.queued(contact=scene.charlie)
    run(scene, FakeCarrier(CarrierError(Failure.TEMPORARY, "Try later.", 451)))
    hasten(scene.actor, second.id, scene.now)
    while tick(scene.actor, carrier, scene.rulebook, scene.now, only=second.id):
        pass
    assert [scene.message(one.id).state for one in (first, second)] == ["queued", "sent"]


def test_haste_does_not_outrun_a_time_that_the_person_chose(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.sending import queue
    from sincerely.desk.loops.outbox import hasten, tick

    later = queue(scene.actor, scene.approved().id, now=scene.now, not_before=scene.now + timedelta(hours=2))
    hasten(scene.actor, later.id, scene.now)
    assert not tick(scene.actor, carrier, scene.rulebook, scene.now, only=later.id)
