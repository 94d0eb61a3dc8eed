"""The facts of a case, folded in the order of their time up to an instant. What happens later does not count yet."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter

from sincerely.cadence.case import (
    Addressed,
    Cancelled,
    Case,
    Fact,
    Held,
    Interview,
    Moved,
    Nature,
    OnHold,
    Promised,
    Read,
    Received,
    Sent,
    Waived,
    Withdrawn,
)
from sincerely.terms import Channel, Stage

# (interview, contact): one thank-you.
Thanks = tuple[str, str]


@dataclass(slots=True)
class Word:
    """Something that a person, no machine, wrote to us; `read_at` is None until it is read."""

    at: datetime
    contact: str
    nature: Nature
    whole: bool | None = None
    read_at: datetime | None = None


@dataclass(slots=True)
class History:
    """What has happened by an instant. Lists stand in the order of time.

    `interviews`: as they stand after moves, without the cancelled ones, by end; those ahead too.
    `changes`: what was moved or cancelled.
    `made`: contacts that happened, without those that bounced; `calls`: the calls and voicemails of them.
    `answered`, `reached`: by contact, the last answer made, and the last contact of any other kind.
    `words`: what people wrote; `unread`: those of them that nobody has read.
    `stops`: by contact, the request for no more contact, unless they wrote since.
    `away`: by contact, (absence note's instant, last day away or None).
    `addressed`: who got a new address; `bounced`: when an address turned out bad.
    `detour`: the channel that worked for a contact since its address bounced.
    `on_hold`: the employer put the search on hold, and nobody there wrote since; `withdrawn`: the person withdrew.
    """

    interviews: list[Interview] = field(default_factory=list)
    changes: list[Moved | Cancelled] = field(default_factory=list)
    made: list[Sent] = field(default_factory=list)
    calls: list[Sent] = field(default_factory=list)
    answered: dict[str, datetime] = field(default_factory=dict)
    reached: dict[str, datetime] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    unread: list[Word] = field(default_factory=list)
    stops: dict[str, Word] = field(default_factory=dict)
    away: dict[str, list[tuple[datetime, date | None]]] = field(default_factory=dict)
    addressed: set[str] = field(default_factory=set)
    bounced: dict[str, datetime] = field(default_factory=dict)
    detour: dict[str, Channel] = field(default_factory=dict)
    promise: Promised | None = None
    waived: dict[Thanks, Waived] = field(default_factory=dict)
    held: dict[str, datetime] = field(default_factory=dict)
    thanked: dict[Thanks, Sent] = field(default_factory=dict)
    on_hold: OnHold | None = None
    withdrawn: Withdrawn | None = None

    @classmethod
    def of(cls, case: Case, now: datetime) -> "History":
        """The history of a case at `now`."""
        facts = case.reckoned[: bisect_right(case.reckoned, now, key=attrgetter("at"))]
        history = cls()
        for fact in facts:
            history.add(fact)
        history.interviews = standing(case, history.changes)
        for sent in history.made:
            history.settle(sent)
        return history

    def add(self, fact: Fact) -> None:
        """Takes the next fact in."""
        match fact:
            case Sent():
                self.made.append(fact)
                if fact.contact in self.bounced and fact.channel is not Channel.EMAIL:
                    self.detour[fact.contact] = fact.channel
            case Received():
                self.receive(fact)
            case Read():
                self.read(fact)
            case Addressed():
                self.addressed.add(fact.contact)
                self.bounced.pop(fact.contact, None)
                self.detour.pop(fact.contact, None)
            case Promised():
                if self.promise is None or (fact.at, fact.by) >= (self.promise.at, self.promise.by):
                    self.promise = fact
            case Moved() | Cancelled():
                self.changes.append(fact)
            case Waived():
                self.waived.setdefault((fact.interview, fact.contact), fact)
            case Held():
                self.held[fact.contact] = fact.at
            case OnHold():
                self.on_hold = fact
            case Withdrawn():
                self.withdrawn = fact

    def receive(self, fact: Received) -> None:
        """Takes in what came from a contact: a machine's note, or the word of a person, which lifts a stop before it."""
        if fact.nature is Nature.BOUNCE:
            return self.bounce(fact)
        if fact.nature is Nature.AWAY:
            return self.away.setdefault(fact.contact, []).append((fact.at, fact.until))
        word = Word(fact.at, fact.contact, fact.nature, fact.whole)
        self.words.append(word)
        self.unread.append(word)
        if self.on_hold and word.at > self.on_hold.at:
            self.on_hold = None
        if word.nature is Nature.STOP:
            self.stops[word.contact] = word
        elif word.contact in self.stops and word.at > self.stops[word.contact].at:
            del self.stops[word.contact]

    def read(self, fact: Read) -> None:
        """All that had come from a contact is read."""
        for word in self.unread:
            if word.contact == fact.contact:
                word.read_at = fact.at
        self.unread = [word for word in self.unread if word.read_at is None]

    def bounce(self, fact: Received) -> None:
        """The latest e-mail to that contact did not happen, and its address is bad."""
        self.bounced.setdefault(fact.contact, fact.at)
        for place in range(len(self.made) - 1, -1, -1):
            sent = self.made[place]
            if sent.contact == fact.contact and sent.channel is Channel.EMAIL:
                del self.made[place]
                return

    def settle(self, sent: Sent) -> None:
        """What a contact that happened has settled: a thank-you the latest interview, ended by then, that still owed one."""
        if sent.channel.spoken:
            self.calls.append(sent)
        if sent.stage is Stage.ANSWER:
            self.answered[sent.contact] = sent.at
            return
        self.reached[sent.contact] = sent.at
        if sent.stage is Stage.THANK_YOU:
            for interview in reversed(self.interviews):
                thanks = (interview.id, sent.contact)
                if interview.end <= sent.at and sent.contact in interview.contacts and self.owes(thanks, sent.at):
                    self.thanked[thanks] = sent
                    return

    def made_after(self, at: datetime | None) -> list[Sent]:
        """The contacts made after an instant; all of them for None."""
        return self.made if at is None else self.made[bisect_right(self.made, at, key=attrgetter("at")) :]

    def owes(self, thanks: Thanks, at: datetime) -> bool:
        """Whether a thank-you was neither sent nor waived by an instant."""
        waived = self.waived.get(thanks)
        return thanks not in self.thanked and (waived is None or waived.at > at)


def standing(case: Case, changes: list[Moved | Cancelled]) -> list[Interview]:
    """The interviews that take place or took place, with the times that they now have, by end."""
    if not changes:
        return list(case.interviews)
    talks: dict[str, Interview] = {talk.id: talk for talk in case.interviews}
    off: set[str] = set()
    for change in changes:
        talk = talks[change.id]
        if isinstance(change, Moved):
            talks[talk.id] = Interview(talk.id, change.start, change.end, talk.contacts, talk.format)
            off.discard(talk.id)
        elif change.at <= talk.end:
            off.add(talk.id)
    kept = (talk for talk in talks.values() if talk.id not in off)
    return sorted(kept, key=lambda talk: (talk.end, talk.start, talk.id))
