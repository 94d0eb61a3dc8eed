"""By the person's own hand: a call, a voicemail, a posted letter, another program. Shows the words; the person confirms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mail import MailError, read_mail

NAME = "by_hand"


@dataclass(frozen=True, slots=True)
class Config:
    """Nothing needs to be known."""


class Carrier:
    """Leaves the doing to the person. With recipients `raw` is a mail; without, the plain words of a call or letter in UTF-8."""

    label: ClassVar[str] = "By hand"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            words = read_mail(raw).text if recipients else raw.decode("utf-8")
        except (MailError, UnicodeDecodeError) as error:
            raise CarrierError(Failure.PERMANENT, "The message cannot be shown: it is broken.", own=True) from error
        before_data()
        return Receipt(NAME, False, words, ", ".join(recipients))
