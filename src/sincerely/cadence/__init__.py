"""Cadence: a case in, a plan out. Pure: no clock, no network, no database."""

from sincerely.cadence.case import BadCase, Case, Contact
from sincerely.cadence.plan import Answer, Owed, Plan, Touch, What
from sincerely.cadence.planner import may_contact, plan
from sincerely.cadence.policy import BadPolicy, Policy, named, read_policy
from sincerely.cadence.record import read_case
from sincerely.cadence.shape import answer_shape, plan_shape

__all__ = [
    "Answer",
    "BadCase",
    "BadPolicy",
    "Case",
    "Contact",
    "Owed",
    "Plan",
    "Policy",
    "Touch",
    "What",
    "answer_shape",
    "may_contact",
    "named",
    "plan",
    "plan_shape",
    "read_case",
    "read_policy",
]
