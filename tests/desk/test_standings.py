"""How far each application has come."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene

pytestmark = pytest.mark.django_db


def step(scene: Scene, **later: float) -> tuple[str, str]:
    from sincerely.desk.queries.standings import standings

    (row,) = standings(scene.actor, NOW + timedelta(**later))
    return row.step, row.ended_by


def heard(scene: Scene, nature: str, **later: float) -> None:
    from sincerely.desk.actions.replies import log_received

    log_received(scene.actor, scene.application, contact=scene.bob, nature=nature, now=NOW + timedelta(**later))


def test_after_the_interview_it_waits(scene: Scene) -> None:
    assert step(scene) == ("waiting", "")


def test_before_it_the_interview_is_ahead(scene: Scene) -> None:
    assert step(scene, hours=-3) == ("interview", "")


def test_without_one_it_is_applied_for(actor) -> None:
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.queries.standings import standings

    add_application(actor, employer="Mill", now=NOW)
    assert [row.step for row in standings(actor, NOW)] == ["applied"]


def test_an_offer_and_a_rejection_are_told(scene: Scene) -> None:
    heard(scene, "offer", days=1)
    assert step(scene, days=2) == ("offer", "")
    heard(scene, "rejection", days=3)
    assert step(scene, days=4) == ("ended", "rejection")


def test_a_new_interview_after_a_rejection_opens_it_again(scene: Scene) -> None:
    from sincerely.desk.actions.interviews import add_interview

    heard(scene, "rejection", days=1)
    start = NOW + timedelta(days=6)
    talk = {"start": start, "end": start + timedelta(hours=1), "contacts": [scene.bob], "now": NOW + timedelta(days=3)}
    add_interview(scene.actor, scene.application, **talk)
    assert step(scene, days=4) == ("interview", "")
    assert step(scene, days=7) == ("waiting", "")


def test_closed_and_withdrawn_ones_have_ended(scene: Scene) -> None:
    from sincerely.desk.actions.applications import close_application

    close_application(scene.actor, scene.application, reason="They froze the post", now=NOW)
    assert step(scene) == ("ended", "They froze the post")
