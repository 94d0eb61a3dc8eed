"""Mail as it comes in: odd mail is read, hostile mail is refused in one line, and nothing else ever happens."""

import contextlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.address import Address
from sincerely.post.envelope import Attachment, Envelope, compose
from sincerely.post.mail import MOST_BYTES, Mail, MailError, read_mail

HEAD = b"From: Ann <ann@example.org>\r\nSubject: Hello\r\n"


def nested(depth: int) -> bytes:
    """Multiparts one inside the other."""
    opening = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(depth))
    return HEAD + opening + b"\r\nhello\r\n"


HOSTILE = {
    "nothing": b"",
    "blank lines": b"\r\n\r\n",
    "over the limit": HEAD + b"\r\n" + b"x" * (50 * 1024 * 1024),
    "just over the limit": HEAD + b"\r\n" + b"x" * MOST_BYTES,
    "a header line of 10 MB": HEAD + b"X: " + b"x" * 10_000_000 + b"\r\n\r\nhello",
    "headers without end": b"X: y\r\n" * 300_000,
    "thousands of headers": b"X: y\r\n" * 3_000 + b"\r\nhello",
    "multiparts a hundred deep": nested(100),
    "multiparts five thousand deep": nested(5_000),
    "mails in mails": HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000 + b"hello",
    "millions of lines": HEAD + b"\r\n" + b"x\n" * 3_000_000,
    "millions of parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 200_000,
}
ODD = {
    "a body line of 10 MB": HEAD + b"\r\n" + b"x" * 10_000_000,
    "parentheses without end": b"From: " + b"(" * 20_000 + b"\r\n\r\nhello",
    "angle brackets without end": b"From: " + b"<a@b" * 5_000 + b"\r\n\r\nhello",
    "quotes without end": b"From: " + b'"\\' * 9_000 + b"\r\n\r\nhello",
    "a hundred thousand recipients": HEAD + b"To: " + b"a@b.org," * 100_000 + b"\r\n\r\nhello",
    "half a million parameters": HEAD + b"Content-Type: text/plain" + b";" * 500_000 + b"\r\n\r\nhello",
    "an unknown charset": HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\nhello",
    "a codec that is no charset": HEAD + b"Content-Type: text/plain; charset=rot13\r\n\r\nhello",
    "an encoded word without end": b"Subject: =?utf-8?b?////\r\nFrom: a@b.org\r\n\r\nhello",
    "a wrong date": HEAD + b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\n\r\nhello",
    "base64 that is none": HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n\xff\xfe!!!",
    "no blank line": b"hello",
    "zero bytes": HEAD + b"\r\n" + b"\0" * 1_000,
    "a boundary that never comes": HEAD + b"Content-Type: multipart/mixed; boundary=never\r\n\r\nhello",
    "markup of opening signs": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<" * 1_000_000,
    "comments without end": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<!--" * 250_000,
    "styles without end": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<style>" * 150_000,
    "declarations without end": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<![CDATA[" * 100_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_mail_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(MailError) as caught:
        read_mail(raw)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD.keys())
def test_odd_mail_is_read_all_the_same(raw: bytes) -> None:
    assert isinstance(read_mail(raw), Mail)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(MailError):
        assert isinstance(read_mail(raw), Mail)


@given(st.text(max_size=300))
def test_whatever_the_text_holds_the_sender_stays_who_it_was(text: str) -> None:
    raw = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode("utf-8", "replace")
    assert read_mail(raw).sender == Address("Ann", "ann@example.org")


def test_what_was_composed_is_read_back() -> None:
    date = datetime(2026, 3, 2, 10, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    sent = Envelope(
        sender=Address("Jürgen Groß", "me@example.com"),
        to=(Address('Ann "A" O\'Neil, Dr.', "ann@example.org"), Address("", "b@example.org")),
        cc=(Address("李雷", "c@example.org"),),
        reply_to=Address("", "other@example.com"),
        subject="Grüße — und " + "lange Worte " * 20,
        text="Hello Ann,\n\nGrüße\n",
        in_reply_to="<q@example.org>",
        references=("<p@example.org>", "<q@example.org>"),
        attachments=(Attachment("Lebenslauf Ü.pdf", "application/pdf", b"\0\xff"),),
    )
    mail = read_mail(compose(sent, "<1@example.com>", date))
    assert (mail.sender, mail.to, mail.cc, mail.reply_to) == (sent.sender, sent.to, sent.cc, (sent.reply_to,))
    assert (mail.subject, mail.text) == (sent.subject.strip(), "Hello Ann,\n\nGrüße")
    assert (mail.message_id, mail.in_reply_to, mail.references) == ("<1@example.com>", sent.in_reply_to, sent.references)
    assert (mail.date, mail.attachments) == (date, ("Lebenslauf Ü.pdf",))


def test_a_display_name_forges_no_address() -> None:
    mail = read_mail(b"From: =?utf-8?q?boss=40corp=2Ecom=2C_x?= <mallory@example.net>\r\nTo: a@b.org\r\n\r\nhello")
    assert mail.sender == Address("boss@corp.com, x", "mallory@example.net")


def test_headers_are_found_whatever_their_case() -> None:
    mail = read_mail(b"from: a@b.org\r\nAUTO-submitted: auto-replied\r\n\r\nhello")
    assert mail.header("Auto-Submitted") == "auto-replied"
    assert mail.header("Absent") == ""


def test_a_date_without_a_zone_is_utc() -> None:
    assert read_mail(b"Date: Mon, 02 Mar 2026 10:30:00 -0000\r\n\r\nx").date == datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


ALTERNATIVE = HEAD + (
    b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n%s\r\n"
    b"--b\r\nContent-Type: text/html\r\n\r\n<p>rich words</p>\r\n--b--\r\n"
)


def test_plain_words_are_preferred_to_markup() -> None:
    assert read_mail(ALTERNATIVE % b"plain words").text == "plain words"
    assert read_mail(ALTERNATIVE % b" ").text == "rich words"


def test_a_footer_does_not_hide_the_markup_above_it() -> None:
    raw = HEAD + (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>the words</p>\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\na footer\r\n--b--\r\n"
    )
    assert read_mail(raw).text == "the words\n\na footer"


def test_a_mail_in_a_mail_keeps_its_headers_and_gives_no_text() -> None:
    raw = HEAD + (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee below\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <old@example.com>\r\nSubject: Old\r\n\r\nold words\r\n--b--\r\n"
    )
    mail = read_mail(raw)
    assert mail.text == "see below"
    assert "Message-ID: <old@example.com>" in mail.parts[1].text


def test_bare_carriage_returns_end_lines_too() -> None:
    assert read_mail(b"From: a@b.org\rSubject: Old Mac\r\rone\rtwo\r").text == "one\ntwo"


@pytest.mark.corpus
def test_no_sample_of_broken_mail_goes_out_of_control(shared: Path) -> None:
    folders = ("stalwart-mail-parser", "cpython-test-email", "sisimai-set-of-emails")
    files = [file for folder in folders for file in (shared / "data" / "mail" / folder).rglob("*") if file.is_file()]
    refused = 0
    for file in files:
        try:
            read_mail(file.read_bytes())
        except MailError:
            refused += 1
    assert len(files) > 1_200
    assert refused <= 5


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 11_000,
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        + b"A: b\r\n" * 21_000,
    ],
)
def test_too_many_parts_or_inner_headers_are_refused_before_they_are_read(raw: bytes) -> None:
    with pytest.raises(MailError, match="too many"):
        read_mail(raw)


def test_a_report_on_many_recipients_is_read() -> None:
    rows = b"Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n" * 1_000
    head = b"From: mailer-daemon@x.example\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
    mail = read_mail(head + b"Content-Type: message/delivery-status\r\n\r\n" + rows + b"--b--\r\n")
    assert mail.parts[0].text.count("Action") >= 1_000
