"""A second pair of eyes: from a link to a comment, a vote and a yes; and nothing more than that."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOTE, NOW, FakeCarrier, Scene

from sincerely.terms import Span


@pytest.fixture
def note(scene: Scene):
    return scene.draft()


def shared(scene: Scene, message: int, **more):
    from sincerely.desk.actions.shares import share_by_link
    from sincerely.desk.looking import reviewer_by_link

    share, token = share_by_link(scene.actor, message, name="Aunt Mary", now=scene.now, **more)
    return share, token, reviewer_by_link(token, scene.now)


def look(reviewer, scene: Scene):
    from sincerely.desk.queries.reviews import look

    return look(reviewer, scene.rulebook, scene.now)


def said(reviewer, scene: Scene, about: str, **more):
    """Comments on words of the text as the reviewer reads it."""
    from sincerely.desk.actions.reviews import comment

    seen = look(reviewer, scene)
    start = seen.body.index(about)
    span = Span(start, start + len(about))
    return comment(reviewer, **{"words": "Warmer?", "span": span, "seen": seen.edition, "now": scene.now, **more})


def vote(reviewer, choice: str, scene: Scene, **more):
    from sincerely.desk.actions.reviews import vote as cast

    return cast(
        reviewer, choice, **{"seen": look(reviewer, scene).edition, "reason": "It is too cool.", "now": scene.now, **more}
    )


def reviews(scene: Scene, message: int):
    from sincerely.desk.queries.reviews import reviews

    return reviews(scene.actor, message, scene.now)


def approve(scene: Scene, message: int):
    from sincerely.desk.actions.sending import approve

    return approve(scene.actor, message, rulebook=scene.rulebook, now=scene.now)


def test_a_reviewer_reads_the_letter_and_what_the_check_says_and_nothing_else(scene, note) -> None:
    seen = look(shared(scene, note.id)[2], scene)
    assert (seen.body, seen.facts, seen.findings, seen.owner) == (NOTE, [], [], "Alice Archer")


def test_the_owner_chooses_what_is_told_beside_the_letter(scene, note) -> None:
    seen = look(shared(scene, note.id, facts=["job", "interview"])[2], scene)
    assert seen.facts == [
        ("The job", "Night Manager at Willow Care"),
        ("The interview", "Video interview, Wednesday 4 March, with Bob Byrne, Charlie Chen"),
    ]


def test_of_a_covered_note_no_name_gets_to_the_reviewer(scene) -> None:
    from dataclasses import asdict

    letter = NOTE.replace("night shifts", "night shifts at Willow Care with Charlie") + "\nalice@archer.example\n01632 960 417"
    message = scene.draft(body=letter, subject="Thank you, Bob").id
    _, _, reviewer = shared(scene, message, hidden=True, facts=["job", "interview", "notes"])
    said(reviewer, scene, "[the employer]", suggestion="your home, [name 1]")
    told = str(asdict(look(reviewer, scene)))
    for secret in ("Bob", "Byrne", "Charlie", "Chen", "Willow", "Alice", "Archer", "960"):
        assert secret not in told, secret
    (row,) = reviews(scene, message).comments
    assert (row.quote, row.suggestion) == ("Willow Care", "your home, Bob")


def test_a_suggestion_is_taken_over_with_one_click_and_the_old_words_are_kept(scene, note) -> None:
    from sincerely.desk.actions.answering import accept
    from sincerely.desk.queries.drafts import versions

    reviewer = shared(scene, note.id)[2]
    row = said(reviewer, scene, "would fit in well", suggestion="would help from the first night")
    approve(scene, note.id)
    changed = accept(scene.actor, note.id, row.id, rulebook=scene.rulebook, now=scene.now)
    assert changed.body == NOTE.replace("would fit in well", "would help from the first night")
    assert (changed.state, changed.consent_at) == ("draft", None)
    assert versions(scene.actor, note.id)[0].body == NOTE
    (kept,) = reviews(scene, note.id).comments
    assert kept.accepted_at is not None
    assert kept.settled_at is not None


def test_a_suggestion_for_words_that_changed_changes_nothing(scene, note) -> None:
    from sincerely.desk.actions.answering import accept
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.errors import DeskError

    row = said(shared(scene, note.id)[2], scene, "would fit in well", suggestion="would help")
    other = NOTE.replace("fit in well", "suit you")
    edit_draft(scene.actor, note.id, body=other, now=scene.now, rulebook=scene.rulebook)
    with pytest.raises(DeskError, match="have changed since"):
        accept(scene.actor, note.id, row.id, rulebook=scene.rulebook, now=scene.now)
    assert scene.message(note.id).body == other
    (kept,) = reviews(scene, note.id).comments
    assert (kept.changed, kept.start, kept.quote) == (True, None, "would fit in well")


def test_a_comment_on_words_that_changed_under_the_reviewer_is_not_hung_elsewhere(scene, note) -> None:
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.actions.reviews import Moved

    reviewer = shared(scene, note.id)[2]
    old = look(reviewer, scene).edition
    edit_draft(scene.actor, note.id, body="Dear Bob,\n\n" + NOTE, now=scene.now, rulebook=scene.rulebook)
    with pytest.raises(Moved):
        said(reviewer, scene, "rota work", seen=old)
    assert reviews(scene, note.id).comments == []


def test_a_vote_can_be_changed_and_counts_for_the_words_it_saw(scene, note) -> None:
    from sincerely.desk.actions.drafts import edit_draft

    reviewer = shared(scene, note.id)[2]
    vote(reviewer, "change", scene)
    vote(reviewer, "send", scene)
    assert reviews(scene, note.id).have == 1
    edit_draft(scene.actor, note.id, body=NOTE + "\n", now=scene.now, rulebook=scene.rulebook)
    row = reviews(scene, note.id)
    assert (row.have, row.shares[0].vote.earlier) == (0, True)


def test_a_desk_that_wants_two_votes_approves_nothing_with_one(scene, note) -> None:
    from sincerely.desk.actions.desk import update_profile
    from sincerely.desk.errors import Held

    update_profile(scene.actor, review_votes=2, now=scene.now)
    first, second = shared(scene, note.id)[2], shared(scene, note.id)[2]
    vote(first, "send", scene)
    with pytest.raises(Held, match="2 “send” votes"):
        approve(scene, note.id)
    vote(second, "send", scene)
    assert approve(scene, note.id).state == "approved"


def test_a_dont_is_answered_before_anything_goes(scene, note) -> None:
    from sincerely.desk.actions.answering import answer_vote
    from sincerely.desk.errors import DeskError, Held

    share, _, reviewer = shared(scene, note.id)
    with pytest.raises(DeskError, match="reason"):
        vote(reviewer, "don't", scene, reason=" ")
    vote(reviewer, "don't", scene)
    with pytest.raises(Held, match="Aunt Mary voted “don’t”"):
        approve(scene, note.id)
    with pytest.raises(DeskError):
        answer_vote(scene.actor, share.id, words="  ", now=scene.now)
    answer_vote(scene.actor, share.id, words="They asked for a short one.", now=scene.now)
    assert approve(scene, note.id).state == "approved"
    assert look(reviewer, scene).vote.answer == "They asked for a short one."


def test_taking_the_link_back_does_not_take_back_the_dont(scene, note) -> None:
    from sincerely.desk.actions.shares import revoke_share
    from sincerely.desk.errors import Held

    share, _, reviewer = shared(scene, note.id)
    vote(reviewer, "don't", scene)
    revoke_share(scene.actor, share.id, now=scene.now)
    with pytest.raises(Held):
        approve(scene, note.id)


def test_a_dont_that_comes_after_the_yes_waits_in_the_outbox_for_an_answer(scene) -> None:
    from sincerely.desk.actions.answering import answer_vote
    from sincerely.desk.loops.outbox import tick

    message, carrier = scene.queued(), FakeCarrier()
    share, _, reviewer = shared(scene, message.id)
    vote(reviewer, "don't", scene)
    scene.later(minutes=5)
    tick(scene.actor, carrier, scene.rulebook, scene.now)
    assert carrier.delivered == []
    assert "don’t" in scene.message(message.id).held[0]
    answer_vote(scene.actor, share.id, words="It is late enough.", now=scene.now)
    assert tick(scene.actor, carrier, scene.rulebook, scene.now)
    assert len(carrier.delivered) == 1


def test_reviewers_approve_and_change_nothing(scene, note) -> None:
    reviewer = shared(scene, note.id)[2]
    said(reviewer, scene, "rota work", suggestion="roster work")
    vote(reviewer, "send", scene)
    after = scene.message(note.id)
    assert (after.state, after.body, after.consent_at) == ("draft", NOTE, None)


def test_once_it_is_sent_nothing_more_is_taken_or_shown(scene) -> None:
    from sincerely.desk.actions.sending import sent_by_hand
    from sincerely.desk.errors import DeskError

    message = scene.approved()
    reviewer = shared(scene, message.id)[2]
    sent_by_hand(scene.actor, message.id, now=scene.now)
    seen = look(reviewer, scene)
    assert (seen.closed, seen.body, seen.subject, seen.contact) == (True, "", "", "")
    with pytest.raises(DeskError, match="has left"):
        vote(reviewer, "send", scene)
    assert reviews(scene, message.id).shares[0].standing == "closed"


@pytest.mark.parametrize("end", ["expired", "revoked", "guessed", "forgotten"])
def test_a_link_that_does_not_stand_is_told_in_the_same_words_after_the_same_work(scene, note, end) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sincerely.desk.actions.shares import forget_reviewer, revoke_share
    from sincerely.desk.errors import NotThere
    from sincerely.desk.looking import GONE, reviewer_by_link

    share, token, reviewer = shared(scene, note.id, days=14)
    now = scene.now + timedelta(days=14 if end == "expired" else 1)
    if end in ("revoked", "forgotten"):
        (revoke_share if end == "revoked" else forget_reviewer)(scene.actor, share.id, now=now)
    with CaptureQueriesContext(connection) as asked, pytest.raises(NotThere, match=GONE):
        reviewer_by_link("x" * 43 if end == "guessed" else token, now)
    assert len(asked) == 1
    if end != "guessed":
        scene.now = now
        with pytest.raises(NotThere, match=GONE):
            look(reviewer, scene)


def test_only_the_hash_of_a_link_is_kept(scene, note) -> None:
    import json

    from sincerely.desk.actions.exports import export_desk

    _, token, _ = shared(scene, note.id)
    assert len(token) == 43
    assert token not in json.dumps(export_desk(scene.actor))


def test_one_reviewer_sees_nothing_of_another(scene, note) -> None:
    first, second = shared(scene, note.id)[2], shared(scene, note.id)[2]
    said(first, scene, "rota work", words="I would leave this out.")
    vote(first, "don't", scene)
    seen = look(second, scene)
    assert (seen.comments, seen.vote) == ([], None)


def test_threads_are_answered_from_both_sides(scene, note) -> None:
    from sincerely.desk.actions.answering import answer_comment, settle_comment
    from sincerely.desk.actions.reviews import reply

    reviewer = shared(scene, note.id)[2]
    row = said(reviewer, scene, "rota work")
    answer_comment(scene.actor, note.id, row.id, words="They call it so.", now=scene.now)
    settle_comment(scene.actor, note.id, row.id, now=scene.now)
    reply(reviewer, row.id, words="Then leave it.", now=scene.now)
    (thread,) = look(reviewer, scene).comments
    assert [(answer.own, answer.words) for answer in thread.replies] == [(True, "They call it so."), (False, "Then leave it.")]
    assert thread.settled_at is None


def test_a_forgotten_reviewer_leaves_words_that_are_nobodys(scene, note) -> None:
    from sincerely.desk.actions.shares import forget_reviewer
    from sincerely.desk.queries.history import history

    share, _, reviewer = shared(scene, note.id)
    said(reviewer, scene, "rota work")
    vote(reviewer, "send", scene)
    forget_reviewer(scene.actor, share.id, now=scene.now)
    row = reviews(scene, note.id)
    assert (row.comments[0].who, row.shares[0].reviewer, row.have) == ("Somebody", "Somebody", 1)
    assert "Aunt Mary" not in str(history(scene.actor))


def test_too_much_is_refused_kindly(scene, note) -> None:
    from sincerely.desk.actions.reviews import comment
    from sincerely.desk.errors import DeskError

    reviewer = shared(scene, note.id)[2]
    with pytest.raises(DeskError, match="longer than 4,000 characters"):
        comment(reviewer, words="a" * 1_000_000, now=scene.now)
    for number in range(20):
        comment(reviewer, words=f"Thought {number}", now=scene.now)
    with pytest.raises(DeskError, match="wait some minutes"):
        comment(reviewer, words="And another", now=scene.now)
    assert comment(reviewer, words="Later", now=scene.later(minutes=11)).words == "Later"


def test_everything_that_reviewers_did_stands_in_the_history(scene, note) -> None:
    from sincerely.desk.actions.reviews import look_in
    from sincerely.desk.queries.history import history

    _, _, reviewer = shared(scene, note.id)
    look_in(reviewer, now=scene.now)
    look_in(reviewer, now=scene.now)
    said(reviewer, scene, "rota work")
    vote(reviewer, "send", scene)
    did = [row.what for row in history(scene.actor) if row.who.startswith("reviewer")]
    assert sorted(did) == ["comment", "look", "vote"]


def test_nothing_of_the_sample_desk_is_shown_to_anybody(db) -> None:
    from sincerely.desk.actions.shares import share_by_link
    from sincerely.desk.errors import DeskError
    from sincerely.desk.queries.messages import messages
    from sincerely.desk.sample import start_sample
    from sincerely.proof.rulebook import only

    actor = start_sample(now=NOW, rulebook=only(["brevity/length"]))
    with pytest.raises(DeskError, match="sample"):
        share_by_link(actor, messages(actor)[0].id, now=NOW)


def test_what_reviewers_said_comes_back_from_an_export(scene, note) -> None:
    from sincerely.desk.actions.erasing import erase_desk
    from sincerely.desk.actions.exports import export_desk, import_desk
    from sincerely.desk.models import Comment, Share, Vote
    from sincerely.desk.queries.reviews import reviews as asked

    reviewer = shared(scene, note.id)[2]
    said(reviewer, scene, "rota work", suggestion="")
    vote(reviewer, "change", scene)
    before, exported = reviews(scene, note.id), export_desk(scene.actor)
    erase_desk(scene.actor, "Alice Archer")
    assert [row.objects.count() for row in (Share, Comment, Vote)] == [0, 0, 0]
    assert asked(import_desk(exported, now=scene.now), note.id, scene.now) == before
