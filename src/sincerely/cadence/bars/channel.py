"""Bars that lie in the channel: calls are few, and never on the day of an e-mail."""

from collections.abc import Sequence
from datetime import date, timedelta

from sincerely.cadence.bars.bar import Bar, before_day, on_that_day
from sincerely.cadence.bars.days import day_of
from sincerely.cadence.case import Sent
from sincerely.cadence.matter import Matter
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import CHANNELS, STAGES, count, day_words
from sincerely.terms import Channel, Stage

WEEK = timedelta(days=7)


def channel_bars(
    matter: Matter, who: Recipient, channel: Channel, stage: Stage, policy: Policy, planned: Sequence[Sent]
) -> list[Bar]:
    """The bars to this channel."""
    employer = matter.case.employer.called
    calls = matter.history.calls + [sent for sent in planned if sent.channel.spoken]
    if channel is Channel.EMAIL:
        return same_day_bars(matter, who, [sent for sent in calls if sent.stage is not Stage.ANSWER], employer)
    if not channel.spoken:
        return []
    bars = []
    if policy.calls_per_week == 0:
        bars.append(Bar(f"The policy allows no calls to {employer}."))
    elif len(calls) >= policy.calls_per_week:
        days = sorted(day_of(matter, who, sent) for sent in calls)
        free = days[-policy.calls_per_week] + WEEK
        limit = count(policy.calls_per_week, "call or voicemail")
        bars.append(before_day(who.place, free, f"At most {limit} a week to {employer}: the next from {day_words(free)}."))
    if channel is Channel.VOICEMAIL:
        left = next((sent for sent in calls if sent.channel is channel and sent.stage is stage), None)
        if left:
            bars.append(Bar(f"A voicemail with a {STAGES[stage]} was left at {employer} already: one for each stage is enough."))
    if stage is not Stage.ANSWER:
        bars += same_day_bars(
            matter, who, [sent for sent in (*matter.history.made, *planned) if sent.channel is Channel.EMAIL], employer
        )
    return bars


def same_day_bars(matter: Matter, who: Recipient, others: Sequence[Sent], employer: str) -> list[Bar]:
    """One bar for each day on which the other of call and e-mail went to the employer, by either recipient's calendar."""
    days: dict[date, Sent] = {}
    for sent in others:
        for place in (who.place, matter.person(sent.contact).place):
            days[place.day(sent.at)] = sent
    return [
        on_that_day(
            who.place,
            day,
            f"No call and e-mail to {employer} on one day: your {CHANNELS[sent.channel]} went on {day_words(day)}.",
        )
        for day, sent in days.items()
    ]
