"""What the desk's story shows of answers, and how far applications came."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
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


def test_a_quick_answer_is_counted_no_sooner_than_silence(scene: Scene) -> None:
    from sincerely.desk.queries.insight import insight

    sent(scene, "thank-you", hours=2)
    heard(scene, "human", hours=3)
    assert insight(scene.actor, NOW + timedelta(days=1)).stages == {}
    assert insight(scene.actor, NOW + timedelta(days=8)).stages["thank-you"].found == 1


def test_an_offer_for_one_application_is_none_for_another_at_the_same_employer(scene: Scene) -> None:
    from sincerely.desk.models import Application, Interview
    from sincerely.desk.queries.insight import insight

    other = Application.objects.get(pk=scene.application)
    talk = Interview.objects.filter(application=other).first()
    other.pk, other.role = None, "Day Manager"
    other.save()
    talk.pk, talk.application, talk.uid = None, other, "other"
    talk.save()
    heard(scene, "offer", days=2)
    steps = insight(scene.actor, NOW + timedelta(days=3)).steps
    assert (steps["interviewed"], steps["offer"]) == (2, 1)


def test_an_answer_from_another_part_of_the_employer_counts(scene: Scene) -> None:
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.employers import join_employers
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.queries.insight import insight

    part = add_application(scene.actor, employer="Willow Homes", now=NOW)
    join_employers(scene.actor, part.employer_id, scene.employer, now=NOW)
    sent(scene, "thank-you", hours=2)
    ada = add_contact(scene.actor, part.id, name="Ada Okafor", now=NOW)
    log_received(scene.actor, part.id, contact=ada.id, nature="human", now=NOW + timedelta(days=1))
    assert insight(scene.actor, NOW + timedelta(days=9)).stages["thank-you"].found == 1


def test_any_number_of_notes_takes_as_many_questions_as_none(scene: Scene) -> None:
    from sincerely.desk.queries.insight import insight

    for day in range(20):
        sent(scene, "check-in", days=day)
        heard(scene, "human", days=day, hours=3)
    with CaptureQueriesContext(connection) as asked:
        insight(scene.actor, NOW + timedelta(days=30))
    assert len(asked) == 5
