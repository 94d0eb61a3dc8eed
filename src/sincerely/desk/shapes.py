"""What goes out of the desk: one shape per noun, for the command line, the web, the API and --json alike.

Times are ISO 8601 in UTC, days ISO dates; `as_dict` makes plain data of any shape.
"""

from dataclasses import dataclass, field, is_dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DeskShape:
    """The owner of a desk and how they wish to follow up."""

    name: str
    email: str
    phone: str
    zone: str
    postal_address: str
    pace: float
    employer: str
    background: str
    policy: str
    policy_changes: dict[str, Any]
    allowed_rules: list[str]
    fine_phrases: list[list[str]]
    accounts: list[dict[str, Any]] = field(default_factory=list)
    reconciling: bool = False
    sample: bool = False
    digest_hour: int | None = None
    review_votes: int = 0
    review_mail: bool = False


@dataclass(frozen=True, slots=True)
class ContactShape:
    """A person met. `email` is the address written to; null where none is known to work."""

    id: int
    name: str
    title: str
    nickname: str
    honorific: str
    employer: str
    employer_id: int
    email: str | None
    emails: list[str]
    bad_emails: list[str]
    phone: str
    postal_address: str
    zone: str
    country: str
    region: str
    requested: list[str] | None
    may_copy: list[str]
    stopped_at: str | None


@dataclass(frozen=True, slots=True)
class InterviewShape:
    """A dated talk; `contacts` lists who was on the panel, the one who led it first."""

    id: int
    application: int
    employer: str
    role: str
    start: str
    end: str
    zone: str
    format: str
    place: str
    notes: str
    cancelled_at: str | None
    contacts: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class EmployerShape:
    """A company and its place; `part_of` names the employer that gaps and caps count for with it, `parts` its own parts."""

    id: int
    name: str
    zone: str
    zone_guessed: bool
    country: str
    region: str
    part_of: str
    part_of_id: int | None
    parts: list[str]
    stopped_at: str | None


@dataclass(frozen=True, slots=True)
class ApplicationShape:
    """One pursuit of one job."""

    id: int
    employer: str
    employer_id: int
    zone: str
    zone_guessed: bool
    country: str
    region: str
    role: str
    posting: str
    posting_url: str
    status: str
    withdrawn: bool
    part_of: str
    closed_because: str
    created_at: str
    contacts: list[ContactShape] = field(default_factory=list)
    interviews: list[InterviewShape] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StandingShape:
    """An application and how far it has come; `step` is one of applied, interview, waiting, offer, ended."""

    id: int
    employer: str
    employer_id: int
    role: str
    step: str
    ended_by: str
    created_at: str
    next_interview: str | None
    last_interview: str | None
    last_sent: str | None
    last_heard: str | None


@dataclass(frozen=True, slots=True)
class MessageShape:
    """One text in one state, with what holds it or what became of it."""

    id: int
    application: int
    employer: str
    contact: int
    contact_name: str
    interview: int | None
    channel: str
    stage: str
    state: str
    sender: str
    to: str
    cc: list[str]
    bcc: list[str]
    subject: str
    body: str
    attachments: list[dict[str, Any]]
    message_id: str
    sha256: str
    in_reply_to: str
    consent_at: str | None
    consent_by: str
    not_before: str | None
    next_attempt: str | None
    attempts: int
    handed_over_at: str | None
    sent_at: str | None
    receipt: str
    trouble: str
    held: list[str]
    created_at: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class ReceivedShape:
    """A word from the other side. `asks`: the desk is not sure what it is and asks the person."""

    id: int
    employer: str | None
    application: int | None
    contact: int | None
    contact_name: str | None
    answers: int | None
    channel: str
    sender: str
    subject: str
    text: str
    nature: str
    until: str | None
    reasons: list[str]
    asks: bool
    at: str
    read_at: str | None
    confirmed_at: str | None


@dataclass(frozen=True, slots=True)
class AccountShape:
    """A mailbox, without its secrets."""

    id: int
    address: str
    carrier: dict[str, Any]
    mailbox: dict[str, Any]
    has_secrets: bool
    trouble: str
    trouble_since: str | None
    sending_trouble: str
    checked_at: str | None


@dataclass(frozen=True, slots=True)
class HistoryShape:
    """One thing done: who did what, when."""

    id: int
    at: str
    who: str
    what: str
    noun: str
    noun_id: int | None
    application: int | None
    words: str
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventShape:
    """One fact of an application's story, as a timeline shows it."""

    id: int
    at: str
    kind: str
    contact: int | None
    contact_name: str | None
    interview: int | None
    message: int | None
    received: int | None
    channel: str
    stage: str
    nature: str
    day: str | None
    start: str | None
    end: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TouchShape:
    """A contact that is owed or planned, with why; `message` is the text that is being made for it, in `state`."""

    application: int
    employer: str
    role: str
    contact: int
    contact_name: str
    interview: int | None
    stage: str
    channel: str
    not_before: str
    best: str
    due: str
    late: bool
    reasons: list[str]
    message: int | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class OwedShape:
    """Something that only the person can settle: a reply to read, an address or a zone to give, a nature to confirm."""

    what: str
    employer: str
    application: int | None
    contact: int | None
    contact_name: str | None
    interview: int | None
    since: str | None
    reason: str
    received: int | None = None
    message: int | None = None


@dataclass(frozen=True, slots=True)
class DueShape:
    """A day at the desk: what is late, what is owed today, what comes, what waits, and what only the person can settle."""

    now: str
    late: list[TouchShape]
    today: list[TouchShape]
    coming: list[TouchShape]
    owed: list[OwedShape]
    questions: list[OwedShape]
    unread: list[ReceivedShape]
    unsure: list[MessageShape]
    waiting: list[MessageShape]
    failed: list[MessageShape]
    interviews: list[InterviewShape]
    troubles: list[AccountShape]
    reconciling: bool
    clock_behind: bool
    open_applications: int


@dataclass(frozen=True, slots=True)
class FeedShape:
    """How the calendar leaves the desk: whether a secret address is in use, and the CalDAV server, without its password."""

    token: bool
    url: str
    user: str
    private: bool


@dataclass(frozen=True, slots=True)
class TokenShape:
    """A program that may come in, without its secret; `stands` until it runs out or is taken back."""

    id: int
    name: str
    scopes: list[str]
    created_at: str
    expires_at: str
    used_at: str | None
    revoked_at: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class GateShape:
    """The gate's answer for a message: open, or held with reasons and the next moment allowed."""

    open: bool
    reasons: list[str]
    next_allowed: str | None


def as_dict(shape: Any) -> Any:
    """A shape, or a list of shapes, as plain data."""
    if isinstance(shape, list):
        return [as_dict(item) for item in shape]
    if is_dataclass(shape):
        return {name: as_dict(getattr(shape, name)) for name in shape.__dataclass_fields__}
    return shape
