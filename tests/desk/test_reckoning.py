"""The measure itself: it sees a second copy, a lost message, an unlisted doubt, and a mail that is not what was approved."""

import pytest
from benchmarks.reliability.reckoning import reckon
from tests.desk.conftest import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(scene: Scene) -> bytes:
    """One message that was sent, as its receiver has it."""
    from sincerely.desk.models import Message

    queued = scene.queued()
    Message.objects.filter(pk=queued.id).update(state="sent")
    return b"Received: from here\r\n" + bytes(Message.objects.get(pk=queued.id).frozen)


def state(value: str) -> None:
    from sincerely.desk.models import Message

    Message.objects.update(state=value)


def test_what_arrived_once_is_well(scene: Scene, mail: bytes) -> None:
    assert reckon(scene.actor, [mail]).good


def test_a_second_copy_is_seen(scene: Scene, mail: bytes) -> None:
    assert reckon(scene.actor, [mail, mail]).duplicates == 1


def test_a_lost_message_is_seen(scene: Scene, mail: bytes) -> None:
    assert reckon(scene.actor, []).lost == 1


@pytest.mark.parametrize("said", ["queued", "failed", "withdrawn"])
def test_one_that_arrived_and_is_not_known_to_is_seen(scene: Scene, mail: bytes, said: str) -> None:
    state(said)
    assert reckon(scene.actor, [mail]).unlisted == 1


def test_a_doubt_that_is_asked_about_is_well(scene: Scene, mail: bytes) -> None:
    state("unsure")
    assert reckon(scene.actor, [mail]).good
    assert reckon(scene.actor, [mail]).unsure_stored == 1


def test_other_bytes_are_seen(scene: Scene, mail: bytes) -> None:
    assert reckon(scene.actor, [mail.replace(b"Kind regards", b"Unkind regards")]).broken == 1
