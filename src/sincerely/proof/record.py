"""Letters from data: the form that `check --batch` reads, checked by hand so that every error names its place."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sincerely.proof.letter import Attachment, Candidate, Contact, Facts, Interview, Letter
from sincerely.terms import Channel, Stage

T = TypeVar("T", Channel, Stage)


class BadRecord(ValueError):
    """Data that is not a letter; the message says where and what was expected."""


def read_letter(data: Mapping[str, Any]) -> Letter:
    """A letter from `{"channel", "stage", "record", "message"}`; raises BadRecord."""
    message = mapping(data, "message")
    return Letter(
        channel=member(Channel, data, "channel", "email"),
        stage=member(Stage, data, "stage", "thank-you"),
        body=text(message, "body"),
        subject=text(message, "subject"),
        sender=text(message, "from"),
        to=texts(message, "to"),
        cc=texts(message, "cc"),
        bcc=texts(message, "bcc"),
        attachments=tuple(read_attachment(item) for item in items(message, "attachments")),
        facts=read_facts(mapping(data, "record")),
    )


def read_facts(record: Mapping[str, Any]) -> Facts:
    """The facts on record from a `record` object; unknown keys are ignored."""
    candidate = mapping(record, "candidate")
    thread = mapping(record, "thread")
    interview = mapping(record, "interview")
    wrote_first = thread.get("contact_wrote_first")
    return Facts(
        candidate=Candidate(
            name=text(candidate, "name"),
            email=text(candidate, "email"),
            phone=text(candidate, "phone"),
            employer=text(candidate, "employer"),
            pace=float(candidate.get("pace") or 150.0),
        ),
        contacts=tuple(read_contact(item) for item in items(record, "contacts")),
        company=text(record, "company"),
        role=text(record, "role"),
        interview=Interview(day(interview, "date"), text(interview, "format"), text(interview, "notes")),
        contact_wrote_first=bool(wrote_first) if wrote_first is not None else None,
        requested=texts(record, "requested") if record.get("requested") is not None else None,
        may_copy=texts(record, "may_copy"),
        other_names=texts(record, "other_names"),
        other_companies=texts(record, "other_companies"),
        known_words=texts(record, "known_words"),
    )


def read_contact(item: Mapping[str, Any]) -> Contact:
    return Contact(*(text(item, key) for key in ("name", "title", "email", "phone", "nickname")))


def read_attachment(item: Mapping[str, Any]) -> Attachment:
    size = item.get("size") or 0
    if not isinstance(size, int):
        raise BadRecord("attachments: size is not a number of bytes")
    return Attachment(text(item, "name"), text(item, "type"), size)


def mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadRecord(f"{key}: expected an object, found {type(value).__name__}")
    return value


def items(data: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    value = data.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise BadRecord(f"{key}: expected a list of objects")
    return value


def text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRecord(f"{key}: expected text, found {type(value).__name__}")
    return value


def texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key) or []
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadRecord(f"{key}: expected a list of texts")
    return tuple(value)


def day(data: Mapping[str, Any], key: str) -> date | None:
    value = text(data, key)
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise BadRecord(f"{key}: {value!r} is not a date such as 2026-03-02") from None


def member(kind: type[T], data: Mapping[str, Any], key: str, default: str) -> T:
    value = data.get(key, default)
    try:
        return kind(value)
    except ValueError:
        raise BadRecord(f"{key}: {value!r} is none of {', '.join(kind)}") from None
