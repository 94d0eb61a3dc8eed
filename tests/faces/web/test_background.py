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


def test_what_is_under_watch_is_read_while_the_desk_is_open(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.desk.web import JOB, Web, page

    from sincerely.desk.actions.watches import add_watch
    from sincerely.desk.queries.watches import jobs
    from sincerely.faces.web import background

    web = Web(NOW, {"https://willow.example/jobs/7": page(**JOB)})
    tick = background.boards.tick
    monkeypatch.setattr(background.boards, "tick", lambda now: tick(now, web.ask))
    add_watch(scene.actor, "https://willow.example/jobs/7", now=NOW)
    moment = [NOW]
    running = background.Background(lambda: moment[0])
    running.sweep()
    assert len(web.asked) == 1, "robots.txt first; the host is left alone after it"
    moment[0] = NOW + timedelta(seconds=11)
    assert running.sweep() == background.SWEEPING
    assert [job.title for job in jobs(scene.actor, moment[0]).new] == ["Night Nurse"]
