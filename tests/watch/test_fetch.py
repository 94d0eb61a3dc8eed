"""One request: so much, so long, and in every way of answering wrongly one clear line."""

import gzip
import threading
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from tests.watch.ground import dripping, listening, near, saying

from sincerely.watch.answer import Answer
from sincerely.watch.errors import FetchError
from sincerely.watch.fetch import LONGEST_WAIT, MOST_BYTES, Known, accepted, fetch, waiting
from sincerely.watch.robots import may_read, pause, rules_of

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
PAGE = "<p>Grüße</p>".encode()


def asked(talk, known: Known = Known(), seconds: float = 15.0):  # noqa: B008
    with listening(talk) as server:
        return fetch(f"http://jobs.example:{server.port}/x?y=1", known, seconds, near(server.port)), server


def test_a_page_comes_with_its_type_charset_and_marks() -> None:
    head = 'Content-Type: text/html; charset="UTF-8"\r\nETag: "v1"\r\nLast-Modified: Sun, 01 Mar 2026 10:00:00 GMT'
    answer, server = asked(saying(PAGE, head))
    assert (answer.type, answer.text(), answer.etag) == ("text/html", "<p>Grüße</p>", '"v1"')
    assert answer.modified == "Sun, 01 Mar 2026 10:00:00 GMT"
    head = server.asked[0].decode()
    assert head.startswith("GET /x?y=1 HTTP/1.1\r\n")
    assert f"Host: jobs.example:{server.port}\r\n" in head
    assert "Cookie" not in head


def test_a_path_in_any_alphabet_is_asked_for_and_led_to() -> None:
    with listening(saying(head="Location: /köln/求人", status="302 Found")) as server:
        answer = fetch(f"http://jobs.example:{server.port}/stellen für alle", network=near(server.port))
        assert server.asked[0].startswith(b"GET /stellen%20f%C3%BCr%20alle HTTP/1.1")
        fetch(answer.moved_to, network=near(server.port))
        assert server.asked[1].startswith(b"GET /k%C3%B6ln/%E6%B1%82%E4%BA%BA HTTP/1.1")


def test_a_host_is_asked_with_what_it_said_last_time() -> None:
    answer, server = asked(saying(status="304 Not Modified"), Known('"v1"', "Sun, 01 Mar 2026 10:00:00 GMT"))
    assert accepted(answer, NOW).status == 304
    assert b'If-None-Match: "v1"' in server.asked[0]
    assert b"If-Modified-Since: Sun, 01 Mar 2026 10:00:00 GMT" in server.asked[0]


@pytest.mark.parametrize("mark", ['"grün"', '"' + "x" * 400 + '"'])
def test_a_mark_that_cannot_be_said_back_is_forgotten(mark: str) -> None:
    def talk(connection, head: bytes) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nETag: {mark}\r\nContent-Length: 0\r\n\r\n".encode())

    assert asked(talk)[0].etag == ""


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_packed_pages_are_unpacked(pack) -> None:
    name = "gzip" if pack is gzip.compress else "deflate"
    answer, _ = asked(saying(pack(PAGE), f"Content-Encoding: {name}"))
    assert answer.body == PAGE


def test_a_bomb_is_given_up_before_it_opens() -> None:
    packed = gzip.compress(bytes(200_000_000), 9)
    assert len(packed) < 300_000
    with pytest.raises(FetchError, match="larger than 5 MB"):
        asked(saying(packed, "Content-Encoding: gzip"))


def test_bombs_behind_bombs_count_together() -> None:
    with pytest.raises(FetchError, match="larger than 5 MB"):
        asked(saying(gzip.compress(bytes(MOST_BYTES // 2 + 1)) * 3, "Content-Encoding: gzip"))


def test_a_hundred_megabytes_are_not_read() -> None:
    sent = [0]

    def talk(connection, head) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while sent[0] < 100_000_000:
            connection.sendall(bytes(100_000))
            sent[0] += 100_000

    with pytest.raises(FetchError, match="larger than 5 MB"):
        asked(talk)
    assert sent[0] < 50_000_000


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_a_slow_drip_ends_with_the_time_for_all(first: bytes) -> None:
    """Each drop comes soon after the last: only the sum of them is too long."""
    over = threading.Event()
    drop = b"1\r\na\r\n" if b"chunked" in first else b"a"
    try:
        with pytest.raises(FetchError, match="longer than"):
            asked(dripping(first, drop, over), seconds=0.6)
    finally:
        over.set()


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 banana\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"),
        *(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        *(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
            b"\x00" * 5000,
            b"HTTP/1.1 200 OK\r\n" + b"A" * 200_000,
        ),
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\na",
    ],
)
def test_what_is_no_answer_is_one_line(said: bytes) -> None:
    with pytest.raises(FetchError) as trouble:
        asked(lambda connection, head: connection.sendall(said), seconds=3)
    assert "\n" not in str(trouble.value)
    assert len(str(trouble.value)) < 200


def test_nobody_there_is_told() -> None:
    with listening() as gone:
        port = gone.port
    with pytest.raises(FetchError, match="could not be reached"):
        fetch(f"http://jobs.example:{port}/", network=near(port))


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "not there any more"), (410, "not there"), (403, "does not show"), (429, "pause"), (500, "error"), (302, "error")],
)
def test_other_answers_are_told_in_words(status: int, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        accepted(Answer("https://jobs.example/", status=status), NOW)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("120", timedelta(minutes=2)),
        ("Wed, 04 Mar 2026 13:00:00 GMT", timedelta(hours=1)),
        ("Wed, 04 Mar 2026 11:00:00 GMT", timedelta()),
        ("99999999", LONGEST_WAIT),
        ("", None),
        ("soon", None),
        ("-5", None),
    ],
)
def test_a_wish_for_a_pause_is_understood(said: str, meant: timedelta | None) -> None:
    assert waiting(said, NOW) == meant


def test_robots_say_what_may_be_read_and_how_often() -> None:
    rules = rules_of(Answer("", b"User-agent: *\nDisallow: /private\nAllow: /private/jobs\nCrawl-delay: 30\n", "text/plain"))
    assert may_read(rules, "https://a.example/jobs")
    assert may_read(rules, "https://a.example/private/jobs/1")
    assert not may_read(rules, "https://a.example/private/x")
    assert pause(rules) == timedelta(seconds=30)
    assert pause("") == timedelta(seconds=10)
    assert pause("User-agent: *\nCrawl-delay: 1") == timedelta(seconds=10)
    assert pause("User-agent: *\nCrawl-delay: 999999") == timedelta(hours=1)
    assert may_read(rules_of(Answer("", status=404)), "https://a.example/")


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Grüße".encode(), "", "Grüße"),
        ("Grüße".encode("latin-1"), "", "Grüße"),
        ("Grüße".encode("latin-1"), "utf-8", "Grüße"),
        ("“Grüße”".encode("cp1252"), "iso-8859-1", "“Grüße”"),
        ("Grüße".encode("utf-16"), "utf-8", "Grüße"),
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", "latin-1", "Grüße"),
        ("<meta charset=shift_jis>求人".encode("shift_jis"), "", "<meta charset=shift_jis>求人"),
        ("Grüße".encode(), "no-such-charset", "Grüße"),
        (b"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"),
        (b"789c", "zip", "789c"),
    ],
)
def test_bytes_become_text_whatever_charset_is_claimed(body: bytes, charset: str, text: str) -> None:
    assert Answer("", body, "text/html", charset).text() == text
