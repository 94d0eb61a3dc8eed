"""A mail as it came in: read leniently, because real mail is odd, and within limits, because anyone can send it."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime

from sincerely.post.address import Address
from sincerely.post.markup import plain_text

MEBI = 1024 * 1024
# 25 MB of files, the most that Gmail and Outlook.com let people send, are 35 MB in base64.
MOST_BYTES = 36 * MEBI
# The parser looks at each line once for each multipart around it. 36 MB in base64 are half a million lines in a few multiparts.
MOST_WORK = 2_500_000
MOST_MULTIPARTS = 1_000
MOST_DEPTH = 30
MOST_PARTS = 2_000
MOST_HEADERS = 1_000
# Mails and reports inside a mail have headers of their own; a report on a thousand recipients has some ten thousand.
MOST_INNER_HEADERS = 20_000
# Gmail refuses more than 500 KB of headers; longer single values are cut.
MOST_HEADER_BYTES = MEBI
LONGEST_VALUE = 20_000
LONGEST_TEXT = MEBI
BLANK = b"\xef\xbb\xbf\r\n\t "
INNER = re.compile(rb"message/", re.IGNORECASE)
HEADER = re.compile(rb"\n[A-Za-z-]{1,60}:")
DELIMITER = b"\n--"
MULTIPART = re.compile(rb"boundary\s{0,9}=", re.IGNORECASE)
FOLD = re.compile(r"[\r\n]+[ \t]?")
IDS = re.compile(r"<[^<>\s]+>")


class MailError(ValueError):
    """A mail that cannot be read; one line that says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the MIME tree, decoded. `text` is empty for what is no text; `name` is the file name, where there is one.

    `alternative`: one of several ways to say the same. A mail inside the mail is a leaf too: its headers and text.
    """

    media_type: str
    name: str
    attached: bool
    alternative: bool
    content: bytes = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says. Message ids stand in <angle brackets>; addresses may be empty; `date` has an offset.

    `text` is the plain text, or the HTML's words where that is all there is. `headers` holds every header, decoded, in order.
    """

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    subject: str
    text: str
    attachments: tuple[str, ...]
    parts: tuple[Part, ...]
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str:
        """The first header of a name, whatever its case; empty where there is none."""
        return next((value for key, value in self.headers if key == name.lower()), "")


class _Short(Compat32):
    """Header values are cut as they are read: taking a long one apart would take quadratic time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_VALUE]


def read_mail(raw: bytes) -> Mail:
    """Reads a mail. Raises `MailError` and nothing else."""
    _check(raw)
    try:
        return _read(message_from_bytes(raw.lstrip(BLANK), policy=_Short()))
    except MailError:
        raise
    except (
        RecursionError,
        MessageError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        IndexError,
    ) as error:
        # What the standard library raises on broken MIME differs from version to version.
        raise MailError("The mail is broken and cannot be read.") from error


def _check(raw: bytes) -> None:
    """Refuses in time that is linear in the size."""
    if len(raw) > MOST_BYTES:
        raise MailError(f"The mail is larger than {MOST_BYTES // MEBI} MB and was not read.")
    if not raw.strip():
        raise MailError("The mail is empty.")
    multiparts = len(MULTIPART.findall(raw))
    lines = max(raw.count(b"\n"), raw.count(b"\r"))
    if multiparts > MOST_MULTIPARTS or lines * (2 + min(multiparts, MOST_DEPTH)) > MOST_WORK:
        raise MailError("The mail has too many parts or lines and was not read.")
    if multiparts and raw.count(DELIMITER) > MOST_PARTS * 5:
        raise MailError("The mail has too many parts and was not read.")
    if INNER.search(raw) and sum(1 for _ in HEADER.finditer(raw)) > MOST_INNER_HEADERS:
        raise MailError("The mail has too many headers inside and was not read.")
    ends = [at for at in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n"), raw.find(b"\r\r")) if at >= 0]
    if min(ends, default=len(raw)) > MOST_HEADER_BYTES:
        raise MailError("The mail has too long headers and was not read.")


def _read(message: Message) -> Mail:
    if len(message) > MOST_HEADERS:
        raise MailError("The mail has too many headers and was not read.")
    headers = tuple((name.lower(), decoded(value)) for name, value in message.raw_items())
    first = dict(reversed(headers))
    parts = tuple(_parts(message))
    return Mail(
        message_id=_first_id(first.get("message-id", "")),
        in_reply_to=_first_id(first.get("in-reply-to", "")),
        references=tuple(dict.fromkeys(IDS.findall(first.get("references", "")))),
        sender=(*_addresses(message, "from"), *_addresses(message, "sender"), Address("", ""))[0],
        reply_to=_addresses(message, "reply-to"),
        to=_addresses(message, "to"),
        cc=_addresses(message, "cc"),
        date=_date(first.get("date", "")),
        subject=first.get("subject", "").strip(),
        text=_body(parts),
        attachments=tuple(part.name for part in parts if part.attached and part.name),
        parts=parts,
        headers=headers,
    )


def decoded(value: object) -> str:
    """A header's words: unfolded, encoded words decoded, raw bytes read as UTF-8 or Latin-1."""
    unfolded = _unfolded(value).strip()
    if "=?" not in unfolded:
        return unfolded
    try:
        words = decode_header(unfolded)
    except (HeaderParseError, ValueError):
        return unfolded
    return "".join(_as_text(word, charset or "") if isinstance(word, bytes) else word for word, charset in words).strip()


def _unfolded(value: object) -> str:
    """A header's value on one line; bytes that the parser could not read stand in it as surrogates."""
    text = str(value)
    text = text if text.isascii() else _as_text(text.encode("utf-8", "surrogateescape"))
    return FOLD.sub(" ", text)


def _as_text(content: bytes, charset: str = "") -> str:
    """Bytes as text by the charset they claim, else UTF-8, else Latin-1."""
    for name in (charset, "utf-8"):
        try:
            return content.decode(name)
        except (LookupError, ValueError, TypeError):
            continue
    return content.decode("latin-1")


def _addresses(message: Message, name: str) -> tuple[Address, ...]:
    """Addresses of all headers of a name; the names are decoded after they are taken apart, so that none forges an address."""
    values = [_unfolded(value) for key, value in message.raw_items() if key.lower() == name]
    try:
        pairs = getaddresses(values)
    except (RecursionError, IndexError, ValueError):
        return ()
    return tuple(Address(decoded(person), email.strip()) for person, email in pairs if "@" in email)


def _first_id(value: str) -> str:
    found = IDS.search(value)
    return found[0] if found else ""


def _date(value: str) -> datetime | None:
    """The date with its offset; one without an offset counts as UTC (RFC 5322, 3.3: -0000)."""
    try:
        date = parsedate_to_datetime(value)
        return date if date.tzinfo else date.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def _parts(message: Message) -> list[Part]:
    """The leaves, depth first, without recursion."""
    leaves: list[Part] = []
    stack = [(message, 0, False)]
    while stack:
        part, depth, alternative = stack.pop()
        if depth > MOST_DEPTH or len(leaves) > MOST_PARTS:
            raise MailError("The mail has too many parts, one inside the other, and was not read.")
        payload = part.get_payload()
        inner = [piece for piece in payload if isinstance(piece, Message)] if isinstance(payload, list) else []
        if inner and part.get_content_maintype() == "message":
            leaves.append(_enclosed(part, inner))
        elif inner:
            alternative = alternative or part.get_content_subtype() == "alternative"
            stack.extend((piece, depth + 1, alternative) for piece in reversed(inner))
        else:
            leaves.append(_leaf(part, alternative))
    return leaves


def _leaf(part: Message, alternative: bool) -> Part:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    # A multipart without its boundary is no multipart: what stands there is shown as it is.
    kind = "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()
    name = _file_name(part)
    textual = kind.startswith("text/") or kind in (
        "message/delivery-status",
        "message/feedback-report",
        "message/disposition-notification",
    )
    return Part(
        media_type=kind,
        name=name,
        attached=part.get_content_disposition() == "attachment" or bool(name and kind != "text/calendar"),
        alternative=alternative,
        content=content,
        text=_as_text(content[:LONGEST_TEXT], str(part.get_content_charset() or "")).replace("\r\n", "\n").replace("\r", "\n")
        if textual
        else "",
    )


def _enclosed(part: Message, inner: list[Message]) -> Part:
    """A mail inside a mail, or a delivery report: headers in blocks, and the text of the last block."""
    blocks = ["\n".join(f"{name}: {decoded(value)}" for name, value in piece.raw_items()) for piece in inner]
    payload = inner[-1].get_payload()
    text = "\n\n".join([*blocks, payload if isinstance(payload, str) else ""])[:LONGEST_TEXT]
    return Part(part.get_content_type(), _file_name(part), True, False, text.encode("utf-8", "replace"), text)


def _file_name(part: Message) -> str:
    try:
        return decoded(part.get_filename() or "").replace("\0", "")
    except (ValueError, LookupError, TypeError, IndexError):
        return ""


def _body(parts: tuple[Part, ...]) -> str:
    """What a person reads first: the plain parts, and the HTML ones that no plain part stands for."""
    shown = [part for part in parts if not part.attached and part.text.strip()]
    plain = any(part.media_type == "text/plain" and part.alternative for part in shown)
    words = [
        plain_text(part.text) if part.media_type == "text/html" else part.text
        for part in shown
        if part.media_type == "text/plain" or (part.media_type == "text/html" and not (part.alternative and plain))
    ]
    return "\n\n".join(text.strip("\n") for text in words if text.strip())[:LONGEST_TEXT]
