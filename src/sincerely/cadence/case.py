"""What the planner knows, frozen: the people, their places, and what happened when.

All instants are aware and in UTC. Facts stand in the order of their time; none stands twice.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Any

from sincerely.terms import Channel, Stage

# Beyond these no calendar here is sure of its days.
YEARS = range(1900, 2201)


class Nature(StrEnum):
    """What came in from a contact."""

    HUMAN = "human"
    QUESTION = "question"
    AWAY = "away"
    BOUNCE = "bounce"
    REJECTION = "rejection"
    OFFER = "offer"
    STOP = "stop"

    @property
    def automatic(self) -> bool:
        """True where a machine wrote: an absence note (RFC 3834) or a bounce (RFC 3464)."""
        return self in (Nature.AWAY, Nature.BOUNCE)

    @property
    def asks_answer(self) -> bool:
        """True where it is the person's turn once it is read."""
        return self in (Nature.HUMAN, Nature.QUESTION)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person met. `zone` is an IANA name; `country` ISO 3166-1, `region` ISO 3166-2 without the country; "" is unknown."""

    id: str
    name: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    country: str = ""
    region: str = ""

    @property
    def called(self) -> str:
        """The name to show: the contact's own, else its id."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Employer:
    """One employer, however many contacts and applications. Empty text is unknown. `zone_guessed`: nobody has said the zone."""

    name: str = ""
    zone: str = ""
    country: str = ""
    region: str = ""
    zone_guessed: bool = False

    @property
    def called(self) -> str:
        return self.name or "this employer"


@dataclass(frozen=True, slots=True)
class Interview:
    """A dated talk with one or more contacts; the first on the list leads. Known from the start: it has no `at`."""

    id: str
    start: datetime
    end: datetime
    contacts: tuple[str, ...]
    format: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """An interview got another time, known from `at`."""

    at: datetime
    id: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Cancelled:
    """An interview was called off at `at`. After the interview's end this means nothing: it took place."""

    at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Promised:
    """The employer named the last day by which it will speak."""

    at: datetime
    by: date


@dataclass(frozen=True, slots=True)
class Sent:
    """The person contacted somebody."""

    at: datetime
    contact: str
    channel: Channel
    stage: Stage


@dataclass(frozen=True, slots=True)
class Received:
    """Something came from a contact.

    `until`: the last day away that an absence note names.
    `whole`: of a stop, whether it was said for the whole employer; None until the person has been asked.
    """

    at: datetime
    contact: str
    nature: Nature
    until: date | None = None
    whole: bool | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The person read all that had come from a contact up to `at`."""

    at: datetime
    contact: str


@dataclass(frozen=True, slots=True)
class Waived:
    """The person decided against a thank-you, for a reason of their own."""

    at: datetime
    interview: str
    contact: str
    reason: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """A contact has a new e-mail address, good until it bounces."""

    at: datetime
    contact: str
    email: str


@dataclass(frozen=True, slots=True)
class Held:
    """A draft to a contact was held for pressure or hostility: the person sleeps on it."""

    at: datetime
    contact: str


@dataclass(frozen=True, slots=True)
class OnHold:
    """The employer put the search on hold, up to and with a day where it named one; a person's word or an interview lifts it."""

    at: datetime
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The person withdrew from all that they had applied for there; an interview that begins later opens the matter anew."""

    at: datetime
    reason: str = ""


Fact = Moved | Cancelled | Promised | Sent | Received | Read | Waived | Addressed | Held | OnHold | Withdrawn
# At one instant: what was done comes before what came in, and that before its reading and before what it said.
ORDER = (Moved, Cancelled, Sent, Received, Read, Addressed, Promised, Waived, Held, OnHold, Withdrawn)
RANK = {kind: rank for rank, kind in enumerate(ORDER)}


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in the order of time; those of one instant by their kind, and those of one kind by what they say."""
    ordered = sorted(facts, key=moment)
    if any(moment(one) == moment(other) for one, other in pairwise(ordered)):
        ordered.sort(key=lambda fact: (moment(fact), repr(fact)))
    return ordered


def moment(fact: Fact) -> tuple[datetime, int]:
    """When a fact was, and where its kind stands at one instant."""
    return fact.at, RANK[type(fact)]


def by_end(talk: Interview) -> tuple[datetime, datetime, str]:
    """Where an interview stands in the order of their ends."""
    return talk.end, talk.start, talk.id


class BadCase(ValueError):
    """Data that is no case; one line that names the place and says what to do."""


@dataclass(frozen=True)
class Case:
    """Everything about one employer that bears on when to write to whom. Made by `Case.of`.

    `zone`: where the person is now, an IANA name, "" where unknown.
    `facts`: what happened, in the order of time, each once.
    `policy`: changes to the policy that this case brings, from `policy.read_changes`.
    """

    zone: str
    employer: Employer
    contacts: tuple[Contact, ...]
    interviews: tuple[Interview, ...]
    facts: tuple[Fact, ...]
    policy: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(
        cls,
        zone: str,
        employer: Employer,
        contacts: Iterable[Contact],
        interviews: Iterable[tuple[str, Interview]],
        facts: Iterable[tuple[str, Fact]],
        policy: tuple[tuple[str, Any], ...] = (),
    ) -> "Case":
        """A case from facts in any order, with the name by which an error calls each; raises BadCase for contradictions."""
        people: dict[str, Contact] = {}
        for contact in contacts:
            if people.setdefault(contact.id, contact) != contact:
                raise BadCase(f"contacts: {contact.id!r} stands there twice, with different data; keep one.")
        talks: dict[str, Interview] = {}
        for name, talk in interviews:
            if talks.setdefault(talk.id, talk) != talk:
                raise BadCase(f"{name}: interview {talk.id!r} is told differently elsewhere; keep one, or use interview-moved.")
            for id in talk.contacts:
                known(people, id, name, "contact")
        told: dict[Fact, str] = {}
        moves: dict[tuple[str, datetime], Moved] = {}
        for name, fact in facts:
            told[fact] = name
            if isinstance(fact, Moved | Cancelled):
                known(talks, fact.id, name, "interview")
            elif isinstance(fact, Waived):
                known(talks, fact.interview, name, "interview")
                if fact.contact not in talks[fact.interview].contacts:
                    raise BadCase(f"{name}: {fact.contact!r} was not in interview {fact.interview!r}.")
            elif not isinstance(fact, Promised | OnHold | Withdrawn):
                known(people, fact.contact, name, "contact")
            if isinstance(fact, Moved) and moves.setdefault((fact.id, fact.at), fact) != fact:
                raise BadCase(f"{name}: interview {fact.id!r} moves to two times at the same moment; keep one.")
        return cls(
            zone,
            employer,
            tuple(people.values()),
            tuple(sorted(talks.values(), key=by_end)),
            tuple(in_time(told)),
            policy,
        )

    def __hash__(self) -> int:
        return self.hashed

    @cached_property
    def hashed(self) -> int:
        """Worked out once: a case is looked up often."""
        return hash((self.zone, self.employer, self.contacts, self.interviews, self.facts, self.policy))

    @cached_property
    def reckoned(self) -> tuple[Fact, ...]:
        """The facts as the planner takes them: at one instant by their kind, else in the order in which they were told."""
        return tuple(sorted(self.facts, key=moment))

    def contact(self, id: str) -> Contact | None:
        """The contact of that id, or None."""
        return self.people.get(id)

    @cached_property
    def people(self) -> dict[str, Contact]:
        """The contacts by id."""
        return {contact.id: contact for contact in self.contacts}


def known(ids: Container[str], id: str, name: str, noun: str) -> None:
    """Raises BadCase for an id that the case does not know."""
    if id not in ids:
        raise BadCase(f"{name}: the case knows no {noun} {id[:60]!r}.")
