"""Bars that lie with the person to be contacted: a stop, a bad address, an absence, a night's sleep after a held draft."""

from datetime import datetime, timedelta

from sincerely.cadence.bars.bar import ALWAYS, Bar, before_day
from sincerely.cadence.matter import Matter
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import day_words, on_day
from sincerely.cadence.workdays import next_open, working_days_after
from sincerely.cadence.zones import midnight
from sincerely.terms import Channel

# A touch after an absence waits for the second working day: the first belongs to the full inbox.
DAYS_TO_CATCH_UP = 2


def person_bars(matter: Matter, who: Recipient, channel: Channel, policy: Policy) -> list[Bar]:
    """The bars that hold for this contact, whatever the stage."""
    history, id = matter.history, who.contact.id
    bars = []
    stop = history.stops.get(id)
    if stop:
        bars.append(
            Bar(f"{who.name} asked on {on_day(who.place, stop.at)} for no more contact: nothing goes, unless they write first.")
        )
    if channel is Channel.EMAIL and id in history.bounced:
        day = on_day(who.place, history.bounced[id])
        bars.append(Bar(f"Mail to {who.name} came back on {day}: find another address, or another way to reach them."))
    if id in history.away:
        bars += away_bars(matter, who, policy)
    if id in history.held and policy.sleep_on_it:
        bars.append(sleep_bar(who, history.held[id], policy))
    return bars


def away_bars(matter: Matter, who: Recipient, policy: Policy) -> list[Bar]:
    """One bar for each absence, unless they have written since: then they are there."""
    place, id = who.place, who.contact.id
    wrote = max((word.at for word in matter.history.words if word.contact == id), default=ALWAYS)
    bars = []
    for at, until in matter.history.away[id]:
        if wrote > at:
            continue
        last = until or place.day(at) + timedelta(days=policy.away_default_days)
        day = working_days_after(place, last, DAYS_TO_CATCH_UP)
        guess = "" if until else f" (their note names no day; {policy.away_default_days} days are assumed)"
        reason = f"{who.name} is away up to {day_words(last)}{guess}: wait for the second working day after, {day_words(day)}."
        bars.append(before_day(place, day, reason))
    return bars


def sleep_bar(who: Recipient, held: datetime, policy: Policy) -> Bar:
    """A draft that was held for its tone goes out on the next working morning at the earliest."""
    place = who.place
    morning = next_open(place, policy.mail_hours, midnight(place.zone, working_days_after(place, place.day(held), 1)))
    words = (
        f"The draft to {who.name} was held on {on_day(place, held)}: sleep on it until the morning of {on_day(place, morning)}."
    )
    return Bar(words, morning)
