"""When to contact whom, by which channel: a pure function of what happened, a policy and an instant."""

from datetime import datetime

from sincerely.cadence.case import Case
from sincerely.cadence.plan import Answer, Plan
from sincerely.cadence.policy import Policy
from sincerely.terms import Channel, Stage


def plan(case: Case, policy: Policy, now: datetime) -> Plan:
    """All touches still owed at `now` (aware), what else is owed, and which contacts have ended."""
    raise NotImplementedError


def may_contact(
    case: Case, policy: Policy, now: datetime, contact: str, channel: Channel, stage: Stage = Stage.CHECK_IN
) -> Answer:
    """Whether this contact may be made at `now`, with every reason and the next moment when it may."""
    raise NotImplementedError
