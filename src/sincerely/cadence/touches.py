"""Obligations placed on their moments: touches that break no rule, neither by what happened nor by each other."""

from collections.abc import Iterable
from datetime import datetime

from sincerely.cadence.bars import bars_to
from sincerely.cadence.case import Sent
from sincerely.cadence.grounds import grounds
from sincerely.cadence.matter import Matter
from sincerely.cadence.moments import Openings, hours_for, working_days_later
from sincerely.cadence.obligations import Obligation
from sincerely.cadence.plan import Touch
from sincerely.cadence.policy import Policy

# Working days from the best moment of a check-in to its due, and from a due to late.
TO_DUE = 2
TO_LATE = 1


def touches(obligations: Iterable[Obligation], matter: Matter, policy: Policy) -> list[Touch]:
    """The obligations that nothing bars for good, placed one after the other: each counts as made for the next."""
    placed: list[Touch] = []
    planned: list[Sent] = []
    for obligation in obligations:
        openings = openings_for(obligation, matter, policy, [])
        not_before = openings.first(obligation.start)
        if not_before is None:
            continue
        if moved_by(obligation, planned):
            openings = openings_for(obligation, matter, policy, planned)
        touch = place(obligation, openings, not_before, matter.at, policy)
        placed.append(touch)
        made_at = touch.best if touch.best >= matter.at else openings.surely(matter.at)
        planned.append(Sent(made_at, touch.contact, touch.channel, touch.stage))
    return sorted(placed, key=lambda touch: (touch.best, touch.due, touch.contact, touch.interview or ""))


def moved_by(obligation: Obligation, planned: list[Sent]) -> bool:
    """Whether what is planned bears on an obligation: on every nudge, and wherever somebody is called."""
    if not planned:
        return False
    spoken = obligation.channel.spoken or any(sent.channel.spoken for sent in planned)
    return spoken or not obligation.stage.prompted


def openings_for(obligation: Obligation, matter: Matter, policy: Policy, planned: list[Sent]) -> Openings:
    """The moments open to an obligation."""
    who, channel = obligation.who, obligation.channel
    bars = bars_to(matter, who, channel, obligation.stage, policy, planned)
    return Openings(who.place, hours_for(channel, policy), bars)


def place(obligation: Obligation, openings: Openings, not_before: datetime, now: datetime, policy: Policy) -> Touch:
    """The touch of an obligation: its best moment is not past unless its due is."""
    start, where = obligation.start, obligation.who.place
    if obligation.limit is None:
        wished = openings.mid_morning(openings.surely(start))
        due = working_days_later(where, wished, TO_DUE)
    else:
        wished = start + obligation.lead
        due = openings.due(start, obligation.limit)
    late = now > (obligation.late_after or working_days_later(where, due, TO_LATE))
    best = openings.surely(now) if late else min(openings.good(max(wished, now)), due)
    return Touch(
        obligation.interview,
        obligation.who.contact.id,
        obligation.stage,
        obligation.channel,
        not_before,
        best,
        due,
        late,
        grounds(obligation, openings, now, best, due, late),
    )
