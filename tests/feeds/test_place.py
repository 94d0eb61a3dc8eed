"""Which addresses a calendar may have, and what a server may answer."""

import pytest

from sincerely.feeds.caldav import CalendarError, Place, objects, within


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://cal.example.org/jobs/", "use https"),
        ("ftp://cal.example.org/", "does not begin with https"),
        ("https://[::1", "cannot be read"),
        ("cal.example.org", "does not begin with https"),
        ("https://lena:secret@cal.example.org/jobs/", "Leave name and password out"),
    ],
)
def test_an_address_that_would_give_the_password_away_is_refused(url: str, words: str) -> None:
    with pytest.raises(CalendarError, match=words) as told:
        Place(url)
    assert "secret" not in str(told.value)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(Place("https://cal.example.org/", "lena", "secret"))


TYPED = '<?xml version="1.0" encoding="{}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    with pytest.raises(CalendarError, match="parts that no calendar needs"):
        objects(TYPED.format(encoding).encode(encoding))


def test_an_answer_without_end_is_left_off() -> None:
    assert b"".join(within([b"ab", b"cd"], 4)) == b"abcd"
    with pytest.raises(CalendarError, match="too large"):
        b"".join(within(iter(lambda: b"abc", b""), 1000))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"\x00",
        b'<?xml version="1.0" encoding="none-such"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
    ],
)
def test_an_answer_that_is_no_list_is_told_in_one_line(answer: bytes) -> None:
    with pytest.raises(CalendarError, match="The calendar's server gave an answer"):
        objects(answer)
