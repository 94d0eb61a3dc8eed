"""What goes out of the desk: one shape per noun, for the command line, the web, the API and --json alike.

Times are ISO 8601 in UTC, days ISO dates; `as_dict` makes plain data of any shape.
"""

from dataclasses import dataclass, field, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from sincerely.desk.models import Account, Application, Contact, Desk, Event, History, Interview, Message, Received


def iso(instant: datetime | None) -> str | None:
    """An instant as ISO 8601 in UTC."""
    return instant.astimezone(UTC).isoformat() if instant else None


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
    accounts: list[dict[str, Any]] = field(default_factory=list)
    reconciling: bool = False


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
    closed_because: str
    created_at: str
    contacts: list[ContactShape] = field(default_factory=list)
    interviews: list[InterviewShape] = field(default_factory=list)


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


def account_shape(row: Account) -> AccountShape:
    return AccountShape(
        id=row.pk,
        address=row.address,
        carrier=row.carrier,
        mailbox=row.mailbox,
        has_secrets=bool(row.sealed),
        trouble=row.trouble,
        trouble_since=iso(row.trouble_since),
        sending_trouble=row.sending_trouble,
        checked_at=iso(row.checked_at),
    )


def desk_shape(row: Desk) -> DeskShape:
    return DeskShape(
        name=row.name,
        email=row.email,
        phone=row.phone,
        zone=row.zone,
        postal_address=row.postal_address,
        pace=row.pace,
        employer=row.employer,
        background=row.background,
        policy=row.policy,
        policy_changes=row.policy_changes,
        allowed_rules=row.allowed_rules,
        accounts=[as_dict(account_shape(account)) for account in row.accounts.order_by("id")],
        reconciling=row.reconcile_since is not None,
    )


def contact_shape(row: Contact) -> ContactShape:
    addresses = list(row.addresses.all())
    good = [address.email for address in addresses if address.bad_since is None]
    return ContactShape(
        id=row.pk,
        name=row.name,
        title=row.title,
        nickname=row.nickname,
        honorific=row.honorific,
        employer=row.employer.name,
        employer_id=row.employer_id,
        email=good[0] if good else None,
        emails=[address.email for address in addresses],
        bad_emails=[address.email for address in addresses if address.bad_since],
        phone=row.phone,
        postal_address=row.postal_address,
        zone=row.zone,
        country=row.country,
        region=row.region,
        requested=row.requested,
        may_copy=row.may_copy,
        stopped_at=iso(row.stopped_at),
    )


def interview_shape(row: Interview) -> InterviewShape:
    panel = row.panel.select_related("contact") if not hasattr(row, "_prefetched_objects_cache") else row.panel.all()
    return InterviewShape(
        id=row.pk,
        application=row.application_id,
        employer=row.application.employer.name,
        role=row.application.role,
        start=iso(row.start) or "",
        end=iso(row.end) or "",
        zone=row.zone,
        format=row.format,
        place=row.place,
        notes=row.notes,
        cancelled_at=iso(row.cancelled_at),
        contacts=[{"id": seat.contact_id, "name": seat.contact.name} for seat in panel],
    )


def application_shape(row: Application, *, whole: bool = True) -> ApplicationShape:
    """An application; `whole` adds its employer's contacts and its interviews."""
    contacts = row.employer.contacts.filter(merged_into=None).select_related("employer").prefetch_related("addresses")
    interviews = row.interviews.select_related("application__employer").prefetch_related("panel__contact")
    return ApplicationShape(
        id=row.pk,
        employer=row.employer.name,
        employer_id=row.employer_id,
        zone=row.employer.zone,
        zone_guessed=row.employer.zone_guessed,
        country=row.employer.country,
        region=row.employer.region,
        role=row.role,
        posting=row.posting,
        posting_url=row.posting_url,
        status=row.status,
        closed_because=row.closed_because,
        created_at=iso(row.created_at) or "",
        contacts=[contact_shape(contact) for contact in contacts.order_by("id")] if whole else [],
        interviews=[interview_shape(interview) for interview in interviews] if whole else [],
    )


def message_shape(row: Message, *, files: bool = True) -> MessageShape:
    """A message; `files` lists its attachments, without their bytes."""
    attachments = row.attachments.values("name", "type", "size") if files else []
    return MessageShape(
        id=row.pk,
        application=row.application_id,
        employer=row.application.employer.name,
        contact=row.contact_id,
        contact_name=row.contact.name,
        interview=row.interview_id,
        channel=row.channel,
        stage=row.stage,
        state=row.state,
        sender=row.sender,
        to=row.to,
        cc=row.cc,
        bcc=row.bcc,
        subject=row.subject,
        body=row.body,
        attachments=[dict(item) for item in attachments],
        message_id=row.message_id,
        sha256=row.sha256,
        in_reply_to=row.in_reply_to,
        consent_at=iso(row.consent_at),
        consent_by=row.consent_by,
        not_before=iso(row.not_before),
        next_attempt=iso(row.next_attempt),
        attempts=row.attempts,
        handed_over_at=iso(row.handed_over_at),
        sent_at=iso(row.sent_at),
        receipt=row.receipt,
        trouble=row.trouble,
        held=row.held,
        created_at=iso(row.created_at) or "",
        changed_at=iso(row.changed_at) or "",
    )


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def received_shape(row: Received) -> ReceivedShape:
    return ReceivedShape(
        id=row.pk,
        employer=row.employer.name if row.employer else None,
        application=row.application_id,
        contact=row.contact_id,
        contact_name=row.contact.name if row.contact else None,
        answers=row.answers_id,
        channel=row.channel,
        sender=row.sender,
        subject=row.subject,
        text=row.text,
        nature=row.nature,
        until=day(row.until),
        reasons=row.reasons,
        asks=row.asks,
        at=iso(row.at) or "",
        read_at=iso(row.read_at),
        confirmed_at=iso(row.confirmed_at),
    )


def history_shape(row: History) -> HistoryShape:
    return HistoryShape(
        row.pk, iso(row.at) or "", row.who, row.what, row.noun, row.noun_id, row.application_id, row.words, row.details
    )


def event_shape(row: Event) -> EventShape:
    return EventShape(
        id=row.pk,
        at=iso(row.at) or "",
        kind=row.kind,
        contact=row.contact_id,
        contact_name=row.contact.name if row.contact else None,
        interview=row.interview_id,
        message=row.message_id,
        received=row.received_id,
        channel=row.channel,
        stage=row.stage,
        nature=row.nature,
        day=day(row.day),
        start=iso(row.start),
        end=iso(row.end),
        reason=row.reason,
    )
