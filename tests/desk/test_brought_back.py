"""A database that its server's own tool brought back: what waited is settled before anything goes."""

from datetime import timedelta

from tests.desk.conftest import NOW, FakeCarrier, Scene


def test_nothing_goes_from_a_copy_before_it_was_settled(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.exports import reconcile_all
    from sincerely.desk.actions.sending import settle
    from sincerely.desk.loops.outbox import ready, tick

    message = scene.queued().id
    later = NOW + timedelta(minutes=1)
    assert reconcile_all(later) == 1
    assert ready([scene.actor.desk], later) == set()
    assert tick(scene.actor, carrier, scene.rulebook, later)
    assert scene.message(message).state == "unsure"
    settle(scene.actor, message, went=True, now=later)
    assert tick(scene.actor, carrier, scene.rulebook, later)
    assert carrier.delivered == []


def test_a_desk_where_nothing_waited_goes_on(scene: Scene) -> None:
    from sincerely.desk.actions.exports import reconcile_all
    from sincerely.desk.models import Desk

    scene.draft()
    Desk.objects.update(reconcile_since=NOW)
    assert reconcile_all(NOW) == 0
