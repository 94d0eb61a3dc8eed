"""Policies: ready-made ones with their worked timelines, changes key by key, and what is refused."""

from datetime import time

import pytest
from tests.cadence.telling import at, case, interview, only, touches

from sincerely.cadence import BadPolicy, Policy, named, plan, read_policy
from sincerely.cadence.policy import NAMES, policy_file
from sincerely.cadence.worked import worked


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_works_as_its_timeline_says(name: str) -> None:
    steps = list(worked(name))
    assert len(steps) >= 3
    for step in steps:
        assert step.plans == step.says, step.told


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_says_for_whom_it_is_and_why(name: str) -> None:
    data = policy_file(name)
    assert data["title"]
    assert data["for"]
    assert data["why"]


def test_the_file_of_the_default_policy_holds_every_default() -> None:
    assert named("default") == Policy()
    assert set(policy_file("default")["rules"]) == set(Policy.__dataclass_fields__)


def test_a_policy_of_another_name_is_refused_in_one_line() -> None:
    with pytest.raises(BadPolicy, match=r"^policy: 'frantic' is not one of default, patient, brisk, executive\.$"):
        named("frantic")


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("gap_days", 14, 14),
        ("check_ins", 0, 0),
        ("closing_note", False, False),
        ("calls_per_week", 0, 0),
        ("mail_hours", "9-17", (time(9), time(17))),
        ("mail_hours", "9:00–17:30", (time(9), time(17, 30))),
        ("call_hours", ["10:00", "16:00"], (time(10), time(16))),
        ("first_check_in_days", 5, (5, 10)),
        ("first_check_in_days", 14, (14, 14)),
        ("first_check_in_days", [5, 6], (5, 6)),
        ("keep_in_touch_days", None, 0),
        ("keep_in_touch_days", False, 0),
        ("keep_in_touch_days", 0, 0),
        ("keep_in_touch_days", 90, 90),
        ("sleep_on_it", False, False),
    ],
)
def test_a_key_is_changed_and_the_others_stay(key: str, value: object, read: object) -> None:
    changed = read_policy({key: value})
    assert getattr(changed, key) == read
    assert [name for name in Policy.__dataclass_fields__ if getattr(changed, name) != getattr(Policy(), name)] in ([key], [])


def test_changes_build_on_another_policy() -> None:
    assert read_policy({"gap_days": 21}, named("patient")).first_check_in_days == (14, 21)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"gap": 7}, "'gap' is no key"),
        ({"gap_days": 0}, "gap_days"),
        ({"gap_days": "7"}, "gap_days"),
        ({"gap_days": True}, "gap_days"),
        ({"gap_days": 366}, "gap_days"),
        ({"closing_note": 1}, "closing_note"),
        ({"mail_hours": "18:00-8:00"}, "opening is not before"),
        ({"mail_hours": "8:00-8:00"}, "opening is not before"),
        ({"mail_hours": "8:00-25:00"}, "0:00 to 23:59"),
        ({"mail_hours": "all day"}, "mail_hours"),
        ({"mail_hours": [8]}, "mail_hours"),
        ({"mail_hours": None}, "mail_hours"),
        ({"first_check_in_days": [10, 7]}, "above the second"),
        ({"first_check_in_days": [7, 10, 14]}, "first_check_in_days"),
        ({"first_check_in_days": "7"}, "first_check_in_days"),
        ({"keep_in_touch_days": 30}, "keep_in_touch_days"),
        ({"keep_in_touch_days": "never"}, "keep_in_touch_days"),
        ([], "object"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(data: object, words: str) -> None:
    with pytest.raises(BadPolicy, match=words) as caught:
        read_policy(data)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_a_case_brings_its_own_changes() -> None:
    told = interview("i", "2026-03-02", "10:00", "11:00", "ana")
    found = plan(case(told, policy={"thank_you_hours": 2}), Policy(), at("2026-03-02 11:00"))
    assert only(touches(found, "thank-you")).due == at("2026-03-02 13:00")
