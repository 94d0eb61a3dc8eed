"""Carriers that leave the last step to the person."""

import email
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.address import Address
from sincerely.post.carriers import CarrierError, Failure, by_hand, carriers, eml, mailto
from sincerely.post.envelope import Attachment, Envelope, EnvelopeError, compose
from sincerely.post.mail import read_mail
from sincerely.post.setting import questions

DATE = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
LETTER = Envelope(
    sender=Address("", "me@example.com"),
    to=(Address("Ann", "ann+jobs@example.org"),),
    bcc=(Address("", "hidden@example.org"),),
    subject="Thank you & more?",
    text="Grüße,\n\n50 % = half\n",
    in_reply_to="<q@example.org>",
    attachments=(Attachment("cv.pdf", "application/pdf", b"%PDF"),),
)
RAW = compose(LETTER, "<1@example.com>", DATE)


def test_every_carrier_in_the_folder_is_found() -> None:
    assert set(carriers()) == {"smtp", "by_hand", "mailto", "eml", "draft"}
    for name, module in carriers().items():
        assert name == module.NAME
        assert module.Carrier.label
        assert all(question.help for question in questions(module.Config))


def test_only_the_secrets_of_an_account_are_secret() -> None:
    asked = questions(carriers()["smtp"].Config)
    assert [question.name for question in asked if question.secret] == ["password"]
    assert [question.name for question in asked if question.needed] == ["host"]
    assert "s3cret" not in repr(carriers()["smtp"].Config("h", "u", "s3cret"))


def test_by_hand_shows_the_words_of_a_mail_and_of_a_call() -> None:
    assert by_hand.Carrier().deliver(RAW, "", LETTER.recipients).words == "Grüße,\n\n50 % = half"
    script = by_hand.Carrier().deliver("Hello, this is Jürgen.".encode(), "", [])
    assert (script.sent, script.words) == (False, "Hello, this is Jürgen.")


def test_by_hand_refuses_what_it_cannot_show() -> None:
    with pytest.raises(CarrierError):
        by_hand.Carrier().deliver(b"\xff\xfe", "", [])


def test_a_link_opens_the_whole_message() -> None:
    receipt = mailto.Carrier().deliver(RAW, "", LETTER.recipients)
    link = urlsplit(receipt.place)
    fields = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, link.path) == ("mailto", "ann%2Bjobs@example.org")
    assert fields == {
        "bcc": ["hidden@example.org"],
        "subject": ["Thank you & more?"],
        "in-reply-to": ["<q@example.org>"],
        "body": ["Grüße,\r\n\r\n50 % = half"],
    }
    assert not receipt.sent
    assert "cv.pdf" in receipt.words


@pytest.mark.parametrize("text", ["word " * 1_000, "ü" * 400, "北京" * 150])
def test_a_text_too_long_for_a_link_is_the_persons_to_copy_in(text: str) -> None:
    long = compose(Envelope(LETTER.sender, LETTER.to, "Long", text), "<2@example.com>", DATE)
    receipt = mailto.Carrier().deliver(long, "", LETTER.recipients)
    assert len(receipt.place) <= mailto.LONGEST_LINK
    assert "body" not in parse_qs(urlsplit(receipt.place).query)
    assert "too long for a link" in receipt.words
    assert text.strip() in receipt.words


def test_where_even_the_addresses_are_too_long_there_is_a_file() -> None:
    crowd = tuple(Address("", f"{'a' * 60}{number}@example.org") for number in range(40))
    long = compose(Envelope(LETTER.sender, crowd, "Long", "Hello"), "<2@example.com>", DATE)
    with pytest.raises(CarrierError, match=r"\.eml"):
        mailto.Carrier().deliver(long, "", ())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), st.text(max_size=300))
def test_a_link_says_what_the_message_says(subject: str, text: str) -> None:
    try:
        raw = compose(Envelope(LETTER.sender, LETTER.to, subject, text), "<3@example.com>", DATE)
    except EnvelopeError:
        return
    receipt = mailto.Carrier().deliver(raw, "", ("ann+jobs@example.org",))
    fields = parse_qs(urlsplit(receipt.place).query)
    mail = read_mail(raw)
    assert receipt.place.isascii()
    assert fields.get("subject", [""]) == [mail.subject]
    assert fields.get("body", [""])[0].replace("\r\n", "\n") == mail.text or "too long" in receipt.words


def test_a_file_holds_the_message_ready_to_send_and_its_blind_copies(tmp_path: Path) -> None:
    carrier = eml.Carrier(eml.Config(str(tmp_path / "out")))
    places = {carrier.deliver(RAW, "", LETTER.recipients).place for _ in range(2)}
    (place,) = places
    written = Path(place).read_bytes()
    assert written.endswith(RAW)
    found = email.message_from_bytes(written)
    assert (found["X-Unsent"], found["Bcc"], found["Message-ID"]) == ("1", "hidden@example.org", "<1@example.com>")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".eml"]
    named = eml.Carrier(eml.Config(str(tmp_path), "note.eml")).deliver(RAW, "", ("ann+jobs@example.org",))
    assert Path(named.place).read_bytes() == eml.UNSENT + RAW


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(CarrierError) as caught:
        eml.Carrier(eml.Config(str(tmp_path / "taken"))).deliver(RAW, "", LETTER.recipients)
    assert caught.value.kind == Failure.TEMPORARY
