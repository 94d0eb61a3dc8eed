"""The policy: every number of the cadence as data, with its default and its source."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sincerely.cadence.workdays import Hours

NAMES = ("default", "patient", "brisk", "executive")
AFTER_WORD = 10
QUARTER = 90
CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
HOURS = re.compile(rf"\s*{CLOCK}\s*(?:-|–|to)\s*{CLOCK}\s*")


class BadPolicy(ValueError):
    """A policy with an unknown key or a value that makes no sense; one line that names the key."""


@dataclass(frozen=True, slots=True)
class Policy:
    """When to contact whom. Defaults are the policy `default`; each can be changed by the person or the organisation.

    `thank_you_hours`: a thank-you is due within so many hours of the interview's end (Accountemps 2017, TopResume 2017: 24).
    `thank_you_late_hours`: after so many hours it is late.
    `thank_you_days`: after so many times 24 hours it leaves the plan and stays owed.
    `promise_slack_days`: working days after the employer's promised date (CareerOneStop: not before the date).
    `first_check_in_days`: with no promise, calendar days after the interview; the second number, after the last word in
    either direction (CareerOneStop: one to two weeks).
    `gap_days`: calendar days between an unprompted contact and any contact before it, at one employer.
    `check_ins`, `closing_note`: how many contacts may stay unanswered after the thank-yous, and whether a closing note follows.
    `calls_per_week`: calls and voicemails to one employer in any seven days.
    `mail_hours`, `call_hours`: from (open) and to (closed), by the recipient's clock, on working days.
    `answer_working_days`, `rejection_working_days`: working days to answer, and to thank for a rejection, from reading it.
    `offer_hours`: hours to acknowledge an offer, from reading it.
    `away_default_days`: calendar days that an absence note is taken to mean where it names no day.
    `keep_in_touch_days`: calendar days between notes after a rejection; 0 for none, else a quarter (90) at the least.
    `sleep_on_it`: whether a draft held for pressure or hostility waits for the next working morning.
    """

    thank_you_hours: int = 24
    thank_you_late_hours: int = 48
    thank_you_days: int = 5
    promise_slack_days: int = 2
    first_check_in_days: tuple[int, int] = (7, AFTER_WORD)
    gap_days: int = 7
    check_ins: int = 2
    closing_note: bool = True
    calls_per_week: int = 1
    mail_hours: Hours = (time(8), time(18))
    call_hours: Hours = (time(9, 30), time(17))
    answer_working_days: int = 1
    rejection_working_days: int = 2
    offer_hours: int = 24
    away_default_days: int = 14
    keep_in_touch_days: int = 0
    sleep_on_it: bool = True


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A reader of whole numbers between two."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"give a whole number from {least} to {most}")
        return value

    return read


def days_pair(value: Any) -> tuple[int, int]:
    """Two numbers of days, the first not above the second; of one number the second is 10 or it."""
    if isinstance(value, int):
        value = [value, max(value, AFTER_WORD)]
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError("give one number of days, or two such as [7, 10]")
    first, second = (whole(1, 365)(number) for number in value)
    if first > second:
        raise ValueError("the first number of days is above the second")
    return first, second


def quarterly(value: Any) -> int:
    """Days between notes that keep in touch: none, or at least a quarter."""
    if value in (None, False, 0):
        return 0
    return whole(QUARTER, 3660)(value)


def yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("give true or false")
    return value


def hours(value: Any) -> Hours:
    """Opening hours from "8:00-18:00" or ["8:00", "18:00"]."""
    if isinstance(value, list | tuple) and len(value) == 2:
        value = f"{value[0]}-{value[1]}"
    match = HOURS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('give hours such as "8:00-18:00"')
    from_hour, from_minute, to_hour, to_minute = (int(part or 0) for part in match.groups())
    try:
        opens, closes = time(from_hour, from_minute), time(to_hour, to_minute)
    except ValueError:
        raise ValueError("a day's clock runs from 0:00 to 23:59") from None
    if opens >= closes:
        raise ValueError("the opening is not before the closing")
    return opens, closes


READERS: Mapping[str, Callable[[Any], Any]] = {
    "thank_you_hours": whole(1, 240),
    "thank_you_late_hours": whole(1, 480),
    "thank_you_days": whole(1, 60),
    "promise_slack_days": whole(0, 60),
    "first_check_in_days": days_pair,
    "gap_days": whole(1, 365),
    "check_ins": whole(0, 10),
    "closing_note": yes_or_no,
    "calls_per_week": whole(0, 7),
    "mail_hours": hours,
    "call_hours": hours,
    "answer_working_days": whole(1, 30),
    "rejection_working_days": whole(1, 30),
    "offer_hours": whole(1, 240),
    "away_default_days": whole(1, 365),
    "keep_in_touch_days": quarterly,
    "sleep_on_it": yes_or_no,
}


def read_changes(data: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The changes that a mapping makes to a policy, checked one by one; raises BadPolicy."""
    if not isinstance(data, Mapping):
        raise BadPolicy("policy: give an object of keys and values.")
    changes = []
    for key, value in data.items():
        if key not in READERS:
            raise BadPolicy(f"policy: {str(key)[:60]!r} is no key of a policy; the keys are {', '.join(READERS)}.")
        try:
            changes.append((key, READERS[key](value)))
        except ValueError as error:
            raise BadPolicy(f"policy: {key} cannot be {str(value)[:60]!r}: {error}.") from None
    return tuple(sorted(changes))


@lru_cache(maxsize=1024)
def changed(base: Policy, changes: tuple[tuple[str, Any], ...]) -> Policy:
    """A policy with changes from `read_changes`."""
    return replace(base, **dict(changes))


def read_policy(data: Mapping[str, Any], base: Policy | None = None) -> Policy:
    """The base policy (default: `Policy()`) changed key by key; raises BadPolicy."""
    return changed(base or Policy(), read_changes(data))


@lru_cache(maxsize=16)
def policy_file(name: str) -> Mapping[str, Any]:
    """The data of a ready-made policy: `title`, `for`, `rules`, and a worked `timeline`; raises BadPolicy for another name."""
    if name not in NAMES:
        raise BadPolicy(f"policy: {name[:60]!r} is not one of {', '.join(NAMES)}.")
    text = files("sincerely.cadence").joinpath("policies", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def named(name: str) -> Policy:
    """A ready-made policy: default, patient, brisk or executive; raises BadPolicy for another name."""
    return read_policy(policy_file(name)["rules"])
