"""The server that mail from the person's own program is passed on to: all of it or nothing, byte for byte."""

import re
import smtplib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from sincerely.post.carriers import Carrier, CarrierError, Failure, Receipt, nothing, smtp
from sincerely.post.connection import failure_words

NAME = "relay"
# A path between its angle brackets (RFC 5321, 4.1.2; RFC 6531, 3.3): nothing in it can end it or begin a second command.
PATH = re.compile(
    r'(?:[^\s"<>\x00-\x1f\x7f\ud800-\udfff@]+|"[^"\\<>\x00-\x1f\x7f\ud800-\udfff]+")@[^\s"<>@\x00-\x1f\x7f\ud800-\udfff]+'
)
# RFC 5321, 4.5.3.1.3: 256 octets with the brackets.
LONGEST_PATH = 254


def is_path(address: str) -> bool:
    """True for an address that can be written into a command as it stands."""
    return bool(PATH.fullmatch(address)) and len(address.encode()) <= LONGEST_PATH


class Upstream(smtp.Carrier):
    """Hands a mail over as it came. One address refused is the whole mail refused: nobody then has to guess who got it."""

    label: ClassVar[str] = "Mail server behind the relay"

    def __init__(self, config: smtp.Config, token: Callable[[], str] | None = None, utf8: bool = False) -> None:
        super().__init__(config, token)
        self.utf8 = utf8

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        if smtp.BARE_LINE_END.search(raw):
            raise CarrierError(Failure.PERMANENT, "The mail has broken line ends and was not sent.", own=True)
        if not recipients or not all(is_path(address) for address in (*recipients, *filter(None, [sender]))):
            raise CarrierError(Failure.PERMANENT, "One of the addresses is not valid. Nothing was sent.", own=True)
        server = self._open()
        try:
            self._address(server, raw, sender, recipients)
            answer = self._hand_over(server, raw, before_data)
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            return Receipt(NAME, True, answer, self.config.host)
        finally:
            server.close()

    def _address(self, server: smtplib.SMTP, raw: bytes, sender: str, recipients: Sequence[str]) -> dict[str, CarrierError]:
        """Tells sender and recipients; raises where one of them is refused."""
        options = self._options(server, raw, (sender, *recipients))
        try:
            self._expect(server.mail(sender, options), "sender")
            for recipient in recipients:
                answer = server.rcpt(recipient)
                if answer[0] not in (250, 251):
                    raise self._refusal(recipient, answer)
        except (OSError, smtplib.SMTPException) as error:
            raise CarrierError(Failure.TEMPORARY, failure_words(error, self.config.host, self.config.port)) from None
        return {}

    def _options(self, server: smtplib.SMTP, raw: bytes, addresses: Sequence[str]) -> list[str]:
        """What the server must know beforehand. It is refused what it has not said that it can carry."""
        utf8 = self.utf8 or not all(address.isascii() for address in addresses)
        if utf8 and not server.has_extn("smtputf8"):
            words = f"{self.config.host} takes no addresses or headers with letters outside A to Z. Nothing was sent."
            raise CarrierError(Failure.PERMANENT, words, own=True)
        if utf8:
            return ["BODY=8BITMIME", "SMTPUTF8"]
        if not raw.isascii() and not server.has_extn("8bitmime"):
            words = f"{self.config.host} takes no 8-bit mail. Set your mail program to quoted-printable. Nothing was sent."
            raise CarrierError(Failure.PERMANENT, words, own=True)
        return [] if raw.isascii() else ["BODY=8BITMIME"]


def upstream(carrier: Carrier, utf8: bool = False) -> Upstream:
    """The account's own server as an upstream; raises CarrierError where the account sends in another way.

    `utf8`: the mail program asked for SMTPUTF8 (RFC 6531).
    """
    if not isinstance(carrier, smtp.Carrier):
        raise CarrierError(Failure.PERMANENT, "The relay needs a mail server to send by. Set one up: sincerely mailbox.")
    return Upstream(carrier.config, carrier.token, utf8)
