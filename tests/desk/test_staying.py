"""The inbox that stays, at a real mail server that drops connections, restarts, and loses folders."""

import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import NOW, Scene
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.ground import HOST, open_folder, write_certificate

from sincerely.post.mailboxes import MailboxError
from sincerely.post.mailboxes.imap import Config, Mailbox

pytestmark = [pytest.mark.server, pytest.mark.django_db(transaction=True)]
ADDRESS = "alice@archer.example"
PASSWORD = "pass word"
WITHIN = 60.0


class Server:
    """A Dovecot that can be stopped and started again at the same place."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.stack = folder, ExitStack()
        self.certificate, self.key = write_certificate(folder)
        (folder / "dovecot").mkdir(mode=0o755)
        self.dovecot: Dovecot | None = None
        self.start()
        self.dovecot.add(ADDRESS, PASSWORD)

    def start(self) -> None:
        self.dovecot = self.stack.enter_context(dovecot(self.folder / "dovecot", self.certificate, self.key, again=self.dovecot))

    def stop(self) -> None:
        self.stack.close()

    def box(self) -> Mailbox:
        config = Config(HOST, ADDRESS, PASSWORD, self.dovecot.imaps, ca_file=str(self.certificate), timeout=10.0)
        return Mailbox(config)

    def put(self, number: int, words: str, folder: str = "INBOX", sender: str = "Bob Byrne <bob@willow.example>") -> None:
        with self.box() as box:
            box.append(folder, letter(number, words, sender))

    def cut(self) -> None:
        """Ends every connection of the person at once, as a server that is looked after does."""
        subprocess.run(
            ["doveadm", "-c", str(self.folder / "dovecot" / "dovecot.conf"), "kick", ADDRESS],
            check=True,
            capture_output=True,
        )


def letter(number: int, words: str, sender: str = "Bob Byrne <bob@willow.example>", to: str = ADDRESS) -> bytes:
    lines = [f"From: {sender}", f"To: {to}", f"Date: {format_datetime(NOW)}", f"Message-ID: <{number}@willow.example>"]
    return "\r\n".join([*lines, "Subject: Our talk", "", words, ""]).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with open_folder() as folder:
        found = Server(folder)
        yield found
        found.stop()


@pytest.fixture
def desk(scene: Scene, server: Server) -> Scene:
    """A desk whose mailbox lies at the server."""
    from sincerely.desk.actions.accounts import set_account

    where = {"host": HOST, "port": server.dovecot.imaps, "ca_file": str(server.certificate), "timeout": 10.0}
    mailbox: dict[str, Any] = {"name": "imap", "username": ADDRESS, **where}
    set_account(scene.actor, ADDRESS, carrier={}, mailbox=mailbox, secrets={"password": PASSWORD}, now=scene.now)
    return scene


class Stay:
    """The loop in a thread of its own, and what it said."""

    def __init__(self, desk: Scene) -> None:
        self.outcomes: list[Any] = []
        self.over = False
        self.thread = threading.Thread(target=self.run, args=(desk,), daemon=True)
        self.thread.start()

    def run(self, desk: Scene) -> None:
        from django.db import connection

        from sincerely.desk.loops.staying import stay

        try:
            for outcome in stay(desk.actor.as_loop("inbox"), lambda: desk.now, lambda seconds: time.sleep(0.2)):
                self.outcomes.append(outcome)
                if self.over:
                    break
        finally:
            connection.close()

    def saw(self, what: Callable[[Any], bool]) -> Any:
        """The first outcome of a kind, once it has come."""
        deadline = time.monotonic() + WITHIN
        while time.monotonic() < deadline:
            for outcome in self.outcomes:
                if what(outcome):
                    return outcome
            time.sleep(0.02)
        pytest.fail(f"nothing of the kind within {WITHIN:.0f} seconds: {self.outcomes}")

    def new(self, count: int) -> None:
        self.saw(lambda _: sum(getattr(outcome, "new", 0) for outcome in self.outcomes) >= count)


@pytest.fixture
def staying(desk: Scene, server: Server) -> Iterator[Stay]:
    found = Stay(desk)
    found.saw(lambda outcome: getattr(outcome, "seen", None) == 0)
    yield found
    # What it waits for comes, so that it ends.
    found.over = True
    server.put(9_999, "The end.")
    found.thread.join(WITHIN)
    assert not found.thread.is_alive()


def troubles(desk: Scene) -> list[str]:
    from sincerely.desk.queries.due import due

    return [row.trouble for row in due(desk.actor, desk.now).troubles]


def test_mail_is_taken_in_as_it_is_announced(staying: Stay, server: Server) -> None:
    for number in range(3):
        server.put(number, f"Thank you, Alice. This is mail {number}.")
        staying.new(number + 1)


def test_it_comes_back_after_the_connection_was_cut(staying: Stay, server: Server, desk: Scene) -> None:
    server.cut()
    staying.saw(lambda outcome: isinstance(outcome, MailboxError) and not outcome.credentials)
    server.put(1, "Thank you, Alice.")
    staying.new(1)
    assert troubles(desk) == []


def test_it_outlives_a_restart_of_the_server_and_says_so_meanwhile(staying: Stay, server: Server, desk: Scene) -> None:
    server.stop()
    staying.saw(lambda outcome: isinstance(outcome, MailboxError) and "Nobody listens" in outcome.words)
    assert "Nobody listens" in troubles(desk)[0]
    server.start()
    server.put(1, "Thank you, Alice.")
    staying.new(1)
    assert troubles(desk) == []


def test_a_changed_password_shows_on_the_desk_and_the_right_one_ends_it(staying: Stay, server: Server, desk: Scene) -> None:
    users = server.dovecot.folder / "users" / ADDRESS
    entry = users.read_text()
    users.write_text(entry.replace(PASSWORD, "another"))
    time.sleep(1.1)
    server.cut()
    staying.saw(lambda outcome: isinstance(outcome, MailboxError) and outcome.credentials)
    assert troubles(desk) == [
        "localhost refused the user name or password. Check both; many providers want an app password. "
        "Set it up again: sincerely mailbox"
    ]
    users.write_text(entry)
    time.sleep(1.1)
    server.put(1, "Thank you, Alice.")
    staying.new(1)
    assert troubles(desk) == []


def test_a_folder_made_anew_is_read_anew_and_brings_nothing_twice(desk: Scene, server: Server) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.models import Received, Sighting

    server.put(1, "Thank you, Alice.", "Junk")
    assert visit(desk.actor, desk.now).new == 1
    with server.box() as box:
        box._box.folder.delete("Junk")
        box._box.folder.create("Junk")
        box._box.folder.subscribe("Junk", True)
    server.put(1, "Thank you, Alice.", "Junk")
    server.put(2, "By the way, do you drive?", "Junk")
    inflow = visit(desk.actor, desk.now)
    assert (inflow.seen, Received.objects.count()) == (2, 2)
    assert Sighting.objects.values("uid_validity").distinct().count() == 2


def test_a_folder_that_is_gone_is_told_and_the_others_are_read(desk: Scene, server: Server) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.models import Account

    row = Account.objects.get()
    row.mailbox = {**row.mailbox, "folders": "Jobs, INBOX"}
    row.save()
    server.put(1, "Thank you, Alice.")
    assert visit(desk.actor, desk.now).new == 1
    assert troubles(desk) == ["There is no folder Jobs at localhost. Check its name. All other mail was read."]
    with server.box() as box:
        box._box.folder.create("Jobs")
    server.put(2, "And one more.", "Jobs")
    assert visit(desk.actor, desk.now).new == 1
    assert troubles(desk) == []


@pytest.mark.parametrize("count", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_thousands_of_old_mails_are_looked_through_once(desk: Scene, server: Server, count: int) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.models import Received, Sighting

    home = server.dovecot.folder / "homes" / ADDRESS / "Maildir"
    server.put(0, "Thank you, Alice.")
    with server.box() as box:
        list(box.fetch({}))
    for number in range(1, count + 1):
        (home / "new" / f"{number:010d}.M1P1.old").write_bytes(letter(number, "News for you.", "News <news@paper.example>"))
        shutil.chown(home / "new" / f"{number:010d}.M1P1.old", "mail", "mail")
    inflow = visit(desk.actor, desk.now)
    assert (inflow.seen, inflow.new) == (count + 1, 1)
    assert Received.objects.count() == 1
    assert Sighting.objects.count() == count + 1
    assert visit(desk.actor, desk.now).seen == 0
