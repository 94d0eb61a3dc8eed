"""Which of the mails sent a mail answers, and what it says anew."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.mail import Mail, read_mail
from sincerely.post.replies import reply_words
from sincerely.post.threads import Sent, match, plain_subject, reply_text

SAMPLES = Path(__file__).parent / "samples" / "replies"
SENT = [
    Sent("first", "<1@example.com>", ("ann@acme.example",), "Thank you"),
    Sent("second", "<2@example.com>", ("ann@acme.example", "bob@acme.example"), "Checking in"),
    Sent("free", "<3@example.com>", ("carol@gmail.com",), "Thank you"),
]


def mail(**headers: str) -> Mail:
    rows = [f"{name.replace('_', '-')}: {value}" for name, value in {"From": "ann@acme.example", **headers}.items()]
    return read_mail("\r\n".join([*rows, "", "words"]).encode())


@pytest.mark.parametrize(
    ("headers", "key", "how"),
    [
        ({"In_Reply_To": "<1@example.com>"}, "first", "thread"),
        ({"References": "<0@x.org> <2@example.com>", "From": "other@elsewhere.example"}, "second", "thread"),
        ({"Subject": "AW: Re: thank  you!"}, "first", "subject"),
        ({"Subject": "Something else"}, "second", "address"),
        ({"From": "dora@hr.acme.example", "Subject": "News"}, "second", "employer"),
        ({"From": "x@y.example", "Reply_To": "bob@acme.example", "Subject": "Checking in"}, "second", "subject"),
    ],
)
def test_the_surest_sign_is_taken(headers: dict[str, str], key: str, how: str) -> None:
    found = match(mail(**headers), SENT)
    assert found is not None
    assert (found.key, found.how) == (key, how)
    assert found.reason


@pytest.mark.parametrize("sender", ["dave@gmail.com", "someone@other.example", "", "ann@notacme.example"])
def test_strangers_answer_nothing(sender: str) -> None:
    assert match(mail(From=sender, Subject="Thank you"), SENT) is None


def test_a_bounce_belongs_to_the_mail_that_it_returns() -> None:
    head = b"From: MAILER-DAEMON@mx.example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n"
    said = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nUser unknown\r\n"
    returned = b"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <1@example.com>\r\n\r\nold\r\n--b--\r\n"
    raw = head + said + returned
    found = match(read_mail(raw), SENT)
    assert found is not None
    assert (found.key, found.how) == ("first", "bounce")


@pytest.mark.parametrize(
    "subject", ["Re: Thank you", "RE[2]: thank you", "Aw: SV: Thank you!", "Fwd: Re:  Thank-you", "Automatic reply: Thank you"]
)
def test_subjects_are_compared_without_marks(subject: str) -> None:
    assert plain_subject(subject) == "thank you"


@pytest.mark.parametrize(
    ("sample", "words", "gone"),
    [
        ("email_danish_1", "Tak for din mail.", "Anders"),
        ("email_gmail", "This is a test for inbox replying", "wrote:"),
        ("email_headers_no_delimiter", "And another reply!", "A reply"),
    ],
)
def test_quotes_and_signatures_are_left_out(sample: str, words: str, gone: str) -> None:
    text = reply_words((SAMPLES / f"{sample}.txt").read_text(encoding="utf-8"))
    assert words in text
    assert gone not in text


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "On 3 May 2026 at 10:04, Sam <sam@example.com> wrote:\n> When?\nOn Monday.\n> Where?\nIn Cork.\n"
    assert reply_words(text) == "On Monday.\nIn Cork."


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, Mar 2, 2026 at 9:00 AM Sam Poe <sam@example.com> wrote:",
        "On Mon, Mar 2, 2026 at 9:00 AM Sam Poe\n<sam@example.com> wrote:",
        "Am 02.03.2026 um 09:00 schrieb Sam Poe:",
        "Le lun. 2 mars 2026 à 09:00, Sam Poe <sam@example.com> a écrit :",
        "El lun, 2 mar 2026 a las 9:00, Sam Poe (<sam@example.com>) escribió:",
        "Op ma 2 mrt 2026 om 09:00 schreef Sam Poe <sam@example.com>:",
        "From: Sam Poe <sam@example.com>\nSent: Monday, March 2, 2026 9:00 AM\nTo: Ann\nSubject: Thank you",
        "Von: Sam Poe\nGesendet: Montag, 2. März 2026 09:00\nAn: Ann\nBetreff: Danke",
        "-----Original Message-----\nFrom: Sam Poe",
    ],
)
@pytest.mark.parametrize("mark", ["> ", ""])
def test_what_is_answered_is_cut_off_whatever_program_set_it(attribution: str, mark: str) -> None:
    assert reply_words(f"See you on Monday.\n\n{attribution}\n\n{mark}Dear Ann,\n{mark}thank you.") == "See you on Monday."


@pytest.mark.parametrize(
    "sign",
    [
        "-- \nAnn Lee",
        "Best regards,\nAnn Lee\nAcme",
        "Sent from my iPhone",
        "Mit freundlichen Grüßen\nAnn Lee",
        "Ann Lee\nHead of Data",
    ],
)
def test_a_signature_is_cut_off(sign: str) -> None:
    raw = f"From: Ann Lee <ann@acme.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee you on Monday.\n\n{sign}\n"
    assert reply_text(read_mail(raw.encode())) == "See you on Monday."


def test_a_sentence_that_only_sounds_so_stays() -> None:
    text = "On your question: I sent it from my desk.\n\nOn Monday 2 March I wrote:\nnothing."
    assert "I sent it from my desk." in reply_words(text)


@given(st.text(alphabet="abc >:<@.\n-_OnFromwrote:123", max_size=400))
def test_no_text_grows(text: str) -> None:
    assert len(reply_words(text)) <= len(text)
