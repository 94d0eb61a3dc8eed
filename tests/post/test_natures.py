"""What kind of mail came in."""

from datetime import date
from pathlib import Path

import pytest

from sincerely.post.mail import Mail, read_mail
from sincerely.post.natures.nature import Bounce, Kind, Nature
from sincerely.post.threads import classify

SAMPLES = Path(__file__).parent / "samples" / "sisimai"


def mail(text: str, *headers: str, subject: str = "Re: Our talk", sender: str = "Ann Lee <ann.lee@acme.example>") -> Mail:
    """A mail of 2 March 2026, a Monday."""
    head = [f"From: {sender}", "To: me@example.com", f"Subject: {subject}", "Date: Mon, 2 Mar 2026 10:00:00 +0000", *headers]
    return read_mail("\r\n".join([*head, "Content-Type: text/plain; charset=utf-8", "", text]).encode())


def nature(text: str, *headers: str, **changes: str) -> Nature:
    return classify(mail(text, *headers, **changes))


@pytest.mark.parametrize(
    ("sample", "bounce", "address"),
    [
        ("lhost-postfix-02", Bounce.HARD, "filtered@example.co.jp"),
        ("lhost-office365-01", Bounce.HARD, "kijitora@example.com"),
        ("lhost-qmail-01", Bounce.HARD, "kijitora@example.ne.jp"),
        ("lhost-gmail-03", Bounce.SOFT, "kijitora@example.co.jp"),
        ("lhost-gmail-06", Bounce.DELAYED, "kijitora@example.jp"),
        ("lhost-exim-38", Bounce.DELAYED, "kijitora@example.co.jp"),
    ],
)
def test_a_bounce_tells_how_and_for_whom_it_failed(sample: str, bounce: Bounce, address: str) -> None:
    found = classify(read_mail((SAMPLES / f"{sample}.eml").read_bytes()))
    assert (found.kind, found.bounce, found.failed_address) == (Kind.BOUNCE, bounce, address)
    assert not found.kind.from_a_person


@pytest.mark.parametrize(
    ("sample", "until"), [("rfc3834-01", date(2005, 5, 4)), ("rfc3834-04", date(2013, 7, 31)), ("rfc3834-06", None)]
)
def test_an_absence_note_tells_the_last_day_away(sample: str, until: date | None) -> None:
    found = classify(read_mail((SAMPLES / f"{sample}.eml").read_bytes()))
    assert (found.kind, found.until) == (Kind.AWAY, until)


def test_a_complaint_of_a_provider_is_a_stop() -> None:
    assert classify(read_mail((SAMPLES / "arf-01.eml").read_bytes())).kind == Kind.STOP


REPORT = """This is the mail system.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; bob@acme.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {words}

--b
Content-Type: text/rfc822-headers

Message-ID: <mine@example.com>
Subject: Thank you
--b--
"""


def report(action: str, status: str, words: str) -> Mail:
    head = "From: MAILER-DAEMON@mx.example.com\nTo: me@example.com\nContent-Type: multipart/report; boundary=b\n\n--b\n\n"
    return read_mail((head + REPORT.format(action=action, status=status, words=words)).encode())


@pytest.mark.parametrize(
    ("action", "status", "words", "bounce"),
    [
        ("failed", "5.1.1", "550 5.1.1 User unknown", Bounce.HARD),
        ("failed", "5.1.2", "Host or domain name not found", Bounce.HARD),
        ("failed", "5.1.10", "550 5.1.10 recipient not found by lookup", Bounce.HARD),
        ("failed", "5.4.1", "550 5.4.1 Recipient address rejected: Access denied", Bounce.HARD),
        ("failed", "5.2.2", "552 5.2.2 mailbox full", Bounce.SOFT),
        ("failed", "5.7.1", "550 5.7.1 blocked because of your reputation", Bounce.SOFT),
        ("failed", "5.7.26", "550 5.7.26 unauthenticated: SPF did not pass", Bounce.SOFT),
        ("failed", "4.4.7", "delivery time expired", Bounce.SOFT),
        ("delayed", "4.4.1", "connection timed out", Bounce.DELAYED),
    ],
)
def test_hard_and_soft_are_told_from_what_the_server_said(action: str, status: str, words: str, bounce: Bounce) -> None:
    found = classify(report(action, status, words))
    assert (found.kind, found.bounce) == (Kind.BOUNCE, bounce)
    assert (found.failed_address, found.original_message_id) == ("bob@acme.example", "<mine@example.com>")


def test_a_report_of_success_is_no_bounce() -> None:
    assert classify(report("delivered", "2.0.0", "250 OK")).kind == Kind.AUTOMATIC


AWAY = "Auto-Submitted: auto-replied"


@pytest.mark.parametrize(
    ("text", "headers", "subject"),
    [
        ("I am out of the office until 13 March.", [AWAY], "Automatic reply: Our talk"),
        ("Ich bin bis zum 13.03.2026 im Urlaub.", [AWAY], "Abwesenheitsnotiz"),
        ("Je suis en congé jusqu'au 13 mars.", [AWAY], "Réponse automatique : Our talk"),
        ("I'm away and back on 14 March 2026.", ["X-Autoreply: yes"], "Out of office"),
        ("On leave, returning Saturday 14 March", ["Precedence: auto_reply"], "Away"),
    ],
)
def test_absences_are_read_in_several_languages(text: str, headers: list[str], subject: str) -> None:
    found = nature(text, *headers, subject=subject)
    assert (found.kind, found.until, found.sure) == (Kind.AWAY, date(2026, 3, 13), True)


@pytest.mark.parametrize(
    ("text", "headers", "sender"),
    [
        ("We have received your application. Reference: AB-12345.", [AWAY], "jobs@acme.example"),
        ("Thank you for applying! This is an automatically generated message.", [], "Acme <no-reply@ats.example>"),
        (
            "Thank you for applying. If you are not selected we keep your CV on file; else we will schedule an interview.",
            ["Auto-Submitted: auto-generated"],
            "no-reply@ats.example",
        ),
    ],
)
def test_receipts_of_robots_decide_nothing(text: str, headers: list[str], sender: str) -> None:
    assert nature(text, *headers, sender=sender).kind == Kind.AUTOMATIC


def test_a_rejection_counts_also_where_a_robot_sends_it() -> None:
    text = "Thank you for your time. Unfortunately, we have decided not to move forward with your application."
    assert nature(text, "Auto-Submitted: auto-generated", sender="no-reply@ats.example").kind == Kind.REJECTION


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.STOP, "Please do not contact me again."),
        (Kind.STOP, "Remove me from your list, please."),
        (Kind.STOP, "Stop emailing us."),
        (Kind.STOP, "Bitte schreiben Sie mir nicht mehr."),
        (Kind.STOP, "unsubscribe"),
        (Kind.STOP, "I would be glad if you stopped emailing me."),
        (Kind.REJECTION, "We regret to tell you that we have chosen another candidate."),
        (Kind.REJECTION, "After much thought we won't be moving forward at this time. We wish you well."),
        (Kind.REJECTION, "The position has now been filled."),
        (Kind.REJECTION, "You have not been selected for the next stage."),
        (Kind.REJECTION, "Leider haben wir uns für einen anderen Bewerber entschieden."),
        (Kind.REJECTION, "Unfortunately we are not able to offer you a position at this time."),
        (Kind.REJECTION, "We have decided to proceed with a candidate whose experience is closer to our needs."),
        (Kind.OFFER, "We are excited to invite you to join our team as a data engineer."),
        (Kind.OFFER, "We are delighted to offer you the position of analyst!"),
        (Kind.OFFER, "Great news: I would like to make you an offer. Salary below."),
        (Kind.OFFER, "Please find attached your offer letter."),
        (Kind.NEW_DATE, "Something came up. Can we reschedule our interview?"),
        (Kind.NEW_DATE, "We would like to invite you to a second interview on Thursday."),
        (Kind.NEW_DATE, "Would Tuesday at 3 pm work for you?"),
        (Kind.NEW_DATE, "Can we do Friday instead of Thursday?"),
        (Kind.NEW_DATE, "Are you free next Wednesday?"),
        (Kind.QUESTION, "Could you send me two references, please."),
        (Kind.QUESTION, "What is your notice period?"),
        (Kind.HUMAN, "Thank you for your kind note. It was a pleasure to meet you too."),
        (Kind.HUMAN, "We are not rejecting you, it just takes longer than planned."),
        (Kind.HUMAN, "We offer flexible working hours, as I mentioned."),
        (Kind.HUMAN, "Final-Recipient: me\nAction: failed\nStatus: tired. (A joke of mine.)"),
        (Kind.HUMAN, "We will be in touch once all interviews are done."),
        (Kind.HUMAN, "I was out of the office last week, sorry for the late answer. We are still deciding."),
        (Kind.HUMAN, "Your e-mail could not be opened at first, the delivery failed on our side, all is well now."),
    ],
)
def test_what_people_write_is_told_apart(kind: Kind, text: str) -> None:
    found = nature(f"Hi Sam,\n\n{text}\n\nBest,\nAnn")
    assert found.kind == kind, found
    assert found.sure
    assert found.reasons
    assert found.kind.from_a_person


@pytest.mark.parametrize(
    "text",
    [
        "We wish you all the best in your search.",
        "We are pleased to offer you the position, but the first position has been filled.",
        "Unfortunately we won't be moving forward for this role. Are you free on Friday to talk about another?",
        "Congratulations!",
    ],
)
def test_what_can_be_read_in_two_ways_is_left_to_the_person(text: str) -> None:
    found = nature(text)
    assert (found.kind, found.sure) == (Kind.HUMAN, False)


def test_a_stop_with_a_condition_is_asked_back() -> None:
    found = nature("Please do not contact us before Friday.")
    assert (found.kind, found.sure) == (Kind.STOP, False)


def test_only_what_is_written_anew_counts() -> None:
    quoted = "> We are pleased to offer you the position.\n> Stop emailing me."
    assert nature(f"Thanks, noted.\n\nOn Fri, Feb 27, 2026 at 9:00 AM Sam <me@example.com> wrote:\n{quoted}").kind == Kind.HUMAN


def test_an_enclosed_invite_is_a_date() -> None:
    raw = b"From: ann@acme.example\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    assert classify(read_mail(raw)).kind == Kind.NEW_DATE


def test_a_forwarded_bounce_is_a_persons_mail() -> None:
    assert (
        nature("See below, did you get this?\n\nUser unknown", subject="Fwd: Undelivered Mail Returned to Sender").kind
        == Kind.QUESTION
    )
