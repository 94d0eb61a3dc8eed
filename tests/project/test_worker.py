"""Workers on a real PostgreSQL: each message goes once, whoever is killed, stopped or started anew meanwhile."""

import signal
import urllib.error
import urllib.request

import pytest
from tests.project.conftest import Centre

pytestmark = [pytest.mark.server, pytest.mark.slow]


def asked(port: int, way: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{way}", timeout=30) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as refused:
        return str(refused.read().decode())


def test_two_workers_send_each_message_once_though_the_database_starts_anew_under_load(centre: Centre) -> None:
    centre.child("build", 6, 3, centre.mail.port)
    centre.mail.slow = 0.1
    one = centre.work()
    centre.work()
    centre.until(lambda: centre.mail.taken.total() >= 4, "the first messages")
    centre.server.stop()
    assert "cannot be reached" in asked(one.status, "/ready")
    centre.server.start()
    centre.mail.slow = 0.0
    centre.until(lambda: centre.states().get("queued", 0) == 0, "the rest, after the restart")
    states = centre.states()
    assert states["sent"] + states.get("sending", 0) == 18
    assert all(process.poll() is None for process in centre.workers), "they come back by themselves"

    centre.child("more", 1)
    centre.until(lambda: centre.states()["sent"] >= states["sent"] + 6, "those that were queued meanwhile")
    assert set(centre.mail.taken.values()) == {1}
    assert asked(one.status, "/health") == "alive\n"
    assert asked(one.status, "/ready") == "ready\n"
    figures = asked(one.status, "/metrics")
    assert "sincerely_deliveries_total" in figures
    assert "sincerely_due 0.0" in figures
    assert not any(word in figures for word in ("Bob", "archer", "Willow", "Employer"))


def test_what_a_killed_worker_had_in_hand_is_lost_and_doubled_by_nobody(centre: Centre) -> None:
    centre.child("build", 4, 3, centre.mail.port)
    centre.mail.slow = 0.3
    first = centre.work()
    assert centre.mail.handing_over.wait(60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    taken = centre.mail.taken.total()
    assert 0 < taken < 12
    centre.mail.slow = 0.0
    centre.work()
    # Nobody knows what became of a message in hand: after some minutes it is looked for, and never sent again blindly.
    centre.until(lambda: centre.states().get("queued", 0) == 0, "the rest, by another worker")
    states = centre.states()
    assert states["sent"] + states["sending"] == 12
    assert set(centre.mail.taken.values()) == {1}
    assert states["sent"] <= centre.mail.taken.total() <= 12


def test_a_worker_that_is_told_to_end_finishes_the_message_in_hand_and_begins_no_other(centre: Centre) -> None:
    centre.child("build", 2, 3, centre.mail.port)
    centre.mail.slow = 1.0
    old = centre.work(lanes=1)
    assert centre.mail.handing_over.wait(60)
    # An upgrade: the new one works while the old one ends.
    new = centre.work(lanes=1)
    old.send_signal(signal.SIGTERM)
    assert old.wait(30) == 0
    assert centre.states().get("sent", 0) >= 1
    centre.mail.slow = 0.0
    centre.until(lambda: centre.states() == {"sent": 6}, "the rest, by the new worker")
    assert set(centre.mail.taken.values()) == {1}
    new.send_signal(signal.SIGTERM)
    assert new.wait(30) == 0
