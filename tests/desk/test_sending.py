"""From draft to sent by a person's word."""

import hashlib
from datetime import timedelta

import pytest
from tests.desk.conftest import NOTE, NOW, Scene

from sincerely.proof.finding import Mark
from sincerely.proof.rule import NamedRule, Rule
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Part, Severity, Span

pytestmark = pytest.mark.django_db


def rule_against(word: str, id: str) -> Rulebook:
    """A rulebook that holds every letter with a word in it."""

    def look(reading):
        start = reading.body.find(word)
        if start >= 0:
            yield Mark(Part.BODY, Span(start, start + len(word)), f"Do not say {word}.")

    return Rulebook((NamedRule(id, Rule(Severity.HOLD, "A word", "It harms you.", (), ()), look, ""),))


def test_approving_freezes_bytes_identity_and_consent(scene: Scene) -> None:
    from sincerely.desk.actions.sending import export_eml

    approved = scene.approved()
    frozen = export_eml(scene.actor, approved.id)
    assert approved.state == "approved"
    assert approved.sha256 == hashlib.sha256(frozen).hexdigest()
    assert (approved.consent_by, approved.consent_at) == ("Alice Archer", NOW.isoformat())
    assert b"To: Bob Byrne <bob@willow.example>" in frozen


def test_an_edit_voids_the_yes(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft

    queued = scene.queued()
    edited = edit_draft(scene.actor, queued.id, body=NOTE + "\nP.S.", rulebook=scene.rulebook, now=NOW)
    assert (edited.state, edited.sha256, edited.message_id, edited.consent_at) == ("draft", "", "", None)


def test_a_held_letter_is_not_approved_and_says_why(scene: Scene) -> None:
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.errors import Held

    draft = scene.draft()
    with pytest.raises(Held, match="Do not say rota") as held:
        approve(scene.actor, draft.id, rulebook=rule_against("rota", "language/name"), now=NOW)
    assert held.value.reasons == ("Do not say rota.",)
    assert scene.message(draft.id).state == "draft"
    assert scene.message(draft.id).held == ["Do not say rota."]


def test_one_rule_can_be_overruled_for_one_message_with_a_reason(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import allow_rule
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.errors import DeskError

    draft, rulebook = scene.draft(), rule_against("rota", "language/name")
    with pytest.raises(DeskError, match="reason is missing"):
        allow_rule(scene.actor, draft.id, "language/name", reason=" ", now=NOW)
    allow_rule(scene.actor, draft.id, "language/name", reason="That is what it is called.", now=NOW)
    assert approve(scene.actor, draft.id, rulebook=rulebook, now=NOW).state == "approved"


def test_a_letter_that_was_hostile_is_slept_on_even_when_mended(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.errors import Held

    rulebook = rule_against("fools", "hostility/insult")
    draft = scene.draft()
    edit_draft(scene.actor, draft.id, body=NOTE.replace("rota", "fools"), rulebook=rulebook, now=NOW)
    with pytest.raises(Held):
        approve(scene.actor, draft.id, rulebook=rulebook, now=NOW)
    edit_draft(scene.actor, draft.id, body=NOTE, rulebook=rulebook, now=NOW)
    mended = approve(scene.actor, draft.id, rulebook=rulebook, now=NOW)
    assert mended.not_before >= (NOW + timedelta(hours=18)).isoformat()


def test_a_message_approved_at_night_waits_for_the_morning_there(scene: Scene) -> None:
    scene.now = NOW.replace(hour=22)
    assert scene.approved().not_before == (NOW.replace(hour=8) + timedelta(days=1)).isoformat()


def test_after_a_stop_nothing_can_be_approved(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import stop_contact
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.errors import Held

    stop_contact(scene.actor, scene.bob, now=NOW)
    scene.later(hours=1)
    draft = scene.draft()
    with pytest.raises(Held):
        approve(scene.actor, draft.id, rulebook=scene.rulebook, now=scene.now)


def test_without_an_address_there_is_nothing_to_approve(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.sending import approve
    from sincerely.desk.errors import DeskError

    dana = add_contact(scene.actor, scene.application, name="Dana Doyle", now=NOW)
    draft = scene.draft(contact=dana.id)
    with pytest.raises(DeskError, match="no e-mail address of Dana Doyle"):
        approve(scene.actor, draft.id, rulebook=scene.rulebook, now=NOW)


def test_a_header_cannot_be_broken_out_of(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.errors import DeskError

    draft = scene.draft()
    for subject in ("Hello\nBcc: x@evil.example", "Hello\r\nX: y", "Hello\x00", "Hello\u2028there"):
        with pytest.raises(DeskError):
            edit_draft(scene.actor, draft.id, subject=subject, rulebook=scene.rulebook, now=NOW)


def test_a_call_is_approved_and_then_done_by_hand(scene: Scene) -> None:
    from sincerely.desk.actions.sending import queue, sent_by_hand
    from sincerely.desk.errors import DeskError
    from sincerely.desk.queries.due import due

    call = scene.approved(channel="voicemail", body="Hello Bob, this is Alice Archer. Thank you for today. Goodbye.")
    with pytest.raises(DeskError, match="goes by voicemail"):
        queue(scene.actor, call.id, now=NOW)
    assert sent_by_hand(scene.actor, call.id, now=NOW).state == "sent"
    day = due(scene.actor, NOW + timedelta(minutes=1))
    assert {touch.contact for touch in day.today + day.coming if touch.stage == "thank-you"} == {scene.charlie}


def test_a_withdrawn_message_cannot_be_sent(scene: Scene) -> None:
    from sincerely.desk.actions.sending import queue, withdraw
    from sincerely.desk.errors import DeskError

    approved = scene.approved()
    assert withdraw(scene.actor, approved.id, now=NOW).state == "withdrawn"
    with pytest.raises(DeskError, match="is withdrawn"):
        queue(scene.actor, approved.id, now=NOW)


def test_a_reply_is_answered_in_its_thread(scene: Scene) -> None:
    from sincerely.desk.models import Message, Received

    first = scene.queued()
    Message.objects.filter(pk=first.id).update(state="sent", sent_at=NOW)
    later = scene.draft(stage="check-in")
    assert later.in_reply_to == first.message_id
    Received.objects.create(
        desk_id=scene.actor.desk,
        employer_id=scene.employer,
        contact_id=scene.bob,
        message_id="<reply@willow.example>",
        references=[first.message_id],
        subject="Your visit",
        nature="human",
        at=NOW + timedelta(hours=1),
        created_at=NOW,
    )
    answer = scene.draft(stage="answer", body=None, subject=None, now=NOW + timedelta(hours=2))
    assert (answer.in_reply_to, answer.subject) == ("<reply@willow.example>", "Re: Your visit")
    assert Message.objects.get(pk=answer.id).references == [first.message_id, "<reply@willow.example>"]


def test_files_go_along_within_limits(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import MOST_BYTES, attach, detach
    from sincerely.desk.actions.sending import approve, export_eml
    from sincerely.desk.errors import DeskError

    draft = scene.draft()
    with_file = attach(scene.actor, draft.id, name="../../rota.pdf", data=b"%PDF-1.7 rota", now=NOW)
    assert with_file.attachments == [{"name": "rota.pdf", "type": "application/pdf", "size": 13}]
    with pytest.raises(DeskError, match="too much"):
        attach(scene.actor, draft.id, name="film.mp4", data=b"0" * MOST_BYTES, now=NOW)
    approve(scene.actor, draft.id, rulebook=scene.rulebook, now=NOW)
    assert b'filename="rota.pdf"' in export_eml(scene.actor, draft.id)
    assert detach(scene.actor, draft.id, "rota.pdf", now=NOW).state == "draft"
