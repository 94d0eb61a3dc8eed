"""Bars to what somebody prompted: there must be an interview to thank for, a word to answer, a decision to reply to."""

from sincerely.cadence.bars.bar import Bar
from sincerely.cadence.case import Nature
from sincerely.cadence.matter import Matter
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.wording import on_day, when
from sincerely.terms import Stage


def prompted_bars(matter: Matter, who: Recipient, stage: Stage) -> list[Bar]:
    """The bars to a contact at a prompted stage. Only events lift them."""
    if stage is Stage.THANK_YOU:
        return thank_you_bars(matter, who)
    if stage is Stage.ANSWER:
        return answer_bars(matter, who)
    if stage is Stage.AFTER_OFFER:
        return offer_bars(matter, who)
    return rejection_bars(matter, who)


def thank_you_bars(matter: Matter, who: Recipient) -> list[Bar]:
    """A thank-you needs an interview that is over and still owes this contact one."""
    id, outcome = who.contact.id, matter.outcome
    bars = []
    if not any(owed == id for _, owed in matter.owing):
        bars.append(Bar(nothing_to_thank_for(matter, who)))
    if outcome and outcome.contact == id:
        stage = "an offer" if outcome.nature is Nature.OFFER else "a no"
        bars.append(Bar(f"{who.name} has written {stage}: thank them in your reply to that."))
    if matter.stop and matter.stop.whole:
        bars.append(Bar(f"{matter.case.employer.called} asked for no more contact."))
    return bars


def nothing_to_thank_for(matter: Matter, who: Recipient) -> str:
    """Why this contact is owed no thank-you."""
    talks = [talk for talk in matter.history.interviews if who.contact.id in talk.contacts]
    if not talks:
        return f"There is no interview with {who.name} to thank for."
    ahead = [talk for talk in talks if talk.end > matter.at]
    if ahead:
        return f"The interview with {who.name} ends on {when(who.place, ahead[0].end)}: no thank-you before that."
    sent = matter.history.thanked.get((talks[-1].id, who.contact.id))
    if sent:
        return f"{who.name} was thanked on {on_day(who.place, sent.at)}."
    return f"You decided against a thank-you to {who.name}."


def answer_bars(matter: Matter, who: Recipient) -> list[Bar]:
    """An answer needs something read and not answered."""
    id = who.contact.id
    if id in matter.waiting:
        return []
    if any(word.contact == id for word in matter.unread):
        return [Bar(f"Read what {who.name} wrote before you answer.")]
    return [Bar(f"There is nothing from {who.name} that waits for an answer.")]


def rejection_bars(matter: Matter, who: Recipient) -> list[Bar]:
    """One graceful thank-you, to the one who wrote the rejection, once it is read."""
    word = matter.outcome_from(who.contact.id, Nature.REJECTION)
    if word is None:
        return [Bar(f"There is no decision from {who.name} that you have read.")]
    if matter.acknowledged(word):
        return [Bar("You have replied to the decision: one thank-you is enough.")]
    return []


def offer_bars(matter: Matter, who: Recipient) -> list[Bar]:
    """A reply to an offer goes to who wrote it; there may be several, from thanks to acceptance."""
    if matter.outcome_from(who.contact.id, Nature.OFFER) is None:
        return [Bar(f"There is no offer from {who.name} that you have read.")]
    return []
