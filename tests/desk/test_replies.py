"""What the other side says, and what follows from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.desk.conftest import Scene

pytestmark = pytest.mark.django_db


def heard(scene: Scene, nature: str, contact: int | None = None, **more):
    from sincerely.desk.actions.replies import log_received

    more = {"now": scene.now, **more}
    return log_received(scene.actor, scene.application, contact=contact or scene.bob, nature=nature, **more)


def touches(scene: Scene) -> list[tuple[int, str]]:
    from sincerely.desk.queries.plans import plan_of

    return [(int(touch.contact), str(touch.stage)) for touch in plan_of(scene.actor, scene.application, scene.now).touches]


def test_after_a_human_word_it_is_the_persons_turn(scene: Scene) -> None:
    heard(scene, "question")
    scene.later(minutes=5)
    assert (scene.bob, "answer") in touches(scene)


def test_a_rejection_leaves_one_graceful_thank_you(scene: Scene) -> None:
    scene.later(days=3)
    waiting = scene.queued(stage="check-in") if (scene.bob, "check-in") in touches(scene) else None
    heard(scene, "rejection")
    scene.later(minutes=5)
    assert touches(scene) == [(scene.bob, "after-rejection")]
    assert waiting is None or scene.message(waiting.id).state == "withdrawn"


def test_a_stop_ends_everything_for_that_contact(scene: Scene) -> None:
    draft = scene.draft()
    heard(scene, "stop")
    assert scene.message(draft.id).state == "withdrawn"
    scene.later(minutes=5)
    assert all(contact != scene.bob for contact, _ in touches(scene))


def test_an_absence_moves_what_is_planned(scene: Scene) -> None:
    from sincerely.desk.queries.plans import plan_of

    def first_for_bob():
        plan = plan_of(scene.actor, scene.application, scene.now)
        return min(touch.not_before for touch in plan.touches if touch.contact == str(scene.bob))

    before = first_for_bob()
    heard(scene, "away", until=date(2026, 3, 13))
    scene.later(minutes=5)
    assert first_for_bob() > before + timedelta(days=9)


def test_a_promise_moves_the_check_in_behind_it(scene: Scene) -> None:
    from sincerely.desk.actions.replies import promise
    from sincerely.desk.queries.plans import plan_of

    promise(scene.actor, scene.application, date(2026, 3, 20), now=scene.now)
    scene.later(minutes=5)
    plan = plan_of(scene.actor, scene.application, scene.now)
    checks = [touch for touch in plan.touches if touch.stage == "check-in"]
    assert checks
    assert all(touch.not_before.date() >= date(2026, 3, 24) for touch in checks)


def test_a_waived_thank_you_is_owed_no_more(scene: Scene) -> None:
    from sincerely.desk.actions.replies import waive
    from sincerely.desk.errors import DeskError

    with pytest.raises(DeskError, match="reason is missing"):
        waive(scene.actor, scene.interview, contact=scene.charlie, reason="", now=scene.now)
    waive(scene.actor, scene.interview, contact=scene.charlie, reason="Thanked in person.", now=scene.now)
    scene.later(minutes=1)
    assert (scene.charlie, "thank-you") not in touches(scene)
    assert (scene.bob, "thank-you") in touches(scene)


def test_a_call_that_was_made_counts_as_a_contact(scene: Scene) -> None:
    from sincerely.desk.actions.replies import log_contact

    log_contact(scene.actor, scene.application, contact=scene.bob, channel="call", stage="thank-you", now=scene.now)
    scene.later(minutes=1)
    assert (scene.bob, "thank-you") not in touches(scene)


def test_what_is_said_to_happen_tomorrow_is_refused(scene: Scene) -> None:
    from sincerely.desk.errors import DeskError

    with pytest.raises(DeskError, match="still to come"):
        heard(scene, "human", at=scene.now + timedelta(days=1))


def test_an_unsure_rejection_pauses_until_the_person_says_what_it_is(scene: Scene) -> None:
    from sincerely.desk.actions.replies import confirm_nature, mark_read, take
    from sincerely.desk.models import Contact, Employer, Received
    from sincerely.desk.queries.due import due

    row = Received.objects.create(
        desk_id=scene.actor.desk,
        employer=Employer.objects.get(pk=scene.employer),
        application_id=scene.application,
        contact=Contact.objects.get(pk=scene.bob),
        nature="rejection",
        sure=False,
        asks=True,
        at=scene.now,
        created_at=scene.now,
    )
    take(scene.actor, row, scene.now)
    scene.later(minutes=5)
    day = due(scene.actor, scene.now)
    assert [question.received for question in day.questions] == [row.pk]
    assert [unread.id for unread in day.unread] == [row.pk]
    assert not any(touch.stage == "check-in" for touch in day.today + day.late)
    mark_read(scene.actor, row.pk, now=scene.now)
    confirm_nature(scene.actor, row.pk, "rejection", now=scene.now)
    scene.later(minutes=5)
    assert touches(scene) == [(scene.bob, "after-rejection")]
    assert due(scene.actor, scene.now).questions == []


def test_somebody_of_another_employer_is_not_logged_here(scene: Scene) -> None:
    """The planner of one employer would know nothing of them."""
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.replies import log_contact
    from sincerely.desk.errors import DeskError
    from sincerely.desk.queries.due import due

    elsewhere = add_application(scene.actor, employer="Elsewhere", now=scene.now).id
    with pytest.raises(DeskError, match="not at Elsewhere"):
        log_contact(scene.actor, elsewhere, contact=scene.bob, channel="call", stage="check-in", now=scene.now)
    with pytest.raises(DeskError, match="not at Elsewhere"):
        heard(replace(scene, application=elsewhere), "human")
    assert due(scene.actor, scene.now)
