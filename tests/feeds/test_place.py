"""Which addresses a calendar may have, and what a server may answer."""

import pytest

from sincerely.feeds.caldav import CalendarError, Place, objects


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://cal.example.org/jobs/", "use https"),
        ("ftp://cal.example.org/", "does not begin with https"),
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


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"\x00", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b"x" * (17 * 1024 * 1024)]
)
def test_an_answer_that_is_no_list_is_told_in_one_line(answer: bytes) -> None:
    with pytest.raises(CalendarError, match="The calendar's server gave an answer"):
        objects(answer)
