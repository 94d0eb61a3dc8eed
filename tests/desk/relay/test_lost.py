"""Lost answers and dead processes between the relay and its server: nobody gets a mail twice, none is lost unsaid."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.desk.conftest import NOTE
from tests.desk.relay.conftest import Program, submission
from tests.servers.fixtures import Account, MailServers
from tests.servers.proxy import Fault, every_fault, fault_proxy

from sincerely.desk.relay import Fate, Submission
from sincerely.post.carriers import smtp
from sincerely.post.mailboxes import imap
from sincerely.post.upstream import Upstream

POINTS = ("before-mark", "after-mark", "after-data", "before-commit")
CHILD = Path(__file__).with_name("child.py")


def stored(servers: MailServers, person: Account, subjects: list[str]) -> list[int]:
    """How often each subject lies in a mailbox, once nothing more comes."""
    config = imap.Config(servers.host, person.address, person.password, servers.dovecot.imaps, ca_file=str(servers.certificate))
    counts: list[int] = []
    for _ in range(40):
        with imap.Mailbox(config) as mailbox:
            raws = [found.raw for found in mailbox.fetch({})]
        before, counts = counts, [sum(f"Subject: {subject}\r\n".encode() in raw for raw in raws) for subject in subjects]
        if counts == before:
            break
        time.sleep(0.5)
    return counts


def through(port: int) -> Upstream:
    return Upstream(smtp.Config(host="127.0.0.1", port=port, security="none", timeout=3.0, final_timeout=5.0))


@pytest.mark.server
@pytest.mark.django_db
def test_whatever_goes_wrong_on_the_line_the_program_is_told_the_truth(program: Program, mail_servers: MailServers) -> None:
    dora, faults = mail_servers.person("dora"), every_fault()
    subjects = [f"fault {number} of the line" for number in range(len(faults))]
    told: list[Fate] = []
    for subject, fault in zip(subjects, faults, strict=True):
        mail, script = submission(dora.address, subject=subject), iter([fault])
        with fault_proxy(mail_servers.postfix.smtp, lambda script=script: next(script, None)) as port:
            program.carrier = through(port)
            # The mail program tries again soon, and once more when the ten minutes are over; the line is well by then.
            for wait in (0, 2, 12):
                program.scene.later(minutes=wait)
                outcome = program.send(mail)
                if outcome.fate is Fate.GONE:
                    break
            told.append(outcome.fate)
    counts = stored(mail_servers, dora, subjects)
    wrong = [
        (fault, fate, count)
        for fault, fate, count in zip(faults, told, counts, strict=True)
        if count > 1 or (fate is Fate.GONE and count != 1)
    ]
    assert wrong == []
    # Only from the first byte of the mail on can there be a doubt, and then the person was asked.
    assert {fault.step for fault, fate in zip(faults, told, strict=True) if fate is Fate.REFUSED} <= {"body", "."}
    assert told.count(Fate.GONE) >= len(faults) // 2


@pytest.mark.server
@pytest.mark.django_db
@pytest.mark.parametrize("deed", ["reset after", "withhold", "half answer", "reset before"])
def test_a_lost_answer_to_a_mail_to_a_contact_is_settled_and_never_doubled(
    program: Program, mail_servers: MailServers, deed: str
) -> None:
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.models import Contact

    ada, scene = mail_servers.person("ada"), program.scene
    add_contact(scene.actor, scene.application, name="Ada Okafor", email=ada.address, now=scene.now)
    mail = submission(ada.address, text=NOTE.replace("Bob", "Ada"), subject="a lost answer")
    contact = Contact.objects.latest("id").pk
    ended = scene.now - timedelta(hours=1)
    add_interview(scene.actor, scene.application, start=ended - timedelta(hours=1), end=ended, contacts=[contact], now=scene.now)
    script = iter([Fault(".", deed)])
    with fault_proxy(mail_servers.postfix.smtp, lambda: next(script, None)) as port:
        program.carrier = through(port)
        fates = []
        for wait in (0, 1, 15, 60):
            scene.later(minutes=wait)
            fates.append(program.send(mail).fate)
    assert fates == [Fate.LATER] * 4
    assert ("Ada Okafor", "thank-you", "unsure") in program.messages()
    assert stored(mail_servers, ada, ["a lost answer"]) == [0 if deed == "reset before" else 1]


@pytest.mark.slow
@pytest.mark.parametrize("whom", ["bob0@employer.example", "dora@friends.example"])
@pytest.mark.parametrize("point", POINTS)
def test_a_relay_that_dies_sends_nothing_twice(tmp_path: Path, point: str, whom: str) -> None:
    home = {**os.environ, "SINCERELY_HOME": str(tmp_path)}
    now = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

    def child(*words: str) -> str:
        done = subprocess.run([sys.executable, CHILD, *words], env=home, capture_output=True, text=True, check=False)
        assert done.returncode in (0, -9), done.stderr
        return done.stdout.strip()

    child("build")
    assert child("send", point, whom, now.isoformat()) == ""
    answers = [child("send", "never", whom, (now + timedelta(minutes=wait)).isoformat()) for wait in (1, 12, 13)]
    file = tmp_path / "delivered"
    count = len(file.read_text().splitlines()) if file.exists() else 0
    if point == "before-mark":
        assert (answers, count) == (["gone"] * 3, 1)
    elif whom.startswith("bob"):
        assert (answers, count) == (["later"] * 3, int(point != "after-mark"))
    else:
        # Nobody can tell: the person is asked, and presses send once more.
        assert (answers, count) == (["later", "refused", "gone"], 1 + int(point != "after-mark"))


def test_a_submission_says_the_same_of_itself_each_time() -> None:
    one = Submission("a@x.example", ("b@x.example", "c@x.example"), b"Message-Id:\r\n <1@x>\r\n\r\nMessage-ID: <2@x>\r\n")
    other = Submission("a@x.example", ("c@x.example", "b@x.example", "c@x.example"), one.raw)
    assert one.message_id == "<1@x>"
    assert one.identity == other.identity
