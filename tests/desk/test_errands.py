"""What a program asks for once is done once, whatever happened in between."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.desk.conftest import NOW, Scene

from sincerely.desk.actions.errands import CUT_OFF, InFlight, Reused, begun, fingerprint, once
from sincerely.desk.errors import DeskError, Held, NotThere

pytestmark = pytest.mark.django_db


class Work:
    """Counts how often it was done; raises `error` where there is one."""

    def __init__(self, error: Exception | None = None) -> None:
        self.done, self.error = 0, error

    def __call__(self) -> dict[str, Any]:
        self.done += 1
        if self.error:
            raise self.error
        return {"done": self.done}


@pytest.fixture
def message(scene: Scene) -> int:
    return scene.draft().id


def test_the_same_key_gives_the_same_answer(scene: Scene, message: int) -> None:
    work = Work()
    first = once(scene.actor, message, "k", "a", work, now=NOW)
    assert once(scene.actor, message, "k", "a", work, now=NOW + timedelta(days=90)) == first == {"done": 1}


def test_a_key_is_for_one_request(scene: Scene, message: int) -> None:
    once(scene.actor, message, "k", "a", Work(), now=NOW)
    with pytest.raises(Reused):
        once(scene.actor, message, "k", "b", Work(), now=NOW)


def test_while_it_is_done_nobody_else_does_it(scene: Scene, message: int) -> None:
    def nested() -> dict[str, Any]:
        with pytest.raises(InFlight):
            once(scene.actor, message, "k", "a", Work(), now=NOW + timedelta(seconds=5))
        return {"done": "outer"}

    assert once(scene.actor, message, "k", "a", nested, now=NOW) == {"done": "outer"}


def test_what_was_cut_off_is_taken_up_and_the_slow_one_undone(scene: Scene, message: int) -> None:
    """Whoever comes back to find their errand done by another keeps nothing of their own."""
    from sincerely.desk.actions.sending import withdraw

    inner = Work()

    def slow() -> dict[str, Any]:
        withdraw(scene.actor, message, now=NOW)
        once(scene.actor, message, "k", "a", inner, now=NOW + CUT_OFF)
        return {"done": "slow"}

    with pytest.raises(InFlight):
        once(scene.actor, message, "k", "a", slow, now=NOW)
    assert scene.message(message).state == "draft"


def test_a_crash_leaves_it_to_be_done(scene: Scene, message: int) -> None:
    begun(scene.actor, message, "k", "a", NOW)
    with pytest.raises(InFlight):
        once(scene.actor, message, "k", "a", Work(), now=NOW + timedelta(seconds=1))
    assert once(scene.actor, message, "k", "a", Work(), now=NOW + CUT_OFF) == {"done": 1}


def test_a_fault_on_the_way_holds_up_nobody(scene: Scene, message: int) -> None:
    with pytest.raises(RuntimeError):
        once(scene.actor, message, "k", "a", Work(RuntimeError("a fault")), now=NOW)
    assert once(scene.actor, message, "k", "a", Work(), now=NOW) == {"done": 1}


def test_what_the_desk_refused_may_be_asked_again(scene: Scene, message: int) -> None:
    with pytest.raises(Held):
        once(scene.actor, message, "k", "a", Work(Held("Not yet.", ("Not yet.",))), now=NOW)
    assert once(scene.actor, message, "k", "a", Work(), now=NOW) == {"done": 1}


def test_why_a_message_is_held_stays_written_down(scene: Scene) -> None:
    """So that a note which is held for its tone is slept on."""
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.shapes import as_dict

    note = scene.draft(body="Dear Bob,\n\nThis forgotten [NAME] has a field left in.\n\nKind regards,\nAlice Archer").id

    def work() -> dict[str, Any]:
        return dict(as_dict(approve(scene.actor, note, rulebook=scene.rulebook, now=NOW)))

    with pytest.raises(Held):
        once(scene.actor, note, "k", "a", work, now=NOW)
    assert scene.message(note).held


def test_a_message_of_another_desk_has_no_errands(scene: Scene) -> None:
    with pytest.raises(NotThere):
        once(scene.actor, 10**9, "k", "a", Work(), now=NOW)


def test_it_goes_with_its_message(scene: Scene, message: int) -> None:
    from sincerely.desk.models import Application, Errand

    once(scene.actor, message, "k", "a", Work(), now=NOW)
    Application.objects.filter(pk=scene.application).delete()
    assert not Errand.objects.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(tries=some.lists(some.tuples(some.sampled_from("ab"), some.sampled_from(["", "fault", "killed"]), some.integers(0, 300))))
def test_however_often_it_is_tried_one_key_has_one_effect(scene: Scene, message: int, tries: Any) -> None:
    from sincerely.desk.models import Errand

    Errand.objects.all().delete()
    effects, at = 0, NOW
    for asked, trouble, seconds in tries:
        at += timedelta(seconds=seconds)
        work = Work(RuntimeError() if trouble == "fault" else None)
        with suppress(DeskError, RuntimeError):
            if trouble == "killed":
                begun(scene.actor, message, "k", asked, at)
            else:
                once(scene.actor, message, "k", asked, work, now=at)
                effects += work.done
    assert effects <= 1


def test_the_order_of_names_makes_no_other_request() -> None:
    assert fingerprint("queue", {"a": 1, "b": 2}) == fingerprint("queue", {"b": 2, "a": 1})
    assert fingerprint("queue", {"a": 1}) != fingerprint("approve", {"a": 1})


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_many_at_once_one_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in a thread of its own, with a connection of its own, as programs ask."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection, transaction
    from tests.desk.conftest import furnish

    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.sending import queue
    from sincerely.desk.shapes import as_dict

    scene = furnish(start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW))
    note = scene.approved().id
    effects: list[int] = []

    def work() -> dict[str, Any]:
        done = dict(as_dict(queue(scene.actor, note, now=NOW)))
        # Counted where it is kept: what a busy database refused or undid had no effect.
        transaction.on_commit(lambda: effects.append(1))
        return done

    def ask(at: datetime) -> str:
        try:
            return str(once(scene.actor, note, "k", "a", work, now=at)["state"])
        except DeskError as error:
            return type(error).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(ask, [NOW] * 12))
    # A database that is busy (DeskError) did nothing; where it could not even say so, the next try takes it for cut off.
    assert set(told) <= {"queued", "InFlight", "DeskError"}
    assert ask(NOW + CUT_OFF) == "queued"
    assert len(effects) == 1
