"""What passes arrives as it came, byte for byte."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.faces.relay.doors import Caller, open_for_test
from tests.faces.relay.office import Office
from tests.servers.scripted import ScriptedServer, scripted_server

from sincerely.desk.relay import Fate, Outcome, Submission
from sincerely.post.carriers import smtp
from sincerely.post.upstream import Upstream

# A line may hold any octet but those that end it (RFC 5321, 2.3.8), up to 998 of them.
LINES = st.lists(st.binary(max_size=200).map(lambda line: line.translate(None, b"\r\n")) | st.sampled_from([b".", b"..", b".x"]))
HEADER = b"From: hal@example.org\r\nMessage-ID: <bytes@example.org>\r\n\r\n"


@pytest.fixture(scope="module")
def behind() -> Iterator[ScriptedServer]:
    with scripted_server(EHLO="250-here\r\n250-8BITMIME\r\n250 SMTPUTF8") as server:
        yield server


@pytest.fixture(scope="module")
def caller(behind: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """A mail program before doors that pass everything on to the server behind them."""

    def pass_on(submission: Submission) -> Outcome:
        upstream = Upstream(smtp.Config(host="127.0.0.1", port=behind.port, security="none"))
        upstream.deliver(submission.raw, submission.sender, submission.recipients)
        return Outcome(Fate.GONE)

    with open_for_test(tmp_path_factory.mktemp("doors"), pass_on) as doors:
        yield doors.call().enter()


def stuffed(lines: list[bytes]) -> bytes:
    """As lines go over the wire: a dot before each that begins with one (RFC 5321, 4.5.2)."""
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines)


@given(lines=LINES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mail_arrives_as_it_came(caller: Caller, behind: ScriptedServer, lines: list[bytes]) -> None:
    sent = HEADER + stuffed(lines)
    caller.mail()
    assert caller.data(sent + b".\r\n").startswith("250")
    assert behind.messages[-1] == sent


SAMPLES = {
    "dots": b"Subject: dots\r\n\r\n.\r\n..\r\n...x\r\n.end\r\n",
    "long lines": b"Subject: long\r\n\r\n" + b"x" * 998 + b"\r\n",
    "8-bit": b"Subject: 8\r\nContent-Type: text/plain; charset=latin-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xfc\xe9\r\n",
    "folded": b"Subject: a\r\n folded\r\n\tsubject\r\nX-Odd:  two  spaces \r\n\r\n trailing \t \r\n\r\n\r\n",
    "no body": b"Subject: none\r\n\r\n",
    "mime": b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="."\r\n\r\n--.\r\n\r\nx\r\n--.--\r\n',
    "signed": b"DKIM-Signature: v=1; a=rsa-sha256; b=\r\n abc\r\nSubject: signed\r\n\r\nFrom here\r\n>From there\r\n",
}


@pytest.mark.server
def test_a_real_server_stores_what_was_handed_in(relay: Office) -> None:
    friend = relay.contact(2).address
    head = f"From: {relay.seeker.account.address}\r\nTo: {friend}\r\nDate: Tue, 3 Mar 2026 09:30:00 +0000\r\n".encode()
    mails = [head + f"Message-ID: <{number}@example.org>\r\n".encode() + rest for number, rest in enumerate(SAMPLES.values())]
    for raw in mails:
        code, words = relay.send(raw, friend)
        assert code == 250, words
    stored = relay.stored(relay.contact(2), len(mails))
    for name, raw in zip(SAMPLES, mails, strict=True):
        assert any(found.endswith(b"\r\n" + raw) for found in stored), name
