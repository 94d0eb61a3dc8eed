"""The server behind the relay: all of a mail to all of its addresses, or nothing to nobody."""

import pytest
from tests.servers.scripted import scripted_server

from sincerely.post.carriers import CarrierError, Failure, by_hand, smtp
from sincerely.post.upstream import NAME, Upstream, is_path, upstream

RAW = b"From: hal@example.org\r\n\r\nHello\r\n"
ME, ADA, BO = "hal@example.org", "ada@example.com", "bo@example.com"


def behind(port: int, utf8: bool = False) -> Upstream:
    return Upstream(smtp.Config(host="127.0.0.1", port=port, security="none"), utf8=utf8)


def refused(port: int, raw: bytes = RAW, sender: str = ME, to: tuple[str, ...] = (ADA, BO), utf8: bool = False) -> CarrierError:
    with pytest.raises(CarrierError) as caught:
        behind(port, utf8).deliver(raw, sender, to, before_data=lambda: pytest.fail("the mark was made for nothing"))
    return caught.value


def test_it_hands_over_to_all_and_also_with_the_null_sender() -> None:
    with scripted_server() as server:
        receipt = behind(server.port).deliver(RAW, "", (ADA, BO))
    assert (receipt.sent, receipt.carrier) == (True, NAME)
    assert server.heard == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", ".", "QUIT"]
    assert server.messages == [RAW]


@pytest.mark.parametrize(("answer", "kind"), [("550 5.1.1 nobody", Failure.PERMANENT), ("450 4.2.1 full", Failure.TEMPORARY)])
def test_one_address_refused_is_the_whole_mail_refused(answer: str, kind: Failure) -> None:
    with scripted_server(**{f"RCPT {BO}": answer}) as server:
        error = refused(server.port)
    assert error.kind is kind
    assert BO in error.words
    assert error.address == (BO if kind is Failure.PERMANENT else "")
    assert server.messages == []
    assert "DATA" not in server.heard


def test_what_the_server_cannot_carry_is_not_given_to_it() -> None:
    with scripted_server() as server:
        assert "8-bit" in refused(server.port, RAW + b"\xfc\r\n").words
        assert "letters outside" in refused(server.port, to=("ännchen@example.com",)).words
        assert "letters outside" in refused(server.port, utf8=True).words
    with scripted_server(EHLO="250-here\r\n250-8BITMIME\r\n250 SMTPUTF8") as server:
        behind(server.port).deliver(RAW + b"\xfc\r\n", ME, ("ännchen@exämple.com",))
    assert server.messages == [RAW + b"\xfc\r\n"]


@pytest.mark.parametrize("raw", [b"a\nb\r\n", b"a\rb\r\n", b"a\r\n.\n\r\n"])
def test_line_ends_that_are_none_go_nowhere(raw: bytes) -> None:
    with scripted_server() as server:
        assert refused(server.port, raw).own
    assert server.heard == []


@pytest.mark.parametrize(
    "address", ["", "a", "a@b>\r\nRCPT TO:<c@d", "a b@c", "a@b c", "<a@b>", "a@b\0", "\ud800@b", "a" * 300 + "@b"]
)
def test_an_address_that_could_say_more_is_none(address: str) -> None:
    assert not is_path(address)
    with scripted_server() as server:
        assert refused(server.port, to=(ADA, address)).own
    assert server.heard == []


@pytest.mark.parametrize(
    "address", ["a@b", "a+b@c.example", '"a b"@c.example', "a@[127.0.0.1]", "ü@ö.example", "o'neil@x.example"]
)
def test_an_odd_address_is_one(address: str) -> None:
    assert is_path(address)


def test_an_account_without_a_server_is_no_upstream() -> None:
    with pytest.raises(CarrierError, match="sincerely mailbox"):
        upstream(by_hand.Carrier())
