"""The people of the story, their mailboxes on real servers, and the desk that the seeker runs from the command line."""

import json
import os
import smtplib
import ssl
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from tests.servers.fixtures import Account, MailServers

from sincerely.post.mail import Mail, read_mail
from sincerely.post.mailboxes import imap

INVITE = Path(__file__).parent / "samples" / "invite.ics"


@dataclass
class Seeker:
    """Somebody who looks for work and types commands; `now` is the clock of the story."""

    home: Path
    account: Account
    servers: MailServers
    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def at(self, words: str) -> None:
        """Moves the clock of the story."""
        self.now = datetime.fromisoformat(words)

    def type(self, *words: str, typed: str = "", code: int = 0) -> str:
        """Types a command and gives what it prints; fails where the exit code is another."""
        done = self.run(*words, typed=typed)
        assert done.returncode == code, f"sincerely {' '.join(words)}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SINCERELY_HOME": str(self.home), "SINCERELY_NOW": self.now.isoformat()}
        command = [sys.executable, "-m", "sincerely", *words]
        return subprocess.run(command, env=environment, input=typed, capture_output=True, text=True, check=False)

    def ask(self, *words: str) -> Any:
        """Types a command with --json and gives its answer."""
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def begin(self, name: str = "Hal Reyes") -> None:
        """Starts the desk and sets up the mailbox, as a person would."""
        self.type("init", "--name", name, "--email", self.account.address, "--phone", "01632 960 111", "--zone", "Europe/London",
                  "--no-mailbox")  # fmt: skip
        self.type(
            *("mailbox", "--smtp-host", self.servers.host, "--smtp-port", str(self.servers.postfix.smtp)),
            *("--imap-host", self.servers.host, "--imap-port", str(self.servers.dovecot.imaps)),
            *("--ca-file", str(self.servers.certificate), "--password-file", "-"),
            typed=self.account.password,
        )

    def sync_until(self, words: str) -> str:
        """Looks for answers until one has come in; mail takes a moment, also on one machine."""
        said = ""
        for _ in range(60):
            said += self.type("sync")
            if words in said:
                return said
            time.sleep(0.25)
        raise AssertionError(f"{words!r} never came in: {said}")


@dataclass
class Employer:
    """Three people who interview, each with a mailbox of their own."""

    servers: MailServers
    people: list[Account] = field(default_factory=list)

    def invite(self, seeker: Seeker, start: datetime, sequence: int = 2, cancelled: bool = False) -> None:
        """Mails the sample invite to the seeker, with this story's people and time."""
        text = INVITE.read_text()
        for letter, person in zip("ABC", self.people, strict=True):
            text = text.replace(f"{letter}@example.com", person.address)
        text = text.replace("D@example.com", seeker.account.address)
        text = text.replace("19970701T190000Z", f"{start:%Y%m%dT%H%M%SZ}")
        text = text.replace("19970701T193000Z", f"{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}")
        text = text.replace("SEQUENCE:2", f"SEQUENCE:{sequence}")
        if cancelled:
            text = text.replace("METHOD:REQUEST", "METHOD:CANCEL").replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
        mail = EmailMessage()
        mail["Subject"] = "Your interview"
        mail.set_content("We look forward to meeting you.")
        method = "CANCEL" if cancelled else "REQUEST"
        mail.add_attachment(text, subtype="calendar", params={"method": method}, filename="invite.ics")
        self.send(mail, self.people[0], seeker)

    def reply(self, sender: Account, seeker: Seeker, words: str, to: Mail | None = None, **headers: str) -> None:
        """Answers a mail of the seeker, quoting it, or writes anew."""
        mail = EmailMessage()
        mail["Subject"] = f"Re: {to.subject}" if to else "Your application"
        if to:
            mail["In-Reply-To"] = to.message_id
            mail["References"] = to.message_id
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        quoted = "".join(f"> {line}\n" for line in to.text.splitlines()) if to else ""
        mail.set_content(f"{words}\n\n" + (f"On Tuesday you wrote:\n{quoted}" if quoted else ""))
        self.send(mail, sender, seeker)

    def send(self, mail: EmailMessage, sender: Account, seeker: Seeker) -> None:
        mail["From"] = sender.address
        mail["To"] = seeker.account.address
        mail["Date"] = format_datetime(seeker.now)
        mail["Message-ID"] = f"<{time.time_ns()}@example.com>"
        context = ssl.create_default_context(cafile=str(self.servers.certificate))
        with smtplib.SMTP(self.servers.host, self.servers.postfix.smtp, timeout=20) as server:
            server.starttls(context=context)
            server.login(sender.address, sender.password)
            server.send_message(mail)

    def received(self, person: Account, count: int) -> list[Mail]:
        """What a person has in their mailbox, once there are so many."""
        config = imap.Config(
            self.servers.host, person.address, person.password, self.servers.dovecot.imaps, ca_file=str(self.servers.certificate)
        )
        mails: list[Mail] = []
        for _ in range(80):
            with imap.Mailbox(config) as mailbox:
                mails = [read_mail(found.raw) for found in mailbox.fetch({})]
            if len(mails) >= count:
                return mails
            time.sleep(0.25)
        raise AssertionError(f"{len(mails)} of {count} mails arrived")
