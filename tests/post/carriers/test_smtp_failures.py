"""What is known after a failure: nothing was handed over, or perhaps everything was."""

import base64

import pytest
from tests.servers.scripted import HANG_UP, scripted_server

from sincerely.post.carriers import CarrierError, Failure
from sincerely.post.carriers.smtp import Carrier, Config

PASSWORD = "Kettle-drum/7"
RAW = b"Subject: x\r\n\r\n.dot\r\nx\r\n"


def carrier(port: int) -> Carrier:
    return Carrier(Config("localhost", port=port, security="none", timeout=5.0, final_timeout=0.5))


@pytest.mark.parametrize(
    ("answers", "kind", "code", "marked"),
    [
        ({"EHLO": HANG_UP}, Failure.TEMPORARY, None, False),
        ({"MAIL": "451 later"}, Failure.TEMPORARY, 451, False),
        ({"MAIL": "530 5.7.0 sign in"}, Failure.PERMANENT, 530, False),
        ({"RCPT": "450 4.2.0 greylisted"}, Failure.TEMPORARY, 450, False),
        ({"RCPT": "550 5.1.1 unknown"}, Failure.PERMANENT, 550, False),
        ({"RCPT": HANG_UP}, Failure.TEMPORARY, None, False),
        ({"DATA": "552 too large"}, Failure.PERMANENT, 552, False),
        ({"DATA": HANG_UP}, Failure.TEMPORARY, None, False),
        ({"FINAL": "451 4.3.0 full"}, Failure.TEMPORARY, 451, True),
        ({"FINAL": "554 5.7.1 spam"}, Failure.PERMANENT, 554, True),
        ({"FINAL": HANG_UP}, Failure.UNSURE, None, True),
        ({"FINAL": "354 go on"}, Failure.UNSURE, None, True),
        ({"FINAL": "what?"}, Failure.UNSURE, None, True),
        ({"FINAL": "25"}, Failure.UNSURE, None, True),
    ],
    ids=str,
)
def test_every_way_to_fail_has_its_kind(answers: dict[str, str], kind: Failure, code: int | None, marked: bool) -> None:
    marks: list[str] = []
    with scripted_server(**answers) as server, pytest.raises(CarrierError) as caught:
        carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"], lambda: marks.append("set"))
    assert (caught.value.kind, caught.value.code) == (kind, code)
    assert bool(marks) == marked
    assert len(caught.value.words.splitlines()) == 1


def test_whatever_yes_the_server_says_is_a_yes() -> None:
    with scripted_server(FINAL="252 taken, I think") as server:
        assert carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"]).sent


def test_without_the_first_recipient_no_copy_goes_either() -> None:
    with scripted_server(**{"RCPT b@example.org": "550 5.1.1 unknown"}) as server:
        with pytest.raises(CarrierError) as caught:
            carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org", "me@example.com"])
        assert (caught.value.address, server.messages) == ("b@example.org", [])
        receipt = carrier(server.port).deliver(RAW, "a@example.com", ["me@example.com", "b@example.org"])
        assert receipt.refused == (("b@example.org", "The server refused b@example.org: 550 5.1.1 unknown"),)
        assert receipt.bad == ("b@example.org",)


@pytest.mark.parametrize("stage", ["AUTH", "MAIL", "RCPT", "DATA", "FINAL"])
@pytest.mark.parametrize("code", [454, 554])
def test_an_answer_that_repeats_the_password_is_not_shown(stage: str, code: int) -> None:
    told = base64.b64encode(b"\0ann\0" + PASSWORD.encode()).decode()
    for echo in (PASSWORD, PASSWORD.upper(), told, told.removesuffix("=")):
        answers = {"EHLO": "250-here\r\n250 AUTH PLAIN", "AUTH": "235 in", stage: f"{code} not with AUTH PLAIN {echo} here"}
        with scripted_server(**answers) as server, pytest.raises(CarrierError) as caught:
            Carrier(Config("localhost", "ann", PASSWORD, server.port, "none")).deliver(RAW, "a@example.com", ["b@example.org"])
        assert echo not in caught.value.words
        assert PASSWORD.casefold() not in caught.value.words.casefold()


def test_only_an_answer_about_the_address_marks_the_address() -> None:
    to = "b@example.org"
    for answer, address in {
        "550 5.1.1 unknown": to,
        "550 no such user": to,
        "550 5.7.1 blocked": "",
        "450 4.1.1 later": "",
    }.items():
        with scripted_server(RCPT=answer) as server, pytest.raises(CarrierError) as caught:
            carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"])
        assert caught.value.address == address


def test_a_withheld_answer_is_unsure_and_the_message_was_whole() -> None:
    with scripted_server(FINAL="250-taken") as server, pytest.raises(CarrierError) as caught:
        carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"])
    assert caught.value.kind == Failure.UNSURE
    assert server.messages == [b"Subject: x\r\n\r\n..dot\r\nx\r\n"]


def test_a_mark_that_cannot_be_set_stops_the_message_before_its_first_byte() -> None:
    def refuse() -> None:
        raise RuntimeError

    with scripted_server() as server, pytest.raises(RuntimeError):
        carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"], refuse)
    assert server.messages == []
    assert "." not in server.heard


def test_the_servers_words_come_back_in_the_receipt() -> None:
    with scripted_server(FINAL="250 2.0.0 queued as 12345") as server:
        receipt = carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"])
    assert receipt.sent
    assert receipt.words == "2.0.0 queued as 12345"


def test_an_answer_full_of_control_characters_stays_one_line() -> None:
    with scripted_server(MAIL="550 \x1b[2J\x07 gone\x85away") as server, pytest.raises(CarrierError) as caught:
        carrier(server.port).deliver(RAW, "a@example.com", ["b@example.org"])
    assert caught.value.words.isprintable()
