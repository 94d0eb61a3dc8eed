"""Dates that employers promise in words, against tables of phrases and their meaning."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.cadence.promise_words import spaced
from sincerely.cadence.promises import READ_AT_MOST, read_promise

HERE = Path(__file__).parent
SAID_ON = date(2026, 3, 3)


def table(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


@pytest.mark.parametrize("line", table("promises.txt"))
def test_a_promise_means_these_days(line):
    phrase, first, last = (part.strip() for part in line.rsplit(" | ", 2))
    promise = read_promise(phrase, SAID_ON)
    assert promise is not None
    assert (promise.earliest, promise.latest) == (date.fromisoformat(first), date.fromisoformat(last.removesuffix(" ?")))
    assert bool(promise.unclear) == last.endswith("?")
    assert phrase[promise.quote.start : promise.quote.end].strip()


@pytest.mark.parametrize("line", table("promises_in_mail.txt"))
def test_a_sentence_of_a_mail_promises_this_day(line):
    sentence, last, *said = (part.strip() for part in line.split(" | "))
    day, country = (*said[0].split(), "")[:2] if said else (str(SAID_ON), "")
    promise = read_promise(sentence, date.fromisoformat(day), country)
    assert promise is not None
    assert (str(promise.latest), bool(promise.unclear)) == (last.removesuffix(" ?"), last.endswith("?"))


@pytest.mark.parametrize("line", table("no_promises.txt"))
def test_noise_is_no_promise(line):
    assert read_promise(line, SAID_ON) is None


@pytest.mark.parametrize(
    ("phrase", "said_on", "country", "first", "last"),
    [
        ("no later than 10/03", "2026-03-03", "GB", "2026-03-03", "2026-03-10"),
        ("no later than 03/10", "2026-03-03", "US", "2026-03-03", "2026-03-10"),
        ("after the bank holiday", "2026-04-14", "GB", "2026-05-05", "2026-05-11"),
        ("within 5 working days", "2026-04-01", "GB", "2026-04-01", "2026-04-09"),
        ("within 5 working days", "2026-04-01", "", "2026-04-01", "2026-04-08"),
        ("by the end of the week", "2026-03-03", "EG", "2026-03-03", "2026-03-05"),
        ("in 3 working days", "2026-03-04", "EG", "2026-03-09", "2026-03-09"),
        ("early next week", "2026-03-04", "EG", "2026-03-08", "2026-03-09"),
        ("in the summer", "2026-03-03", "AU", "2026-12-01", "2027-02-28"),
        ("in the summer", "2026-03-03", "IE", "2026-06-01", "2026-08-31"),
        ("in winter", "2026-12-08", "GB", "2026-12-08", "2027-02-28"),
        ("after Thanksgiving", "2026-09-03", "US", "2026-11-27", "2026-12-03"),
        ("after Thanksgiving", "2026-09-03", "CA", "2026-10-13", "2026-10-19"),
        ("after Easter", "2026-03-03", "GR", "2026-04-14", "2026-04-20"),
        ("by Labor Day", "2026-07-03", "US", "2026-07-03", "2026-09-07"),
        ("after Eid al-Fitr", "2026-03-03", "AE", "2026-03-22", "2026-03-28"),
        ("this week", "2026-03-07", "", "2026-03-09", "2026-03-13"),
        ("by Friday", "2026-03-06", "", "2026-03-06", "2026-03-13"),
        ("in January", "2026-11-06", "", "2027-01-01", "2027-01-31"),
        ("on the 31st", "2026-04-02", "", "2026-05-31", "2026-05-31"),
        ("after the holidays", "2026-12-10", "", "2027-01-02", "2027-01-08"),
        ("in the new year", "2026-12-10", "", "2027-01-01", "2027-01-31"),
        ("in a month", "2026-01-31", "", "2026-02-28", "2026-02-28"),
        ("next week", "2026-03-08", "", "2026-03-09", "2026-03-13"),
        ("in Q1", "2026-11-02", "", "2027-01-01", "2027-03-31"),
    ],
)
def test_the_place_and_the_day_of_speaking_decide(phrase, said_on, country, first, last):
    promise = read_promise(f"We'll let you know {phrase}.", date.fromisoformat(said_on), country)
    assert promise is not None
    assert (str(promise.earliest), str(promise.latest), promise.unclear) == (first, last, "")


@pytest.mark.parametrize(
    ("phrase", "said_on", "country"),
    [
        ("this Friday", "2026-03-06", ""),
        ("after Thanksgiving", "2026-09-03", ""),
        ("after the bank holiday", "2026-04-14", ""),
        ("by 10/03/2026", "2026-03-03", "CA"),
        ("in next March", "2026-01-10", ""),
        ("by Friday 12 March", "2026-03-03", "IE"),
        ("after half term", "2026-03-03", "GB"),
        ("within five working days of the interview", "2026-03-03", "GB"),
    ],
)
def test_what_is_not_clear_is_asked(phrase, said_on, country):
    promise = read_promise(f"We'll be in touch {phrase}.", date.fromisoformat(said_on), country)
    assert promise is not None
    assert promise.unclear.endswith("?")
    assert promise.meaning.startswith("Not clear")


@pytest.mark.parametrize(
    "phrase", ["by 5 February", "on 14 March 2025", "on 29 February", "by 31 June", "on 31/02/2026", "last week", "by 2025-03-01"]
)
def test_a_day_that_is_past_or_does_not_exist_is_no_promise(phrase):
    assert read_promise(f"We will let you know {phrase}.", date(2026, 3, 3)) is None


def test_mail_quoted_below_is_not_read_again():
    text = "Thank you for your note.\n\nOn Mon, 2 Mar 2026 at 10:14, Sam wrote:\n> We'll let you know by Friday.\n"
    assert read_promise(text, SAID_ON) is None
    assert read_promise("> We'll let you know by Friday.\n\nI will answer on Thursday.", SAID_ON).latest == date(2026, 3, 5)


def test_the_quote_says_where_the_words_stand():
    text = "Thank you for coming in on Monday.\n\nWe'll let you know by Wednesday week, all being well."
    promise = read_promise(text, SAID_ON)
    assert text[promise.quote.start : promise.quote.end] == "by Wednesday week"
    assert promise.meaning == "By Wednesday 11 March 2026"


PIECES = st.sampled_from(
    spaced(
        "by before after in within the next last end of early mid late week month Monday Friday Sun may March 14th 31 10/03 Q1 Q4"
        " 2026-02-30 couple a few 5 working days hours from between and or to Christmas Easter new year bank"
        " holiday spring we'll be in touch let you know will decide . , - / ' 's then after that not until w/c commencing give us"
        " 999 9999 half 24/7 noon EOD c.o.b. Thursday"
    )
)
COUNTRIES = st.sampled_from(["", "GB", "US", "IL", "ZZ"])
ANY_TEXT = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=300)


@given(ANY_TEXT, st.dates(date(1950, 1, 1), date(2190, 1, 1)), COUNTRIES)
def test_any_text_gives_days_in_their_order_or_none(text, said_on, country):
    promise = read_promise(text, said_on, country)
    if promise is not None:
        assert said_on <= promise.earliest <= promise.latest
        assert 0 <= promise.quote.start < promise.quote.end <= len(text)
        assert read_promise(text, said_on, country) == promise


@given(
    st.sampled_from(["in two weeks", "by Friday", "within ten days", "tomorrow"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_a_week_later_the_same_words_mean_a_week_later(words, said_on):
    text, week = f"We'll let you know {words}.", timedelta(days=7)
    now, then = read_promise(text, said_on), read_promise(text, said_on + week)
    assert (then.earliest, then.latest) == (now.earliest + week, now.latest + week)


def test_at_the_end_of_the_calendar_nothing_breaks():
    for words in (
        "in ten weeks",
        "by next month",
        "after Christmas",
        "Q1",
        "by Friday",
        "in the new year",
        "within 5 working days",
    ):
        read_promise(words, date.max)
        read_promise(words, date.min)


@pytest.mark.parametrize(
    "piece",
    [
        "by ",
        "we will ",
        "1 or ",
        "early ",
        "- ",
        ". ",
        "the end of ",
        "please do ",
        "10/03 ",
        "> ",
        "a.",
        "On x wrote:\n",
        "12-",
        "'s ",
    ],
)
def test_a_very_long_message_is_read_only_at_its_beginning(piece):
    text = piece * (3 * READ_AT_MOST // len(piece)) + " We'll let you know by Friday."
    assert read_promise(text, SAID_ON) == read_promise(text[:READ_AT_MOST], SAID_ON)
