"""Lists come in pages, and what comes meanwhile moves nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sincerely.desk.actions.applications import add_application
from sincerely.desk.shapes import HistoryShape
from sincerely.faces.api.paging import page
from sincerely.faces.api.problems import Refused


def rows(*numbers: int) -> list[HistoryShape]:
    return [HistoryShape(number, "", "", "", "", None, None, "", {}) for number in numbers]


def walked(found: list[HistoryShape], limit: int) -> list[int]:
    """All pages, one after the other."""
    seen: list[int] = []
    cursor = ""
    while True:
        piece = page(found, limit, cursor)
        seen += [row.id for row in piece["items"]]
        if piece["next"] is None:
            return seen
        cursor = piece["next"]


@given(count=some.integers(0, 40), limit=some.integers(1, 12))
def test_all_pages_together_are_the_list(count: int, limit: int) -> None:
    assert walked(rows(*range(count)), limit) == list(range(count))


def test_what_is_added_above_or_taken_away_moves_no_row_twice() -> None:
    first = page(rows(5, 4, 3, 2, 1), 2, "")
    assert [row.id for row in page(rows(7, 6, 5, 4, 3, 2, 1), 2, first["next"])["items"]] == [3, 2]
    assert [row.id for row in page(rows(5, 3, 2, 1), 2, first["next"])["items"]] == [2, 1]


@pytest.mark.parametrize("cursor", ["x", "!!!", "🙂", "A" * 199])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Refused) as error:
        page(rows(1), 5, cursor)
    assert error.value.status == 422


@pytest.mark.django_db
def test_applications_come_in_pages(program, scene) -> None:
    for number in range(4):
        add_application(scene.actor, employer=f"Place {number}", now=scene.now)
    seen, cursor = [], ""
    while cursor is not None:
        piece = program.get(f"/applications?limit=2&cursor={cursor}")
        seen += [row["employer"] for row in piece["items"]]
        cursor = piece["next"]
    assert len(seen) == len(set(seen)) == 5
    program.get("/applications?limit=201", 422)
    program.get("/applications?cursor=%F0%9F%99%82", 422)
