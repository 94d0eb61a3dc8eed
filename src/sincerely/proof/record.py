"""Letters from data: the form that `check --batch` reads, checked by hand so that every error names its place."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sincerely.proof.letter import Attachment, Candidate, Contact, Facts, Interview, Letter
from sincerely.proof.speech import USUAL_PACE
from sincerely.terms import Channel, Stage

T = TypeVar("T", Channel, Stage)

LONGEST_BODY = 2_000_000
LONGEST_TEXT = 20_000
MOST_ITEMS = 1_000
LARGEST_FILE = 2**50
# Nobody speaks slower or faster: auctioneers reach some 400 words a minute.
SLOWEST, FASTEST = 30.0, 500.0
LONE_HALF = re.compile("[\ud800-\udfff]")


class BadRecord(ValueError):
    """Data that is not a letter; the message says where and what was expected."""


def read_letter(data: Mapping[str, Any]) -> Letter:
    """A letter from `{"channel", "stage", "record", "message"}`; unknown keys are ignored; raises BadRecord."""
    if not isinstance(data, Mapping):
        raise BadRecord(f"expected an object with a message, found {kind(data)}")
    message = mapping(data, "message")
    return Letter(
        channel=member(Channel, data, "channel", "email"),
        stage=member(Stage, data, "stage", "thank-you"),
        body=text(message, "body", LONGEST_BODY),
        subject=text(message, "subject"),
        sender=text(message, "from"),
        to=texts(message, "to"),
        cc=texts(message, "cc"),
        bcc=texts(message, "bcc"),
        attachments=tuple(read_attachment(item) for item in items(message, "attachments")),
        facts=read_facts(mapping(data, "record")),
    )


def read_facts(record: Mapping[str, Any]) -> Facts:
    """The facts on record from a `record` object; unknown keys are ignored; raises BadRecord."""
    if not isinstance(record, Mapping):
        raise BadRecord(f"record: expected an object, found {kind(record)}")
    candidate = mapping(record, "candidate")
    interview = mapping(record, "interview")
    return Facts(
        candidate=Candidate(
            name=text(candidate, "name"),
            email=text(candidate, "email"),
            phone=text(candidate, "phone"),
            employer=text(candidate, "employer"),
            pace=pace(candidate),
        ),
        contacts=tuple(read_contact(item) for item in items(record, "contacts")),
        company=text(record, "company"),
        role=text(record, "role"),
        interview=Interview(day(interview, "date"), text(interview, "format"), text(interview, "notes")),
        contact_wrote_first=flag(mapping(record, "thread"), "contact_wrote_first"),
        requested=texts(record, "requested") if record.get("requested") is not None else None,
        may_copy=texts(record, "may_copy"),
        other_names=texts(record, "other_names"),
        other_companies=texts(record, "other_companies"),
        known_words=texts(record, "known_words"),
        doubted=texts(record, "doubted"),
    )


def read_contact(item: Mapping[str, Any]) -> Contact:
    return Contact(*(text(item, key) for key in ("name", "title", "email", "phone", "nickname")))


def read_attachment(item: Mapping[str, Any]) -> Attachment:
    size = item.get("size")
    if size is None:
        size = 0
    if isinstance(size, bool) or not isinstance(size, int) or not 0 <= size <= LARGEST_FILE:
        raise BadRecord(f"attachments: size: expected a number of bytes from 0 on, found {shown(size)}")
    return Attachment(text(item, "name"), text(item, "type"), size)


def pace(candidate: Mapping[str, Any]) -> float:
    """Words a minute; the usual pace where none was measured."""
    value = candidate.get("pace")
    if value is None:
        return USUAL_PACE
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadRecord(f"candidate: pace: expected words a minute, found {shown(value)}")
    if not SLOWEST <= value <= FASTEST:
        raise BadRecord(f"candidate: pace: {value:g} words a minute is no speaking pace; give {SLOWEST:g} to {FASTEST:g}")
    return float(value)


def flag(data: Mapping[str, Any], key: str) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadRecord(f"{key}: expected true, false or null, found {shown(value)}")
    return value


def mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadRecord(f"{key}: expected an object, found {kind(value)}")
    return value


def items(data: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    value = sequence(data, key)
    if not all(isinstance(item, Mapping) for item in value):
        raise BadRecord(f"{key}: expected a list of objects")
    return value


def texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    if isinstance(data.get(key), str):
        return (text(data, key),)
    value = sequence(data, key)
    if not all(isinstance(item, str) for item in value):
        raise BadRecord(f"{key}: expected a list of texts")
    return tuple(text({key: item}, key) for item in value)


def sequence(data: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise BadRecord(f"{key}: expected a list, found {kind(value)}")
    if len(value) > MOST_ITEMS:
        raise BadRecord(f"{key}: {len(value)} entries are too many; {MOST_ITEMS} is the most")
    return value


def text(data: Mapping[str, Any], key: str, longest: int = LONGEST_TEXT) -> str:
    """A text, its lone surrogates (halves of a character) replaced, so that it can be written anywhere."""
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRecord(f"{key}: expected text, found {kind(value)}")
    if len(value) > longest:
        raise BadRecord(f"{key}: {len(value):,} characters are too many; {longest:,} is the most")
    return value if value.isascii() else LONE_HALF.sub("\ufffd", value)


def day(data: Mapping[str, Any], key: str) -> date | None:
    value = text(data, key)
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise BadRecord(f"{key}: {shown(value)} is not a date such as 2026-03-02") from None


def member(kind_of: type[T], data: Mapping[str, Any], key: str, default: str) -> T:
    value = data.get(key)
    try:
        return kind_of(default if value is None else value)
    except ValueError:
        raise BadRecord(f"{key}: {shown(value)} is none of {', '.join(kind_of)}") from None


def kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__


def shown(value: object) -> str:
    """A value as an error shows it: short, on one line."""
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
