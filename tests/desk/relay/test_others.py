"""Mail to nobody on the desk: untouched, unread, once."""

from dataclasses import replace

import pytest
from tests.desk.conftest import FakeCarrier
from tests.desk.relay.conftest import DORA, Program, SentFolder, keep_sent, submission

from sincerely.desk.relay import Fate, Submission
from sincerely.post.carriers import CarrierError, Failure

pytestmark = pytest.mark.django_db
LOST = CarrierError(Failure.UNSURE, "The answer was lost.")


def lose(program: Program) -> Submission:
    """A mail whose last answer was lost."""
    mail = submission(DORA)
    program.carrier = FakeCarrier(LOST, after_mark=True)
    outcome = program.send(mail)
    assert outcome.fate is Fate.LATER
    assert "not sent twice" in outcome.words[1]
    program.carrier = FakeCarrier()
    return mail


def test_it_passes_as_it_came_and_nobody_looks_at_it(program: Program) -> None:
    odd = Submission("", (DORA,), b"From: \xff\xfe\r\n\r\n\0 I hate you, [NAME]!!!\r\n")
    assert program.send(odd).fate is Fate.GONE
    assert program.carrier.delivered == [(odd.raw, "", (DORA,))]
    assert program.messages() == []


def test_a_second_try_is_answered_and_not_sent(program: Program) -> None:
    mail = submission(DORA)
    assert [program.send(mail).fate for _ in range(3)] == [Fate.GONE] * 3
    assert len(program.carrier.delivered) == 1


def test_the_same_words_to_somebody_else_or_without_a_message_id_are_another_mail(program: Program) -> None:
    mail = submission(DORA)
    program.send(mail)
    program.send(replace(mail, recipients=("emil@friends.example",)))
    nameless = submission(DORA, Message_ID="")
    assert nameless.message_id == ""
    program.send(nameless)
    program.send(nameless)
    assert len(program.carrier.delivered) == 4


@pytest.mark.parametrize(("kind", "fate"), [(Failure.TEMPORARY, Fate.LATER), (Failure.PERMANENT, Fate.REFUSED)])
@pytest.mark.parametrize("after_mark", [False, True])
def test_what_the_server_refused_may_be_tried_again(program: Program, kind: Failure, fate: Fate, after_mark: bool) -> None:
    mail = submission(DORA)
    program.carrier = FakeCarrier(CarrierError(kind, "No."), after_mark)
    outcome = program.send(mail)
    assert (outcome.fate, outcome.words) == (fate, ("No.", "Nobody got it."))
    program.carrier = FakeCarrier()
    assert program.send(mail).fate is Fate.GONE
    assert len(program.carrier.delivered) == 1


def test_after_a_lost_answer_it_is_not_sent_again_at_once(program: Program) -> None:
    mail = lose(program)
    program.scene.later(minutes=9)
    assert program.send(mail).fate is Fate.LATER
    assert program.carrier.delivered == []


def test_a_copy_in_sent_settles_it(program: Program) -> None:
    mail = lose(program)
    program.mailbox = SentFolder(mail.message_id)
    program.scene.later(minutes=10)
    assert [program.send(mail).fate for _ in range(2)] == [Fate.GONE] * 2
    assert program.carrier.delivered == []


def test_where_the_provider_files_copies_a_missing_one_lets_it_go_again_after_an_hour(program: Program) -> None:
    keep_sent(program.scene.actor, program.scene.now)
    mail = lose(program)
    program.mailbox = SentFolder()
    program.scene.later(minutes=10)
    assert program.send(mail).fate is Fate.LATER
    program.scene.later(minutes=50)
    assert program.send(mail).fate is Fate.GONE
    assert len(program.carrier.delivered) == 1


@pytest.mark.parametrize("mailbox", [None, SentFolder()])
def test_where_nothing_tells_the_person_is_asked_once_and_then_obeyed(program: Program, mailbox: SentFolder | None) -> None:
    mail = lose(program)
    program.mailbox = mailbox
    program.scene.later(minutes=10)
    asked = program.send(mail)
    assert asked.fate is Fate.REFUSED
    assert "press send once more" in asked.words[1]
    assert program.send(mail).fate is Fate.GONE
    assert len(program.carrier.delivered) == 1


def test_a_nameless_mail_whose_answer_was_lost_is_the_persons_to_decide(program: Program) -> None:
    program.carrier = FakeCarrier(LOST, after_mark=True)
    assert program.send(submission(DORA, Message_ID="")).fate is Fate.REFUSED


def test_two_connections_at_once_send_it_once(program: Program) -> None:
    mail = submission(DORA)
    second = []

    class Slow(FakeCarrier):
        def deliver(self, raw, sender, recipients, before_data=lambda: None):
            def mark() -> None:
                before_data()
                second.append(inner.send(mail))

            return super().deliver(raw, sender, recipients, mark)

    inner = Program(program.scene)
    program.carrier = Slow()
    assert program.send(mail).fate is Fate.GONE
    assert [outcome.fate for outcome in second] == [Fate.LATER]
    assert "on its way" in second[0].words[0]
    assert inner.carrier.delivered == []


def test_what_is_remembered_tells_nothing_and_is_forgotten_in_time(program: Program) -> None:
    from sincerely.desk.models import Relayed

    program.send(submission(DORA))
    (row,) = Relayed.objects.values_list("fingerprint", "state")
    assert len(row[0]) == 64
    program.scene.later(days=15)
    program.send(submission(DORA))
    assert Relayed.objects.count() == 1
