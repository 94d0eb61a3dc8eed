"""Keeping what a message said before: each text that a person set aside, without one for every key they press."""

import hashlib
from datetime import datetime, timedelta

from sincerely.desk.models import Message, Version

# Typing is saved every few seconds. Word keeps an autosaved version every ten minutes; a note takes about that long in all.
APART = timedelta(minutes=3)
MOST = 50


def keep_version(row: Message, now: datetime, *, typing: bool = False) -> bool:
    """Keeps the text that is about to be changed; while a person types, at most one in three minutes. True where it kept one."""
    kept = Version.objects.filter(message=row, proposed_by="")
    last = kept.last()
    text = (row.subject, row.body)
    if not row.body.strip() or (last is not None and text == (last.subject, last.body)):
        return False
    if typing and last is not None and now - last.kept_at < APART:
        return False
    keep_text(row, row.subject, row.body, now)
    return True


def keep_text(row: Message, subject: str, body: str, now: datetime) -> None:
    """Adds a version; of very many the second gives way, since the first is where the person began."""
    Version.objects.create(message=row, subject=subject, body=body, kept_at=now)
    _, *others = Version.objects.filter(message=row, proposed_by="").values_list("pk", flat=True)
    Version.objects.filter(pk__in=others[: max(0, len(others) + 1 - MOST)]).delete()


def edition(subject: str, body: str, cc: list[str], bcc: list[str]) -> str:
    """A short name for exactly these words, to tell whether somebody changed them since."""
    whole = "\0".join((subject, body, *cc, "", *bcc))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
