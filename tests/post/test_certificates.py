"""A server whose certificate is wrong hears no password and no letter: one line says why, for sending and for reading."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.ground import open_folder, write_certificate
from tests.servers.postfix import Postfix, postfix

from sincerely.post.carriers import CarrierError, Failure, smtp
from sincerely.post.mailboxes import MailboxError, imap

pytestmark = pytest.mark.server
PASSWORD = "Kettle-drum/7"
WRONG: dict[str, tuple[Callable[[Path], tuple[Path, Path]], bool, str]] = {
    "expired": (lambda folder: write_certificate(folder, until=datetime(2021, 1, 1, tzinfo=UTC)), True, "expired"),
    "self-signed": (write_certificate, False, "self-signed"),
    "of another host": (lambda folder: write_certificate(folder, "mail.example.net"), True, "mismatch"),
}


@pytest.fixture(scope="module", params=list(WRONG))
def servers(request: pytest.FixtureRequest) -> Iterator[tuple[Postfix, Dovecot, str, str]]:
    """Both servers with a certificate of that kind; what the client trusts besides the system, and a word of the reason."""
    make, trusted, why = WRONG[request.param]
    with ExitStack() as stack:
        folder = stack.enter_context(open_folder())
        certificate, key = make(folder)
        for name in ("dovecot", "postfix"):
            (folder / name).mkdir()
        behind = stack.enter_context(dovecot(folder / "dovecot", certificate, key))
        server = stack.enter_context(postfix(folder / "postfix", certificate, key, behind))
        behind.add("ann@example.org", PASSWORD)
        yield server, behind, str(certificate) if trusted else "", why


def in_one_line(words: str, why: str) -> None:
    assert len(words.splitlines()) == 1
    assert words.startswith("The certificate of localhost is not trusted: ")
    assert why in words
    assert PASSWORD not in words


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_nothing_is_sent_to_it(servers: tuple[Postfix, Dovecot, str, str], security: str) -> None:
    server, _, trusted, why = servers
    port = server.smtp if security == "starttls" else server.smtps
    config = smtp.Config("localhost", "ann@example.org", PASSWORD, port, security, ca_file=trusted)
    with pytest.raises(CarrierError) as caught:
        smtp.Carrier(config).deliver(b"Subject: x\r\n\r\nx\r\n", "ann@example.org", ["bob@example.org"])
    assert caught.value.kind is Failure.TEMPORARY, "a network may change: it is tried again, and given up in the end"
    in_one_line(caught.value.words, why)
    assert smtp.probe(config).words == caught.value.words


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_nothing_is_read_from_it(servers: tuple[Postfix, Dovecot, str, str], security: str) -> None:
    _, server, trusted, why = servers
    port = server.imap if security == "starttls" else server.imaps
    config = imap.Config("localhost", "ann@example.org", PASSWORD, port, security, ca_file=trusted)
    with pytest.raises(MailboxError) as caught, imap.Mailbox(config):
        pass
    in_one_line(caught.value.words, why)
    log = (server.folder / "dovecot.log").read_text()
    assert "Login: user=" not in log
