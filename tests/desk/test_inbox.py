"""The inbox: each mail once, understood, and let change what waits."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene

from sincerely.post.mailboxes import Fetched, Position

pytestmark = pytest.mark.django_db

BOUNCE = """\
From: Mail Delivery System <MAILER-DAEMON@archer.example>
To: alice@archer.example
Subject: Undelivered Mail Returned to Sender
Date: Wed, 04 Mar 2026 13:00:00 +0000
Message-ID: <bounce-1@archer.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.archer.example

Final-Recipient: rfc822; bob@willow.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: message/rfc822

Message-ID: {message_id}
From: alice@archer.example
To: bob@willow.example
Subject: Thank you for your time

Thank you.

--b--
"""


def mail(text: str, sender: str = "Bob Byrne <bob@willow.example>", **headers: str) -> bytes:
    """A mail as it comes in."""
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, "alice@archer.example"
    letter["Subject"] = headers.pop("Subject", "Re: Thank you for your time")
    letter["Date"] = headers.pop("Date", format_datetime(NOW + timedelta(minutes=30)))
    letter["Message-ID"] = headers.pop("Message_ID", f"<{abs(hash((text, sender)))}@willow.example>")
    for name, value in headers.items():
        letter[name.replace("_", "-")] = value
    letter.set_content(text)
    return letter.as_bytes()


class Folder:
    """A mailbox with one folder; `validity` changes when a server renumbers it."""

    label = "test"

    def __init__(self, *mails: bytes, validity: int = 1, folder: str = "INBOX") -> None:
        self.mails, self.validity, self.folder = list(mails), validity, folder
        self.since: dict[str, Position] = {}

    def __enter__(self):
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def fetch(self, since, from_day=None) -> Iterator[Fetched]:
        self.since = dict(since)
        known = since.get(self.folder)
        start = known.uid if known and known.uid_validity == self.validity else 0
        for uid, raw in enumerate(self.mails, 1):
            if uid > start:
                yield Fetched(self.folder, self.validity, uid, raw)


@pytest.fixture
def account(actor) -> int:
    from sincerely.desk.models import Account

    return Account.objects.create(desk_id=actor.desk, address="alice@archer.example", created_at=NOW).pk


def take(scene: Scene, account: int | None, box: Folder):
    from sincerely.desk.loops.inbox import tick

    return tick(scene.actor.as_loop("inbox"), account, box, scene.now)


def thanked(scene: Scene):
    """A thank-you that was sent to Bob."""
    from sincerely.desk.loops.outbox import tick

    queued = scene.queued()
    assert tick(scene.actor, FakeCarrier(), scene.rulebook, scene.now)
    return scene.message(queued.id)


def test_a_reply_is_kept_once_and_makes_it_the_persons_turn(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.due import due
    from sincerely.desk.queries.messages import received_list

    sent = thanked(scene)
    box = Folder(mail("Thank you, Alice. When could you start?", In_Reply_To=sent.message_id))
    scene.later(hours=1)
    assert take(scene, account, box).new == 1
    assert take(scene, account, box).seen == 0
    kept = received_list(scene.actor)
    assert [(row.contact, row.answers, row.nature) for row in kept] == [(scene.bob, sent.id, "question")]
    assert scene.message(sent.id).state == "answered"
    assert [row.id for row in due(scene.actor, scene.later(minutes=1)).unread] == [kept[0].id]


def test_a_reply_withdraws_the_check_in_that_waits(scene: Scene, account: int) -> None:
    scene.later(days=12)
    waiting = scene.queued(stage="check-in")
    date = format_datetime(scene.now)
    take(scene, account, Folder(mail("We are still deciding, and will be in touch.", Date=date)))
    assert scene.message(waiting.id).state == "withdrawn"


def test_a_renumbered_folder_brings_nothing_twice(scene: Scene, account: int) -> None:
    from sincerely.desk.models import Event, Received

    scene.later(hours=1)
    letters = [mail("Thank you, Alice. That was a good talk."), mail("By the way, do you drive?")]
    take(scene, account, Folder(*letters))
    for validity in (2, 3):
        take(scene, account, Folder(*letters, validity=validity))
    take(scene, account, Folder(*letters, folder="Archive"))
    assert Received.objects.count() == 2
    assert Event.objects.filter(kind="received").count() == 2


def test_mail_from_a_file_is_taken_once_too(scene: Scene) -> None:
    from sincerely.desk.models import Received

    scene.later(hours=1)
    letter = mail("Thank you, Alice. That was a good talk.").replace(b"Message-ID: ", b"X-Old-ID: ")
    for _ in range(2):
        take(scene, None, Folder(letter))
    assert Received.objects.count() == 1


def test_a_strangers_mail_leaves_nothing_behind(scene: Scene, account: int) -> None:
    from sincerely.desk.models import Received, Sighting

    scene.later(hours=1)
    inflow = take(scene, account, Folder(mail("Lunch on Sunday?", "Mum <mum@family.example>", Subject="Sunday")))
    assert (inflow.seen, inflow.new, inflow.words) == (1, 0, [])
    assert not Received.objects.exists()
    assert Sighting.objects.count() == 1


def test_a_reply_from_a_colleagues_address_counts_for_the_employer(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.messages import received_list

    thanked(scene)
    scene.later(hours=1)
    take(scene, account, Folder(mail("We will call you tomorrow.", "HR <people@willow.example>", Subject="Your application")))
    assert [row.contact for row in received_list(scene.actor)] == [scene.bob]


def test_a_hard_bounce_marks_the_address_and_the_thank_you_is_owed_again(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.applications import contact
    from sincerely.desk.queries.plans import plan_of

    sent = thanked(scene)
    scene.later(hours=1, minutes=5)
    take(scene, account, Folder(BOUNCE.format(message_id=sent.message_id).replace("\n", "\r\n").encode()))
    assert contact(scene.actor, scene.bob).bad_emails == ["bob@willow.example"]
    assert scene.message(sent.id).state == "failed"
    plan = plan_of(scene.actor, scene.application, scene.later(minutes=1))
    assert any(owed.contact == str(scene.bob) and owed.what in ("address", "thank-you") for owed in plan.owed)


def test_after_a_bounce_an_older_address_is_written_to_only_when_the_person_says_so(scene: Scene, account: int) -> None:
    from sincerely.desk.actions.contacts import set_address
    from sincerely.desk.models import Address
    from sincerely.desk.queries.plans import may, plan_of

    Address.objects.create(desk_id=scene.actor.desk, contact_id=scene.bob, email="b@willow.example", position=1)
    sent = thanked(scene)
    scene.later(hours=1, minutes=5)
    take(scene, account, Folder(BOUNCE.format(message_id=sent.message_id).replace("\n", "\r\n").encode()))
    plan = plan_of(scene.actor, scene.application, scene.later(minutes=1))
    assert [owed.contact for owed in plan.owed if owed.what == "address"] == [str(scene.bob)]
    set_address(scene.actor, scene.bob, "b@willow.example", now=scene.now)
    assert may(scene.actor, scene.bob, "email", scene.later(minutes=1), "thank-you").allowed
    assert scene.draft().to == "b@willow.example"


def test_an_absence_note_moves_the_check_in_and_stops_nothing(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.messages import received_list
    from sincerely.desk.queries.plans import plan_of

    thanked(scene)
    scene.later(hours=1)
    note = mail(
        "I am out of the office until 20 March 2026 and will answer on my return.",
        Subject="Automatic reply: Thank you for your time",
        Auto_Submitted="auto-replied",
    )
    take(scene, account, Folder(note))
    assert [(row.nature, row.until) for row in received_list(scene.actor)] == [("away", "2026-03-20")]
    plan = plan_of(scene.actor, scene.application, scene.later(minutes=1))
    checks = [touch for touch in plan.touches if touch.stage == "check-in" and touch.contact == str(scene.bob)]
    assert all(touch.not_before.date().isoformat() >= "2026-03-23" for touch in checks)


def test_a_rejection_is_asked_about_and_pauses_everything(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.due import due

    thanked(scene)
    scene.later(hours=1)
    words = "Thank you for coming. We regret to say that we have decided to go with another candidate."
    take(scene, account, Folder(mail(words)))
    day = due(scene.actor, scene.later(minutes=1))
    assert [question.what for question in day.questions] == ["nature"]
    assert not any(touch.stage == "check-in" for touch in day.today + day.late + day.coming)


def test_please_stop_ends_all_contact(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.applications import contact
    from sincerely.desk.queries.plans import may

    thanked(scene)
    scene.later(hours=1)
    take(scene, account, Folder(mail("Please do not contact me again.")))
    assert contact(scene.actor, scene.bob).stopped_at is not None
    assert may(scene.actor, scene.bob, "email", scene.later(days=30)).next_allowed is None


def test_a_promise_in_a_reply_is_kept(scene: Scene, account: int) -> None:
    from sincerely.desk.queries.applications import timeline

    thanked(scene)
    scene.later(hours=1)
    take(scene, account, Folder(mail("Thank you, Alice. We will let you know by 18 March 2026.")))
    assert [event.day for event in timeline(scene.actor, scene.application) if event.kind == "promised"] == ["2026-03-18"]


def test_an_answer_settles_an_unsure_message(scene: Scene, account: int) -> None:
    from sincerely.desk.loops.outbox import tick
    from sincerely.post.carriers import CarrierError, Failure

    queued = scene.queued()
    tick(scene.actor, FakeCarrier(CarrierError(Failure.UNSURE, "Lost."), after_mark=True), scene.rulebook, scene.now)
    scene.later(minutes=40)
    take(scene, account, Folder(mail("Thank you, Alice!", In_Reply_To=queued.message_id)))
    assert scene.message(queued.id).state == "answered"


@pytest.mark.parametrize("date", ["Thu, 01 Jan 1970 00:00:00 +0000", "Fri, 01 Jan 2100 00:00:00 +0000", "nonsense"])
def test_a_mail_with_a_wrong_date_counts_from_when_it_was_seen(scene: Scene, account: int, date: str) -> None:
    from sincerely.desk.queries.messages import received_list

    thanked(scene)
    scene.later(hours=1)
    take(
        scene,
        account,
        Folder(mail("Thank you, Alice.").replace(format_datetime(NOW + timedelta(minutes=30)).encode(), date.encode())),
    )
    assert [row.at for row in received_list(scene.actor)] == [scene.now.isoformat()]


@pytest.mark.parametrize(
    "raw", [b"", b"\0" * 1000, b"From: \xff\xfe\n\n", b"Content-Type: multipart/mixed\n\n--", b"A" * 100_000]
)
def test_hostile_mail_harms_nothing_and_the_next_one_is_taken(scene: Scene, account: int, raw: bytes) -> None:
    scene.later(hours=1)
    inflow = take(scene, account, Folder(raw, mail("Thank you, Alice.")))
    assert (inflow.seen, inflow.new) == (2, 1)


def test_the_persons_own_mail_is_no_reply(scene: Scene, account: int) -> None:
    thanked(scene)
    scene.later(hours=1)
    assert take(scene, account, Folder(mail("A copy for me.", "Alice Archer <ALICE@archer.example>"))).new == 0
