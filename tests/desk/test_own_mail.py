"""What the person sends from their own mail program is noticed where it lies, and counts as a touch."""

from email.utils import format_datetime
from typing import Any

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene
from tests.desk.test_inbox import Folder, take

pytestmark = pytest.mark.django_db
ALICE = "Alice Archer <ALICE@archer.example>"


@pytest.fixture
def account(actor) -> int:
    from sincerely.desk.models import Account

    return Account.objects.create(desk_id=actor.desk, address="alice@archer.example", created_at=NOW).pk


def own(scene: Scene, words: str = "Thank you for today, Bob.", to: str = "Bob <bob@willow.example>", **headers: Any) -> bytes:
    fields = {
        "From": ALICE,
        "To": to,
        "Subject": "Thank you",
        "Message-ID": f"<{abs(hash((words, to)))}@program.example>",
        "Date": format_datetime(scene.now),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return "\r\n".join([*(f"{name}: {value}" for name, value in fields.items()), "", words, ""]).encode()


def sent(scene: Scene) -> list[tuple[str, int, str]]:
    from sincerely.desk.queries.applications import timeline

    return [
        (event.stage, event.contact, event.channel) for event in timeline(scene.actor, scene.application) if event.kind == "sent"
    ]


def owed(scene: Scene, contact: int) -> list[str]:
    from sincerely.desk.queries.plans import plan_of

    touches = plan_of(scene.actor, scene.application, scene.now).touches
    return [touch.stage for touch in touches if touch.contact == str(contact) and touch.stage == "thank-you"]


def test_a_thank_you_from_elsewhere_is_no_longer_owed(scene: Scene, account: int) -> None:
    assert owed(scene, scene.bob) == ["thank-you"]
    scene.later(minutes=30)
    inflow = take(scene, account, Folder(own(scene), folder="Sent"))
    assert inflow.words == ["You wrote to Bob Byrne from your mail program; it counts as: thank-you."]
    assert sent(scene) == [("thank-you", scene.bob, "email")]
    scene.later(minutes=5)
    assert owed(scene, scene.bob) == []
    assert owed(scene, scene.charlie) == ["thank-you"]


def test_one_mail_to_two_people_is_a_touch_to_each(scene: Scene, account: int) -> None:
    scene.later(minutes=30)
    take(scene, account, Folder(own(scene, to="bob@willow.example", Cc="Charlie <charlie@willow.example>"), folder="Sent"))
    assert [contact for _, contact, _ in sent(scene)] == [scene.bob, scene.charlie]


def test_it_is_counted_once_wherever_it_lies(scene: Scene, account: int) -> None:
    scene.later(minutes=30)
    letter = own(scene)
    for folder, validity in (("Sent", 1), ("Sent", 2), ("INBOX", 1), ("Archive", 7)):
        take(scene, account, Folder(letter, folder=folder, validity=validity))
    assert len(sent(scene)) == 1


def test_what_the_desk_sent_itself_is_not_counted_again(scene: Scene, account: int) -> None:
    from sincerely.desk.loops.outbox import tick

    queued = scene.queued()
    assert tick(scene.actor, FakeCarrier(), scene.rulebook, scene.now)
    before = sent(scene)
    copy = own(scene, Message_ID=scene.message(queued.id).message_id)
    scene.later(minutes=30)
    assert take(scene, account, Folder(copy, folder="Sent")).words == []
    assert sent(scene) == before


def test_an_unsure_message_that_stands_in_sent_went(scene: Scene, account: int) -> None:
    from sincerely.desk.loops.outbox import tick
    from sincerely.post.carriers import CarrierError, Failure

    queued = scene.queued()
    tick(scene.actor, FakeCarrier(CarrierError(Failure.UNSURE, "Lost."), after_mark=True), scene.rulebook, scene.now)
    copy = own(scene, Message_ID=scene.message(queued.id).message_id)
    scene.later(minutes=2)
    assert take(scene, account, Folder(copy, folder="Sent")).words == ["The message to Bob Byrne went."]
    assert scene.message(queued.id).state == "sent"


def test_an_approved_note_that_was_sent_by_hand_is_that_note(scene: Scene, account: int) -> None:
    row = scene.approved()
    scene.later(minutes=10)
    take(scene, account, Folder(own(scene, "Other words, even.", Subject=row.subject), folder="Sent"))
    assert scene.message(row.id).state == "sent"
    assert sent(scene) == [("thank-you", scene.bob, "email")]


def test_an_older_mail_with_the_same_subject_is_not_the_approved_note(scene: Scene, account: int) -> None:
    earlier = format_datetime(scene.now)
    scene.later(minutes=10)
    row = scene.approved()
    scene.later(minutes=10)
    take(scene, account, Folder(own(scene, "See you soon.", Subject=row.subject, Date=earlier), folder="Sent"))
    assert scene.message(row.id).state == "approved"


def test_an_answer_to_what_they_wrote_is_an_answer_and_the_mail_is_read(scene: Scene, account: int) -> None:
    from tests.desk.test_inbox import mail

    from sincerely.desk.queries.due import due

    scene.later(minutes=30)
    take(scene, account, Folder(own(scene), folder="Sent"))
    asked = mail("Could you send me your references?", Message_ID="<q@willow.example>", Date=format_datetime(scene.now))
    scene.later(minutes=10)
    take(scene, account, Folder(asked))
    scene.later(minutes=10)
    assert due(scene.actor, scene.now).unread
    take(scene, account, Folder(own(scene, "Here they are.", Subject="Re: x", In_Reply_To="<q@willow.example>"), folder="Outbox"))
    assert [stage for stage, _, _ in sent(scene)] == ["thank-you", "answer"]
    assert not due(scene.actor, scene.later(minutes=1)).unread


def test_a_reply_to_such_a_mail_finds_its_thread(scene: Scene, account: int) -> None:
    from tests.desk.test_inbox import mail

    from sincerely.desk.queries.messages import received_list

    scene.later(minutes=30)
    take(scene, account, Folder(own(scene, Message_ID="<mine@program.example>"), folder="Sent"))
    scene.later(minutes=30)
    answer = mail(
        "You are welcome.", "PA <pa@agency.example>", In_Reply_To="<mine@program.example>", Date=format_datetime(scene.now)
    )
    take(scene, account, Folder(answer))
    assert [row.contact for row in received_list(scene.actor)] == [scene.bob]


@pytest.mark.parametrize("to", ["mum@family.example", "", "charlie@elsewhere.example"])
def test_mail_to_anybody_else_leaves_nothing_behind(scene: Scene, account: int, to: str) -> None:
    scene.later(minutes=30)
    assert take(scene, account, Folder(own(scene, to=to), folder="Sent")).words == []
    assert sent(scene) == []


def test_among_spam_the_persons_address_is_a_forgery(scene: Scene, account: int) -> None:
    from dataclasses import replace

    class Spam(Folder):
        def fetch(self, since, from_day=None):
            for fetched in super().fetch(since, from_day):
                yield replace(fetched, spam=True)

    scene.later(minutes=30)
    assert take(scene, account, Spam(own(scene), folder="Junk")).words == []
    assert sent(scene) == []


def test_a_late_first_mail_is_a_check_in(scene: Scene, account: int) -> None:
    scene.later(days=9)
    take(scene, account, Folder(own(scene, "Any news?"), folder="Sent"))
    assert [stage for stage, _, _ in sent(scene)] == ["check-in"]
