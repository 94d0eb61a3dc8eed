"""Mails as a mail program hands them in, to Bob, whom the desk knows, and to Dora, whom it does not."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from tests.desk.conftest import NOTE, FakeCarrier, Scene

from sincerely.desk.relay import Outcome, Ready, Revise, Shown, Submission, examine

BOB, CHARLIE, DORA = "bob@willow.example", "charlie@willow.example", "dora@friends.example"
NUMBERS = count(1)


def submission(*to: str, text: str = NOTE, subject: str = "Thank you for your time", **headers: str) -> Submission:
    """One mail; a new one each time."""
    lines = {
        "From": "Alice Archer <alice@archer.example>",
        "To": ", ".join(to),
        "Subject": subject,
        "Message-ID": f"<{next(NUMBERS)}@archer.example>",
        "Content-Type": "text/plain; charset=utf-8",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return Submission("alice@archer.example", to, f"{head}\r\n{text}\n".replace("\r\n", "\n").replace("\n", "\r\n").encode())


@dataclass
class Program:
    """A mail program before the scene's desk."""

    scene: Scene
    carrier: FakeCarrier = field(default_factory=FakeCarrier)
    mailbox: Any = None
    revise: Revise = Revise.RELAY
    shown: Shown = field(default_factory=Shown)

    def read(self, mail: Submission) -> Outcome | Ready:
        return examine(self.scene.actor, mail, lambda: self.scene.rulebook, self.scene.now, self.revise, self.shown)

    def send(self, mail: Submission) -> Outcome:
        """As the relay does it, with the carrier in place of a server."""
        read = self.read(mail)
        return read if isinstance(read, Outcome) else self.hand_over(read)

    def hand_over(self, ready: Ready) -> Outcome:
        from sincerely.desk.relay.contacts import send_on
        from sincerely.desk.relay.others import pass_on

        if ready.mail is not None:
            return send_on(self.scene.actor, ready.submission, ready.mail, ready.rows, self.carrier, self.scene.now)
        return pass_on(self.scene.actor, ready.submission, self.carrier, lambda: self.mailbox, self.scene.now)

    def messages(self) -> list[tuple[str, str, str]]:
        from sincerely.desk.queries.messages import messages

        return [(row.contact_name, row.stage, row.state) for row in messages(self.scene.actor)]


@pytest.fixture
def program(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Program:
    found = Program(scene)
    monkeypatch.setattr("sincerely.desk.relay.examining.mailbox_of", lambda actor: found.mailbox)
    return found


class SentFolder:
    """A mailbox that has, or has not, what was sent."""

    def __init__(self, *held: str) -> None:
        self.held = held

    def __enter__(self) -> "SentFolder":
        return self

    def __exit__(self, *error: object) -> None: ...

    def find_sent(self, message_id: str) -> bool:
        return message_id in self.held

    def sent_folder(self) -> str:
        return "Sent"

    def append(self, folder: str, raw: bytes, flags: tuple[str, ...] = ()) -> None: ...


def keep_sent(actor: Any, now: Any) -> None:
    """The provider files what it sends."""
    from sincerely.desk.actions.accounts import set_account

    set_account(actor, "alice@archer.example", carrier={}, mailbox={}, secrets={}, keeps_sent=True, now=now)
