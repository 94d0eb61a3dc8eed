"""What reviewers ask holds for a mail program too."""

import pytest
from tests.desk.conftest import NOTE, NOW
from tests.desk.relay.conftest import BOB, DORA, Program, submission
from tests.desk.test_reviews import shared, vote

from sincerely.desk.relay import Fate

pytestmark = pytest.mark.django_db


def test_a_dont_on_the_same_words_keeps_a_mail_program_from_sending_them(program: Program) -> None:
    from sincerely.desk.actions.answering import answer_vote

    scene = program.scene
    share, _, reviewer = shared(scene, scene.draft(body=NOTE).id)
    vote(reviewer, "don't", scene)
    outcome = program.send(submission(BOB))
    assert outcome.fate is Fate.REFUSED
    assert "Aunt Mary voted “don’t”" in outcome.words[0]
    assert program.carrier.delivered == []
    answer_vote(scene.actor, share.id, words="They asked for it.", now=NOW)
    assert program.send(submission(BOB)).fate is Fate.GONE


def test_a_desk_that_wants_votes_wants_them_of_a_mail_program_too(program: Program) -> None:
    from sincerely.desk.actions.desk import update_profile

    scene = program.scene
    update_profile(scene.actor, review_votes=1, now=NOW)
    assert "one “send” vote" in program.send(submission(BOB)).words[0]
    assert program.send(submission(DORA)).fate is Fate.GONE
    vote(shared(scene, scene.draft(body=NOTE).id)[2], "send", scene)
    assert program.send(submission(BOB)).fate is Fate.GONE
