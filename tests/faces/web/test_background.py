"""While the desk is open: what waits leaves when its time comes, and a defect stops nothing."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def sending(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> FakeCarrier:
    from sincerely.faces.web import background

    carrier = FakeCarrier()
    monkeypatch.setattr(background, "open_carrier", lambda actor, now: (1, carrier))
    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    return carrier


def test_what_waits_leaves_when_its_time_comes_and_once(scene: Scene, sending: FakeCarrier) -> None:
    from sincerely.faces.web.background import SENDING, Background

    queued = scene.queued()
    moment = [NOW]
    background = Background(lambda: moment[0])
    assert background.send() == SENDING
    moment[0] = NOW + timedelta(days=1)
    background.send()
    background.send()
    assert len(sending.delivered) == 1
    assert scene.message(queued.id).state == "sent"


def test_nothing_is_sent_from_a_sample(scene: Scene, sending: FakeCarrier) -> None:
    from sincerely.desk.models import Desk
    from sincerely.faces.web.background import SENDING, Background

    scene.queued()
    Desk.objects.update(sample=True, digest_hour=0)
    assert Background(lambda: NOW + timedelta(days=1)).send() == SENDING
    assert sending.delivered == []


def test_without_a_mailbox_it_rests(scene: Scene) -> None:
    from sincerely.faces.web.background import NO_MAILBOX, SENDING, Background

    background = Background(lambda: NOW)
    assert background.send() == SENDING
    assert background.receive() == NO_MAILBOX


def test_a_defect_is_noted_by_its_kind_and_the_work_goes_on(sending: FakeCarrier, caplog: pytest.LogCaptureFixture) -> None:
    from sincerely.faces.web.background import Background

    background = Background(lambda: NOW, rest=0.0)
    rounds: list[int] = []

    def work() -> float:
        rounds.append(1)
        if len(rounds) == 3:
            background.over.set()
            return 0.0
        raise ValueError("Dear Bob, this is private")

    background.on(work)
    assert len(rounds) == 3
    assert "ValueError" in caplog.text
    assert "Bob" not in caplog.text
