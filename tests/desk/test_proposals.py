"""What programs propose: beside a person's own words, and never asked of the web before a yes."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOTE, NOW, Scene

from sincerely.terms import Channel, Stage

pytestmark = pytest.mark.django_db


def proposed(scene: Scene, message: int, body: str):
    from sincerely.desk.actions.proposals import propose

    return propose(scene.actor.as_loop("Alice's program"), message, body=body, now=scene.later(minutes=1))


def kept(scene: Scene, message: int):
    from sincerely.desk.queries.drafts import versions

    return [(row.body, row.proposed_by) for row in versions(scene.actor, message)]


def test_proposed_words_lie_beside_the_draft_and_change_nothing_in_it(scene) -> None:
    draft = scene.draft()
    proposed(scene, draft.id, "Dear Bob,\n\nOther words.")
    assert scene.message(draft.id).body == NOTE
    assert kept(scene, draft.id) == [("Dear Bob,\n\nOther words.", "Alice's program")]


def test_many_proposals_push_out_none_of_the_persons_own_texts(scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft

    draft = scene.draft()
    edit_draft(scene.actor, draft.id, body="My second text.", now=scene.later(minutes=9), rulebook=scene.rulebook)
    for number in range(60):
        proposed(scene, draft.id, f"Words {number}.")
    assert [body for body, by in kept(scene, draft.id) if by] == ["Words 59.", "Words 58.", "Words 57."]
    assert [body for body, by in kept(scene, draft.id) if not by] == [NOTE]


def test_what_was_approved_takes_no_other_words(scene) -> None:
    from sincerely.desk.errors import DeskError

    message = scene.approved()
    with pytest.raises(DeskError, match="its words are settled"):
        proposed(scene, message.id, "Other words.")
    assert scene.message(message.id).state == "approved"


def test_a_draft_is_begun_once(scene) -> None:
    from sincerely.desk.actions.proposals import begin_draft

    told = {"contact": scene.bob, "stage": Stage.THANK_YOU, "channel": Channel.EMAIL, "now": NOW, "rulebook": scene.rulebook}
    first = begin_draft(scene.actor, scene.application, **told)
    assert begin_draft(scene.actor, scene.application, **told).id == first.id


def test_a_proposed_watch_is_read_only_once_a_person_agrees(scene) -> None:
    from sincerely.desk.actions.watches import propose_watch, read_again
    from sincerely.desk.loops.boards import due, next_due

    row = propose_watch(scene.actor.as_loop("Alice's program"), "https://jobs.example.org/nurse?told=secret", now=NOW)
    assert row.proposed_by == "Alice's program"
    assert (due(NOW + timedelta(days=1)), next_due(NOW)) == ([], None)
    read_again(scene.actor, row.id, now=NOW)
    assert due(NOW) == [row.id]


def test_an_address_that_the_person_adds_themselves_waits_for_nobody(scene) -> None:
    from sincerely.desk.actions.watches import add_watch, propose_watch

    propose_watch(scene.actor, "https://jobs.example.org/nurse", now=NOW)
    assert add_watch(scene.actor, "https://jobs.example.org/nurse", now=NOW).proposed_by == ""


def test_a_flood_of_proposed_addresses_ends(scene) -> None:
    from sincerely.desk.actions.watches import propose_watch
    from sincerely.desk.errors import DeskError

    for number in range(20):
        propose_watch(scene.actor, f"https://jobs.example.org/{number}", now=NOW)
    with pytest.raises(DeskError, match="wait for a person's yes"):
        propose_watch(scene.actor, "https://jobs.example.org/one-more", now=NOW)
