"""A thread: what passed with one contact on one application, and nothing of anybody else."""

import pytest
from tests.desk.conftest import NOW, Scene

from sincerely.desk.errors import DeskError, NotThere

pytestmark = pytest.mark.django_db


def heard(scene: Scene, contact: int, text: str, *, nature: str = "human", ago: float = 1) -> None:
    from datetime import timedelta

    from sincerely.desk.actions.replies import log_received

    told = {"contact": contact, "nature": nature, "channel": "email", "text": text}
    log_received(scene.actor, scene.application, **told, now=NOW - timedelta(hours=ago))


def thread(scene: Scene, contact: int):
    from sincerely.desk.queries.threads import thread as query

    return query(scene.actor, scene.application, contact)


def test_a_thread_has_both_sides_in_the_order_of_time_and_no_draft(scene) -> None:
    from sincerely.desk.actions.sending import sent_by_hand

    heard(scene, scene.bob, "First.", ago=3)
    heard(scene, scene.charlie, "Not in Bob's.", ago=2)
    sent = scene.approved()
    sent_by_hand(scene.actor, sent.id, now=NOW)
    scene.draft(stage="check-in", body="Only a draft.")
    told = [(mail.theirs, mail.text) for mail in thread(scene, scene.bob).mails]
    assert told == [(True, "First."), (False, scene.message(sent.id).body)]


def test_only_the_latest_mails_are_shown(scene) -> None:
    for number in range(60):
        heard(scene, scene.bob, f"Mail {number}.", ago=100 - number)
    mails = thread(scene, scene.bob).mails
    assert (len(mails), mails[0].text, mails[-1].text) == (50, "Mail 10.", "Mail 59.")


def test_its_talks_are_those_that_the_contact_was_at(scene) -> None:
    from sincerely.desk.actions.interviews import set_panel

    assert [talk.id for talk in thread(scene, scene.charlie).talks] == [scene.interview]
    set_panel(scene.actor, scene.interview, [scene.bob], now=NOW)
    assert thread(scene, scene.charlie).talks == []


def test_there_is_none_with_somebody_at_another_employer_or_on_another_desk(scene) -> None:
    from sincerely.desk.access import Actor
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.queries.threads import heard_from
    from sincerely.desk.queries.threads import thread as query

    other = add_application(scene.actor, employer="Elm Press", now=NOW)
    dora = add_contact(scene.actor, other.id, name="Dora Daly", now=NOW)
    with pytest.raises(DeskError, match="no thread between them"):
        thread(scene, dora.id)
    stranger = Actor(scene.actor.desk + 1, "Carol")
    for asked in (lambda: query(stranger, scene.application, scene.bob), lambda: heard_from(stranger, scene.bob)):
        with pytest.raises(NotThere):
            asked()


def test_whether_a_contact_ever_wrote_counts_no_machine(scene) -> None:
    from sincerely.desk.queries.threads import heard_from

    heard(scene, scene.bob, "I am away.", nature="away")
    assert not heard_from(scene.actor, scene.bob)
    heard(scene, scene.bob, "I am back.")
    assert heard_from(scene.actor, scene.bob)


def test_the_next_note_answers_the_last_mail_and_no_call(scene) -> None:
    from datetime import timedelta

    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.models import Received
    from sincerely.desk.queries.threads import answered_on

    assert answered_on(scene.actor, scene.bob) is None
    other = add_application(scene.actor, employer="Willow Care", role="Day Manager", now=NOW)
    heard(scene, scene.bob, "By mail.", ago=3)
    Received.objects.update(message_id="<1@willow.example>", application=other.id, at=NOW - timedelta(hours=3))
    heard(scene, scene.bob, "On the phone.", ago=1)
    assert answered_on(scene.actor, scene.bob) == other.id


def test_a_note_that_a_program_adds_stands_below_the_persons_own_under_its_name(scene) -> None:
    from sincerely.desk.actions.interviews import add_note, set_notes

    set_notes(scene.actor, scene.interview, "We spoke of rotas.", now=NOW)
    program = scene.actor.as_loop("Alice's program")
    assert add_note(program, scene.interview, "And of nights.", now=NOW).notes == (
        "We spoke of rotas.\n\n(added by Alice's program)\nAnd of nights."
    )
    set_notes(scene.actor, scene.interview, "x" * 199_990, now=NOW)
    with pytest.raises(DeskError, match="shorten"):
        add_note(program, scene.interview, "One word more.", now=NOW)
