"""The worked timelines of the ready-made policies: what happens, and what the plan then says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.cadence.case import Case
from sincerely.cadence.plan import Plan
from sincerely.cadence.planner import plan
from sincerely.cadence.policy import Policy, named, policy_file
from sincerely.cadence.recipient import recipient
from sincerely.cadence.record import read_case
from sincerely.cadence.wording import STAGES, when


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the moment, what has happened in words, what the file says that the plan is, and what it is."""

    now: datetime
    told: str
    says: tuple[str, ...]
    plans: tuple[str, ...]


def worked(name: str, policy: Policy | None = None) -> Iterator[Step]:
    """The steps of a policy's timeline, as that policy or a changed one plans them; raises BadPolicy for a name that is none."""
    data, policy = policy_file(name), policy or named(name)
    events: list[object] = []
    for step in data["timeline"]:
        events += [*step.get("events", []), *([step["event"]] if "event" in step else [])]
        now = datetime.fromisoformat(step["now"])
        case = read_case({**data["case"], "events": events})
        yield Step(now, step["told"], tuple(step["plan"]), tuple(lines(case, plan(case, policy, now))))


def lines(case: Case, plan: Plan) -> Iterator[str]:
    """Each touch in one line, by the clocks of its recipient."""
    for touch in plan.touches:
        who = recipient(case, case.people[touch.contact])
        best, due = when(who.place, touch.best), when(who.place, touch.due)
        yield f"{STAGES[touch.stage]} to {who.name}: best {best}, due {due}"
