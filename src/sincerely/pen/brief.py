"""What the pen is given and what it gives back."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from sincerely.terms import Channel, Stage


@dataclass(frozen=True, slots=True)
class Candidate:
    """The person who writes, as the note is signed."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The person written to. `honorific` (Dr, Ms, Professor) only where it is known; `nickname` only where they use it."""

    name: str = ""
    title: str = ""
    nickname: str = ""
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """The dated talk; `format` is phone, video or on-site, or empty; `notes` are the person's own words, in any style."""

    date: datetime.date | None = None
    format: str = ""
    notes: str = ""


class Source(StrEnum):
    """The part of a background that a piece of evidence comes from."""

    WORK = "work"
    VOLUNTEER = "volunteer"
    PROJECT = "project"
    STUDY = "study"
    CERTIFICATE = "certificate"
    SKILL = "skill"
    LANGUAGE = "language"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Fit:
    """One thing that the posting asks for and the background shows.

    `topic`: a noun phrase, as it can stand in a sentence ("stock control"); `asked`: the posting's own words;
    `evidence`: the background's own words; `role` and `place`: in what post and where, as far as known.
    """

    topic: str
    asked: str
    evidence: str
    source: Source = Source.TEXT
    role: str = ""
    place: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a first draft is made of; only `channel`, `stage`, `candidate` and `today` are needed.

    `promised`: the day by which the employer said there would be news. `today`: the writing day, for "yesterday" and
    "on Tuesday". `seat`: which interviewer of the panel (0, 1, 2): each seat is given other words. `earlier`: bodies already
    written to this contact or to others at this employer. `reply`: what they wrote, for the stage `answer`.
    `british`: how dates and closings are written; None where it is not known.
    """

    channel: Channel
    stage: Stage
    candidate: Candidate
    today: datetime.date
    contact: Contact = field(default_factory=Contact)
    company: str = ""
    role: str = ""
    interview: Interview = field(default_factory=Interview)
    promised: datetime.date | None = None
    fits: tuple[Fit, ...] = ()
    seat: int = 0
    earlier: tuple[str, ...] = ()
    reply: str = ""
    british: bool | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A first draft, to be read and changed by its writer. `subject` is empty for all but e-mail."""

    subject: str
    body: str
