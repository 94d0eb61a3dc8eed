"""Any JSON value in any place of a case: one line that names the place, or a plan; never anything else."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.cadence.telling import (
    address,
    at,
    cancelled,
    held,
    interview,
    moved,
    on_hold,
    promised,
    read,
    received,
    sent,
    told,
    waived,
    withdrawn,
)

from sincerely.cadence import BadCase, Case, Policy, may_contact, plan, plan_shape, read_case
from sincerely.cadence.timeline import timeline
from sincerely.terms import Channel

NOW = at("2026-03-20 10:00")
CASE = told(
    interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben"),
    moved("i", "2026-03-01 10:00", "2026-03-03", "10:00", "11:00"),
    interview("j", "2026-03-09", "10:00", "11:00", "cho"),
    cancelled("j", "2026-03-08 10:00"),
    promised("2026-03-10", "2026-03-03 12:00"),
    sent("thank-you", "ana", "2026-03-03 12:00"),
    received("away", "ana", "2026-03-03 12:01", until="2026-03-05"),
    received("stop", "cho", "2026-03-04 12:01", whole=False),
    read("cho", "2026-03-04 13:00"),
    waived("i", "ben", "2026-03-04 10:00"),
    address("ana", "2026-03-05 10:00"),
    held("ana", "2026-03-05 11:00"),
    on_hold("2026-03-06 10:00", "2026-04-01"),
    withdrawn("2026-03-07 10:00"),
    policy={"gap_days": 8, "mail_hours": "9:00-17:00", "first_check_in_days": [7, 10]},
)
ODD = st.sampled_from(
    [
        *(
            None,
            True,
            0,
            -1,
            3.5,
            1e308,
            10**30,
            "",
            " ",
            "\x00",
            "\ud800",
            "a" * 1001,
            [],
            [[]],
            {},
            {"a": []},
            ["ana"],
            "ana",
            "i",
        ),
        *("0001-01-01", "9999-12-31", "2026-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-03-02T10:00"),
        *(
            "1900-01-01T00:00:00Z",
            "2200-12-31T23:59:59Z",
            "Europe/",
            "../UTC",
            "localtime",
            "Factory",
            "Etc/GMT+12",
            "ZZ",
            "sent",
        ),
    ]
)
ANY = ODD | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, from the whole to its leaves."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(place for key, item in inner for place in places(item, (*here, key)))]


def replaced(case: Any, place: tuple[Any, ...], value: Any) -> Any:
    if not place:
        return value
    whole = deepcopy(case)
    inner = whole
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return whole


def read_or_refused(whole: Any) -> Case | str:
    try:
        return read_case(whole)
    except BadCase as error:
        return str(error)


@given(st.lists(st.tuples(st.sampled_from(places(CASE)), ANY), min_size=1, max_size=2))
def test_any_value_in_any_place_is_refused_in_one_line_or_planned(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    whole = CASE
    for place, value in sorted(changes, key=lambda change: -len(change[0])):
        try:
            whole = replaced(whole, place, value)
        except (KeyError, IndexError, TypeError):
            continue
    case = read_or_refused(whole)
    if isinstance(case, str):
        assert case
        assert "\n" not in case
        return
    found = plan(case, Policy(), NOW)
    assert plan_shape(found).keys() == {"touches", "owed", "ended"}
    assert timeline(case, found, NOW)
    assert may_contact(case, Policy(), NOW, "ana", Channel.EMAIL).reasons
