"""A letter and the facts on record: what proof reads, frozen."""

import datetime
from dataclasses import dataclass, field

from sincerely.terms import Channel, Part, Stage


@dataclass(frozen=True, slots=True)
class Contact:
    """A person met."""

    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    nickname: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The person who writes. `pace` is the speaking pace in words a minute (NCVS: about 150)."""

    name: str = ""
    email: str = ""
    phone: str = ""
    employer: str = ""
    pace: float = 150.0


@dataclass(frozen=True, slots=True)
class Interview:
    """The dated talk that the letter is about; `notes` are the candidate's own words."""

    date: datetime.date | None = None
    format: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record. `None` means that the record does not say.

    `contacts`: the first is the addressee, the others sat on the panel.
    `requested`: attachments that the contact asked for; `may_copy`: addresses the contact asked to copy.
    `other_names`, `other_companies`: people and employers of the desk's other applications.
    `known_words`: words from the posting, the background and earlier letters, which are no misspellings.
    `doubted`: words that a program put into the text and that nothing on record bears out.
    """

    candidate: Candidate = field(default_factory=Candidate)
    contacts: tuple[Contact, ...] = ()
    company: str = ""
    role: str = ""
    interview: Interview = field(default_factory=Interview)
    contact_wrote_first: bool | None = None
    requested: tuple[str, ...] | None = None
    may_copy: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    known_words: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message; `size` is in bytes."""

    name: str
    type: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft, for one contact, about one interview, for one channel, at one stage."""

    channel: Channel
    stage: Stage
    body: str
    subject: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    facts: Facts = field(default_factory=Facts)

    def text(self, part: Part) -> str:
        """The text of a part, in which the spans of its findings count characters."""
        match part:
            case Part.BODY:
                return self.body
            case Part.SUBJECT:
                return self.subject
            case Part.FROM:
                return self.sender
            case Part.TO:
                return ", ".join(self.to)
            case Part.CC:
                return ", ".join(self.cc)
            case Part.BCC:
                return ", ".join(self.bcc)
            case Part.ATTACHMENTS:
                return ", ".join(attachment.name for attachment in self.attachments)
