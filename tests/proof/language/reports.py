"""Letters for these tests: a body, a record in short, and what one rule says of it."""

from typing import Any

from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.terms import Severity

LOUD = Severity.WARNING


def said(rule: str, body: str, channel: str = "email", stage: str = "thank-you", **record: Any) -> list[Finding]:
    """What one rule finds. `contact`: a name for the only contact; `me`: the candidate's; `subject`, `to`: of the message."""
    message = {"body": body, "subject": record.pop("subject", ""), "to": record.pop("to", [])}
    if "contact" in record:
        record["contacts"] = [{"name": record.pop("contact")}]
    if "me" in record:
        record["candidate"] = {"name": record.pop("me")}
    letter = read_letter({"channel": channel, "stage": stage, "record": record, "message": message})
    return list(proofread(letter, only({rule})).findings)


def loud(rule: str, body: str, **more: Any) -> list[str]:
    """The words that warnings and holds quote."""
    return [finding.quote for finding in said(rule, body, **more) if finding.severity >= LOUD]
