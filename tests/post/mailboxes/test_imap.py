"""Reading from a real mail server."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.servers.fixtures import Account, MailServers
from tests.servers.ground import write_certificate

from sincerely.post.address import Address
from sincerely.post.carriers import CarrierError, Failure, draft
from sincerely.post.envelope import Envelope, compose
from sincerely.post.mailboxes import MailboxError, Position, imap
from sincerely.post.mailboxes.imap import Config, Mailbox, probe

pytestmark = pytest.mark.server


def account(servers: MailServers, person: Account, **changes) -> Config:
    settings = {"host": servers.host, "port": servers.dovecot.imaps, "ca_file": str(servers.certificate), "timeout": 10.0}
    return Config(**{**settings, "username": person.address, "password": person.password, **changes})


def raw(number: int) -> bytes:
    return b"Message-ID: <%d@example.org>\r\nSubject: %d\r\n\r\nwords\r\n" % (number, number)


@pytest.fixture
def ann(mail_servers: MailServers) -> Account:
    return mail_servers.person("ann")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_only_what_is_new_is_fetched_oldest_first(mail_servers: MailServers, ann: Account, security: str) -> None:
    port = mail_servers.dovecot.imaps if security == "tls" else mail_servers.dovecot.imap
    with Mailbox(account(mail_servers, ann, security=security, port=port)) as mailbox:
        assert list(mailbox.fetch({})) == []
        for number in range(3):
            mailbox.append("INBOX", raw(number))
        first = list(mailbox.fetch({}))
        assert [mail.raw for mail in first] == [raw(0), raw(1), raw(2)]
        assert list(mailbox.fetch({"INBOX": first[-1].position})) == []
        assert [mail.raw for mail in mailbox.fetch({"INBOX": first[0].position})] == [raw(1), raw(2)]
        assert all(mail.whole for mail in first)


def test_reading_marks_nothing_as_seen(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox:
        mailbox.append("INBOX", raw(1))
        list(mailbox.fetch({}))
    with Mailbox(account(mail_servers, ann)) as mailbox:
        assert mailbox._box.folder.status("INBOX", ["UNSEEN"])["UNSEEN"] == 1


def test_a_renumbered_folder_is_read_anew(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox:
        mailbox.append("INBOX", raw(1))
        (mail,) = mailbox.fetch({})
        assert len(list(mailbox.fetch({"INBOX": Position(mail.uid_validity + 1, 99)}))) == 1


def test_the_spam_folder_is_read_where_it_is_wanted(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox:
        mailbox.append("Junk", raw(1))
        assert [mail.folder for mail in mailbox.fetch({})] == ["Junk"]
    with Mailbox(account(mail_servers, ann, spam=False)) as mailbox:
        assert list(mailbox.fetch({})) == []


def test_a_folder_not_read_before_may_begin_on_a_day(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox:
        mailbox._box.append(raw(1), "INBOX", dt=datetime(2026, 1, 5, 12, tzinfo=UTC))
        mailbox._box.append(raw(2), "INBOX", dt=datetime(2026, 3, 5, 12, tzinfo=UTC))
        assert [mail.raw for mail in mailbox.fetch({}, date(2026, 2, 1))] == [raw(2)]
        known = {"INBOX": next(mailbox.fetch({})).position}
        assert [mail.raw for mail in mailbox.fetch(known, date(2026, 12, 1))] == [raw(2)]


def test_of_a_huge_mail_only_the_start_is_fetched(
    mail_servers: MailServers, ann: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "MOST_BYTES", 100)
    monkeypatch.setattr(imap, "MEBI", 80)
    with Mailbox(account(mail_servers, ann)) as mailbox:
        mailbox.append("INBOX", raw(1) + b"x" * 500)
        mailbox.append("INBOX", raw(2))
        assert [(len(mail.raw), mail.whole) for mail in mailbox.fetch({})] == [(80, False), (len(raw(2)), True)]


def test_a_mail_is_found_among_the_sent_by_its_whole_id(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox:
        assert not mailbox.find_sent("<1@example.org>")
        mailbox.append("Sent", raw(1))
        mailbox.append("Sent", raw(21))
        assert mailbox.find_sent("<1@example.org>")
        assert mailbox.find_sent("<21@example.org>")
        assert not mailbox.find_sent("<2@example.org>")
        assert not mailbox.find_sent("1@example.org")


def test_waiting_ends_when_a_mail_comes_and_when_none_does(mail_servers: MailServers, ann: Account) -> None:
    with Mailbox(account(mail_servers, ann)) as mailbox, Mailbox(account(mail_servers, ann)) as other:
        assert not mailbox.wait(0.2)
        mailbox._box.folder.set("INBOX", readonly=True)
        mailbox._box.idle.start()
        other.append("INBOX", raw(1))
        assert any(b"EXISTS" in answer for answer in mailbox._box.idle.poll(10))
        mailbox._box.idle.stop()


def test_a_draft_lies_in_the_folder_of_drafts(mail_servers: MailServers, ann: Account) -> None:
    config = draft.Config(**{name: getattr(account(mail_servers, ann), name) for name in Config.__dataclass_fields__})
    message = compose(
        Envelope(Address("", ann.address), (Address("", "b@example.org"),), "Hello", "words"),
        "<draft@example.org>",
        datetime(2026, 3, 2, tzinfo=UTC),
    )
    receipt = draft.Carrier(config).deliver(message, ann.address, ["b@example.org"])
    assert (receipt.sent, receipt.place) == (False, "Drafts")
    with Mailbox(account(mail_servers, ann, folders="Drafts", spam=False)) as mailbox:
        assert [mail.raw for mail in mailbox.fetch({})] == [message]
    wrong = draft.Carrier(draft.Config(ann.address, ann.address, "wrong"))
    with pytest.raises(CarrierError) as caught:
        wrong.deliver(message, ann.address, ["b@example.org"])
    assert caught.value.kind == Failure.TEMPORARY


@pytest.mark.parametrize(
    ("changes", "word", "credentials"),
    [
        ({"password": "wrong-secret-9"}, "password", True),
        ({"password": "wröng-secret-9"}, "password", True),
        ({"username": "nobody@example.org"}, "password", True),
        ({"host": "no-such-host.invalid"}, "name", False),
        ({"port": 1}, "port", False),
        ({"security": "starttls"}, "", False),
        ({"security": "none", "host": "mail.example.com"}, "encryption", False),
        ({"ca_file": ""}, "certificate", False),
        ({"login": "oauth2"}, "OAuth2", True),
    ],
)
def test_each_failure_says_what_to_do(
    mail_servers: MailServers, ann: Account, changes: dict, word: str, credentials: bool
) -> None:
    config = (
        account(mail_servers, ann, timeout=2.0, **changes) if "timeout" not in changes else account(mail_servers, ann, **changes)
    )
    with pytest.raises(MailboxError) as caught, Mailbox(config):
        pass
    assert word in caught.value.words
    assert caught.value.credentials == credentials
    assert len(caught.value.words.splitlines()) == 1
    assert config.password not in repr(caught.value) + repr(config)
    assert probe(config).words == caught.value.words


def test_another_certificate_is_not_trusted(mail_servers: MailServers, ann: Account, tmp_path: Path) -> None:
    with (
        pytest.raises(MailboxError, match="certificate"),
        Mailbox(account(mail_servers, ann, ca_file=str(write_certificate(tmp_path)[0]))),
    ):
        pass


def test_a_folder_that_is_not_there_is_named(mail_servers: MailServers, ann: Account) -> None:
    config = account(mail_servers, ann, folders="INBOX, Nowhere")
    with Mailbox(config) as mailbox, pytest.raises(MailboxError, match="Nowhere"):
        list(mailbox.fetch({}))
    assert not probe(config).works
    assert "Nowhere" in probe(config).words


def test_a_connection_test_says_what_is_read(mail_servers: MailServers, ann: Account) -> None:
    result = probe(account(mail_servers, ann))
    assert result.works
    assert "INBOX, Junk" in result.words
