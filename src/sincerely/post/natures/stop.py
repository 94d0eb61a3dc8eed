"""Complaints, and people who ask not to be written to."""

from sincerely.post.mail import Mail
from sincerely.post.natures.nature import Kind, Nature
from sincerely.post.natures.phrases import phrases
from sincerely.post.natures.report import read_report
from sincerely.post.replies import reply_words

FEEDBACK = "message/feedback-report"
# How far a condition may follow the request that it limits.
REACH = 40
# A mail of one word has a greeting and a name beside it, and no more.
SHORT = 100
# Nobody asks it after so many characters.
OPENING = 10_000


def complaint(mail: Mail) -> Nature | None:
    """A provider reports that a recipient marked a mail as spam (RFC 5965)."""
    say = phrases("stop")
    reported = any(part.media_type == FEEDBACK for part in mail.parts) or bool(say["complaint"].search(mail.subject))
    unsubscribed = mail.subject.strip().lower() == "unsubscribe"
    if mail.in_reply_to or not (reported or unsubscribed):
        return None
    report = read_report(mail)
    reasons = ("The recipient's provider reports that your mail was not wanted.",)
    return Nature(Kind.STOP, reasons, failed_address=report.failed_address, original_message_id=report.original_message_id)


def stop(mail: Mail) -> Nature | None:
    """Somebody asks for no more mail; with a condition ("before Friday") it is asked back whether that was meant."""
    say = phrases("stop")
    words = reply_words(mail.text[:OPENING], mail.sender.name)
    lines = [mail.subject.strip(), *words.splitlines()] if len(words) < SHORT else []
    if any(say["alone"].fullmatch(line.strip()) for line in lines):
        return Nature(Kind.STOP, ("It asks you to stop writing, in a word.",))
    found = say["plain"].search(words)
    if not found:
        return None
    limited = bool(say["but"].search(words[found.end() : found.end() + REACH]))
    return Nature(Kind.STOP, (f"It says: “{' '.join(found[0].split())}”.",), sure=not limited)
