"""Nothing that stands in a field becomes a header, a recipient or a second mail, as a real server stored it."""

import email
from collections.abc import Iterator
from datetime import UTC, datetime
from email.policy import default
from itertools import product

import pytest
from benchmarks.reliability.reckoning import drained, message_id, stored
from tests.servers.fixtures import MailServers

from sincerely.post.address import Address
from sincerely.post.carriers import CarrierError, Failure
from sincerely.post.carriers.smtp import Carrier, Config
from sincerely.post.envelope import Attachment, Envelope, EnvelopeError, compose

pytestmark = pytest.mark.server
DATE = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
VICTIM = "victim@example.com"
BREAKS = [
    "\r",
    "\n",
    "\r\n",
    "\n\n",
    "\0",
    "\v",
    "\f",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\ud800",
    "%0d%0a",
    "\\r\\n",
]
COMMANDS = f"MAIL FROM:<e@example.com>\r\nRCPT TO:<{VICTIM}>\r\nDATA\r\nMessage-ID: <smuggled@example.com>\r\n\r\nx\r\n.\r\n"
ENDS = [
    "\r\n.\r\n",
    "\n.\n",
    "\n.\r\n",
    "\r\n.\n",
    "\r.\r",
    "\r.\r\n",
    "\r\n.\r",
    "\r\n\0.\r\n",
    "\n\r.\r\n",
    "\r\r\n.\r\r\n",
    ".",
]
EVIL = [
    *(f"x{end}Bcc: {VICTIM}" for end in BREAKS),
    *(f"x{end}{COMMANDS}" for end in ENDS),
    "=?utf-8?q?x=0D=0ABcc:_victim=40example.com?=",
    "=?utf-8?b?eA0KQmNjOiB2aWN0aW1AZXhhbXBsZS5jb20=?=",
    f"x <{VICTIM}>, y",
    f'x" <{VICTIM}>, "y',
    f"x> Bcc: <{VICTIM}",
    f"group: {VICTIM};",
    "x\\",
    "(comment",
    ".",
    "From x",
    "x" * 1200,
    "ä" * 400,
]
FIELDS = {
    "subject": lambda evil: {"subject": evil},
    "text": lambda evil: {"text": evil},
    "sender's name": lambda evil: {"sender": Address(evil, "ann@example.org")},
    "sender's address": lambda evil: {"sender": Address("", f"ann@example.org{evil}")},
    "name": lambda evil: {"to": (Address(evil, "{bob}"),)},
    "address": lambda evil: {"to": (Address("", f"{{bob}}{evil}"),)},
    "copy's name": lambda evil: {"cc": (Address(evil, "{bob}"),)},
    "copy's address": lambda evil: {"cc": (Address("", f"a{evil}@example.org"),)},
    "blind copy": lambda evil: {"bcc": (Address("", f"{{bob}}{evil}"),)},
    "answers' name": lambda evil: {"reply_to": Address(evil, "ann@example.org")},
    "reply reference": lambda evil: {"in_reply_to": f"<a{evil}@example.org>"},
    "bare reply reference": lambda evil: {"in_reply_to": evil},
    "reference": lambda evil: {"references": ("<a@example.org>", f"<a@example.org>{evil}")},
    "file's name": lambda evil: {"attachments": (Attachment(evil, "text/plain", b"x"),)},
    "file's type": lambda evil: {"attachments": (Attachment("a.txt", f"text/plain{evil}", b"x"),)},
    "file": lambda evil: {"attachments": (Attachment("a.txt", "text/plain", evil.encode(errors="replace")),)},
    "message id": lambda evil: {"message_id": f"<a{evil}@example.org>"},
}
OURS = {
    *("from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references", "mime-version"),
    *("content-type", "content-transfer-encoding"),
}
THE_SERVERS = {"return-path", "delivered-to", "received"}


@pytest.fixture(scope="module")
def sent(mail_servers: MailServers) -> Iterator[tuple[dict[str, bytes], list[bytes], int]]:
    """Every field with everything evil: what was taken and sent, by Message-ID; what was stored; how much was refused."""
    bob = mail_servers.person("bob").address
    victim = mail_servers.dovecot.folder / "homes" / VICTIM
    if not victim.exists():
        mail_servers.dovecot.add(VICTIM, "secret")
    carrier = Carrier(Config("localhost", port=mail_servers.postfix.smtp, security="none"))
    taken, refused = {}, 0
    for number, (field, evil) in enumerate(product(FIELDS, EVIL)):
        given = {"sender": Address("Ann", "ann@example.org"), "to": (Address("Bob", bob),), "subject": "x", "text": "x"}
        given |= FIELDS[field](evil)
        own_id = given.pop("message_id", f"<{number}@example.org>")
        for name in ("to", "cc", "bcc"):
            given[name] = tuple(Address(each.name, each.email.replace("{bob}", bob)) for each in given.get(name, ()))
        letter = Envelope(**given)
        try:
            raw = compose(letter, own_id, DATE)
        except EnvelopeError:
            refused += 1
            continue
        taken[own_id] = raw
        carrier.deliver(raw, letter.sender.email, [bob])
    drained(mail_servers.postfix.folder / "queue")
    homes = mail_servers.dovecot.folder / "homes"
    yield taken, stored(homes / bob / "Maildir"), refused
    assert stored(homes / VICTIM / "Maildir") == [], "a recipient was added"


def test_much_is_refused_and_much_is_taken(sent) -> None:
    taken, _, refused = sent
    assert len(taken) > 150
    assert refused > 250


def test_each_mail_that_was_taken_is_stored_once_to_the_byte_and_no_other(sent) -> None:
    taken, mails, _ = sent
    assert sorted(message_id(mail) for mail in mails) == sorted(taken)
    assert [mail for mail in mails if not mail.endswith(taken[message_id(mail)])] == []


def test_no_header_was_added_and_no_address(sent) -> None:
    _, mails, _ = sent
    for raw in mails:
        mail = email.message_from_bytes(raw, policy=default)
        assert {name.lower() for name in mail.keys()} <= OURS | THE_SERVERS  # noqa: SIM118
        assert len(mail["From"].addresses) == len(mail["To"].addresses) == 1
        people = [person.addr_spec for name in ("From", "To", "Cc", "Reply-To") if mail[name] for person in mail[name].addresses]
        assert VICTIM not in people
        names = [name.lower() for name in mail.keys() if name.lower() not in THE_SERVERS]  # noqa: SIM118
        assert len(names) == len(set(names))


@pytest.mark.parametrize("end", [end for end in ENDS if end not in ("\r\n.\r\n", ".", "\r\n\0.\r\n")], ids=ascii)
def test_a_mail_with_a_line_end_that_is_none_is_never_handed_over(mail_servers: MailServers, end: str) -> None:
    raw = b"Subject: x\r\n\r\nx" + end.encode() + COMMANDS.encode()
    with pytest.raises(CarrierError) as caught:
        Carrier(Config("localhost", port=mail_servers.postfix.smtp, security="none")).deliver(raw, "a@b.org", [VICTIM])
    assert (caught.value.kind, caught.value.own) == (Failure.PERMANENT, True)


def test_a_dot_that_ends_a_message_ends_none_on_the_way(mail_servers: MailServers) -> None:
    bob = mail_servers.person("bob").address
    raw = (
        b"From: a@example.org\r\nDate: Mon, 2 Mar 2026 10:30:00 +0000\r\nMessage-ID: <dots@example.org>\r\n\r\nx\r\n.\r\n"
        + COMMANDS.encode()
        + b"..\r\n"
    )
    Carrier(Config("localhost", port=mail_servers.postfix.smtp, security="none")).deliver(raw, "a@example.org", [bob])
    drained(mail_servers.postfix.folder / "queue")
    (mail,) = stored(mail_servers.dovecot.folder / "homes" / bob / "Maildir")
    assert mail.endswith(raw)
