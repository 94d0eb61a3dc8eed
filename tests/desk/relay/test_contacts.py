"""Mail to contacts of the desk: read, held to the gate, kept as a touch, once."""

from dataclasses import replace

import pytest
from tests.desk.conftest import MEAN, NOTE, FakeCarrier
from tests.desk.relay.conftest import BOB, CHARLIE, DORA, Program, SentFolder, keep_sent, submission

from sincerely.desk.relay import Fate, Ready, Revise, Submission
from sincerely.post.carriers import CarrierError, Failure

pytestmark = pytest.mark.django_db
LOST = CarrierError(Failure.UNSURE, "The answer was lost.")


def lose(program: Program) -> Submission:
    mail = submission(BOB)
    program.carrier = FakeCarrier(LOST, after_mark=True)
    assert program.send(mail).fate is Fate.LATER
    program.carrier = FakeCarrier()
    assert program.messages() == [("Bob Byrne", "thank-you", "unsure")]
    return mail


def message_of(program: Program) -> int:
    from sincerely.desk.models import Message

    return Message.objects.latest("id").pk


def test_a_thank_you_that_is_owed_goes_byte_for_byte_and_counts(program: Program) -> None:
    mail = submission(BOB.upper())
    assert program.send(mail).fate is Fate.GONE
    assert program.carrier.delivered == [(mail.raw, mail.sender, mail.recipients)]
    assert program.messages() == [("Bob Byrne", "thank-you", "sent")]
    row = program.scene.message(message_of(program))
    assert (row.subject, row.body.strip()) == ("Thank you for your time", NOTE)


def test_copies_and_blind_copies_are_kept_and_gated_too(program: Program) -> None:
    from sincerely.desk.models import Message

    mail = replace(submission(DORA, Cc="Emil <emil@friends.example>"), recipients=(DORA, "emil@friends.example", BOB))
    program.send(mail)
    row = Message.objects.get()
    assert (row.to, row.cc, row.bcc) == (BOB, [DORA, "emil@friends.example"], [])
    assert program.send(submission(BOB, text=MEAN)).fate is Fate.REFUSED


def test_files_go_along_and_are_kept(program: Program) -> None:
    text = '--b\nContent-Type: text/plain\n\nDear Bob,\n\n--b\nContent-Type: application/pdf; name="cv.pdf"\n\n%PDF\n--b--'
    program.send(submission(BOB, text=text, Content_Type='multipart/mixed; boundary="b"'))
    assert [file["name"] for file in program.scene.message(message_of(program)).attachments] == ["cv.pdf"]


def test_what_proof_holds_goes_to_nobody(program: Program) -> None:
    outcome = program.send(submission(BOB, DORA, text=MEAN))
    assert outcome.fate is Fate.REFUSED
    assert "Bob Byrne" in outcome.words[0]
    assert program.carrier.delivered == []
    assert program.messages() == []


def test_a_mail_that_cannot_be_read_goes_to_no_contact(program: Program) -> None:
    bomb = b"Message-ID: <9@x.example>\r\nContent-Type: multipart/mixed; boundary=a\r\n" * 1_100 + b"\r\nx\r\n"
    outcome = program.send(Submission("alice@archer.example", (BOB,), bomb))
    assert outcome.fate is Fate.REFUSED
    assert "cannot read" in outcome.words[0]
    assert program.send(Submission("alice@archer.example", (DORA,), bomb)).fate is Fate.GONE


def test_a_mail_without_end_is_read_as_far_as_a_letter_goes(program: Program) -> None:
    history = "> and so on and so forth\n" * 30_000
    assert program.send(submission(BOB, text=f"{MEAN}\n\n{history}")).fate is Fate.REFUSED
    assert program.send(submission(BOB, text=f"{NOTE}\n\n{history}")).fate is Fate.GONE
    assert len(program.scene.message(message_of(program)).body) > 700_000


def test_a_stop_closes_the_gate_for_good(program: Program) -> None:
    from sincerely.desk.actions.replies import log_received

    log_received(program.scene.actor, program.scene.application, contact=program.scene.bob, nature="stop", now=program.scene.now)
    outcome = program.send(submission(BOB))
    assert outcome.fate is Fate.REFUSED
    assert any("no more contact" in line for line in outcome.words)
    assert not any("It may go from" in line for line in outcome.words)


def test_an_unread_word_closes_it_for_a_nudge_and_answering_it_reads_it(program: Program) -> None:
    from sincerely.desk.models import Received
    from sincerely.desk.queries.messages import received

    scene = program.scene
    program.send(submission(BOB))
    scene.later(days=1)
    row = Received.objects.create(
        desk_id=scene.actor.desk, employer_id=scene.employer, application_id=scene.application, contact_id=scene.bob,
        message_id="<theirs@willow.example>", nature="question", text="Which days suit you?", at=scene.now, created_at=scene.now,
    )  # fmt: skip
    from sincerely.desk.actions.replies import take

    take(scene.actor, row, scene.now)
    nudge = program.send(submission(BOB, text="Dear Bob,\n\nAny news?\n\nAlice Archer"))
    assert nudge.fate is Fate.REFUSED
    assert any("read that first" in line for line in nudge.words)
    reply = submission(BOB, text="Dear Bob,\n\nAny day suits me.\n\nAlice Archer", In_Reply_To="<theirs@willow.example>")
    assert program.send(reply).fate is Fate.GONE
    assert program.messages()[-1] == ("Bob Byrne", "answer", "sent") or ("Bob Byrne", "answer", "sent") in program.messages()
    assert received(scene.actor, row.pk).read_at


def test_what_happens_between_the_reading_and_the_mark_still_counts(program: Program) -> None:
    from sincerely.desk.actions.replies import log_received

    read = program.read(submission(BOB))
    assert isinstance(read, Ready)
    log_received(program.scene.actor, program.scene.application, contact=program.scene.bob, nature="stop", now=program.scene.now)
    assert program.hand_over(read).fate is Fate.REFUSED
    assert program.carrier.delivered == []
    assert program.messages() == []


def test_a_mail_that_could_be_better_is_told_once_whatever_its_id(program: Program) -> None:
    from sincerely.proof.rulebook import only

    program.scene.rulebook, program.revise = only(["professional/sign-off"]), Revise.ONCE
    text = "Dear Bob,\n\nThank you for your time today."
    told = program.send(submission(BOB, text=text))
    assert told.fate is Fate.REFUSED
    assert "press send once more" in told.words[-1]
    assert program.send(submission(BOB, text=text)).fate is Fate.GONE


@pytest.mark.parametrize(("kind", "fate"), [(Failure.TEMPORARY, Fate.LATER), (Failure.PERMANENT, Fate.REFUSED)])
@pytest.mark.parametrize("after_mark", [False, True])
def test_what_the_server_refused_leaves_nothing_behind(program: Program, kind: Failure, fate: Fate, after_mark: bool) -> None:
    mail = submission(BOB)
    program.carrier = FakeCarrier(CarrierError(kind, "No."), after_mark)
    assert program.send(mail).fate is fate
    assert program.messages() == []
    program.carrier = FakeCarrier()
    assert program.send(mail).fate is Fate.GONE


def test_after_a_lost_answer_the_desk_is_in_doubt_and_the_program_is_told_so(program: Program) -> None:
    mail = lose(program)
    outcome = program.send(mail)
    assert outcome.fate is Fate.LATER
    assert f"sincerely settle {message_of(program)}" in outcome.words[-1]
    # The same words anew are no way round.
    assert program.send(submission(BOB)).fate is Fate.REFUSED
    assert program.carrier.delivered == []


def test_sent_settles_it_for_the_desk_and_for_the_program(program: Program) -> None:
    mail = lose(program)
    program.mailbox = SentFolder(mail.message_id)
    program.scene.later(minutes=11)
    assert program.send(mail).fate is Fate.GONE
    assert program.messages() == [("Bob Byrne", "thank-you", "sent")]
    assert program.carrier.delivered == []


def test_the_person_settles_it_either_way(program: Program) -> None:
    from sincerely.desk.actions.sending import settle

    went = lose(program)
    settle(program.scene.actor, message_of(program), went=True, now=program.scene.now)
    assert program.send(went).fate is Fate.GONE
    assert program.carrier.delivered == []


def test_what_did_not_go_by_the_persons_word_goes_on_the_next_try(program: Program) -> None:
    from sincerely.desk.actions.sending import settle

    mail = lose(program)
    settle(program.scene.actor, message_of(program), went=False, now=program.scene.now)
    assert program.send(mail).fate is Fate.GONE
    assert len(program.carrier.delivered) == 1
    assert sorted(program.messages()) == [("Bob Byrne", "thank-you", "sent"), ("Bob Byrne", "thank-you", "withdrawn")]


def test_a_mail_missing_from_sent_is_left_to_the_mail_program_and_never_sent_by_the_outbox(program: Program) -> None:
    from sincerely.desk.loops.outbox import tick

    scene, outbox = program.scene, FakeCarrier()
    keep_sent(scene.actor, scene.now)
    mail = lose(program)
    for _ in range(4):
        scene.later(minutes=61)
        while tick(scene.actor, outbox, scene.rulebook, scene.now, SentFolder()):
            pass
    assert outbox.delivered == []
    assert program.messages() == [("Bob Byrne", "thank-you", "withdrawn")]
    assert program.send(mail).fate is Fate.GONE
    assert len(program.carrier.delivered) == 1


def test_two_connections_at_once_send_it_once(program: Program) -> None:
    mail = submission(BOB, CHARLIE)
    first, second = program.read(mail), program.read(mail)
    assert isinstance(first, Ready)
    assert isinstance(second, Ready)
    assert [program.hand_over(first).fate, program.hand_over(second).fate] == [Fate.GONE, Fate.GONE]
    assert len(program.carrier.delivered) == 1
    assert len(program.messages()) == 2


def test_what_the_outbox_holds_for_the_same_contact_does_not_follow(program: Program) -> None:
    from sincerely.desk.loops.outbox import tick

    program.scene.queued()
    assert program.send(submission(BOB)).fate is Fate.GONE
    outbox = FakeCarrier()
    while tick(program.scene.actor, outbox, program.scene.rulebook, program.scene.now):
        pass
    assert outbox.delivered == []
    assert sorted(program.messages()) == [("Bob Byrne", "thank-you", "sent"), ("Bob Byrne", "thank-you", "withdrawn")]


def test_a_rule_that_was_overruled_for_these_words_stays_overruled(program: Program) -> None:
    from sincerely.desk.actions.drafts import allow_rule

    scene = program.scene
    draft = scene.draft(body=MEAN)
    assert program.send(submission(BOB, text=MEAN)).fate is Fate.REFUSED
    allow_rule(scene.actor, draft.id, "professional/placeholder", reason="It is meant.", now=scene.now)
    assert program.send(submission(BOB, text=MEAN)).fate is Fate.GONE


def test_a_restored_desk_and_a_clock_that_jumped_back_send_to_no_contact(program: Program) -> None:
    from sincerely.desk.models import Desk

    scene = program.scene
    Desk.objects.update(reconcile_since=scene.now)
    assert program.send(submission(BOB)).fate is Fate.LATER
    Desk.objects.update(reconcile_since=None)
    scene.later(days=-30)
    assert program.send(submission(BOB)).fate is Fate.LATER
    assert program.send(submission(DORA)).fate is Fate.GONE


def later_today(program: Program, **more: object) -> None:
    from sincerely.desk.actions.interviews import add_interview

    scene = program.scene
    start = scene.now.replace(hour=16)
    add_interview(
        scene.actor, scene.application, start=start, end=start.replace(hour=17), contacts=[scene.charlie], now=scene.now, **more
    )


LATE = "Dear Bob,\n\nMy train stands still: I may be ten minutes late at four.\n\nAlice Archer"


def test_a_word_about_an_interview_ahead_is_no_nudge(program: Program) -> None:
    program.send(submission(BOB))
    later_today(program)
    assert program.send(submission(BOB, text=LATE, subject="Today at four")).fate is Fate.GONE
    assert ("Bob Byrne", "answer", "sent") in program.messages()


def test_an_interview_ahead_opens_nothing_after_a_stop(program: Program) -> None:
    from sincerely.desk.actions.replies import log_received

    program.send(submission(BOB))
    later_today(program)
    read = program.read(submission(BOB, text=LATE))
    log_received(program.scene.actor, program.scene.application, contact=program.scene.bob, nature="stop", now=program.scene.now)
    assert program.send(submission(BOB, text=LATE)).fate is Fate.REFUSED
    assert isinstance(read, Ready)
    assert program.hand_over(read).fate is Fate.REFUSED


def test_a_contact_whose_applications_are_closed_is_nobody_to_follow_up_with(program: Program) -> None:
    from sincerely.desk.actions.applications import close_application
    from sincerely.desk.actions.replies import log_received

    scene = program.scene
    close_application(scene.actor, scene.application, reason="I work there now.", now=scene.now)
    assert program.send(submission(BOB, text=MEAN)).fate is Fate.GONE
    assert program.messages() == []
    log_received(scene.actor, scene.application, contact=scene.bob, nature="stop", now=scene.now)
    assert program.send(submission(BOB)).fate is Fate.REFUSED
