"""What kind of mail has come in."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The natures of a mail, in the order in which they are tried."""

    BOUNCE = "bounce"
    STOP = "stop"
    AWAY = "away"
    AUTOMATIC = "automatic"
    REJECTION = "rejection"
    OFFER = "offer"
    NEW_DATE = "new-date"
    QUESTION = "question"
    HUMAN = "human"

    @property
    def from_a_person(self) -> bool:
        """True where a person wrote, so that it is a reply."""
        return self in (Kind.STOP, Kind.REJECTION, Kind.OFFER, Kind.NEW_DATE, Kind.QUESTION, Kind.HUMAN)


class Bounce(StrEnum):
    """How a delivery failed (RFC 3463: 5.x.x, 4.x.x; RFC 3464: action delayed)."""

    HARD = "hard"
    """The address or the way to it does not work: do not write there again."""
    SOFT = "soft"
    """It failed for now (a full mailbox, a greylist, a server down), or for what was sent: the address may be good."""
    DELAYED = "delayed"
    """It has not arrived yet, and the server still tries."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What kind of mail it is, and why.

    `sure` is False where a person should be asked before anything follows from it. `reasons` are for people.
    `until` is the last day away (of an absence), None where none is named. `failed_address` and `original_message_id` are
    what a bounce, a complaint or an automatic answer speaks of; empty where it does not say.
    """

    kind: Kind
    reasons: tuple[str, ...]
    sure: bool = True
    bounce: Bounce | None = None
    until: datetime.date | None = None
    failed_address: str = ""
    original_message_id: str = ""
