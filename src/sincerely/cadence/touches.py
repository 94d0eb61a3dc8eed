"""Obligations placed on their moments: touches that break no rule, neither by what happened nor by each other."""

from collections.abc import Iterable
from datetime import datetime

from sincerely.cadence.bars import bars_to
from sincerely.cadence.case import Sent
from sincerely.cadence.grounds import grounds
from sincerely.cadence.matter import Matter
from sincerely.cadence.moments import Chosen, Openings, hours_for, working_days_later
from sincerely.cadence.obligations import Obligation
from sincerely.cadence.plan import Touch
from sincerely.cadence.policy import Policy
from sincerely.cadence.wording import count
from sincerely.cadence.workdays import HOUR

# Working days from the best moment of a check-in to its due, and from a due to late.
TO_DUE = 2
TO_LATE = 1

SOON = "From now on, the sooner the better."
DUE_AFTER_BEST = f"Due {count(TO_DUE, 'working day')} after the first good moment."


def touches(obligations: Iterable[Obligation], matter: Matter, policy: Policy) -> list[Touch]:
    """The obligations that nothing bars for good, placed one after the other: each counts as made for the next.

    What is planned bears on every nudge, and, wherever somebody is called, on all.
    """
    placed: list[Touch] = []
    planned: list[Sent] = []
    calls = False
    for obligation in obligations:
        openings = openings_for(obligation, matter, policy, [])
        not_before = openings.first(obligation.start)
        if not_before is None:
            continue
        if planned and (calls or obligation.channel.spoken or not obligation.stage.prompted):
            openings = openings_for(obligation, matter, policy, planned)
        touch = place(obligation, openings, not_before, matter.at)
        placed.append(touch)
        made_at = touch.best if touch.best >= matter.at else openings.surely(matter.at)
        planned.append(Sent(made_at, touch.contact, touch.channel, touch.stage))
        calls = calls or touch.channel.spoken
    return sorted(placed, key=lambda touch: (touch.best, touch.due, touch.contact, touch.interview or ""))


def openings_for(obligation: Obligation, matter: Matter, policy: Policy, planned: list[Sent]) -> Openings:
    """The moments open to an obligation."""
    who, channel = obligation.who, obligation.channel
    bars = bars_to(matter, who, channel, obligation.stage, policy, planned)
    return Openings(who.place, hours_for(channel, policy), bars)


def place(obligation: Obligation, openings: Openings, not_before: datetime, now: datetime) -> Touch:
    """The touch of an obligation, with the rules that chose its moments."""
    start, where = obligation.start, obligation.who.place
    if obligation.limit is None:
        wished = openings.mid_morning(start)
        due, due_rule = working_days_later(where, wished[0], TO_DUE), DUE_AFTER_BEST
    else:
        wished = obligation.wished or (start, SOON)
        due, due_rule = openings.due(start, obligation.limit)
    late = now > (obligation.late_after or working_days_later(where, due, TO_LATE))
    if late:
        best, best_rule = openings.surely(now), lateness(obligation, due, now)
    else:
        best, best_rule = best_of(openings, wished, due, now)
    return Touch(
        obligation.interview,
        obligation.who.contact.id,
        obligation.stage,
        obligation.channel,
        not_before,
        best,
        due,
        late,
        grounds(obligation, openings, now, best, (best_rule, due_rule)),
    )


def best_of(openings: Openings, wished: Chosen, due: datetime, now: datetime) -> Chosen:
    """The best moment, which is not past unless the due is, and never after the due."""
    if now > due:
        return due, "It is past its due: make it the next thing that you do."
    wish, wish_rule = wished if wished[0] >= now else (now, SOON)
    best, rule = openings.good(wish)
    if best > due:
        return due, "The last moment that is not too late is best."
    return best, rule or wish_rule


def lateness(obligation: Obligation, due: datetime, now: datetime) -> str:
    """By which rule a touch is late."""
    if now <= due:
        return "Late by the hours, though nobody has been there since: the first moment allowed is best."
    if obligation.late_after:
        patience = f"{count((obligation.late_after - obligation.start) // HOUR, 'hour')} after the end"
    else:
        patience = f"{count(TO_LATE, 'working day')} past its due"
    return f"Late, more than {patience}: the first moment allowed is best."
