"""What a person owes or has to find out, whatever the plan says: nothing leaves this list but by being done or waived."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from sincerely.cadence.case import Nature
from sincerely.cadence.matter import Matter
from sincerely.cadence.obligations import channel_to
from sincerely.cadence.plan import Owed, Touch, What
from sincerely.cadence.policy import Policy
from sincerely.cadence.wording import on_day, when
from sincerely.terms import Channel


def owed(matter: Matter, touches: Sequence[Touch], policy: Policy) -> list[Owed]:
    """All that is owed, oldest first."""
    found = [
        *owed_thanks(matter, policy),
        *owed_reading(matter),
        *owed_answers(matter),
        *owed_acknowledgement(matter),
        *owed_addresses(matter),
        *unknown_addresses(matter, touches),
        *owed_zones(matter, touches),
    ]
    return sorted(found, key=lambda owed: (owed.since, owed.what, owed.contact, owed.interview or ""))


def owed_thanks(matter: Matter, policy: Policy) -> Iterator[Owed]:
    """Every thank-you that was neither sent nor waived."""
    for talk, id in matter.owing:
        who = matter.person(id)
        reason = f"{who.name} has not been thanked for the interview on {on_day(who.place, talk.start)}."
        if id in matter.history.stops:
            reason += " They asked for no more contact: waive it."
        elif matter.outcome and matter.outcome.contact == id:
            reason += " Thank them in your reply to what they decided, and waive this."
        elif matter.at > talk.end + timedelta(days=policy.thank_you_days):
            reason += " It is too late for a note of its own: thank them when you check in, or waive it."
        elif matter.at > talk.end + timedelta(hours=policy.thank_you_late_hours):
            reason += " It is late, but still welcome."
        yield Owed(What.THANK_YOU, id, talk.id, talk.end, reason)


def owed_reading(matter: Matter) -> Iterator[Owed]:
    """The first unread word of each contact."""
    first = {word.contact: word for word in reversed(matter.unread)}
    for word in first.values():
        who = matter.person(word.contact)
        reason = f"{who.name} wrote on {when(who.place, word.at)}, and you have not read it: all else waits."
        yield Owed(What.UNREAD, word.contact, None, word.at, reason)


def owed_answers(matter: Matter) -> Iterator[Owed]:
    """The first word of each contact that is read and waits for an answer."""
    for id, word in matter.waiting.items():
        if word.read_at:
            who = matter.person(id)
            yield Owed(
                What.ANSWER, id, None, word.read_at, f"{who.name} waits for your answer since {on_day(who.place, word.at)}."
            )


def owed_acknowledgement(matter: Matter) -> Iterator[Owed]:
    """An offer that was read and not acknowledged."""
    offer = matter.outcome
    if offer and offer.nature is Nature.OFFER and offer.read_at and not matter.acknowledged(offer):
        who = matter.person(offer.contact)
        reason = f"{who.name} made an offer on {on_day(who.place, offer.at)}: say that you have it, even if you need time."
        yield Owed(What.ACKNOWLEDGE_OFFER, offer.contact, None, offer.read_at, reason)


def owed_addresses(matter: Matter) -> Iterator[Owed]:
    """An address that bounced, until there is another or a channel that works."""
    for id, at in matter.history.bounced.items():
        who = matter.person(id)
        if channel_to(matter, who) is None:
            phone = f" or reach them by phone ({who.contact.phone})" if who.contact.phone else " or another way to reach them"
            yield Owed(What.ADDRESS, id, None, at, f"Mail to {who.name} came back: find another address{phone}.")


def unknown_addresses(matter: Matter, touches: Sequence[Touch]) -> Iterator[Owed]:
    """The address of a contact to whom an e-mail is planned, where none is on record."""
    for touch in first_of_each(touches):
        who = matter.person(touch.contact)
        if touch.channel is Channel.EMAIL and not who.contact.email and touch.contact not in matter.history.addressed:
            since = matter.since or touch.not_before
            yield Owed(
                What.ADDRESS, touch.contact, touch.interview, since, f"No e-mail address of {who.name} is on record: ask for it."
            )


def first_of_each(touches: Sequence[Touch]) -> Iterable[Touch]:
    """The first touch to each contact."""
    return {touch.contact: touch for touch in reversed(touches)}.values()


def owed_zones(matter: Matter, touches: Sequence[Touch]) -> Iterator[Owed]:
    """A guessed zone that decides when a touch may go."""
    for touch in first_of_each(touches):
        who = matter.person(touch.contact)
        if who.guessed and touch.channel is not Channel.LETTER:
            reason = f"In which time zone is {who.name}? {who.place.zone.key} is a guess, and it decides when you may write."
            yield Owed(What.ZONE, touch.contact, touch.interview, matter.since or touch.not_before, reason)


def ended(matter: Matter, touches: Sequence[Touch], policy: Policy) -> dict[str, str]:
    """By contact, why nothing more is planned, where that is for good unless something new happens."""
    planned = {touch.contact for touch in touches}
    whole = end_for_all(matter, policy)
    found = {}
    for contact in matter.case.contacts:
        stop = matter.history.stops.get(contact.id)
        if stop:
            day = on_day(matter.person(contact.id).place, stop.at)
            found[contact.id] = f"{contact.called} asked on {day} for no more contact."
        elif whole and contact.id not in planned:
            found[contact.id] = whole
    return found


def end_for_all(matter: Matter, policy: Policy) -> str:
    """Why the cadence with the whole employer ended; "" where it has not."""
    employer, outcome, stop = matter.case.employer.called, matter.outcome, matter.stop
    if matter.unread:
        return ""
    if outcome:
        day = on_day(matter.person(outcome.contact).place, outcome.at)
        return f"{employer} made an offer on {day}." if outcome.nature is Nature.OFFER else f"{employer} said no on {day}."
    if stop:
        who = matter.person(stop.contact)
        day = on_day(who.place, stop.at)
        if stop.whole:
            return f"{who.name} asked on {day} for no more contact, for all of {employer}."
        return f"{who.name} asked on {day} for no more contact. Was that for all of {employer}? Until you say, nobody is nudged."
    if matter.withdrawn:
        return f"You withdrew from {employer}{because(matter.withdrawn.reason)}."
    if matter.on_hold and not matter.on_hold.until:
        return f"{employer} put the search on hold: nothing is planned until they write."
    return exhausted(matter, policy)


def because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def exhausted(matter: Matter, policy: Policy) -> str:
    """The silence after the closing note, or after the last check-in of a policy without one."""
    if matter.finals:
        return f"The closing note to {matter.case.employer.called} was the last: silence until they write."
    if matter.check_ins and matter.check_ins >= policy.check_ins + policy.closing_note:
        return f"The check-ins to {matter.case.employer.called} stayed unanswered: silence until they write."
    return ""
