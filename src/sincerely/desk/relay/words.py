"""What the relay says to a person at their mail program: what happened, and what to do."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.cadence import Answer
from sincerely.desk.models import Message
from sincerely.desk.relay.submission import Fate, Outcome
from sincerely.post.carriers import CarrierError, Failure
from sincerely.proof.finding import Finding

ALREADY = "This mail was handed over before. It was not sent a second time."
ON_ITS_WAY = "This mail is on its way at this moment. Please wait a little."
IN_DOUBT = "It may have been delivered or not: it is not sent twice. In ten minutes Sincerely looks into your Sent folder."
ASKED = (
    "Nobody knows whether this mail was delivered: your mail server took it and did not answer, and Sent does not tell.",
    "Ask the person, or look. If you want it sent (again), press send once more.",
)
RESTORED = (
    "This desk was restored from a copy. First let it look at what was sent meanwhile: sincerely sync, then sincerely send."
)
CLOCK = "The clock of this machine stands before what the desk did last. Set it right, then send again."
UNREADABLE = "Sincerely cannot read this mail, and so cannot say whether it may go to your contact. {}"
SHOW_IT = "See what your reviewers say on your desk: sincerely reviews."
UNSEEN = "If this answers a mail of theirs, let the desk see that mail first: sincerely sync."
# A person reads a few lines in the window of a mail program; the rest waits for the next try.
MOST_FINDINGS = 8
LONGEST_QUOTE = 80


def refusal(error: CarrierError) -> Outcome:
    """What the server behind the relay refused, or why it could not be reached. Nothing was sent."""
    fate = Fate.LATER if error.kind is Failure.TEMPORARY else Fate.REFUSED
    return Outcome(fate, (error.words, "Nobody got it."))


def settle_it(message: int) -> str:
    """How the person ends the doubt about a message."""
    return f"If you know whether it went, say so: sincerely settle {message} --went, or --not-gone."


def closed(barred: Sequence[tuple[Message, Answer]]) -> tuple[str, ...]:
    """Why the gate is closed for contacts, and from when it is open."""
    found: list[str] = []
    for row, answer in barred:
        found += [f"Not sent: a mail to {row.contact.name} has to wait.", *answer.reasons]
        if answer.next_allowed is not None:
            found.append(f"It may go from {moment(answer.next_allowed, row.desk.zone)} ({row.desk.zone}).")
        if row.in_reply_to:
            found.append(UNSEEN)
    return (*dict.fromkeys(found), "Nobody got it.")


def moment(instant: datetime, zone: str) -> str:
    """A moment as the person says it."""
    here = instant.astimezone(ZoneInfo(zone))
    return f"{here:%A} {here.day} {here:%B %Y}, {here:%H:%M}"


def held(names: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Why proof holds a mail back."""
    return (f"Not sent: something in this mail to {names} has to change first.", *told(findings), "Nobody got it.")


def to_revise(names: str, findings: Iterable[Finding], *, again: bool) -> tuple[str, ...]:
    """What proof would change. `again`: the same words may be sent once more."""
    end = "To send it as it is, press send once more." if again else "Change it, then send it again."
    return (f"Not sent yet: this mail to {names} could be better.", *told(findings), f"Nobody got it. {end}")


def told(findings: Iterable[Finding]) -> list[str]:
    """Findings in a line each, the worst first."""
    every = list(dict.fromkeys(f"{quoted(finding)}{finding.message}{remedy(finding)}" for finding in findings))
    more = len(every) - MOST_FINDINGS
    return [f"- {line}" for line in every[:MOST_FINDINGS]] + ([f"- And {more} more."] if more > 0 else [])


def quoted(finding: Finding) -> str:
    """The words that are meant, where the finding does not say them itself and they are few."""
    words = " ".join(finding.quote.split())
    return f'"{words}": ' if 0 < len(words) <= LONGEST_QUOTE and words not in finding.message else ""


def remedy(finding: Finding) -> str:
    return f" {finding.remedy.text}" if finding.remedy and finding.remedy.text else ""
