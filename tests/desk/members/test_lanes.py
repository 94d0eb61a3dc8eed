"""What is due over all desks: who has waited longest goes first, each in turn, and no desk keeps another waiting."""

from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene
from tests.desk.members.conftest import Centre

SOON = NOW + timedelta(minutes=1)


@pytest.fixture
def desks(centre: Centre, settings: Any) -> list[Scene]:
    settings.MEMBERS = True
    return [centre.desk(name) for name in ("Alice", "Dora")]


@pytest.fixture
def one_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody in lane 0."""
    from sincerely.desk.loops import lanes

    monkeypatch.setattr(lanes, "LANES", 1)


def queued(scene: Scene, contact: int, later: int = 0) -> int:
    from sincerely.desk.models import Message

    message = int(scene.queued(contact=contact).id)
    Message.objects.filter(pk=message).update(next_attempt=NOW + timedelta(seconds=later))
    return message


def test_the_longest_waiting_goes_first_one_of_each_desk(desks: list[Scene], one_lane: None) -> None:
    from sincerely.desk.loops.lanes import lanes_to_send, to_send

    alice, dora = desks
    second, first = queued(alice, alice.bob, 2), queued(alice, alice.charlie, 1)
    hers = queued(dora, dora.bob, 30)
    assert lanes_to_send(SOON) == [0]
    assert [message for _, message in to_send(0, SOON)] == [first, hers]
    assert [message for _, message in to_send(0, SOON, {alice.actor.desk})] == [hers]
    assert to_send(0, NOW) == []
    assert second not in [message for _, message in to_send(0, SOON)]


def test_samples_and_without_members_other_peoples_desks_are_left_alone(
    desks: list[Scene], one_lane: None, settings: Any
) -> None:
    from sincerely.desk.loops.lanes import to_send
    from sincerely.desk.models import Desk

    alice, dora = desks
    hers = queued(dora, dora.bob)
    queued(alice, alice.bob)
    Desk.objects.filter(pk=alice.actor.desk).update(sample=True)
    assert [message for _, message in to_send(0, SOON)] == [hers]
    settings.MEMBERS = False
    assert to_send(0, SOON) == []


def test_every_desk_is_in_one_lane(desks: list[Scene]) -> None:
    from sincerely.desk.loops.lanes import all_lanes, lane_of, to_send

    for scene in desks:
        queued(scene, scene.bob)
        found = [lane for lane in all_lanes() if scene.actor.desk in {actor.desk for actor, _ in to_send(lane, SOON)}]
        assert found == [lane_of(scene.actor.desk)]


def test_what_a_crash_or_a_restore_left_open_is_found(desks: list[Scene], one_lane: None) -> None:
    from sincerely.desk.loops.lanes import lanes_to_recover, to_recover
    from sincerely.desk.models import Desk, Message

    alice, dora = desks
    message = queued(alice, alice.bob)
    assert lanes_to_recover(SOON) == []
    Message.objects.filter(pk=message).update(state="sending", claimed_at=NOW)
    assert to_recover(0, SOON) == []
    assert [actor.desk for actor in to_recover(0, NOW + timedelta(minutes=4))] == [alice.actor.desk]
    Message.objects.filter(pk=message).update(handed_over_at=NOW)
    assert to_recover(0, NOW + timedelta(minutes=4)) == []
    assert lanes_to_recover(NOW + timedelta(minutes=11)) == [0]
    Desk.objects.filter(pk=dora.actor.desk).update(reconcile_since=NOW)
    assert dora.actor.desk in {actor.desk for actor in to_recover(0, SOON)}


def test_reminders_go_by_each_ones_own_clock(desks: list[Scene], one_lane: None) -> None:
    from sincerely.desk.loops.lanes import to_remind
    from sincerely.desk.models import Desk

    alice, dora = (scene.actor.desk for scene in desks)
    Desk.objects.filter(pk=alice).update(digest_hour=12)
    Desk.objects.filter(pk=dora).update(digest_hour=12, zone="America/New_York")
    assert [actor.desk for actor in to_remind(0, NOW)] == [alice]
    Desk.objects.filter(pk=alice).update(digest_on=NOW.date())
    assert [actor.desk for actor in to_remind(0, NOW + timedelta(hours=6))] == [dora]


def test_messages_of_two_desks_are_claimed_at_once_and_each_is_judged_by_its_own(desks: list[Scene]) -> None:
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.loops.outbox import claim_each
    from sincerely.desk.models import Message

    alice, dora = desks
    hers, his = queued(dora, dora.bob), queued(alice, alice.bob)
    log_received(alice.actor, alice.application, contact=alice.bob, nature="stop", now=NOW)
    Message.objects.filter(pk=his).update(state="queued", next_attempt=NOW)
    claimed = claim_each("outbox", [his, hers], alice.rulebook, SOON)
    assert [row.pk for row in claimed] == [hers]
    assert Message.objects.get(pk=hers).state == "sending"
    assert Message.objects.get(pk=his).state == "withdrawn"
    assert claim_each("outbox", [his, hers], alice.rulebook, SOON) == []


def test_a_worker_serves_each_desk_in_turn_and_one_that_cannot_send_holds_up_nobody(
    desks: list[Scene], one_lane: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("prometheus_client")
    from sincerely.project import rounds
    from sincerely.project.metering import Meter

    alice, dora = desks
    for contact in (alice.bob, alice.charlie):
        queued(alice, contact)
    queued(dora, dora.bob, 40)
    carrier, off = FakeCarrier(), set[int]()
    monkeypatch.setattr(rounds, "open_ways", lambda desks, now: dict.fromkeys(set(desks) - off, (carrier, None)))
    worker = rounds.Rounds(lambda: SOON, Event(), Meter(lambda: SOON))
    worker.rulebook = alice.rulebook
    off.add(alice.actor.desk)
    worker.send(0)
    assert [sender for _, sender, _ in carrier.delivered] == ["dora@people.example"]
    queued(dora, dora.charlie, 40)
    off.clear()
    worker.send(0)
    senders = [sender for _, sender, _ in carrier.delivered[1:]]
    assert sorted(senders) == ["alice@people.example"] * 2 + ["dora@people.example"]
    assert senders[-1] == "alice@people.example", "her one note does not wait for all of Alice's"


def test_what_reviewers_said_is_told_where_it_is_wanted(desks: list[Scene], one_lane: None) -> None:
    from tests.desk.test_reviews import said, shared

    from sincerely.desk.loops.lanes import lanes_to_tell, to_tell
    from sincerely.desk.models import Desk

    dora = desks[1]
    for scene in desks:
        said(shared(scene, scene.draft().id)[2], scene, "rota work")
    assert (lanes_to_tell(), to_tell(0)) == ([], [])
    Desk.objects.filter(pk=dora.actor.desk).update(review_mail=True)
    assert lanes_to_tell() == [0]
    assert [actor.desk for actor in to_tell(0)] == [dora.actor.desk]
