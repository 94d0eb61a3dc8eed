"""Words that every layer shares: how a person is reached, at what stage, and how a fault is named."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Channel(StrEnum):
    """How a person is reached."""

    EMAIL = "email"
    LETTER = "letter"
    VOICEMAIL = "voicemail"
    CALL = "call"
    TEXT = "text"

    @property
    def spoken(self) -> bool:
        """True where the words are said aloud: a voicemail or the opening of a call."""
        return self in SPOKEN


SPOKEN = frozenset({Channel.VOICEMAIL, Channel.CALL})


class Stage(StrEnum):
    """Where in the follow-up a contact stands."""

    THANK_YOU = "thank-you"
    CHECK_IN = "check-in"
    FINAL = "final"
    AFTER_REJECTION = "after-rejection"
    AFTER_OFFER = "after-offer"
    KEEP_IN_TOUCH = "keep-in-touch"
    ANSWER = "answer"

    @property
    def prompted(self) -> bool:
        """True where something that the other side did calls for this contact."""
        return self in PROMPTED


PROMPTED = frozenset({Stage.THANK_YOU, Stage.ANSWER, Stage.AFTER_REJECTION, Stage.AFTER_OFFER})


class Way(StrEnum):
    """The five ways to get a follow-up wrong, and what a good one has."""

    BREVITY = "brevity"
    PROFESSIONAL = "professional"
    PRESSURE = "pressure"
    HOSTILITY = "hostility"
    LANGUAGE = "language"
    SUBSTANCE = "substance"


class Severity(IntEnum):
    """How much a finding weighs; a higher number is worse."""

    HINT = 1
    WARNING = 2
    HOLD = 3

    @property
    def word(self) -> str:
        """The word that people and programs are shown."""
        return self.name.lower()


class Verdict(StrEnum):
    """What a report says of a letter as a whole."""

    READY = "ready"
    REVISE = "revise"
    HOLD = "hold"


class Part(StrEnum):
    """The part of a message that a finding speaks of."""

    FROM = "from"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    SUBJECT = "subject"
    BODY = "body"
    ATTACHMENTS = "attachments"


class Span(NamedTuple):
    """A stretch of a part, in characters: `start` counts, `end` does not."""

    start: int
    end: int
