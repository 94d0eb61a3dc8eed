"""By the person's own mail program, opened with a `mailto:` link (RFC 6068) that is filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from sincerely.post.blind import blind_copies
from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mail import Mail, MailError, read_mail

NAME = "mailto"
# Windows hands no longer link to a program (INTERNET_MAX_URL_LENGTH is 2083).
LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True)
class Config:
    """Nothing needs to be known."""


class Carrier:
    """Makes a link that opens the message, ready to be sent; a text that does not fit is the person's to copy in."""

    label: ClassVar[str] = "Your own mail program (mailto link)"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            mail, blind = read_mail(raw), blind_copies(raw, recipients)
        except MailError as error:
            raise CarrierError(Failure.PERMANENT, "The message cannot be put into a link: it is broken.", own=True) from error
        link, left = mailto_link(mail, blind, mail.text), ""
        if len(link) > LONGEST_LINK:
            link, left = mailto_link(mail, blind, ""), f" The text is too long for a link. Copy it in yourself:\n\n{mail.text}"
        if len(link) > LONGEST_LINK:
            raise CarrierError(Failure.PERMANENT, "The message is too long for a link. Export it as .eml.", own=True)
        before_data()
        files = f" Attach {', '.join(mail.attachments)} yourself." if mail.attachments else ""
        return Receipt(NAME, False, f"Open the link, look it over, press send, and say that you did.{files}{left}", link)


def mailto_link(mail: Mail, blind: Sequence[str], text: str) -> str:
    """The link to a mail with a text."""
    fields = {
        "cc": ",".join(person.email for person in mail.cc),
        "bcc": ",".join(blind),
        "subject": mail.subject,
        "in-reply-to": mail.in_reply_to,
        "body": text.replace("\n", "\r\n"),
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    to = ",".join(quote(person.email, safe="@") for person in mail.to)
    return f"mailto:{to}?{query}" if query else f"mailto:{to}"
