"""Bytes on their way out: what is put in comes out again, and nothing that was not put in."""

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.address import Address, employer_domain
from sincerely.post.envelope import Attachment, Envelope, EnvelopeError, compose, new_message_id

DATE = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
ID = "<token-1@example.com>"
ANN = Address("Ann O'Neil", "ann@example.org")
ME = Address("Jürgen Groß", "me@example.com")
HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
BREAKS = ["\r", "\n", "\r\n", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


def envelope(**changes) -> Envelope:
    return Envelope(**{"sender": ME, "to": (ANN,), "subject": "Thank you", "text": "Hello Ann,\n\nthank you.\n", **changes})


def parsed(raw: bytes) -> EmailMessage:
    mail = email.message_from_bytes(raw, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_a_message_says_what_the_envelope_says() -> None:
    mail = parsed(
        compose(envelope(cc=(Address("", "b@x.org"),), in_reply_to="<q@x.org>", references=("<p@x.org>", "<q@x.org>")), ID, DATE)
    )
    assert mail["From"].addresses[0].display_name == "Jürgen Groß"
    assert mail["To"] == "Ann O'Neil <ann@example.org>"
    assert mail["Cc"] == "b@x.org"
    assert mail["Message-ID"] == ID
    assert mail["In-Reply-To"] == "<q@x.org>"
    assert mail["References"] == "<p@x.org> <q@x.org>"
    assert mail["Date"].datetime == DATE
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().replace("\r\n", "\n") == "Hello Ann,\n\nthank you.\n"


def test_the_same_message_has_the_same_bytes() -> None:
    files = (Attachment("Lebenslauf Ü.pdf", "application/pdf", b"\0\xff"), Attachment("a.txt", "text/plain", b"a"))
    assert compose(envelope(attachments=files), ID, DATE) == compose(envelope(attachments=files), ID, DATE)


def test_files_arrive_whole_under_their_names() -> None:
    files = (
        Attachment("Lebenslauf Ü.pdf", "application/pdf", bytes(range(256))),
        Attachment('a "b".txt', "text/plain", b"x\r\n\x85"),
    )
    mail = parsed(compose(envelope(attachments=files), ID, DATE))
    found = [(part.get_filename(), part.get_payload(decode=True)) for part in mail.iter_attachments()]
    assert found == [(file.name, file.content) for file in files]


def test_bytes_are_ascii_with_crlf_and_short_lines() -> None:
    raw = compose(envelope(text="Grüße " * 300 + "\n.\nFrom me\n" + "x" * 2000, subject="ä" * 400), ID, DATE)
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 78


def test_a_line_that_servers_would_change_is_encoded() -> None:
    raw = compose(envelope(text="From me\n.\n..two"), ID, DATE)
    assert b"\r\nFrom me" not in raw
    assert b"\r\n." not in raw
    assert parsed(raw).get_content() == "From me\r\n.\r\n..two\r\n"


def test_long_message_ids_stay_whole_so_that_threads_hold() -> None:
    references = tuple(f"<{'r' * 200}{number}@mail.example.org>" for number in range(30))
    raw = compose(envelope(references=references), ID, DATE)
    assert tuple(parsed(raw)["References"].split()) == references


def test_blind_copies_are_delivered_and_not_told() -> None:
    hidden = envelope(bcc=(Address("", "hidden@x.org"), ANN))
    assert hidden.recipients == ("ann@example.org", "hidden@x.org")
    assert b"hidden" not in compose(hidden, ID, DATE)


@pytest.mark.parametrize("character", BREAKS, ids=ascii)
@pytest.mark.parametrize(
    "field",
    [
        "subject",
        "sender.name",
        "sender.email",
        "to.name",
        "to.email",
        "cc.name",
        "bcc.email",
        "reply_to.name",
        "in_reply_to",
        "references",
        "attachment.name",
        "attachment.media_type",
    ],
)
def test_no_field_breaks_out_of_its_header(field: str, character: str) -> None:
    evil = f"x{character}Bcc: victim@example.net"
    changes = {
        "subject": {"subject": evil},
        "sender.name": {"sender": Address(evil, "a@b.org")},
        "sender.email": {"sender": Address("", f"a@b.org{character}Bcc: v@x.org")},
        "to.name": {"to": (Address(evil, "a@b.org"),)},
        "to.email": {"to": (Address("", f"a@b.org{character}"),)},
        "cc.name": {"cc": (Address(evil, "a@b.org"),)},
        "bcc.email": {"bcc": (Address("", f"a{character}@b.org"),)},
        "reply_to.name": {"reply_to": Address(evil, "a@b.org")},
        "in_reply_to": {"in_reply_to": f"<a{character}@b>"},
        "references": {"references": (f"<a@b>{character}",)},
        "attachment.name": {"attachments": (Attachment(evil, "text/plain", b""),)},
        "attachment.media_type": {"attachments": (Attachment("a", f"text/plain{character}X: y", b""),)},
    }[field]
    with pytest.raises(EnvelopeError) as caught:
        compose(envelope(**changes), ID, DATE)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("character", BREAKS, ids=ascii)
def test_no_message_id_breaks_out_either(character: str) -> None:
    with pytest.raises(EnvelopeError):
        compose(envelope(), f"<a@b>{character}", DATE)
    with pytest.raises(EnvelopeError):
        new_message_id("example.com", f"a{character}b")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ann",
        "ann@",
        "@x.org",
        "a@b@c.org",
        "a b@x.org",
        "a@x.org, b@x.org",
        "<a@x.org>",
        ".a@x.org",
        "a.@x.org",
        "a..b@x.org",
        "a@x..org",
        '"a b"@x.org',
        "a@[127.0.0.1]",
        "a@x.org\t",
        "jürgen@x.org",
        "a" * 400 + "@x.org",
        "a@x.org>\u200b",
        "group: a@x.org;",
    ],
)
def test_what_is_not_one_address_is_refused(address: str) -> None:
    with pytest.raises(EnvelopeError):
        compose(envelope(to=(Address("", address),)), ID, DATE)


@pytest.mark.parametrize("subject", ["=?utf-8?q?Bcc=3A_v=40x.org?=", "=?utf-8?b?DQpCY2M6IHZAeC5vcmc=?=", "a =?x", "."])
def test_a_subject_that_looks_encoded_arrives_as_it_was_written(subject: str) -> None:
    mail = parsed(compose(envelope(subject=subject), ID, DATE))
    assert mail["Subject"] == subject
    assert sorted(mail.keys()) == sorted(HEADERS)


def test_a_message_without_recipient_or_offset_is_refused() -> None:
    with pytest.raises(EnvelopeError):
        compose(envelope(to=()), ID, DATE)
    with pytest.raises(EnvelopeError):
        compose(envelope(), ID, DATE.replace(tzinfo=None))


@given(subject=st.text(max_size=200), name=st.text(max_size=120), text=st.text(max_size=400))
def test_whatever_is_accepted_arrives_as_it_was_and_adds_no_header(subject: str, name: str, text: str) -> None:
    try:
        raw = compose(envelope(subject=subject, to=(Address(name, "ann@example.org"),), text=text), ID, DATE)
    except EnvelopeError:
        return
    mail = parsed(raw)
    assert sorted(mail.keys()) == sorted(HEADERS)
    assert mail["To"].addresses[0].addr_spec == "ann@example.org"
    assert len(mail["To"].addresses) == 1
    written = text.replace("\r\n", "\n").replace("\r", "\n")
    assert mail.get_content().replace("\r\n", "\n").rstrip("\n") == written.rstrip("\n")
    assert str(email.header.make_header(email.header.decode_header(str(email.message_from_bytes(raw)["Subject"])))) == subject


@pytest.mark.parametrize(
    ("email_address", "domain"),
    [
        ("a@acme.com", "acme.com"),
        ("a@hr.acme.co.uk", "acme.co.uk"),
        ("a@mail.acme.com", "acme.com"),
        ("a@gmail.com", ""),
        ("a@yahoo.co.uk", ""),
        ("a@GMX.de", ""),
        ("nobody", ""),
        ("a@localhost", ""),
        ("a@talent.acme.de", "acme.de"),
    ],
)
def test_an_employers_domain_is_what_its_people_share(email_address: str, domain: str) -> None:
    assert employer_domain(email_address) == domain
