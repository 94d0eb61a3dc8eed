"""Into the Drafts folder of a mailbox, for those who prefer to press send themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mailboxes import MailboxError, imap
from sincerely.post.probe import Probe

NAME = "draft"


@dataclass(frozen=True, slots=True)
class Config(imap.Config):
    """An account at a mail server with folders."""


class Carrier:
    """Files the message as a draft. Bcc is lost on the way: no header tells it."""

    label: ClassVar[str] = "Drafts folder of your mailbox"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config, token: Callable[[], str] | None = None) -> None:
        self.config = config
        self.token = token

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            with imap.Mailbox(self.config, self.token) as mailbox:
                folder = mailbox.drafts_folder()
                before_data()
                mailbox.append(folder, raw, ("\\Draft", "\\Seen"))
        except MailboxError as error:
            kind = Failure.PERMANENT if error.credentials else Failure.TEMPORARY
            raise CarrierError(kind, error.words) from None
        return Receipt(NAME, False, f"It lies in {folder}. Look it over there, press send, and say that you did.", folder)


def probe(config: Config, token: Callable[[], str] | None = None) -> Probe:
    """Signs in and files nothing."""
    return imap.probe(config, token)
