"""A mail that came in: what kind it is, what it says anew, and which of the mails sent it answers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sincerely.post.address import employer_domain
from sincerely.post.mail import Mail
from sincerely.post.natures.classify import classify, delivery
from sincerely.post.natures.nature import Nature
from sincerely.post.natures.phrases import phrases
from sincerely.post.replies import reply_words

__all__ = ["Match", "Sent", "classify", "delivery", "match", "reply_text"]

NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail that was sent. `key` is the caller's own name for it; `to` its addresses."""

    key: str
    message_id: str
    to: tuple[str, ...]
    subject: str


@dataclass(frozen=True, slots=True)
class Match:
    """Which sent mail a mail belongs to, how that was told, and the reason in words."""

    key: str
    how: str
    reason: str


def reply_text(mail: Mail) -> str:
    """What the sender wrote anew."""
    return reply_words(mail.text, mail.sender.name)


def match(mail: Mail, sent: Iterable[Sent], nature: Nature | None = None) -> Match | None:
    """The sent mail that a mail answers, by the surest sign; of several, the last in `sent`. None where none fits.

    A bounce or a complaint names the mail that it is about: give the mail's `nature`, or it is worked out.
    """
    newest = list(sent)[::-1]
    answered = (mail.in_reply_to, *reversed(mail.references))
    for one in newest:
        if one.message_id and one.message_id in answered:
            return Match(one.key, "thread", "It names your mail as the one it answers.")
    nature = nature or delivery(mail)
    failed = nature.failed_address.lower() if nature else ""
    for one in newest:
        if nature and one.message_id and one.message_id == nature.original_message_id:
            return Match(one.key, "bounce", "It returns your mail.")
    people = {address.lower() for address in (mail.sender.email, failed, *(person.email for person in mail.reply_to)) if address}
    subject = plain_subject(mail.subject)
    for one in newest:
        addresses = {address.lower() for address in one.to}
        if addresses & people and plain_subject(one.subject) == subject:
            return Match(one.key, "subject", "It comes from the same address, under the same subject.")
    for one in newest:
        if people & {address.lower() for address in one.to}:
            return Match(one.key, "address", "It comes from an address that you wrote to.")
    domain = employer_domain(mail.sender.email)
    for one in newest:
        if domain and domain in {employer_domain(address) for address in one.to}:
            return Match(one.key, "employer", f"It comes from {domain}, where you wrote to a colleague.")
    return None


def plain_subject(subject: str) -> str:
    """A subject without marks of replies, punctuation and case, so that two can be compared."""
    while (shorter := phrases("reply")["subject_mark"].sub("", subject)) != subject:
        subject = shorter
    return NOT_WORDS.sub(" ", subject).strip().casefold()
