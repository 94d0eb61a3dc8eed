"""Messages as they are written: drafts, their files, what proof and the gate say of them, and their earlier texts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sincerely.desk.access import Actor
from sincerely.desk.actions.drafts import allow_rule, attach, detach, discard_draft, edit_draft, write_draft
from sincerely.desk.actions.proposals import begin_draft, propose
from sincerely.desk.actions.rewording import take, vouch
from sincerely.desk.actions.writing import send_otherwise
from sincerely.desk.callers import Scope
from sincerely.desk.queries import drafts
from sincerely.desk.queries import messages as queries
from sincerely.desk.queries.drafts import allowed_here, versions
from sincerely.desk.queries.ghosts import doubts_in
from sincerely.desk.queries.messages import gate_of, message, messages
from sincerely.desk.shapes import MessageShape
from sincerely.faces.api.operation import delete, get, patch, post, put
from sincerely.proof.rulebook import Rulebook
from sincerely.proof.shape import report_shape

TAG = "Messages"


@dataclass(frozen=True, slots=True)
class ReportShape:
    """What proof says of a letter: `verdict` is ready, revise or hold."""

    verdict: str
    findings: list[dict[str, Any]]
    notes: list[str]
    tier: str


@dataclass(frozen=True, slots=True)
class BeginningShape:
    """What the pen would begin a message with."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class RulesShape:
    """The rules that were overruled for one message."""

    rules: list[str] = field(default_factory=list)


def report(actor: Actor, message: int, *, rulebook: Rulebook) -> ReportShape:
    """What proof says of a message as it stands."""
    return ReportShape(**report_shape(queries.report_of(actor, message, rulebook)[1]))


def report_as_typed(
    actor: Actor,
    message: int,
    *,
    subject: str,
    body: str,
    cc: list[str] | None = None,
    bcc: list[str] | None = None,
    rulebook: Rulebook,
) -> ReportShape:
    """What proof says of words that are not saved, with all that is on record beside them. Nothing is written."""
    found = drafts.report_as_typed(actor, message, rulebook, subject=subject, body=body, cc=cc or (), bcc=bcc or ())
    return ReportShape(**report_shape(found[1]))


def beginning(actor: Actor, message: int, *, now: datetime) -> BeginningShape:
    """Subject and text that the pen would begin this message with."""
    return BeginningShape(*drafts.begun(actor, message, now))


def overruled(actor: Actor, message: int) -> RulesShape:
    """The rules that the person overruled for this one message."""
    return RulesShape(allowed_here(actor, message))


@dataclass(frozen=True, slots=True)
class DoubtShape:
    """Words of a proposed text that nothing on record bears out: a name, day, number, address or skill."""

    start: int
    end: int
    quote: str
    kind: str


def doubts(actor: Actor, message: int, version: int, *, now: datetime) -> list[DoubtShape]:
    """What in the text of a version nobody told, where a program proposes it."""
    found = doubts_in(actor, message, version, now)
    return [DoubtShape(one.span.start, one.span.end, one.quote, one.kind) for one in found]


def put_right(
    actor: Actor,
    message: int,
    *,
    subject: str | None = None,
    body: str | None = None,
    cc: list[str] | None = None,
    bcc: list[str] | None = None,
    to: str | None = None,
    rulebook: Rulebook,
    now: datetime,
) -> MessageShape:
    """Changes a message that has not left; what is not given stays. One that was approved is a draft again."""
    return edit_draft(actor, message, subject=subject, body=body, cc=cc, bcc=bcc, to=to, rulebook=rulebook, now=now)


ONE = "/messages/{message}"
OPERATIONS = (
    get("/messages", messages, Scope.READ, "Messages, newest first, without their files"),
    post(
        "/applications/{application}/messages", write_draft, Scope.WRITE, "Write a draft; without a text the pen does",
        status=201,
    ),
    post(
        "/applications/{application}/messages/begin", begin_draft, Scope.WRITE, "The draft for a touch, old or new"
    ),
    get(ONE, message, Scope.READ, "One message"),
    patch(ONE, put_right, Scope.WRITE, "Change a message that has not left", name="edit_draft"),
    post(f"{ONE}/otherwise", send_otherwise, Scope.WRITE, "Let it go by another channel, or at another stage"),
    post(f"{ONE}/propose", propose, Scope.WRITE, "Lay other words beside a draft, for a person to take"),
    post(f"{ONE}/discard", discard_draft, Scope.WRITE, "Drop a message that has not left"),
    put(f"{ONE}/files/{{name}}", attach, Scope.WRITE, "Attach a file: its bytes are the body"),
    delete(f"{ONE}/files/{{name}}", detach, Scope.WRITE, "Take a file away"),
    post(f"{ONE}/allow", allow_rule, Scope.APPROVE, "Overrule one rule for this message, and why"),
    get(f"{ONE}/allow", overruled, Scope.READ, "Which rules were overruled here", name="allowed_here"),
    get(f"{ONE}/report", report, Scope.READ, "What proof says of it", name="report_of"),
    post(f"{ONE}/report", report_as_typed, Scope.READ, "What proof says of other words for it"),
    get(f"{ONE}/gate", gate_of, Scope.READ, "May it go? If not, why, and when"),
    get(f"{ONE}/beginning", beginning, Scope.READ, "What the pen would begin it with", name="begun"),
    get(f"{ONE}/versions", versions, Scope.READ, "Its earlier texts, newest first"),
    get(f"{ONE}/versions/{{version}}/doubts", doubts, Scope.READ, "What in proposed words nobody told", name="doubts_in"),
    post(f"{ONE}/versions/{{version}}/take", take, Scope.WRITE, "Put an earlier or proposed text in its place"),
    post(f"{ONE}/vouch", vouch, Scope.APPROVE, "Words that nobody told are true"),
)  # fmt: skip
