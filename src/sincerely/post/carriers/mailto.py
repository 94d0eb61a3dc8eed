"""By the person's own mail program, opened with a `mailto:` link (RFC 6068) that is filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mail import Mail, MailError, read_mail

NAME = "mailto"
# Windows hands no longer link to a program (INTERNET_MAX_URL_LENGTH is 2083).
LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True)
class Config:
    """Nothing needs to be known."""


class Carrier:
    """Makes a link that opens the message, ready to be sent."""

    label: ClassVar[str] = "Your own mail program (mailto link)"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            mail = read_mail(raw)
        except MailError as error:
            raise CarrierError(Failure.PERMANENT, "The message cannot be put into a link: it is broken.", own=True) from error
        link = mailto_link(mail, recipients)
        if len(link) > LONGEST_LINK:
            raise CarrierError(Failure.PERMANENT, "The message is too long for a link. Export it as .eml, or copy it.", own=True)
        before_data()
        files = f" Attach {', '.join(mail.attachments)} yourself." if mail.attachments else ""
        return Receipt(NAME, False, f"Open the link, look it over, press send, and say that you did.{files}", link)


def mailto_link(mail: Mail, recipients: Sequence[str]) -> str:
    """The link. Recipients that stand in no header are blind copies."""
    to, cc = [person.email for person in mail.to], [person.email for person in mail.cc]
    bcc = [address for address in recipients if address not in (*to, *cc)]
    fields = {
        "cc": ",".join(cc),
        "bcc": ",".join(bcc),
        "subject": mail.subject,
        "in-reply-to": mail.in_reply_to,
        "body": mail.text.replace("\n", "\r\n"),
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{','.join(quote(address, safe='@') for address in to)}?{query}"
