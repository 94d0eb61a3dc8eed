"""A draft on the desk: what proof says of it as it is typed, what the pen would begin with, and its earlier texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sincerely import pen
from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.checking import read
from sincerely.desk.errors import query
from sincerely.desk.models import Version
from sincerely.desk.shaping import iso
from sincerely.desk.snapshots.briefs import brief_of
from sincerely.proof.finding import Report
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel


@dataclass(frozen=True, slots=True)
class VersionShape:
    """What a message said until `kept_at`; or what a program, `proposed_by`, proposes that it say."""

    id: int
    subject: str
    body: str
    kept_at: str
    proposed_by: str = ""


@query
def report_as_typed(
    actor: Actor,
    message: int,
    rulebook: Rulebook,
    *,
    subject: str,
    body: str,
    cc: Sequence[str] = (),
    bcc: Sequence[str] = (),
) -> tuple[Letter, Report]:
    """What proof says of words that are not saved yet, with all that is on record beside them. Nothing is written."""
    row = access_message(actor, message)
    row.subject, row.body, row.cc, row.bcc = subject, body, list(cc), list(bcc)
    return read(row, rulebook)


@query
def begun(actor: Actor, message: int, now: datetime) -> tuple[str, str]:
    """Subject and text that the pen would begin this message with; a subject only where it goes by e-mail."""
    row = access_message(actor, message)
    draft = pen.draft(brief_of(row, now))
    return draft.subject if row.channel == Channel.EMAIL else "", draft.body


@query
def versions(actor: Actor, message: int) -> list[VersionShape]:
    """The earlier texts of a message, newest first."""
    rows = Version.objects.filter(message=access_message(actor, message)).order_by("-id")
    return [VersionShape(row.pk, row.subject, row.body, iso(row.kept_at) or "", row.proposed_by) for row in rows]


@query
def allowed_here(actor: Actor, message: int) -> list[str]:
    """The rules that the person overruled for this one message."""
    return list(access_message(actor, message).allowed_rules)
