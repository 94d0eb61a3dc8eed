"""The last day away, out of absence notes. Said on Monday, 2 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.natures.until import LONGEST, last_day_away

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("note", "last"),
    [
        ("I am out of the office until 13 March.", (3, 13)),
        ("I will be back on Monday, March 9th.", (3, 8)),
        ("On leave from 1 March to 20 March; I return on 23 March.", (3, 22)),
        ("Away 2 March - 6 March", (3, 6)),
        ("I am travelling March 2-6", (3, 6)),
        ("out until 3/20/2026", (3, 20)),
        ("out until 20/03/2026", (3, 20)),
        ("out of office until 2026-03-20", (3, 20)),
        ("from 03/02/2026 through 03/06/2026, returning 03/09/2026", (3, 8)),
        ("Returning Wednesday", (3, 3)),
        ("back tomorrow", (3, 2)),
        ("on holiday till Friday", (3, 6)),
        ("I am out of the office today", (3, 2)),
        ("I am out of the office this week", (3, 6)),
        ("I'm away all next week", (3, 13)),
        ("on leave for the next two weeks", (3, 16)),
        ("on parental leave until the end of May", (5, 31)),
        ("Ich bin ab dem 16. März wieder erreichbar.", (3, 15)),
        ("Ich bin bis einschließlich 15.03. nicht im Büro.", (3, 15)),
        ("Je suis absent jusqu'au 12 mars inclus.", (3, 12)),
        ("Estaré fuera hasta el 10 de marzo de 2026", (3, 10)),
    ],
)
def test_the_day_is_read_in_the_forms_that_people_use(note: str, last: tuple[int, int]) -> None:
    assert last_day_away(note, MONDAY) == date(2026, *last)


def test_a_day_without_a_year_is_the_next_such_day() -> None:
    assert last_day_away("on vacation through January 4", MONDAY) == date(2027, 1, 4)


@pytest.mark.parametrize(
    "note", ["", "I have no access to mail.", "back on 31 February", "until 99/99/2026", "until 3 March 2099"]
)
def test_where_no_honest_day_is_named_there_is_none(note: str) -> None:
    assert last_day_away(note, MONDAY) is None


@given(st.text(max_size=300), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_note_gives_a_near_day_or_none(note: str, said_on: date) -> None:
    last = last_day_away(f"away until {note}", said_on)
    assert last is None or abs(last - said_on) <= LONGEST
