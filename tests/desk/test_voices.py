"""Reviews told by mail: only where wanted, all at once, and in numbers."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene
from tests.desk.test_reviews import said, shared, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(scene: Scene):
    from sincerely.desk.actions.desk import update_profile

    update_profile(scene.actor, review_mail=True, now=NOW)
    return shared(scene, scene.draft().id)[2]


def tick(scene: Scene, carrier: FakeCarrier, **later: float) -> bool:
    from sincerely.desk.loops.voices import tick

    return tick(scene.actor.as_loop("reviews"), lambda: carrier, NOW + timedelta(**later))


def test_what_reviewers_said_is_told_in_one_mail_once_they_are_silent(scene, carrier, reviewer) -> None:
    said(reviewer, scene, "rota work", words="A secret word")
    said(reviewer, scene, "night shifts")
    vote(reviewer, "change", scene)
    assert [tick(scene, carrier, minutes=minutes) for minutes in (1, 9, 10, 11, 300)] == [False, False, True, False, False]
    ((raw, sender, to),) = carrier.delivered
    assert (sender, to) == ("alice@archer.example", ("alice@archer.example",))
    assert b"thank-you to Bob Byrne, Willow Care: 2 comments and 1 vote" in raw
    assert b"secret" not in raw


def test_nobody_is_told_unasked(scene, carrier) -> None:
    said(shared(scene, scene.draft().id)[2], scene, "rota work")
    assert not tick(scene, carrier, hours=5)
    assert carrier.delivered == []


def test_who_never_pauses_is_told_of_after_an_hour(scene, carrier, reviewer) -> None:
    for _ in range(7):
        said(reviewer, scene, "rota work", now=scene.now)
        scene.later(minutes=9)
    assert not tick(scene, carrier, minutes=59)
    assert tick(scene, carrier, minutes=60)


def test_ones_own_answers_are_no_news(scene, carrier, reviewer) -> None:
    from sincerely.desk.actions.answering import answer_comment
    from sincerely.desk.models import Comment

    row = Comment.objects.get(pk=said(reviewer, scene, "rota work").id)
    assert tick(scene, carrier, minutes=10)
    answer_comment(scene.actor, row.message_id, row.id, words="Yes.", now=scene.later(minutes=20))
    assert not tick(scene, carrier, hours=2)


def test_a_changed_vote_is_news_again(scene, carrier, reviewer) -> None:
    vote(reviewer, "send", scene)
    assert tick(scene, carrier, minutes=10)
    scene.later(minutes=30)
    vote(reviewer, "change", scene)
    assert tick(scene, carrier, minutes=40)
