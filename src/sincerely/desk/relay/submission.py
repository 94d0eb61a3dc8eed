"""What a mail program hands in, and what becomes of it, in words for the person at the mail program."""

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum

# The Message-ID as it stands in the bytes; a mail to nobody on the desk is read no further.
MESSAGE_ID = re.compile(rb"^message-id:(?:[ \t]|\r\n[ \t])*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Submission:
    """One mail as a program handed it in (RFC 6409). `sender` is empty for the null sender; `raw` has CRLF line ends.

    `utf8`: the program asked for SMTPUTF8.
    """

    sender: str
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)
    utf8: bool = False

    @property
    def message_id(self) -> str:
        """With its angle brackets; empty where there is none."""
        found = MESSAGE_ID.search(self.raw.partition(b"\r\n\r\n")[0])
        return found[1].decode("utf-8", "replace") if found else ""

    @property
    def route(self) -> bytes:
        """From whom to whom, the recipients in no order."""
        return "\n".join((self.sender, *sorted(set(self.recipients)))).encode()

    @property
    def identity(self) -> str:
        """SHA-256, in hex, of who sends to whom and of the bytes: the same for a program's second try."""
        return hashlib.sha256(self.route + b"\0" + self.raw).hexdigest()


class Fate(StrEnum):
    """What became of a submission."""

    GONE = "gone"
    """The server behind the relay has taken it, now or before."""
    REFUSED = "refused"
    """It did not go, and will not as it stands."""
    LATER = "later"
    """It is not known, or not possible now: the program may try again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mail program is answered: `words`, each one sentence or more, the most important first."""

    fate: Fate
    words: tuple[str, ...] = ()


class Revise(StrEnum):
    """What is done with a mail that proof would change but not hold."""

    RELAY = "relay"
    """It goes as it is."""
    ONCE = "once"
    """The first try is refused with the reasons; the same words again go."""
    REFUSE = "refuse"
    """It does not go."""
