"""A line to a real server that fails in every way at every step: what the carrier says is never more than what is so."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from benchmarks.reliability.reckoning import drained, message_id, stored
from tests.servers.fixtures import MailServers
from tests.servers.proxy import Fault, every_fault, fault_proxy

from sincerely.post.carriers import CarrierError, Failure
from sincerely.post.carriers.smtp import Carrier, Config

pytestmark = pytest.mark.server


def outcome(port: int, name: str, number: int, recipient: str) -> tuple[str, int | None, bool]:
    """What the carrier says of one message, its code, and whether the mark was set."""
    marks: list[str] = []
    carrier = Carrier(Config("localhost", port=port, security="none", timeout=2.0, final_timeout=0.3))
    raw = f"Message-ID: <{number}@{name}>\r\nSubject: x\r\n\r\n{'first half ' * 9}\r\n.\r\nsecond\r\n".encode()
    try:
        receipt = carrier.deliver(raw, "a@example.com", [recipient], lambda: marks.append("set"))
    except CarrierError as error:
        return error.kind.value, error.code, bool(marks)
    return ("sent" if receipt.sent else "not sent"), None, bool(marks)


@pytest.fixture(scope="module")
def told(mail_servers: MailServers) -> Iterator[dict[Fault, tuple[tuple[str, int | None, bool], int]]]:
    """For each fault: what was said, and how many copies the server stored in the end."""
    bob = mail_servers.person("bob")
    said = {}
    for number, fault in enumerate(every_fault()):
        with ExitStack() as stack:
            port = stack.enter_context(fault_proxy(mail_servers.postfix.smtp, lambda fault=fault: fault))
            said[fault] = outcome(port, "bad-line.example", number, bob.address)
    drained(mail_servers.postfix.folder / "queue")
    mails = stored(mail_servers.dovecot.folder / "homes" / bob.address / "Maildir")
    ids = [message_id(mail) for mail in mails]
    return {fault: (said[fault], ids.count(f"<{number}@bad-line.example>")) for number, fault in enumerate(every_fault())}


@pytest.mark.parametrize("fault", every_fault(), ids=lambda fault: f"{fault.step} {fault.deed}")
def test_what_is_said_is_so(told, fault: Fault) -> None:
    (said, _, marked), copies = told[fault]
    allowed = {"sent": {1}, Failure.TEMPORARY.value: {0}, Failure.PERMANENT.value: {0}, Failure.UNSURE.value: {0, 1}}
    assert copies in allowed[said], said
    assert marked or said not in ("sent", Failure.UNSURE.value)


@pytest.mark.parametrize(
    "fault", [Fault(step, deed) for step in ("MAIL", "RCPT", "DATA") for deed in ("reset before", "withhold")]
)
def test_before_the_mark_a_lost_line_is_no_doubt(told, fault: Fault) -> None:
    assert told[fault] == ((Failure.TEMPORARY.value, None, False), 0)


@pytest.mark.parametrize("deed", ["reset after", "withhold", "half answer", "delay"])
def test_a_lost_answer_to_the_last_dot_is_a_doubt_although_the_mail_arrived(told, deed: str) -> None:
    (said, _, _), copies = told[Fault(".", deed)]
    assert (said, copies) == (Failure.UNSURE.value, 1)


def test_half_a_body_is_never_delivered(told) -> None:
    (said, _, marked), copies = told[Fault("body", "half")]
    assert (said, marked, copies) == (Failure.UNSURE.value, True, 0) or said == Failure.TEMPORARY.value
