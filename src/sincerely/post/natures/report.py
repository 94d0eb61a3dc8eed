"""What a bounce says, whoever wrote it: the fields of a delivery report (RFC 3464), or the words of servers that know none."""

import re
from dataclasses import dataclass

from sincerely.post.mail import Mail

REPORTS = (
    "message/delivery-status",
    "message/global-delivery-status",
    "message/feedback-report",
    "message/disposition-notification",
)
ORIGINALS = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "message/rfc822-headers")
FIELD = re.compile(r"^([A-Za-z-]{1,60}):[ \t]*([^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20})", re.MULTILINE)
MESSAGE_ID = re.compile(r"^[> \t]{0,8}message-id:\s{0,9}(<[^<>\s]{1,300}>)", re.MULTILINE | re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+=&'/-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
RETURNED = re.compile(
    r"^[^\n]{0,30}(?:copy of (?:the|your) message|original message (?:follows|headers)|below this line)"
    r"|^[^\n]{0,30}-{2} ?(?:original|returned) message|^(?:return-path|received|dkim-signature): ",
    re.MULTILINE | re.IGNORECASE,
)
# At which command the server said no: after DATA it has looked at the letter.
AFTER_DATA = re.compile(
    r"in reply to (?:end of )?data|after (?:end of )?data|end of data|>>> (?:data|\.) <<< [45]|our data|command data\b",
    re.IGNORECASE,
)
AT_ADDRESS = re.compile(
    r"in reply to rcpt|after rcpt|following rcpt|>>> rcpt [^<>]*<[^<>]*> <<< [45]|our rcpt|\[rcpt_to\]", re.IGNORECASE
)
# ISO-2022-JP (RFC 1468) begins its Japanese letters so.
ESCAPE = re.compile(r"\x1b\$[@B]")
# Sendmail and its kin give the reason in the subject.
REASON = re.compile(r"^returned mail: (.{3,80})", re.IGNORECASE)
# How most servers set off the address: at the start of a line, in angle brackets.
NAMED = re.compile(r"^[ \t>]{0,8}<([^<>\s]{3,320})>", re.MULTILINE)
RECIPIENTS = ("original-rcpt-to", "original-recipient", "final-recipient", "x-actual-recipient")
# More of a bounce than this is the returned mail itself.
LONGEST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Report:
    """What a bounce says. `formal`: there is a report, and not only its words; `words`: what the servers said.

    `actions` and `statuses` as the report has them; `at_address` and `after_data`: at which command a server refused, the
    one that names the recipient or the one that hands over the mail, where that is told.
    """

    formal: bool
    actions: frozenset[str]
    statuses: tuple[str, ...]
    words: str
    at_address: bool
    after_data: bool
    failed_address: str
    original_message_id: str


def read_report(mail: Mail) -> Report:
    """What can be told of a mail that is thought to be a bounce; empty fields where it does not say."""
    text = _in_japanese("\n".join(part.text for part in mail.parts if part.media_type in REPORTS) or mail.text)
    fields = [(name.lower(), " ".join(value.split())) for name, value in FIELD.findall(text[:LONGEST_WORDS])]
    said = [value for name, value in fields if name == "diagnostic-code"]
    statuses = tuple(value for name, value in fields if name == "status")
    body = _in_japanese(_before_the_original(mail.text)[:LONGEST_WORDS])
    reason = found[1] if (found := REASON.search(mail.subject)) else ""
    flat = " ".join(body.split())
    return Report(
        formal=any(part.media_type in REPORTS for part in mail.parts),
        actions=frozenset(value.lower().split(" ")[0] for name, value in fields if name == "action"),
        statuses=statuses,
        words=" ".join([*said, *(status.partition(" ")[0] for status in statuses)])
        if said
        else "\n".join([*statuses, body, reason]),
        at_address=bool(AT_ADDRESS.search(flat)),
        after_data=bool(AFTER_DATA.search(flat)),
        failed_address=_failed_address(mail, dict(reversed(fields)), body),
        original_message_id=_original_id(mail),
    )


def _in_japanese(text: str) -> str:
    """Text whose Japanese letters stand in it as the escapes of ISO-2022-JP, though its part names no such charset."""
    if not ESCAPE.search(text) or not text.isascii():
        return text
    return text.encode("ascii").decode("iso-2022-jp", "replace")


def _before_the_original(text: str) -> str:
    """The server's own words: what stands before the headers of the mail that it returns."""
    returned = RETURNED.search(text)
    return text[: returned.start()] if returned else text


def _failed_address(mail: Mail, fields: dict[str, str], body: str) -> str:
    own = {person.email.lower() for person in (mail.sender, *mail.to)}
    named = " ".join(NAMED.findall(body))
    places = [mail.header("x-failed-recipients"), *(fields.get(name, "") for name in RECIPIENTS), named, body]
    found = (match[0].strip("'.") for place in places for match in ADDRESS.finditer(place))
    return next((address for address in found if address.lower() not in own), "")


def _original_id(mail: Mail) -> str:
    """The id of the mail that failed: in the part that returns it, else in the text, else what the notice answers."""
    returned = [part.text for part in mail.parts if part.media_type in ORIGINALS]
    for text in [*returned, mail.text]:
        if match := MESSAGE_ID.search(text):
            return match[1]
    return mail.in_reply_to or next(reversed(mail.references), "")
