"""The policy: every number of the cadence as data, with its default and its source."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from typing import Any

Hours = tuple[time, time]


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
    `keep_in_touch_days`: calendar days between notes after a rejection, 0 for none; never less than a quarter.
    `sleep_on_it`: whether a draft held for pressure or hostility waits for the next working morning.
    """

    thank_you_hours: int = 24
    thank_you_late_hours: int = 48
    thank_you_days: int = 5
    promise_slack_days: int = 2
    first_check_in_days: tuple[int, int] = (7, 10)
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


KEYS = tuple(field.name for field in fields(Policy))


def read_policy(data: Mapping[str, Any], base: Policy | None = None) -> Policy:
    """The base policy (default: `Policy()`) changed key by key; raises BadPolicy."""
    raise NotImplementedError


def named(name: str) -> Policy:
    """A ready-made policy: default, patient, brisk or executive; raises BadPolicy for another name."""
    raise NotImplementedError
