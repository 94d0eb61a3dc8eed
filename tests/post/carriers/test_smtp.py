"""Sending through a real mail server, and what is said where it fails."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers.fixtures import Account, MailServers
from tests.servers.ground import write_certificate

from sincerely.post.address import Address
from sincerely.post.carriers import CarrierError, Failure
from sincerely.post.carriers.smtp import Carrier, Config, probe
from sincerely.post.envelope import Attachment, Envelope, compose
from sincerely.post.mail import Mail, read_mail
from sincerely.post.mailboxes import imap

pytestmark = pytest.mark.server
RAW = b"Subject: x\r\n\r\nx\r\n"
# No label of a domain has more than 63 octets (RFC 1035, 2.3.4): Postfix refuses it as an address that cannot be.
LONG = f"x@{'l' * 70}.example"
DATE = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


def account(servers: MailServers, person: Account, **changes) -> Config:
    settings = {"host": servers.host, "port": servers.postfix.smtp, "ca_file": str(servers.certificate)}
    return Config(**{**settings, "username": person.address, "password": person.password, "timeout": 10.0, **changes})


def inbox(servers: MailServers, person: Account) -> imap.Config:
    return imap.Config(servers.host, person.address, person.password, servers.dovecot.imaps, ca_file=str(servers.certificate))


def arrived(servers: MailServers, person: Account, count: int = 1) -> list[bytes]:
    """The mails that a person has, as the server stored them, once there are so many."""
    found: list[bytes] = []
    for _ in range(100):
        with imap.Mailbox(inbox(servers, person)) as mailbox:
            found = [mail.raw for mail in mailbox.fetch({})]
        if len(found) >= count:
            return found
        time.sleep(0.1)
    return found


def letter(sender: Account, *to: Account, **changes) -> Envelope:
    people = tuple(Address("", person.address) for person in to)
    return Envelope(
        **{"sender": Address("Jürgen", sender.address), "to": people, "subject": "Thank you", "text": "Grüße\n.\n", **changes}
    )


@pytest.fixture
def ann(mail_servers: MailServers) -> Account:
    return mail_servers.person("ann")


@pytest.fixture
def bob(mail_servers: MailServers) -> Account:
    return mail_servers.person("bob", "example.com")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_message_arrives_once_and_says_what_was_sent(
    mail_servers: MailServers, ann: Account, bob: Account, security: str
) -> None:
    port = mail_servers.postfix.smtp if security == "starttls" else mail_servers.postfix.smtps
    files = (Attachment("cv.pdf", "application/pdf", bytes(range(256))),)
    raw = compose(
        letter(ann, bob, in_reply_to="<q@x.org>", references=("<q@x.org>",), attachments=files), "<one@example.org>", DATE
    )
    receipt = Carrier(account(mail_servers, ann, security=security, port=port)).deliver(raw, ann.address, [bob.address])
    assert receipt.sent
    assert receipt.refused == ()
    (stored,) = arrived(mail_servers, bob)
    assert stored.endswith(raw)
    mail = read_mail(stored)
    assert (mail.message_id, mail.in_reply_to, mail.text, mail.attachments) == (
        "<one@example.org>",
        "<q@x.org>",
        "Grüße\n.",
        ("cv.pdf",),
    )


def test_the_mark_is_set_before_the_message_leaves_and_can_stop_it(mail_servers: MailServers, ann: Account, bob: Account) -> None:
    def refuse() -> None:
        raise RuntimeError("the mark could not be set")

    carrier = Carrier(account(mail_servers, ann))
    with pytest.raises(RuntimeError):
        carrier.deliver(compose(letter(ann, bob), "<not-sent@example.org>", DATE), ann.address, [bob.address], refuse)
    marks: list[str] = []
    carrier.deliver(
        compose(letter(ann, bob), "<sent@example.org>", DATE), ann.address, [bob.address], lambda: marks.append("set")
    )
    assert marks == ["set"]
    assert [read_mail(raw).message_id for raw in arrived(mail_servers, bob)] == ["<sent@example.org>"]


def test_nothing_is_marked_where_every_recipient_is_refused(mail_servers: MailServers, ann: Account) -> None:
    marks: list[str] = []
    with pytest.raises(CarrierError) as caught:
        Carrier(account(mail_servers, ann)).deliver(RAW, ann.address, [LONG], lambda: marks.append("set"))
    assert (caught.value.kind, caught.value.address) == (Failure.PERMANENT, LONG)
    assert marks == []


def said(config: Config, sender: Account) -> CarrierError:
    with pytest.raises(CarrierError) as caught:
        Carrier(config).deliver(RAW, sender.address, [sender.address])
    tested = probe(config)
    assert not tested.works
    assert tested.words == caught.value.words
    assert len(caught.value.words.splitlines()) == 1
    assert config.password not in repr(caught.value) + str(caught.value.__cause__) + repr(config) or not config.password
    return caught.value


def test_a_wrong_password_is_said_and_is_for_good(mail_servers: MailServers, ann: Account) -> None:
    error = said(account(mail_servers, ann, password="wrong-secret-9"), ann)
    assert (error.kind, error.code) == (Failure.PERMANENT, 535)
    assert "password" in error.words


def test_an_untrusted_certificate_is_refused_before_the_password_is_told(
    mail_servers: MailServers, ann: Account, tmp_path: Path
) -> None:
    for other in ("", str(write_certificate(tmp_path)[0])):
        error = said(account(mail_servers, ann, ca_file=other), ann)
        assert error.kind == Failure.TEMPORARY
        assert "certificate" in error.words


def test_a_certificate_for_another_name_is_refused(mail_servers: MailServers, ann: Account) -> None:
    error = said(account(mail_servers, ann, host="127.0.0.2"), ann)
    assert error.kind == Failure.TEMPORARY


@pytest.mark.parametrize(
    ("changes", "kind", "word"),
    [
        ({"host": "no-such-host.invalid"}, Failure.TEMPORARY, "name"),
        ({"port": 1}, Failure.TEMPORARY, "port"),
        ({"security": "tls"}, Failure.TEMPORARY, "starttls or tls"),
        ({"security": "none", "host": "mail.example.com"}, Failure.PERMANENT, "encryption"),
        ({"login": "oauth2"}, Failure.PERMANENT, "OAuth2"),
        ({"ca_file": "/nowhere.pem"}, Failure.PERMANENT, "ca_file"),
        ({"security": "none"}, Failure.PERMANENT, "sign-in"),
    ],
)
def test_each_failure_says_what_to_do(mail_servers: MailServers, ann: Account, changes: dict, kind: Failure, word: str) -> None:
    error = said(account(mail_servers, ann, **changes), ann)
    assert error.kind == kind
    assert word in error.words


def test_a_connection_test_says_that_it_works(mail_servers: MailServers, ann: Account) -> None:
    result = probe(account(mail_servers, ann))
    assert result.works
    assert ann.address in result.words


def test_one_refused_address_does_not_keep_the_message_from_the_others(
    mail_servers: MailServers, ann: Account, bob: Account
) -> None:
    raw = compose(letter(ann, bob), "<partly@example.org>", DATE)
    receipt = Carrier(account(mail_servers, ann)).deliver(raw, ann.address, [bob.address, LONG])
    assert receipt.sent
    assert [address for address, _ in receipt.refused] == [LONG]
    assert len(arrived(mail_servers, bob)) == 1


@pytest.mark.parametrize(
    "raw", [b"Subject: a\n\nx\n", b"Subject: a\r\n\r\nx\n.\nMAIL FROM:<x@y.org>\r\n", b"Subject: a\r\n\r\nx\r.\r\r\n"]
)
def test_broken_line_ends_that_smuggle_a_second_mail_are_refused(mail_servers: MailServers, ann: Account, raw: bytes) -> None:
    with pytest.raises(CarrierError) as caught:
        Carrier(account(mail_servers, ann)).deliver(raw, ann.address, [ann.address])
    assert caught.value.kind == Failure.PERMANENT


@pytest.mark.parametrize("address", ["a@b.org>\r\nRCPT TO:<v@x.org", "a@b.org\nDATA", "<a@b.org>", "a b@c.org", ""])
def test_an_address_that_is_a_command_is_refused(mail_servers: MailServers, ann: Account, address: str) -> None:
    for sender, recipients in ((ann.address, [address]), (address, [ann.address])):
        with pytest.raises(CarrierError):
            Carrier(account(mail_servers, ann)).deliver(RAW, sender, recipients)


def test_nothing_that_a_field_holds_becomes_a_header_on_the_server(mail_servers: MailServers, ann: Account, bob: Account) -> None:
    victim = mail_servers.person("victim")
    evil = [
        f"=?utf-8?q?x=0D=0ABcc=3A_{victim.address}?=",
        f"x Bcc: {victim.address}",
        f"a, {victim.address}",
        ".",
        "\\",
        '"',
        "x" * 900,
    ]
    carrier = Carrier(account(mail_servers, ann))
    for number, words in enumerate(evil):
        envelope = letter(
            ann, bob, to=(Address(words, bob.address),), subject=words, text=f"{words}\n.\nRCPT TO:<{victim.address}>\n.\n"
        )
        carrier.deliver(compose(envelope, f"<evil-{number}@example.org>", DATE), ann.address, envelope.recipients)
    expected = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding"}
    added_by_servers = {"return-path", "delivered-to", "received"}
    stored = [read_mail(raw) for raw in arrived(mail_servers, bob, len(evil))]
    assert len(stored) == len(evil)
    for mail in stored:
        assert {name for name, _ in mail.headers} == expected | added_by_servers
        assert [person.email for person in mail.to] == [bob.address]
    assert sorted(mail.subject for mail in stored) == sorted(evil)
    with imap.Mailbox(inbox(mail_servers, victim)) as mailbox:
        assert list(mailbox.fetch({})) == []


def test_mail_to_nobody_comes_back_as_a_bounce(mail_servers: MailServers, ann: Account) -> None:
    nobody = "nobody.here@example.com"
    raw = compose(letter(ann, to=(Address("", nobody),)), "<lost@example.org>", DATE)
    Carrier(account(mail_servers, ann)).deliver(raw, ann.address, [nobody])
    (stored,) = arrived(mail_servers, ann)
    bounce: Mail = read_mail(stored)
    assert any(nobody in part.text for part in bounce.parts if part.media_type == "message/delivery-status")
