"""A person with a desk, a relay that runs as a process of its own, and a mail program that sends through it."""

import os
import re
import signal
import smtplib
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from tests.servers.fixtures import Account
from tests.story.people import Employer, Seeker

from sincerely.post.mailboxes import imap

NOTE = """Dear {name},

Thank you for your time on Monday and for the walk past the stone oven. I liked hearing how you plan the market days, and my six
years at a wood fire would help me to learn its moods quickly.

I look forward to hearing from you about the next steps.

Kind regards,
Hal Reyes
01632 960 111
"""


@dataclass
class Relay:
    """Where it listens, and what it said when it started."""

    process: subprocess.Popen[str]
    port: int
    password: str
    said: str


@dataclass
class Office:
    """Hal, his desk, and the bakery that he was interviewed at."""

    seeker: Seeker
    employer: Employer
    relay: Relay | None = None
    numbers: list[int] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.seeker.home

    def contact(self, at: int) -> Account:
        return self.employer.people[at]

    def write(self, to: Sequence[str], text: str, subject: str = "Thank you for Monday", **headers: str) -> EmailMessage:
        """A mail as a mail program makes it."""
        mail = EmailMessage()
        mail["From"] = f"Hal Reyes <{self.seeker.account.address}>"
        mail["To"] = ", ".join(to)
        mail["Subject"] = subject
        mail["Date"] = format_datetime(self.seeker.now)
        mail["Message-ID"] = f"<{time.time_ns()}@example.org>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        return mail

    def send(self, mail: EmailMessage | bytes, *to: str) -> tuple[int, str]:
        """Sends through the relay; the last answer."""
        raw = mail if isinstance(mail, bytes) else mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))
        with self.connected() as server:
            server.mail(self.seeker.account.address, ["BODY=8BITMIME"])
            for address in to:
                code, words = server.rcpt(address)
                assert code == 250, words
            code, words = server.data(raw)
        return code, words.decode()

    @contextmanager
    def connected(self) -> Iterator[smtplib.SMTP]:
        """Encrypted and signed in."""
        assert self.relay
        with smtplib.SMTP("localhost", self.relay.port, timeout=60) as server:
            server.starttls(context=ssl.create_default_context(cafile=str(self.home / "relay.pem")))
            server.login(self.seeker.account.address, self.relay.password)
            yield server

    def stored(self, person: Account, count: int = 1) -> list[bytes]:
        """What lies in a person's mailbox, once there are so many mails."""
        servers = self.seeker.servers
        config = imap.Config(
            servers.host, person.address, person.password, servers.dovecot.imaps, ca_file=str(servers.certificate)
        )
        for _ in range(80):
            with imap.Mailbox(config) as mailbox:
                found = [each.raw for each in mailbox.fetch({})]
            if len(found) >= count:
                return found
            time.sleep(0.25)
        raise AssertionError(f"{len(found)} of {count} mails arrived")

    def messages(self) -> list[tuple[str, str, str]]:
        """(contact, stage, state) of each message on the desk."""
        lines = self.seeker.type("show", "1").splitlines()
        found = [re.search(r"\d+  (.+) to (.+) by e-mail, (\w+)", line) for line in lines]
        return [(each[2], each[1], each[3]) for each in found if each]


@contextmanager
def running(office: Office, *options: str, **environment: str) -> Iterator[Relay]:
    """The relay, at the clock of the story."""
    surroundings = {
        **os.environ,
        "SINCERELY_HOME": str(office.home),
        "SINCERELY_NOW": office.seeker.now.isoformat(),
        **environment,
    }
    command = [sys.executable, "-m", "sincerely", "relay", "--port", "0", *options]
    process = subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    said = "".join(iter_until(process, "SHA-256"))
    port = int(re.search(r"port (\d+)", said)[1])
    found = re.search(r"Password:\s+(\S+-\S+)", said)
    relay = Relay(process, port, found[1] if found else (office.relay.password if office.relay else ""), said)
    office.relay = relay
    try:
        yield relay
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(40)
        finally:
            process.kill()


def iter_until(process: subprocess.Popen[str], words: str) -> Iterator[str]:
    """The lines up to the one after these words."""
    assert process.stdout
    assert process.stderr
    for line in process.stdout:
        yield line
        if words in line:
            yield process.stdout.readline()
            return
    raise AssertionError(f"the relay ended: {process.stderr.read()}")
