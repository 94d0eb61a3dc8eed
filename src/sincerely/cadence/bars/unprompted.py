"""Bars to what nobody asked for: ends, caps, promised dates and gaps."""

from collections.abc import Sequence
from datetime import date, timedelta

from sincerely.cadence.bars.bar import Bar, before_day
from sincerely.cadence.bars.days import last_contact
from sincerely.cadence.bars.pause import pause_bars
from sincerely.cadence.case import Nature, Sent
from sincerely.cadence.matter import Matter
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import STAGES, count, day_words, on_day, when
from sincerely.cadence.workdays import working_days_after
from sincerely.terms import Stage

LastContact = tuple[date, Sent] | None


def unprompted_bars(matter: Matter, who: Recipient, stage: Stage, policy: Policy, planned: Sequence[Sent]) -> list[Bar]:
    """The bars to a check-in, a closing note or a note to keep in touch."""
    bars = [*end_bars(matter, who, stage), *pause_bars(matter, who, policy)]
    last = last_contact(matter, who, planned)
    if stage is Stage.KEEP_IN_TOUCH:
        bars += keep_in_touch_bars(matter, who, policy, last)
    else:
        bars += cap_bars(matter, stage, policy)
        bars += base_bars(matter, who, policy, last)
    if last:
        bars.append(gap_bar(matter, who, policy, *last, last[1] in planned))
    return bars


def end_bars(matter: Matter, who: Recipient, stage: Stage) -> list[Bar]:
    """Nothing unprompted after an unread reply, a decision or a stop, nor before an interview that is still ahead."""
    place, employer = who.place, matter.case.employer.called
    bars = [
        Bar(f"{matter.person(word.contact).name} wrote on {on_day(place, word.at)}: read that first.") for word in matter.unread
    ]
    outcome = matter.outcome
    if outcome and (stage is not Stage.KEEP_IN_TOUCH or outcome.nature is Nature.OFFER):
        told = "an offer" if outcome.nature is Nature.OFFER else "a no"
        bars.append(Bar(f"{employer} gave you {told} on {on_day(place, outcome.at)}: nothing more goes unasked."))
    if matter.stop and matter.stop.contact != who.contact.id:
        name = matter.person(matter.stop.contact).name
        meant = (
            f"for all of {employer}"
            if matter.stop.whole
            else f"was that for all of {employer}? Until you say, nobody there is nudged"
        )
        bars.append(Bar(f"{name} asked on {on_day(place, matter.stop.at)} for no more contact: {meant}."))
    if matter.ahead:
        bars.append(Bar(f"An interview is ahead, until {when(place, matter.ahead.end)}: no nudge before it."))
    return bars


def cap_bars(matter: Matter, stage: Stage, policy: Policy) -> list[Bar]:
    """Two check-ins and one closing note, then silence."""
    check_ins, employer = matter.check_ins, matter.case.employer.called
    if matter.finals:
        return [Bar(f"Your closing note to {employer} was the last word: now it is their turn.")]
    if check_ins >= policy.check_ins + policy.closing_note:
        return [Bar(f"{count(check_ins, 'check-in')} to {employer} stayed unanswered: enough is enough.")]
    if stage is Stage.CHECK_IN and check_ins >= policy.check_ins:
        return [Bar(f"{count(check_ins, 'check-in')} to {employer} stayed unanswered: only a closing note may follow.")]
    if stage is Stage.FINAL and not policy.closing_note:
        return [Bar("The policy has no closing note.")]
    return []


def base_bars(matter: Matter, who: Recipient, policy: Policy, contact: LastContact) -> list[Bar]:
    """Two working days after the promised date; with no new promise, a week after the interview or ten days after a word."""
    place, promise, word, last = who.place, matter.promise, matter.fresh_word, matter.last
    employer = matter.case.employer.called
    bars = []
    if promise:
        day = working_days_after(place, promise.by, policy.promise_slack_days)
        slack = count(policy.promise_slack_days, "working day")
        words = f"{employer} promised to write by {day_words(promise.by)}: check in from {day_words(day)}, {slack} later."
        bars.append(before_day(place, day, words))
    if word and not (promise and promise.at >= word.at):
        talked = later(place.day(word.at), contact)
        wait = policy.first_check_in_days[1]
        day = talked + timedelta(days=wait)
        words = (
            f"{count(wait, 'day')} after the last word between you and {employer} ({day_words(talked)}): from {day_words(day)}."
        )
        bars.append(before_day(place, day, words))
    elif last and not promise:
        wait = policy.first_check_in_days[0]
        talked = place.day(last.end)
        day = talked + timedelta(days=wait)
        words = f"No date was promised: {count(wait, 'day')} after the interview ({day_words(talked)}), from {day_words(day)}."
        bars.append(before_day(place, day, words))
    if not (promise or word or last):
        bars.append(Bar(f"Nothing has happened at {employer} yet that a {STAGES[Stage.CHECK_IN]} could follow."))
    return bars


def gap_bar(matter: Matter, who: Recipient, policy: Policy, day: date, last: Sent, ahead: bool) -> Bar:
    """Days between an unprompted contact and the last one of any kind to anybody at the employer, made or still ahead."""
    free = day + timedelta(days=policy.gap_days)
    gap, name = count(policy.gap_days, "day"), matter.person(last.contact).name
    sent = f"planned {STAGES[last.stage]}" if ahead else STAGES[last.stage]
    words = f"{gap} after your {sent} to {name} ({day_words(day)}): from {day_words(free)}."
    return before_day(who.place, free, words)


def later(day: date, contact: LastContact) -> date:
    """A day, or that of the last contact where it is later."""
    return max(day, contact[0]) if contact else day


def keep_in_touch_bars(matter: Matter, who: Recipient, policy: Policy, contact: LastContact) -> list[Bar]:
    """Only where the person chose it, only after a rejection, quarterly at the most."""
    if not policy.keep_in_touch_days:
        return [Bar("Keeping in touch is off: turn it on (keep_in_touch_days) if you wish it.")]
    outcome = matter.outcome
    if outcome is None or outcome.nature is not Nature.REJECTION:
        return [Bar("Keeping in touch comes after a decision; there is none.")]
    last = later(who.place.day(outcome.at), contact)
    free = last + timedelta(days=policy.keep_in_touch_days)
    words = f"{count(policy.keep_in_touch_days, 'day')} after the last word ({day_words(last)}): from {day_words(free)}."
    return [before_day(who.place, free, words)]
