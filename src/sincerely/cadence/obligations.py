"""What calls for a touch: an interview to thank for, a word to answer, a decision, or a silence that has lasted long enough."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sincerely.cadence.case import Nature
from sincerely.cadence.history import Word
from sincerely.cadence.matter import Matter
from sincerely.cadence.moments import Chosen, working_days_later
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import count, on_day, when
from sincerely.terms import Channel, Stage

# Design: "about 90 minutes after the interview's end".
TIME_TO_WRITE = timedelta(minutes=90)
TIMELY = "About 90 minutes after the end is best: neither dashed off nor slow."


class Obligation(NamedTuple):
    """One touch that is called for, before it has its moments.

    `start`: from when it is owed. `limit`: by when, None for two working days from its first morning.
    `wished`: its best moment and the rule for it, None for at once.
    `late_after`: when it is late, None for one working day after its due.
    """

    stage: Stage
    who: Recipient
    channel: Channel
    interview: str | None
    start: datetime
    reason: str
    limit: datetime | None = None
    wished: Chosen | None = None
    late_after: datetime | None = None


def channel_to(matter: Matter, who: Recipient) -> Channel | None:
    """E-mail, unless it came back: then what has worked since, else None until an address or a channel is found."""
    id = who.contact.id
    if id not in matter.history.bounced:
        return Channel.EMAIL
    worked = matter.history.detour.get(id)
    return Channel.CALL if worked is Channel.VOICEMAIL else worked


def obligations(matter: Matter, policy: Policy) -> list[Obligation]:
    """Every touch that the matter calls for, prompted ones first, whether or not it is barred."""
    if matter.outcome:
        return outcome_obligations(matter, matter.outcome, policy)
    return [*answers(matter, policy), *thank_yous(matter, policy), *nudges(matter, policy)]


def answers(matter: Matter, policy: Policy) -> list[Obligation]:
    """An answer to each contact whose word is read and waits."""
    found = []
    for id, word in matter.waiting.items():
        who = matter.person(id)
        channel = channel_to(matter, who)
        if word.read_at is None or channel is None:
            continue
        days = count(policy.answer_working_days, "working day")
        reason = f"{who.name} wrote on {on_day(who.place, word.at)} and you have read it: it is your turn, within {days}."
        limit = working_days_later(who.place, word.read_at, policy.answer_working_days)
        found.append(Obligation(Stage.ANSWER, who, channel, None, word.read_at, reason, limit))
    return found


def thank_yous(matter: Matter, policy: Policy) -> list[Obligation]:
    """A thank-you to each interviewer who is owed one, up to the last day on which it is worth sending."""
    worth, hours = timedelta(days=policy.thank_you_days), count(policy.thank_you_hours, "hour")
    to_due, to_late = timedelta(hours=policy.thank_you_hours), timedelta(hours=policy.thank_you_late_hours)
    found = []
    for talk, id in matter.owing:
        who, end = matter.person(id), talk.end
        channel = channel_to(matter, who)
        if channel is None or matter.at > end + worth:
            continue
        reason = f"The interview with {who.name} ended on {when(who.place, end)}: a thank-you is due within {hours}."
        wished = (end + TIME_TO_WRITE, TIMELY)
        found.append(Obligation(Stage.THANK_YOU, who, channel, talk.id, end, reason, end + to_due, wished, end + to_late))
    return found


def nudges(matter: Matter, policy: Policy) -> list[Obligation]:
    """The next check-in, or the closing note once the check-ins are used up: one for the whole employer."""
    promise = matter.promise
    start = matter.since or (promise.at if promise else None)
    found = addressee(matter)
    if start is None or found is None:
        return []
    who, channel = found
    made = matter.check_ins
    stage = Stage.CHECK_IN if made < policy.check_ins else Stage.FINAL
    if stage is Stage.FINAL:
        before = f"{count(made, 'check-in')} stayed unanswered: one" if made else "One"
        reason = f"{before} polite closing note, then silence."
    else:
        reason = f"Check-in {made + 1} of {policy.check_ins}, to one person for the whole employer: {who.name}."
    return [Obligation(stage, who, channel, matter.last.id if matter.last else None, start, reason)]


def outcome_obligations(matter: Matter, outcome: Word, policy: Policy) -> list[Obligation]:
    """After a rejection or an offer: one reply to who wrote it, once it is read; much later, notes if the person chose them."""
    who = matter.person(outcome.contact)
    channel = channel_to(matter, who)
    if outcome.read_at is None or channel is None:
        return []
    read, day = outcome.read_at, on_day(who.place, outcome.at)
    if matter.acknowledged(outcome):
        if outcome.nature is Nature.OFFER or not policy.keep_in_touch_days:
            return []
        reason = f"You chose to keep in touch, every {count(policy.keep_in_touch_days, 'day')} at the most."
        return [Obligation(Stage.KEEP_IN_TOUCH, who, channel, None, read, reason)]
    if outcome.nature is Nature.OFFER:
        hours = count(policy.offer_hours, "hour")
        reason = f"{who.name} made an offer on {day}: acknowledge it within {hours} of reading it."
        return [Obligation(Stage.AFTER_OFFER, who, channel, None, read, reason, read + timedelta(hours=policy.offer_hours))]
    days = count(policy.rejection_working_days, "working day")
    reason = f"{who.name} wrote on {day} that it is a no: one graceful thank-you within {days} of reading it, then nothing."
    limit = working_days_later(who.place, read, policy.rejection_working_days)
    return [Obligation(Stage.AFTER_REJECTION, who, channel, None, read, reason, limit)]


def addressee(matter: Matter) -> tuple[Recipient, Channel] | None:
    """Whom a check-in reaches, and how: who wrote last, else who led the last interview, else the next who can be reached."""
    wrote = [word.contact for word in reversed(matter.history.words)]
    met = [id for talk in reversed(matter.ended) for id in talk.contacts]
    for id in wrote + met or [contact.id for contact in matter.case.contacts]:
        who = matter.person(id)
        channel = channel_to(matter, who)
        if channel and id not in matter.history.stops:
            return who, channel
    return None
