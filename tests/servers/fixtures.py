"""Real mail servers for any test: `pytest_plugins = ["tests.servers.fixtures"]`, and ask for `mail_servers`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.ground import HOST, open_folder, write_certificate
from tests.servers.postfix import Postfix, postfix

DOMAIN = "example.org"


@dataclass(frozen=True)
class Account:
    """Somebody who can send and receive: the user name is the address."""

    address: str
    password: str = field(repr=False)


@dataclass
class MailServers:
    """Postfix before Dovecot, on loopback, for the time of the tests.

    What is sent to an address of example.com, example.org or example.net that is no person's bounces.
    """

    certificate: Path
    postfix: Postfix
    dovecot: Dovecot
    host: str = HOST
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def person(self, name: str, domain: str = DOMAIN) -> Account:
        """A new account with an empty mailbox, by an address that no other test has."""
        account = Account(f"{name}.{next(self.numbers)}@{domain}", f"pass word for {name}")
        self.dovecot.add(account.address, account.password)
        return account


@pytest.fixture(scope="session")
def mail_servers() -> Iterator[MailServers]:
    """One Postfix and one Dovecot for the whole run."""
    with open_folder() as folder:
        certificate, key = write_certificate(folder)
        for name in ("dovecot", "postfix"):
            (folder / name).mkdir(mode=0o755)
        with (
            dovecot(folder / "dovecot", certificate, key) as mailboxes,
            postfix(folder / "postfix", certificate, key, mailboxes) as sender,
        ):
            yield MailServers(certificate, sender, mailboxes)
