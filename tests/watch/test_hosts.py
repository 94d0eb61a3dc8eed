"""Only the public web is asked, however an address is written; counted on the sockets of canaries."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.ground import ELSEWHERE, HERE, listening, near, saying

from sincerely.watch.errors import FetchError, Refused
from sincerely.watch.fetch import Network, fetch
from sincerely.watch.hosts import is_public, system_resolver, web_address

PRIVATE = [
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1"),
    *("239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.88.99.1"),
    *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "::127.0.0.1"),
    *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "fec0::1", "100::1", "5f00::1"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "64:ff9b::808:808"]
ODD = [
    "2130706433",
    "0177.0.0.1",
    "0x7f.0.0.1",
    "0x7f000001",
    "017700000001",
    "127.1",
    "127.0.1",
    "0",
    "1.2.3.4.5",
    "256.1.1.1",
    "١٢٧.٠.٠.١",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_known(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_known(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("among", [[], ["93.184.216.34"]])
def test_a_name_with_one_private_address_is_refused_before_a_packet(address: str, among: list[str]) -> None:
    with pytest.raises(Refused, match="public web"):
        fetch("http://jobs.example/", network=Network(resolve=lambda host, port: [*among, address]))


@pytest.mark.parametrize("host", ODD)
def test_numbers_in_odd_forms_are_refused(host: str) -> None:
    with pytest.raises(Refused):
        web_address(f"http://{host}/")


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)", "data:text/html,x"),
        *(
            "http://user@example.com/",
            "http://a:b@example.com/",
            "http:///x",
            "http://",
            "",
            "http://exa mple.com",
            "http://[::1",
        ),
        *(
            "http://example.com:99999/",
            "http://a\\b/",
            "http://\u2028/",
            "http://-a.example/",
            "http://[fe80::1%25eth0]/",
            "x" * 3000,
        ),
    ],
)
def test_what_is_no_web_address_is_refused_in_a_line(address: str) -> None:
    with pytest.raises(Refused) as refusal:
        fetch(address, network=Network(resolve=lambda host, port: ["127.0.0.1"]))
    assert "\n" not in str(refusal.value)


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(words: str) -> None:
    try:
        address = web_address(words)
    except Refused:
        return
    assert address.startswith(("http://", "https://"))
    assert web_address(address) == address


@pytest.mark.parametrize(
    ("given_as", "meant"),
    [
        ("example.com/jobs", "https://example.com/jobs"),
        ("HTTP://Example.COM:80", "http://example.com/"),
        ("https://bücher.example/a b".replace(" ", "%20") + "#top", "https://xn--bcher-kva.example/a%20b"),
        ("https://example.com.:443/x?y=1", "https://example.com/x?y=1"),
        ("https://example.com/köln/a b?q=ü&r=%20", "https://example.com/k%C3%B6ln/a%20b?q=%C3%BC&r=%20"),
        ("http://[2606:4700:4700::1111]/", "http://[2606:4700:4700::1111]/"),
    ],
)
def test_an_address_has_one_way_of_writing(given_as: str, meant: str) -> None:
    assert web_address(given_as) == meant


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", *ODD])
def test_no_packet_reaches_this_machine(host: str) -> None:
    """By the machine's own resolver, at a port that the network of this test allows."""
    with listening() as canary:
        with pytest.raises(FetchError):
            fetch(f"http://{host}:{canary.port}/", network=Network(ports=frozenset({canary.port})), seconds=3)
        assert canary.connections == 0


def test_a_name_that_means_something_else_a_moment_later_changes_nothing() -> None:
    """Rebinding: the first answer is public, each later one is a canary."""
    answers = iter([[HERE], *[[ELSEWHERE]] * 9])
    with listening(saying(b"hello")) as server, listening(at=ELSEWHERE, port=server.port) as canary:
        answer = fetch(f"http://rebound.example:{server.port}/", network=near(server.port, resolve=lambda *_: next(answers)))
        assert answer.body == b"hello"
        assert (server.connections, canary.connections) == (1, 0)
        with pytest.raises(Refused):
            fetch(f"http://rebound.example:{server.port}/", network=near(server.port, resolve=lambda *_: next(answers)))
        assert canary.connections == 0


@pytest.mark.parametrize("to", [f"http://{ELSEWHERE}:{{}}/", "http://inner.example:{}/", "http://0x7f000002:{}/", "//127.2:{}/x"])
def test_a_redirect_into_the_machine_is_refused_before_a_packet(to: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return [ELSEWHERE] if host == "inner.example" else [HERE]

    with listening(at=ELSEWHERE) as canary:
        talk = saying(head=f"Location: {to.format(canary.port)}", status="302 Found")
        with listening(talk) as server:
            network = near(server.port, canary.port, resolve=resolve)
            moved = fetch(f"http://jobs.example:{server.port}/", network=network).moved_to
            with pytest.raises(Refused):
                fetch(moved, network=network)
        assert (server.connections, canary.connections) == (1, 0)


def test_a_canary_does_count_who_comes() -> None:
    with listening(saying(b"caught")) as canary:
        network = Network(resolve=lambda *_: [HERE], public=lambda address: True, ports=frozenset({canary.port}))
        fetch(f"http://jobs.example:{canary.port}/", network=network)
        assert canary.connections == 1


def test_other_ports_are_not_asked() -> None:
    with listening() as canary:
        with pytest.raises(Refused, match="port"):
            fetch(f"http://jobs.example:{canary.port}/", network=Network(resolve=lambda *_: [HERE]))
        assert canary.connections == 0


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(FetchError, match="could not be found"):
        system_resolver("no-such-host.invalid", 80)
