"""Bounces: a server, not a person, says that a mail did not arrive, or not yet."""

from sincerely.post.mail import Mail
from sincerely.post.natures.nature import Bounce, Kind, Nature
from sincerely.post.natures.phrases import phrases
from sincerely.post.natures.report import ORIGINALS, Report, read_report

MEANINGS = {
    Bounce.HARD: "The address, or the way to it, does not work.",
    Bounce.SOFT: "It failed this time; the address itself may be good.",
    Bounce.DELAYED: "It has not arrived yet, and the server still tries.",
}
# A report with these actions alone says that the mail arrived (RFC 3464, 2.3.3).
ARRIVED = frozenset({"delivered", "deliverable", "relayed", "expanded"})
# Servers say what they have to say first; after it may come the mail that they return.
OPENING = 5_000
# RFC 3463: 4.x.x may pass by itself; 4.1.x, which speaks of the address, is left to the words.
TRANSIENT = tuple(f"4.{subject}." for subject in "0234567")


def bounce(mail: Mail) -> Nature | None:
    """What a bounce says of a delivery; None where the mail is no bounce."""
    report = read_report(mail)
    sign = _sign(mail, report)
    if not sign or (report.actions and report.actions <= ARRIVED):
        return None
    hardness = _hardness(mail, report)
    return Nature(
        Kind.BOUNCE,
        (sign, MEANINGS[hardness]),
        bounce=hardness,
        failed_address=report.failed_address,
        original_message_id=report.original_message_id,
    )


def _sign(mail: Mail, report: Report) -> str:
    """What shows that a server wrote this; empty where nothing does. People forward bounces: words alone are not enough."""
    if report.actions and report.formal:
        return "It holds a delivery report."
    if mail.header("x-failed-recipients"):
        return "A mail server wrote it and names the address that failed."
    say = phrases("bounce")
    local = mail.sender.email.partition("@")[0]
    daemon = bool(say["daemon"].search(local) or say["daemon_name"].search(mail.sender.name))
    marked = mail.header("return-path").strip() == "<>" or "auto" in mail.header("auto-submitted")
    robot = daemon or marked or not mail.sender.email or bool(say["no_reply"].search(local))
    subject = bool(say["subject"].search(mail.subject))
    text = bool(say["text"].search(mail.text[:OPENING]))
    original = any(part.media_type in ORIGINALS for part in mail.parts)
    nameless = not mail.sender.email and subject
    if (daemon and (subject or text)) or (robot and report.actions) or (robot and text and (subject or original)) or nameless:
        return "A mail server wrote it, and it speaks of a delivery that failed."
    return ""


def _hardness(mail: Mail, report: Report) -> Bounce:
    """Delayed where the server still tries; else by what the servers said, and by their status codes."""
    say = phrases("bounce")
    if report.actions == {"delayed"}:
        return Bounce.DELAYED
    if not report.actions and say["delayed"].search(mail.subject) and not say["gave_up"].search(mail.subject):
        return Bounce.DELAYED
    if report.statuses and all(status.startswith(TRANSIENT) for status in report.statuses):
        return Bounce.SOFT
    said = report.words
    nobody = bool(say["nobody"].search(said))
    by_code = bool(say["hard_status"].search(said))
    if say["local"].search(said) or (say["soft"].search(said) and not (by_code and nobody)):
        return Bounce.SOFT
    if by_code or say["nowhere"].search(said):
        return Bounce.HARD
    # A server that says "unknown" only once it has read the mail, or with the code of another fault, may mean the mail.
    disabled = bool(say["disabled"].search(said)) and not say["unknown"].search(said)
    doubtful = report.after_data or disabled or bool(say["policy"].search(said))
    return Bounce.HARD if nobody and (report.at_address or not doubtful) else Bounce.SOFT
