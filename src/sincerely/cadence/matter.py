"""How things stand at one employer at an instant: which interviews are over, whose word was last, what has ended."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sincerely.cadence.case import Case, Interview, Nature, OnHold, Promised, Sent, Withdrawn
from sincerely.cadence.history import History, Word
from sincerely.cadence.recipient import Recipient, recipient
from sincerely.terms import Stage

OUTCOMES = (Nature.REJECTION, Nature.OFFER)
# The calendars of two places differ by 26 hours at the most: UTC-12 to UTC+14.
WIDEST = timedelta(hours=26)


@dataclass(slots=True)
class Matter:
    """The history seen from an instant, `history` being what is known; interviews may have ended since.

    `ended`: interviews over by then, by end; `ahead`: the next that is not.
    `outcome`: the rejection or offer in force; `stop`: a request for no more contact that may be meant for the whole employer.
    `since`: from when unanswered contacts count, the last word of a person or the end of the last interview.
    `recent`: the contacts of which each may have the latest day, by one calendar or another.
    `check_ins`, `finals`: how many contacts have stayed unanswered.
    `owing`: the thank-yous neither sent nor waived, for interviews that are over, as (interview, contact).
    `waiting`: by contact, the first word that is read and still waits for an answer.
    """

    case: Case
    history: History
    at: datetime
    ended: list[Interview]
    ahead: Interview | None
    outcome: Word | None
    stop: Word | None
    since: datetime | None
    recent: list[Sent]
    check_ins: int
    finals: int
    owing: list[tuple[Interview, str]]
    waiting: dict[str, Word]
    met: dict[str, Recipient] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case, history: History, at: datetime) -> "Matter":
        """The matter at an instant that is not before the history's own."""
        ended = [talk for talk in history.interviews if talk.end <= at]
        ahead = history.interviews[len(ended)] if len(ended) < len(history.interviews) else None
        opened = max((talk.start for talk in ended), default=None)
        outcome = stop = None
        for word in history.words:
            if opened is not None and opened > word.at:
                continue
            if word.nature in OUTCOMES:
                outcome = word
            elif word.whole is not False and history.stops.get(word.contact) is word:
                stop = word
        marks = [mark.at for mark in history.words[-1:]] + [talk.end for talk in ended[-1:]]
        since = max(marks, default=None)
        late = [sent.stage for sent in history.made_after(since)]
        check_ins, finals = late.count(Stage.CHECK_IN), late.count(Stage.FINAL)
        recent = history.made_after(history.made[-1].at - WIDEST) if history.made else []
        owing = [(talk, id) for talk in ended for id in talk.contacts if history.owes((talk.id, id), at)]
        return cls(case, history, at, ended, ahead, outcome, stop, since, recent, check_ins, finals, owing, waiting(history))

    @property
    def last_word(self) -> Word | None:
        """The last word of a person."""
        return self.history.words[-1] if self.history.words else None

    @property
    def on_hold(self) -> OnHold | None:
        """The hold in force: no interview that began since has ended."""
        hold = self.history.on_hold
        return hold if hold and not self.opened_since(hold.at) else None

    @property
    def withdrawn(self) -> Withdrawn | None:
        """The person's withdrawal, where no interview that began since has ended."""
        withdrawn = self.history.withdrawn
        return withdrawn if withdrawn and not self.opened_since(withdrawn.at) else None

    def opened_since(self, at: datetime) -> bool:
        """Whether an interview that began after an instant is over."""
        return any(talk.start > at for talk in self.ended)

    @property
    def unread(self) -> list[Word]:
        """What people wrote that nobody has read."""
        return self.history.unread

    @property
    def last(self) -> Interview | None:
        """The interview that ended last."""
        return self.ended[-1] if self.ended else None

    @property
    def fresh_word(self) -> Word | None:
        """The last word of a person, where it came after the last interview."""
        word = self.last_word
        return word if word and (self.last is None or word.at > self.last.end) else None

    @property
    def promise(self) -> Promised | None:
        """The promised date that counts: the latest, unless an interview has ended since."""
        promise = self.history.promise
        return promise if promise and (self.last is None or promise.at >= self.last.end) else None

    def outcome_from(self, contact: str, nature: Nature) -> Word | None:
        """The latest rejection or offer that this contact wrote and the person has read."""
        words = (word for word in reversed(self.history.words) if word.contact == contact and word.nature is nature)
        return next((word for word in words if word.read_at), None)

    def acknowledged(self, word: Word) -> bool:
        """Whether the writer of a rejection or an offer had the reply that it calls for."""
        stage = Stage.AFTER_OFFER if word.nature is Nature.OFFER else Stage.AFTER_REJECTION
        return any(sent.stage is stage and sent.contact == word.contact and sent.at > word.at for sent in self.history.made)

    def person(self, id: str) -> Recipient:
        """The recipient of an id that the case knows."""
        found = self.met.get(id)
        if found is None:
            found = self.met[id] = recipient(self.case, self.case.people[id])
        return found


def waiting(history: History) -> dict[str, Word]:
    """By contact, the first word that is read and still waits for an answer. A decision on either side ends all waiting."""
    decisions = [word.at for word in history.words if word.nature in OUTCOMES]
    decided = max([*decisions, history.withdrawn.at] if history.withdrawn else decisions, default=None)
    found: dict[str, Word] = {}
    for word in history.words:
        over = word.contact in found or (decided is not None and word.at < decided)
        if word.nature.asks_answer and word.read_at and not over and not settled(history, word, word.read_at):
            found[word.contact] = word
    return found


def settled(history: History, word: Word, read_at: datetime) -> bool:
    """Whether its writer had an answer, or, where the word asked nothing, any contact once it was read."""
    answered, reached = history.answered.get(word.contact), history.reached.get(word.contact)
    if answered and answered > word.at:
        return True
    return word.nature is Nature.HUMAN and reached is not None and reached >= read_at
