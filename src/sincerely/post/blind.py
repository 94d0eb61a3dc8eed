"""Blind copies in a mail that a person still sends themselves: their program must know of them, and takes the line out."""

from collections.abc import Sequence

from sincerely.post.mail import read_mail


def blind_copies(raw: bytes, recipients: Sequence[str]) -> list[str]:
    """The recipients that no header names; raises MailError for what is no mail."""
    mail = read_mail(raw)
    named = {person.email.lower() for person in (*mail.to, *mail.cc)}
    return [address for address in recipients if address.lower() not in named]


def with_blind_copies(raw: bytes, recipients: Sequence[str]) -> bytes:
    """The mail with a Bcc line of them, where there are any."""
    blind = blind_copies(raw, recipients)
    return b"Bcc: " + ",\r\n ".join(blind).encode() + b"\r\n" + raw if blind else raw
