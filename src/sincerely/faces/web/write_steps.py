"""What the buttons of the writing page do, once the typed words are kept; each is one verb with what it is about."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from sincerely.desk.actions.drafts import allow_rule, attach, detach, discard_draft, edit_draft
from sincerely.desk.actions.fine import call_fine
from sincerely.desk.actions.rewording import take, vouch
from sincerely.desk.actions.sending import read_through
from sincerely.desk.actions.writing import send_otherwise
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.drafts import begun, versions
from sincerely.desk.queries.messages import report_of
from sincerely.faces.web.eyes import BESIDE
from sincerely.faces.web.opening import OpenDesk
from sincerely.proof.finding import Finding
from sincerely.proof.fixing import fixed
from sincerely.terms import Channel, Part, Stage

# An upload is read to memory once; more than the desk takes is refused there in words.
MOST_UPLOAD = 18 * 1024 * 1024

Step = Callable[[OpenDesk, int, str, QueryDict], str]
DONE = "Saved."


def keep(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    return DONE


def mend_all(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    letter, report = report_of(desk.actor, number, desk.rulebook())
    mended = fixed(letter, report.findings)
    edit_draft(desk.actor, number, subject=mended.subject, body=mended.body, now=desk.now, rulebook=desk.rulebook())
    return "Every safe change is made."


def mend(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    finding = found(desk, number, about)
    if finding is None or finding.span is None or finding.remedy is None or finding.remedy.replacement is None:
        raise DeskError("That place has changed since. Look at the report again.")
    letter, _ = report_of(desk.actor, number, desk.rulebook())
    text, span = letter.text(finding.part), finding.span
    changed = text[: span.start] + finding.remedy.replacement + text[span.end :]
    part: dict[str, Any] = {"subject" if finding.part == Part.SUBJECT else "body": changed}
    edit_draft(desk.actor, number, now=desk.now, rulebook=desk.rulebook(), **part)
    return "Changed."


def found(desk: OpenDesk, number: int, about: str) -> Finding | None:
    """The finding that a button is about: `rule@part@quote`."""
    _, report = report_of(desk.actor, number, desk.rulebook())
    rows: Iterable[Finding] = report.findings
    return next((row for row in rows if about == f"{row.rule}@{row.part}@{row.quote}"), None)


def allow(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    # A rule that speaks several times has a field on each of its cards.
    reason = next(filter(str.strip, fields.getlist(f"reason:{about}")), "")
    if not reason:
        raise DeskError("Say in a word or two why this is right here; the note keeps it.")
    allow_rule(desk.actor, number, about, reason=reason, now=desk.now)
    return "Allowed in this note."


def fine(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    rule, _, phrase = about.partition("@")
    if not phrase.strip():
        raise DeskError("That place has changed since. Look at the report again.")
    call_fine(desk.actor, rule, phrase, now=desk.now)
    return "From now on these words are fine on your desk."


def begin(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    subject, body = begun(desk.actor, number, desk.now)
    edit_draft(desk.actor, number, subject=subject or None, body=body, now=desk.now, rulebook=desk.rulebook())
    return "A first draft to start from. What stood here before is among the versions."


def otherwise(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    try:
        channel, stage = Channel(fields.get("channel", "")), Stage(fields.get("stage", ""))
    except ValueError:
        raise DeskError("Choose how it goes and what it is from the lists.") from None
    send_otherwise(desk.actor, number, channel=channel, stage=stage, now=desk.now, rulebook=desk.rulebook())
    return DONE


def remove(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    detach(desk.actor, number, about, now=desk.now)
    return f"{about} does not go along any more."


def bring_back(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    kept = next((row for row in versions(desk.actor, number) if str(row.id) == about), None)
    if kept is None:
        raise DeskError("That version is not kept any more. Choose another.")
    take(desk.actor, number, kept.id, now=desk.now, rulebook=desk.rulebook())
    if kept.proposed_by:
        return "Taken. Read it closely: what you did not tell is marked. What stood here before is among the versions."
    return "Brought back. What stood here before is among the versions."


def say_true(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    vouch(desk.actor, number, about, now=desk.now)
    return f"“{about}” stands."


def read(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    read_through(desk.actor, number, rulebook=desk.rulebook("full"), now=desk.now)
    return ""


def drop(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    discard_draft(desk.actor, number, now=desk.now)
    return "Put away. The history keeps that it was there."


STEPS: dict[str, Step] = {
    "save": keep,
    "mend-all": mend_all,
    "mend": mend,
    "allow": allow,
    "fine": fine,
    "begin": begin,
    "otherwise": otherwise,
    "remove": remove,
    "bring-back": bring_back,
    "vouch": say_true,
    "read": read,
    "drop": drop,
    **BESIDE,
}


def attach_all(desk: OpenDesk, number: int, files: MultiValueDict) -> None:  # type: ignore[type-arg]
    """Adds every file that came with the form; raises DeskError for one that is too much."""
    for file in files.getlist("files"):
        if file.size > MOST_UPLOAD:
            raise DeskError(f"{file.name} is too large: a note takes {MOST_UPLOAD // 1024 // 1024} MB of files in all.")
        attach(desk.actor, number, name=file.name or "", data=file.read(), now=desk.now)
