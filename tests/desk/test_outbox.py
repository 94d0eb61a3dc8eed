"""The outbox: once, when the gate is open, and it is known what became of each message."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene

from sincerely.post.carriers import CarrierError, Failure

pytestmark = pytest.mark.django_db


def run(scene: Scene, carrier: FakeCarrier, mailbox=None) -> int:
    from sincerely.desk.loops.outbox import tick

    count = 0
    while tick(scene.actor.as_loop("outbox"), carrier, scene.rulebook, scene.now, mailbox):
        count += 1
        assert count < 50, "the outbox does not come to rest"
    return count


def test_what_was_approved_is_sent_to_the_byte(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.sending import export_eml

    queued = scene.queued()
    frozen = export_eml(scene.actor, queued.id)
    run(scene, carrier)
    assert carrier.delivered == [(frozen, "alice@archer.example", ("bob@willow.example",))]
    assert scene.message(queued.id).state == "sent"
    assert queued.message_id.encode() in frozen


def test_a_second_round_sends_nothing_again(scene: Scene, carrier: FakeCarrier) -> None:
    scene.queued()
    run(scene, carrier)
    scene.later(days=1)
    run(scene, carrier)
    assert len(carrier.delivered) == 1


def test_a_message_that_is_not_queued_stays(scene: Scene, carrier: FakeCarrier) -> None:
    scene.draft()
    scene.approved(contact=scene.charlie)
    run(scene, carrier)
    assert carrier.delivered == []


def test_bytes_that_changed_after_the_yes_are_not_sent(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.models import Message

    queued = scene.queued()
    Message.objects.filter(pk=queued.id).update(frozen=b"other words")
    run(scene, carrier)
    assert carrier.delivered == []
    assert "no longer the one" in scene.message(queued.id).held[0]


def test_outside_the_hours_a_message_waits_for_the_next_opening(scene: Scene, carrier: FakeCarrier) -> None:
    scene.now = NOW.replace(hour=21)
    queued = scene.queued()
    run(scene, carrier)
    assert carrier.delivered == []
    scene.now = NOW.replace(hour=9) + timedelta(days=1)
    run(scene, carrier)
    assert len(carrier.delivered) == 1
    assert scene.message(queued.id).state == "sent"


def test_a_reply_between_approval_and_sending_takes_a_check_in_back(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.replies import log_received

    scene.later(days=12)
    queued = scene.queued(stage="check-in")
    log_received(scene.actor, scene.application, contact=scene.charlie, nature="human", now=scene.later(minutes=1))
    run(scene, carrier)
    assert carrier.delivered == []
    assert scene.message(queued.id).state == "withdrawn"


def test_after_a_stop_nothing_leaves_for_that_contact(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.actions.contacts import stop_contact

    queued = scene.queued()
    stop_contact(scene.actor, scene.bob, now=scene.now)
    run(scene, carrier)
    assert carrier.delivered == []
    assert scene.message(queued.id).state == "withdrawn"


def test_a_fact_that_only_the_planner_sees_still_holds_at_the_claim(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.models import Event

    queued = scene.queued()
    Event.objects.create(
        desk_id=scene.actor.desk, employer_id=scene.employer, contact_id=scene.bob, kind="received", nature="stop", at=NOW
    )
    scene.later(minutes=1)
    run(scene, carrier)
    assert carrier.delivered == []
    assert scene.message(queued.id).state == "withdrawn"


def test_two_check_ins_to_one_employer_keep_the_gap(scene: Scene, carrier: FakeCarrier) -> None:
    scene.later(days=12)
    first, second = scene.queued(stage="check-in"), scene.queued(contact=scene.charlie, stage="check-in")
    run(scene, carrier)
    assert len(carrier.delivered) == 1
    assert scene.message(first.id).state == "sent"
    waiting = scene.message(second.id)
    assert waiting.state == "queued"
    assert waiting.held
    assert waiting.next_attempt >= (scene.now + timedelta(days=6)).isoformat()


def test_a_temporary_refusal_is_tried_again_with_the_same_bytes(scene: Scene) -> None:
    queued = scene.queued()
    run(scene, FakeCarrier(CarrierError(Failure.TEMPORARY, "Try later.", 451)))
    waiting = scene.message(queued.id)
    assert (waiting.state, waiting.trouble, waiting.attempts) == ("queued", "Try later.", 1)
    good = FakeCarrier()
    run(scene, good)
    assert good.delivered == []
    scene.later(minutes=5)
    run(scene, good)
    assert len(good.delivered) == 1
    assert scene.message(queued.id).message_id == queued.message_id


def test_temporary_refusals_end_after_days_not_never(scene: Scene) -> None:
    queued = scene.queued()
    carrier = FakeCarrier(CarrierError(Failure.TEMPORARY, "Try later.", 451))
    for _ in range(60):
        run(scene, carrier)
        scene.later(hours=6)
    assert scene.message(queued.id).state == "failed"


def test_a_refused_address_is_marked_and_asked_for(scene: Scene) -> None:
    from sincerely.desk.queries.applications import contact

    queued = scene.queued()
    run(scene, FakeCarrier(CarrierError(Failure.PERMANENT, "No such user.", 550, "bob@willow.example")))
    assert scene.message(queued.id).state == "failed"
    assert contact(scene.actor, scene.bob).bad_emails == ["bob@willow.example"]
    assert contact(scene.actor, scene.bob).email is None


def test_a_refused_password_switches_sending_off_and_fails_no_message(scene: Scene) -> None:
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.queries.due import due

    smtp = {"name": "smtp", "host": "smtp.example.com", "username": "alice"}
    account = {"carrier": smtp, "mailbox": {}, "secrets": {"password": "x"}, "now": NOW}
    set_account(scene.actor, "alice@archer.example", **account)
    first, second = scene.queued(), scene.queued(contact=scene.charlie)
    refusing = FakeCarrier(CarrierError(Failure.PERMANENT, "The password was refused.", 535))
    assert run(scene, refusing) == 1
    assert [scene.message(one.id).state for one in (first, second)] == ["queued", "queued"]
    assert due(scene.actor, scene.now).troubles[0].sending_trouble == "The password was refused."
    good = FakeCarrier()
    scene.later(minutes=10)
    run(scene, good)
    assert good.delivered == []
    set_account(scene.actor, "alice@archer.example", **account)
    scene.later(hours=1)
    run(scene, good)
    assert len(good.delivered) == 2
    assert due(scene.actor, scene.now).troubles == []


def test_a_letter_that_the_server_refuses_fails_alone(scene: Scene) -> None:
    first, second = scene.queued(), scene.queued(contact=scene.charlie)
    run(scene, FakeCarrier(CarrierError(Failure.PERMANENT, "Refused as spam.", 554), after_mark=True))
    assert [scene.message(one.id).state for one in (first, second)] == ["failed", "failed"]


def test_a_lost_answer_leaves_it_unsure_and_is_never_resent(scene: Scene) -> None:
    queued = scene.queued()
    run(scene, FakeCarrier(CarrierError(Failure.UNSURE, "The connection was lost."), after_mark=True))
    assert scene.message(queued.id).state == "unsure"
    good = FakeCarrier()
    for _ in range(5):
        scene.later(hours=7)
        run(scene, good)
    assert good.delivered == []
    assert scene.message(queued.id).state == "unsure"


class SentFolder:
    """A mailbox whose Sent folder holds these Message-IDs."""

    def __init__(self, *held: str) -> None:
        self.held, self.asked = held, 0
        self.filed: list[tuple[str, bytes, tuple[str, ...]]] = []

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        pass

    def fetch(self, since, from_day=None):
        return iter(())

    def sent_folder(self) -> str:
        return "Sent"

    def append(self, folder: str, raw: bytes, flags: tuple[str, ...] = ()) -> None:
        self.filed.append((folder, raw, flags))

    def find_sent(self, message_id: str) -> bool:
        self.asked += 1
        return message_id in self.held


def test_a_copy_of_what_left_is_filed_in_sent(scene: Scene, carrier: FakeCarrier) -> None:
    folder = SentFolder()
    scene.queued()
    run(scene, carrier, folder)
    assert folder.filed == [("Sent", carrier.delivered[0][0], ("\\Seen",))]


def test_where_the_provider_files_copies_no_second_one_is_filed(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.models import Account

    Account.objects.create(desk_id=scene.actor.desk, address="alice@archer.example", keeps_sent=True, created_at=NOW)
    folder = SentFolder()
    scene.queued()
    run(scene, carrier, folder)
    assert (len(carrier.delivered), folder.filed) == (1, [])


def test_a_mailbox_out_of_reach_costs_the_copy_only(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.post.mailboxes import MailboxError

    class Gone(SentFolder):
        def __enter__(self):
            raise MailboxError("The server cannot be reached.")

    queued = scene.queued()
    run(scene, carrier, Gone())
    assert scene.message(queued.id).state == "sent"


def unsure(scene: Scene):
    queued = scene.queued()
    run(scene, FakeCarrier(CarrierError(Failure.UNSURE, "The connection was lost."), after_mark=True))
    return queued


def test_an_unsure_one_that_stands_in_sent_went(scene: Scene) -> None:
    queued = unsure(scene)
    folder = SentFolder(queued.message_id)
    run(scene, FakeCarrier(), folder)
    assert folder.asked == 0
    scene.later(minutes=11)
    run(scene, FakeCarrier(), folder)
    sent = scene.message(queued.id)
    assert sent.state == "sent"
    assert sent.sent_at == NOW.isoformat()


def test_an_unsure_one_that_is_not_in_sent_is_asked_about(scene: Scene) -> None:
    queued = unsure(scene)
    good = FakeCarrier()
    for _ in range(4):
        scene.later(hours=2)
        run(scene, good, SentFolder())
    assert good.delivered == []
    assert scene.message(queued.id).state == "unsure"


def test_where_the_provider_files_what_it_sends_it_is_sent_again_after_two_looks(scene: Scene) -> None:
    from sincerely.desk.models import Account

    Account.objects.create(desk_id=scene.actor.desk, address="alice@archer.example", keeps_sent=True, created_at=NOW)
    queued = unsure(scene)
    good = FakeCarrier()
    scene.later(minutes=11)
    run(scene, good, SentFolder())
    assert good.delivered == []
    scene.later(minutes=61)
    run(scene, good, SentFolder())
    assert len(good.delivered) == 1
    assert scene.message(queued.id).message_id == queued.message_id


@pytest.mark.parametrize(("went", "state"), [(True, "sent"), (False, "draft")])
def test_the_person_settles_an_unsure_one(scene: Scene, went: bool, state: str) -> None:
    from sincerely.desk.actions.sending import settle

    queued = unsure(scene)
    assert settle(scene.actor, queued.id, went=went, now=scene.later(hours=1)).state == state


def test_an_unsure_check_in_counts_as_made_until_it_is_known(scene: Scene) -> None:
    from sincerely.desk.queries.plans import may

    scene.later(days=12)
    scene.queued(stage="check-in")
    run(scene, FakeCarrier(CarrierError(Failure.UNSURE, "The connection was lost."), after_mark=True))
    assert not may(scene.actor, scene.charlie, "email", scene.later(hours=1)).allowed


def test_a_clock_that_jumped_back_sends_nothing(scene: Scene, carrier: FakeCarrier) -> None:
    from sincerely.desk.queries.due import due

    scene.queued()
    scene.now = NOW - timedelta(days=400)
    run(scene, carrier)
    assert carrier.delivered == []
    assert due(scene.actor, scene.now).clock_behind


def test_a_carrier_that_hands_over_to_the_person_waits_for_their_word(scene: Scene) -> None:
    from sincerely.desk.actions.sending import sent_by_hand
    from sincerely.post.carriers import Receipt

    class ByHand(FakeCarrier):
        def deliver(self, raw, sender, recipients, before_data=lambda: None):
            before_data()
            return Receipt("eml", False, "Open the file.", "note.eml")

    queued = scene.queued()
    run(scene, ByHand())
    assert scene.message(queued.id).state == "approved"
    assert sent_by_hand(scene.actor, queued.id, now=scene.later(minutes=5)).state == "sent"
