"""Bars to nudges while the employer has put the search on hold, and after the person has withdrawn."""

from sincerely.cadence.bars.bar import Bar, before_day
from sincerely.cadence.matter import Matter
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import day_words, on_day
from sincerely.cadence.workdays import working_days_after


def pause_bars(matter: Matter, who: Recipient, policy: Policy) -> list[Bar]:
    """A hold bars nudges until its day and the slack of a promise are over, or until they write; a withdrawal for good."""
    place, employer, hold, withdrawn = who.place, matter.case.employer.called, matter.on_hold, matter.withdrawn
    bars = []
    if hold and hold.until:
        day = working_days_after(place, hold.until, max(1, policy.promise_slack_days))
        words = f"{employer} put the search on hold until {day_words(hold.until)}: no nudge before {day_words(day)}."
        bars.append(before_day(place, day, words))
    elif hold:
        bars.append(Bar(f"{employer} put the search on hold on {on_day(place, hold.at)}: no nudge until they write."))
    if withdrawn:
        bars.append(Bar(f"You withdrew on {on_day(place, withdrawn.at)}: nothing more goes unasked."))
    return bars
