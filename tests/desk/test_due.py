"""What is due: in order, with reasons, and in a constant number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.desk.conftest import NOW, Scene, furnish

from sincerely.desk.shapes import as_dict

pytestmark = pytest.mark.django_db


def test_each_interviewer_is_owed_a_thank_you_with_the_reason(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    day = due(scene.actor, NOW)
    assert [(touch.contact_name, touch.stage) for touch in day.today] == [
        ("Bob Byrne", "thank-you"),
        ("Charlie Chen", "thank-you"),
    ]
    assert all(touch.reasons for touch in day.today)
    assert day.late == []


def test_what_is_late_stands_first_and_stays(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    day = due(scene.actor, NOW + timedelta(days=3))
    assert [touch.contact_name for touch in day.late] == ["Bob Byrne", "Charlie Chen"]


def test_of_one_moment_the_contact_entered_first_stands_first(scene: Scene) -> None:
    from sincerely.cadence.plan import Plan, Touch
    from sincerely.desk.queries.due import sorted_touches
    from sincerely.terms import Channel, Stage

    def touch(contact: str) -> Touch:
        return Touch("1", contact, Stage.THANK_YOU, Channel.EMAIL, NOW, NOW, NOW, False, ())

    found = Plan((touch("100"), touch("99")), (), {})
    assert [item.contact for _, item in sorted_touches({1: found})] == ["99", "100"]


def test_a_thank_you_that_was_never_sent_stays_owed_for_ever(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    day = due(scene.actor, NOW + timedelta(days=200))
    assert {owed.contact_name for owed in day.owed if owed.what == "thank-you"} == {"Bob Byrne", "Charlie Chen"}


def test_a_touch_says_which_message_is_made_for_it(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    draft = scene.draft()
    bob = next(touch for touch in due(scene.actor, NOW).today if touch.contact == scene.bob)
    assert (bob.message, bob.state) == (draft.id, "draft")


def test_a_guessed_zone_is_asked_for(scene: Scene) -> None:
    from sincerely.desk.actions.applications import update_employer
    from sincerely.desk.models import Employer
    from sincerely.desk.queries.due import due

    Employer.objects.filter(pk=scene.employer).update(zone_guessed=True)
    day = due(scene.actor, NOW)
    assert {row.what for row in (*day.owed, *day.questions)} >= {"zone"}
    assert any("is a guess" in reason for touch in (*day.late, *day.today) for reason in touch.reasons)
    update_employer(scene.actor, scene.employer, zone="Europe/Dublin", now=NOW)
    assert due(scene.actor, NOW).questions == []


def queries(actor) -> int:
    from sincerely.desk.queries.due import due

    with CaptureQueriesContext(
        connection,
    ) as captured:
        due(actor, NOW)
    return len(captured)


def test_a_larger_desk_takes_no_more_queries(scene: Scene) -> None:
    from sincerely.desk.actions.applications import add_application

    few = queries(scene.actor)
    for number in range(5):
        other = add_application(scene.actor, employer=f"Employer {number}", role="Clerk", now=NOW)
        assert other.id
    furnish(scene.actor)
    scene.draft()
    assert queries(scene.actor) <= few


def test_the_shape_is_plain_data(scene: Scene) -> None:
    import json

    from sincerely.desk.queries.due import due

    scene.queued()
    data = as_dict(due(scene.actor, NOW))
    assert json.loads(json.dumps(data)) == data


def test_a_stop_is_asked_about_until_it_is_known_for_whom_it_was_said(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import stop_contact
    from sincerely.desk.queries.due import due

    stop_contact(scene.actor, scene.bob, now=NOW)
    assert [(question.what, question.contact) for question in due(scene.actor, NOW).questions] == [("stop", scene.bob)]
    later = NOW + timedelta(minutes=1)
    stop_contact(scene.actor, scene.bob, whole_employer=False, now=later)
    day = due(scene.actor, later + timedelta(minutes=1))
    assert day.questions == []
    assert {touch.contact for touch in day.today} == {scene.charlie}


def test_of_two_notes_the_one_by_the_planned_channel_is_shown(scene: Scene) -> None:
    from sincerely.desk.queries.due import due

    mail = scene.draft()
    scene.draft(channel="letter")
    bob = next(touch for touch in due(scene.actor, NOW).today if touch.contact == scene.bob)
    assert (bob.channel, bob.message) == ("email", mail.id)
