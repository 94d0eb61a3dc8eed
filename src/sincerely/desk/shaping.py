"""Rows made into the shapes that go out."""

from datetime import UTC, date, datetime

from sincerely.desk.models import Account, Application, Contact, Desk, Event, History, Interview, Message, Received
from sincerely.desk.shapes import (
    AccountShape,
    ApplicationShape,
    ContactShape,
    DeskShape,
    EventShape,
    HistoryShape,
    InterviewShape,
    MessageShape,
    ReceivedShape,
    as_dict,
)


def iso(instant: datetime | None) -> str | None:
    """An instant as ISO 8601 in UTC."""
    return instant.astimezone(UTC).isoformat() if instant else None


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
        fine_phrases=row.fine_phrases,
        accounts=[as_dict(account_shape(account)) for account in row.accounts.order_by("id")],
        reconciling=row.reconcile_since is not None,
        sample=row.sample,
        digest_hour=row.digest_hour,
        review_votes=row.review_votes,
        review_mail=row.review_mail,
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
        withdrawn=row.withdrawn_at is not None,
        part_of=row.employer.part_of.name if row.employer.part_of else "",
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
