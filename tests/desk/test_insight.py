"""What the desk's story shows of answers, and how far applications came."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene

pytestmark = pytest.mark.django_db


def sent(scene: Scene, stage: str, channel: str = "email", **later: float) -> None:
    from sincerely.desk.actions.replies import log_contact

    log_contact(scene.actor, scene.application, contact=scene.bob, channel=channel, stage=stage, now=NOW + timedelta(**later))


def heard(scene: Scene, nature: str, **later: float) -> None:
    from sincerely.desk.actions.replies import log_received

    log_received(scene.actor, scene.application, contact=scene.bob, nature=nature, now=NOW + timedelta(**later))


def test_a_note_is_answered_by_the_first_word_before_the_next_note(scene: Scene) -> None:
    from sincerely.desk.queries.insight import insight

    sent(scene, "thank-you", hours=2)
    sent(scene, "check-in", "call", days=10)
    heard(scene, "away", days=10, hours=1)
    heard(scene, "human", days=12)
    found = insight(scene.actor, NOW + timedelta(days=30))
    assert (found.stages["thank-you"].found, found.stages["thank-you"].all) == (0, 1)
    assert (found.stages["check-in"].found, found.channels["call"].found) == (1, 1)
    assert found.waits["within a day"].all == 1
    assert found.employers == {"Willow Care": (2.0, 1)}
    assert found.steps == {"applied": 1, "interviewed": 1, "you wrote": 1, "answered": 1, "offer": 0}


def test_a_note_of_yesterday_is_not_counted_as_unanswered(scene: Scene) -> None:
    from sincerely.desk.queries.insight import insight

    sent(scene, "thank-you", hours=2)
    found = insight(scene.actor, NOW + timedelta(days=1))
    assert (found.notes, found.unripe, found.stages) == (1, 1, {})


def test_an_empty_desk_shows_noughts(actor) -> None:
    from sincerely.desk.queries.insight import insight

    found = insight(actor, NOW)
    assert found.notes == 0
    assert set(found.steps.values()) == {0}
