"""What the planner says of one employer: the case, the plan, and yes or no to one contact."""

from datetime import datetime

from sincerely.cadence import Answer, Case, Plan, Policy, may_contact
from sincerely.cadence import plan as planned
from sincerely.desk.access import Actor, access_application, access_contact, access_desk
from sincerely.desk.errors import query
from sincerely.desk.snapshots import cases
from sincerely.terms import Channel, Stage


@query
def policy_of(actor: Actor) -> Policy:
    """The policy that the person chose, with their changes."""
    return cases.policy_of(access_desk(actor))


@query
def case_of(actor: Actor, application: int, now: datetime) -> Case:
    """What the planner knows of an application's employer; what lies after `now` is among it and does not count yet."""
    return cases.case_of(access_desk(actor), access_application(actor, application).employer_id)


@query
def plan_of(actor: Actor, application: int, now: datetime) -> Plan:
    """The touches still owed at an application's employer; contacts and interviews by their ids as text."""
    desk = access_desk(actor)
    case = cases.case_of(desk, access_application(actor, application).employer_id)
    return planned(case, cases.policy_of(desk), now)


@query
def may(actor: Actor, contact: int, channel: Channel, now: datetime, stage: Stage = Stage.CHECK_IN) -> Answer:
    """Whether a contact may be made now, with every reason and the next moment when it may."""
    desk, row = access_desk(actor), access_contact(actor, contact)
    case = cases.case_of(desk, row.employer_id)
    return may_contact(case, cases.policy_of(desk), now, str(row.pk), Channel(channel), Stage(stage))
