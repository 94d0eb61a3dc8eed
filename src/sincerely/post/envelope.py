"""A message on its way out: what it says and to whom, and the bytes that are frozen before the first attempt."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from sincerely.post.address import Address
from sincerely.post.headers import address_header, header, id_header, text_header

# What could end a header line or a command: CR, LF and NUL for SMTP; the others end a line in some programs (Unicode, 5.8).
LINE_ENDS = re.compile("[\r\n\0\v\f\x1c-\x1e\x85\u2028\u2029]")
# What no mail may carry in its text (RFC 5322, 3.5), and halves of surrogate pairs, which UTF-8 cannot hold.
UNSENDABLE = re.compile("[\0-\x08\v\f\x0e-\x1f\x7f\ud800-\udfff]")
# One mailbox (RFC 5322, 3.4.1) as people have them: no quoted local part, no address literal, no route, no group.
ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w-]+(\.[\w-]+)*", re.ASCII)
MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
# At most 127 letters (RFC 6838, 4.2).
MEDIA_TYPE = re.compile(r"(application|audio|font|image|model|text|video)/[\w!#$&^.+-]{1,127}", re.ASCII)
# Starts of lines that are changed on the way: "From " by mbox programs (RFC 4155), a dot by servers that stuff it wrongly.
FRAGILE = re.compile(r"^(?:\.|F(?=rom ))", re.MULTILINE)
# RFC 5321, 4.5.3.1: 64 octets before the @, 255 after.
LONGEST_ADDRESS = 64 + 1 + 255
# It cannot be folded, and a line has at most 998 octets (RFC 5322, 2.1.1); the longest met in the wild are about 200.
LONGEST_MESSAGE_ID = 250
# RFC 5322, 2.1.1 asks for at most 78 characters a line.
LONGEST_LINE = 78
POLICY = SMTP.clone(cte_type="7bit")


class EnvelopeError(ValueError):
    """A message that cannot be sent as it stands; one line that says which part and why."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message; `media_type` like application/pdf."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a message says and to whom. Message ids stand in <angle brackets>. `bcc` gets a copy and stands in no header."""

    sender: Address
    to: tuple[Address, ...]
    subject: str
    text: str
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: Address | None = None
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address that gets a copy, each once, as a carrier is told them."""
        return tuple(dict.fromkeys(person.email for person in (*self.to, *self.cc, *self.bcc)))


def new_message_id(domain: str, token: str) -> str:
    """A Message-ID from a domain and a token that the caller took care to make unique."""
    return _checked_id(f"<{token}@{domain}>", "Message-ID")


def compose(envelope: Envelope, message_id: str, date: datetime) -> bytes:
    """The mail as bytes with CRLF line ends, 7-bit clean: the same for the same arguments, whenever and wherever it is called.

    Raises `EnvelopeError` where a field could break out of its header, or is no valid address, Message-ID or file name.
    `date` must carry its offset.
    """
    if date.tzinfo is None:
        raise EnvelopeError("The date has no time zone.")
    if not envelope.to:
        raise EnvelopeError("The message has no recipient.")
    for copy in envelope.bcc:
        _checked_address(copy, "Bcc")
    headers = [
        address_header("From", (_checked_address(envelope.sender, "From"),)),
        address_header("To", tuple(_checked_address(person, "To") for person in envelope.to)),
        address_header("Cc", tuple(_checked_address(person, "Cc") for person in envelope.cc)),
        address_header("Reply-To", (_checked_address(envelope.reply_to, "Reply-To"),) if envelope.reply_to else ()),
        text_header("Subject", _checked_line(envelope.subject, "subject")),
        header("Date", format_datetime(date)),
        header("Message-ID", _checked_id(message_id, "Message-ID")),
        id_header("In-Reply-To", (_checked_id(envelope.in_reply_to, "In-Reply-To"),) if envelope.in_reply_to else ()),
        id_header("References", tuple(_checked_id(reference, "References") for reference in envelope.references)),
    ]
    return "".join(headers).encode("ascii") + _body(envelope, message_id).as_bytes()


def _body(envelope: Envelope, message_id: str) -> EmailMessage:
    """The text and the files, with the headers that describe them and no others."""
    text = envelope.text.replace("\r\n", "\n").replace("\r", "\n")
    if UNSENDABLE.search(text):
        raise EnvelopeError("The text holds a character that no mail can carry. Take it out.")
    plain = text.isascii() and not FRAGILE.search(text) and all(len(line) <= LONGEST_LINE for line in text.split("\n"))
    body = EmailMessage(policy=POLICY)
    body.set_content(text, charset="utf-8", cte="7bit" if plain else "quoted-printable")
    if not plain:
        body.set_payload(FRAGILE.sub(lambda start: f"={ord(start[0]):02X}", str(body.get_payload())))
    for attachment in envelope.attachments:
        main, _, sub = _checked_media_type(attachment).partition("/")
        body.add_attachment(attachment.content, maintype=main, subtype=sub, filename=_checked_file_name(attachment))
    if envelope.attachments:
        body.set_boundary("=_" + hashlib.sha256(message_id.encode()).hexdigest()[:40])
    return body


def _checked_line(value: str, field: str) -> str:
    if LINE_ENDS.search(value):
        raise EnvelopeError(f"The {field} holds a line break or a zero byte. Take it out.")
    if UNSENDABLE.search(value):
        raise EnvelopeError(f"The {field} holds a character that no mail can carry. Take it out.")
    return value


def _checked_address(person: Address, field: str) -> Address:
    _checked_line(person.name, f"name in {field}")
    email = _checked_line(person.email, f"address in {field}")
    if not email.isascii():
        raise EnvelopeError(f"The address in {field} has letters outside A to Z, which many servers refuse. Use its plain form.")
    if not ADDRESS.fullmatch(email) or len(email) > LONGEST_ADDRESS:
        raise EnvelopeError(f"The address in {field} is not one e-mail address. Write it like name@example.com.")
    return person


def _checked_id(value: str, field: str) -> str:
    if not MESSAGE_ID.fullmatch(value) or len(value) > LONGEST_MESSAGE_ID:
        raise EnvelopeError(f"The {field} is not a valid message id.")
    return value


def _checked_media_type(attachment: Attachment) -> str:
    if not MEDIA_TYPE.fullmatch(attachment.media_type):
        raise EnvelopeError("The type of an attachment is not like application/pdf.")
    return attachment.media_type


def _checked_file_name(attachment: Attachment) -> str:
    name = _checked_line(attachment.name, "name of an attachment")
    if not name.strip() or "/" in name or "\\" in name:
        raise EnvelopeError("An attachment needs a plain file name, without a folder.")
    return name
