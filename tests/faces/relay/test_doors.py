"""Callers who are up to no good, or just odd, at the relay's doors."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faces.relay.doors import Doors, open_for_test

from sincerely.desk.relay import Fate, Outcome
from sincerely.faces.relay import server

MAIL = b"From: hal@example.org\r\nTo: ada@example.com\r\nMessage-ID: <1@example.org>\r\n\r\nHello\r\n"


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[Doors]:
    with open_for_test(tmp_path) as found:
        yield found


def test_before_encryption_nothing_is_heard_but_the_wish_for_it(doors: Doors) -> None:
    caller = doors.call()
    assert "AUTH" not in caller.say("EHLO here")
    for command in ("AUTH PLAIN AGEAYg==", "MAIL FROM:<a@example.org>", "RCPT TO:<a@example.org>", "DATA", "VRFY a", "HELO here"):
        assert caller.say(command).startswith("530"), command
    assert caller.say("QUIT").startswith("221")


def test_before_the_password_nothing_is_heard_but_the_password(doors: Doors) -> None:
    caller = doors.call().encrypt()
    for command in ("MAIL FROM:<a@example.org>", "RCPT TO:<a@example.org>", "DATA", "VRFY a@example.org", "HELP"):
        assert caller.say(command).startswith("530"), command
    assert caller.sign_in().startswith("235")


def test_commands_that_were_slipped_in_before_the_encryption_are_dropped(doors: Doors) -> None:
    caller = doors.call()
    caller.say("EHLO here")
    caller.put(b"STARTTLS\r\nEHLO slipped\r\nAUTH PLAIN AGEAYg==\r\nMAIL FROM:<evil@example.org>\r\n")
    assert caller.answer().startswith("220")
    caller.handshake()
    # The first answer within the encryption belongs to the first command within it.
    assert caller.say("NOOP").startswith("250 OK")
    assert caller.say("MAIL FROM:<a@example.org>").startswith("503")


def test_wrong_passwords_close_the_door_for_a_while(doors: Doors) -> None:
    answers = []
    for _ in range(3):
        caller = doors.call().encrypt()
        answers += [caller.sign_in("wrong")[:3] for _ in range(2)]
        caller.say("QUIT")
    assert answers == ["535"] * 5 + ["454"]
    assert doors.call().encrypt().sign_in().startswith("454")


def test_a_sign_in_step_by_step_and_in_small_letters(doors: Doors) -> None:
    import base64

    caller = doors.call().encrypt()
    assert caller.say("auth login").startswith("334")
    assert caller.say(base64.b64encode(b"anyone")).startswith("334")
    assert caller.say(base64.b64encode(doors.password.encode())).startswith("235")
    assert doors.call().encrypt().say("AUTH PLAIN !!!").startswith("501")
    assert doors.call().encrypt().say("AUTH CRAM-MD5").startswith("504")


def test_commands_out_of_order_are_refused_and_the_next_mail_goes(doors: Doors) -> None:
    caller = doors.call().enter()
    assert caller.say("DATA").startswith("503")
    assert caller.say("RCPT TO:<ada@example.com>").startswith("503")
    assert caller.say("MAIL FROM:<a@example.org>").startswith("250")
    assert caller.say("MAIL FROM:<b@example.org>").startswith("503")
    assert caller.say("DATA").startswith("503")
    assert caller.say("RSET").startswith("250")
    caller.mail()
    assert caller.data(MAIL + b".\r\n").startswith("250")
    assert [submission.raw for submission in doors.through] == [MAIL]


def test_many_commands_at_once_are_answered_in_their_order(doors: Doors) -> None:
    caller = doors.call().enter()
    caller.put(b"MAIL FROM:<a@example.org>\r\nRCPT TO:<ada@example.com>\r\nRCPT TO:<bo@example.com>\r\nDATA\r\n")
    assert [caller.answer()[:3] for _ in range(4)] == ["250", "250", "250", "354"]
    caller.put(MAIL + b".\r\nQUIT\r\n")
    assert [caller.answer()[:3] for _ in range(2)] == ["250", "221"]
    assert doors.through[0].recipients == ("ada@example.com", "bo@example.com")


def test_a_thousand_recipients_are_too_many(doors: Doors) -> None:
    caller = doors.call().enter()
    caller.say("MAIL FROM:<hal@example.org>")
    codes = [caller.say(f"RCPT TO:<a{number}@example.com>")[:3] for number in range(1_000)]
    assert codes == ["250"] * 100 + ["452"] * 900
    assert caller.data(MAIL + b".\r\n").startswith("250")
    assert len(doors.through[0].recipients) == 100


def test_the_null_sender_of_a_receipt_passes_and_a_null_recipient_does_not(doors: Doors) -> None:
    caller = doors.call().enter()
    caller.mail(sender="")
    assert caller.say("RCPT TO:<>").startswith("553")
    assert caller.data(MAIL + b".\r\n").startswith("250")
    assert doors.through[0].sender == ""


@pytest.mark.parametrize(
    "address",
    [
        "<ada@example.com",
        "ada@example.com>",
        "ada@example.com",
        "<ada>",
        "<ada@>",
        "<a@b\rc>",
        "<a\0@b>",
        "<a b@c>",
        "<(x)a@b>extra",
        "<@relay:a@b>",
        "<a@b> <c@d>",
        "<" + "a" * 300 + "@b>",
        b"<\xff\xfe@b>",
        '<"a\\"b"@c>',
    ],
)
def test_an_address_that_would_have_to_be_mended_is_refused(doors: Doors, address: str | bytes) -> None:
    octets = address if isinstance(address, bytes) else address.encode()
    caller = doors.call().enter()
    assert caller.say(b"MAIL FROM:" + octets)[:1] == "5"
    caller.say("MAIL FROM:<hal@example.org>")
    assert caller.say(b"RCPT TO:" + octets)[:1] == "5"


def test_letters_outside_a_to_z_need_their_extension(doors: Doors) -> None:
    caller = doors.call().enter()
    assert caller.say("MAIL FROM:<jürgen@example.org>").startswith("553 5.6.7")
    caller.mail("ännchen@exämple.com", sender="jürgen@example.org", options=" BODY=8BITMIME SMTPUTF8")
    assert caller.data(MAIL + b".\r\n").startswith("250")
    assert (doors.through[0].sender, doors.through[0].utf8) == ("jürgen@example.org", True)


def test_what_other_programs_say_of_the_submitter_is_taken(doors: Doors) -> None:
    caller = doors.call().enter()
    caller.mail(options=" AUTH=<> SIZE=100")
    assert caller.say("RSET").startswith("250")
    assert caller.say("MAIL FROM:<a@example.org> RET=FULL").startswith("555")


@pytest.mark.parametrize(
    "smuggled",
    [
        b"Hello\n.\nMAIL FROM:<evil@example.org>\r\n",
        b"Hello\r.\rMAIL FROM:<evil@example.org>\r\n",
        b"Hello\n.\r\nMAIL FROM:<evil@example.org>\r\n",
        b"Hello\r\n.\nMAIL FROM:<evil@example.org>\r\n",
        b"Hello\r\r\n",
        b"Hello\n",
    ],
)
def test_a_line_end_that_is_none_ends_no_mail_and_is_refused(doors: Doors, smuggled: bytes) -> None:
    caller = doors.call().enter()
    caller.mail()
    answer = caller.data(MAIL + smuggled + b"\r\n.\r\n")
    assert answer.startswith("550")
    assert "broken line ends" in answer
    assert caller.say("NOOP").startswith("250")
    assert doors.through == []


def test_a_mail_that_is_too_large_is_refused_before_and_after_it_comes(doors: Doors) -> None:
    caller = doors.call().enter()
    assert caller.say("MAIL FROM:<hal@example.org> SIZE=67108864").startswith("552")
    caller.mail()
    assert caller.say("DATA").startswith("354")
    line = b"x" * 998 + b"\r\n"
    for _ in range(64):
        caller.put(line * 1_049)
    caller.put(b".\r\n")
    assert caller.answer().startswith("552")
    assert caller.say("NOOP").startswith("250")
    assert doors.through == []


def test_lines_without_end_are_refused(doors: Doors) -> None:
    caller = doors.call().enter()
    assert caller.say("X" * 100_000).startswith("500")
    caller.mail()
    assert caller.data(MAIL + b"x" * 5_000 + b"\r\n.\r\n").startswith("500")
    assert caller.say("MAIL FROM:<" + "a" * 1_000 + ">").startswith("500")
    assert doors.through == []


def test_zero_bytes_and_bytes_that_are_no_text_end_nothing(doors: Doors) -> None:
    caller = doors.call().enter()
    for line in (b"\0", b"\0\0\0 \0", b"MAIL\0 FROM:<a@b>", b"\xff\xfe\xfd", b"NOOP \xff", b"", b" ", b"VRFY \xff\xfe"):
        assert caller.say(line)[:1] in "25", line
    caller.mail()
    odd = MAIL + b"\0 \xff\xfe \xc3\x28 \x7f \x1b[2J\r\n"
    assert caller.data(odd + b".\r\n").startswith("250")
    assert doors.through[0].raw == odd


def test_too_many_callers_are_asked_to_come_back(doors: Doors) -> None:
    callers = [doors.call() for _ in range(server.MOST_CONNECTIONS)]
    assert all(caller.greeting.startswith("220") for caller in callers)
    assert doors.call().greeting.startswith("421")
    callers[0].say("QUIT")
    callers[0].link.close()
    greetings = (doors.call().greeting for _ in range(200))
    assert any(greeting.startswith("220") for greeting in greetings)


def test_a_caller_who_never_gets_to_the_point_is_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "STRANGER_SECONDS", 2.0)
    monkeypatch.setattr(server, "IDLE_SECONDS", 2.0)
    with open_for_test(tmp_path) as doors:
        silent = doors.call()
        slow = doors.call().enter()
        slow.mail()
        slow.say("DATA")
        for _ in range(1_000):
            try:
                slow.link.sendall(b"x")
            except OSError:
                break
        assert silent.answer() == ""
        assert slow.answer() == ""
        assert doors.through == []


def test_who_hangs_up_in_the_middle_has_sent_nothing(doors: Doors) -> None:
    caller = doors.call().enter()
    caller.mail()
    caller.say("DATA")
    caller.put(MAIL)
    caller.link.shutdown(socket.SHUT_RDWR)
    other = doors.call().enter()
    assert other.say("NOOP").startswith("250")
    assert doors.through == []


def test_nobody_guesses_commands_for_ever(doors: Doors) -> None:
    caller = doors.call().enter()
    answers = [caller.say(f"WHAT{number}") for number in range(30)]
    assert answers[0].startswith("500")
    assert answers[-1] == ""


def test_a_refusal_in_several_lines_is_one_that_every_program_can_read(tmp_path: Path) -> None:
    words = ("Jürgen Müller – “waits”: " + "wörter " * 300, "Nobody\r\n250 got\0 it.", "北京")
    with open_for_test(tmp_path, lambda submission: Outcome(Fate.REFUSED, words)) as doors:
        caller = doors.call().enter()
        caller.mail()
        lines = caller.data(MAIL + b".\r\n").split("\n")
        assert all(line.startswith("550-5.7.1 ") for line in lines[:-1])
        assert lines[-1] == "550 5.7.1 ??"
        assert all(line.isascii() and len(line) <= 510 for line in lines)
        assert lines[0].startswith('550-5.7.1 Jurgen Muller - "waits": worter')
        assert "550-5.7.1 Nobody 250 got it." in lines
        caller.mail(options=" SMTPUTF8")
        answer = caller.data(MAIL + b".\r\n")
        assert "Jürgen Müller" in answer
        assert all(len(line.encode()) <= 510 for line in answer.split("\n"))
