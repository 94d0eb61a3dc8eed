"""Into the Drafts folder of a mailbox, for those who prefer to press send themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sincerely.post.blind import with_blind_copies
from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mail import MailError, read_mail
from sincerely.post.mailboxes import MailboxError, imap
from sincerely.post.probe import Probe

NAME = "draft"


@dataclass(frozen=True, slots=True)
class Config(imap.Config):
    """An account at a mail server with folders."""


class Carrier:
    """Files the message as a draft, blind copies and all: it is yet to be sent. One that lies there already is left as it is."""

    label: ClassVar[str] = "Drafts folder of your mailbox"
    automatic: ClassVar[bool] = False

    def __init__(self, config: imap.Config, token: Callable[[], str] | None = None) -> None:
        self.config = config
        self.token = token

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            whole, name = with_blind_copies(raw, recipients), read_mail(raw).message_id
            with imap.Mailbox(self.config, self.token) as mailbox:
                folder = mailbox.drafts_folder()
                before_data()
                if not (name and mailbox.holds(folder, name)):
                    mailbox.append(folder, whole, ("\\Draft", "\\Seen"))
        except MailError as error:
            raise CarrierError(Failure.PERMANENT, "The message cannot be filed as a draft: it is broken.", own=True) from error
        except MailboxError as error:
            kind = Failure.PERMANENT if error.credentials else Failure.TEMPORARY
            raise CarrierError(kind, error.words) from None
        return Receipt(NAME, False, f"It lies in {folder}. Look it over there, press send, and say that you did.", folder)


def probe(config: Config, token: Callable[[], str] | None = None) -> Probe:
    """Signs in and files nothing."""
    return imap.probe(config, token)
