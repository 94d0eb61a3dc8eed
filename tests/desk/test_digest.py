"""The daily reminder: only where wanted, only where something is owed, once a day."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene

from sincerely.post.carriers import CarrierError, Failure

pytestmark = pytest.mark.django_db


def wanted(scene: Scene, hour: object = 7) -> None:
    from sincerely.desk.actions.desk import update_profile

    update_profile(scene.actor, now=NOW, digest_hour=hour)


def tick(scene: Scene, carrier: FakeCarrier, **later: float) -> bool:
    from sincerely.desk.loops.digest import tick

    return tick(scene.actor.as_loop("digest"), carrier, NOW + timedelta(**later))


def test_what_is_owed_is_mailed_to_oneself_once_a_day(scene: Scene, carrier: FakeCarrier) -> None:
    wanted(scene)
    assert [tick(scene, carrier, minutes=number) for number in range(5)] == [True, False, False, False, False]
    ((raw, sender, to),) = carrier.delivered
    assert (sender, to) == ("alice@archer.example", ("alice@archer.example",))
    assert b"thank-you to Bob Byrne, Willow Care" in raw
    assert tick(scene, carrier, days=1)


def test_nobody_is_reminded_unasked(scene: Scene, carrier: FakeCarrier) -> None:
    assert not tick(scene, carrier)
    wanted(scene)
    wanted(scene, "")
    assert not tick(scene, carrier)
    assert carrier.delivered == []


def test_it_waits_for_its_hour(scene: Scene, carrier: FakeCarrier) -> None:
    wanted(scene, NOW.hour + 2)
    assert not tick(scene, carrier)
    assert tick(scene, carrier, hours=2)


def test_a_day_without_anything_owed_has_no_reminder(actor, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.desk import update_profile
    from sincerely.desk.loops.digest import tick

    update_profile(actor, now=NOW, digest_hour=0)
    assert not tick(actor, carrier, NOW)


def test_after_a_refusal_there_is_no_second_one_that_day(scene: Scene, carrier: FakeCarrier) -> None:
    wanted(scene)
    with pytest.raises(CarrierError):
        tick(scene, FakeCarrier(CarrierError("Full.", Failure.TEMPORARY)))
    assert not tick(scene, carrier, minutes=1)


@pytest.mark.parametrize("hour", ["noon", 24, -1, "1.5"])
def test_an_hour_that_is_none_is_refused(scene: Scene, hour: object) -> None:
    from sincerely.desk.errors import DeskError

    with pytest.raises(DeskError, match="hour"):
        wanted(scene, hour)
