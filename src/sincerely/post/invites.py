"""Invites to an interview: iCalendar (RFC 5545) and iMIP (RFC 6047), as calendars of many makers write them, within limits.

Recurrences are never unrolled: of a series the first date counts.
"""

import datetime
import hashlib
import re
from dataclasses import dataclass

from icalendar import vDuration

from sincerely.post.address import Address
from sincerely.post.calendars import CalendarError, Event, Line, events
from sincerely.post.mail import MailError, read_mail

MEBI = 1024 * 1024
MOST_BYTES = 5 * MEBI
MAILTO = "mailto:"
CALENDARS = ("text/calendar", "application/ics")
BEGIN = re.compile(rb"^[\xef\xbb\xbf\s]*BEGIN:V(?:CALENDAR|EVENT)", re.IGNORECASE)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
LONGEST_TEXT = 20_000
MOST_ATTENDEES = 500
MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?", re.IGNORECASE)
ESCAPED = re.compile(r"\\([\\;,nN])")
# RFC 5545, 3.2.3, 3.2.16 and 3.2.12: rooms and things, those who are only told, and those who will not come.
NOT_THERE = {"CUTYPE": ("ROOM", "RESOURCE"), "ROLE": ("NON-PARTICIPANT",), "PARTSTAT": ("DECLINED",)}
DAY = datetime.timedelta(days=1)
# Longer events are holidays and mistakes.
LONGEST = datetime.timedelta(days=366)
YEARS = range(1970, 2200)


class InviteError(ValueError):
    """An invite that cannot be read; one line that says why."""


@dataclass(frozen=True, slots=True)
class Invite:
    """One event. `start` and `end` carry an offset; an event without an end ends when it begins, or with its day.

    `method` in lower case: request, cancel, reply, publish …; `zone` is the IANA name where the place's time is told, and
    `zone_guessed` says that the time itself rests on a guess. `recurrence` names one date of a series that was changed.
    """

    uid: str
    sequence: int
    method: str
    start: datetime.datetime
    end: datetime.datetime
    zone: str | None
    zone_guessed: bool
    all_day: bool
    organizer: Address | None
    attendees: tuple[Address, ...]
    summary: str
    description: str
    location: str
    status: str
    recurring: bool
    recurrence: str = ""

    @property
    def cancelled(self) -> bool:
        return self.method == "cancel" or self.status == "cancelled"


def read_invites(raw: bytes, zone: str | None = None) -> list[Invite]:
    """All events of an .ics file, or of the invites in a mail. `zone`: an IANA name for times that name no zone.

    Raises `InviteError` and nothing else: where nothing can be read, or no event with a date is among it.
    """
    is_calendar = bool(BEGIN.match(raw)) or raw.startswith(UTF_16)
    found: dict[Invite, None] = {}
    try:
        for text in [_as_text(raw)] if is_calendar else _enclosed(raw):
            found.update((invite, None) for event in events(text, zone or "") if (invite := _invite(event)))
    except CalendarError as error:
        raise InviteError(str(error)) from error
    if not found:
        raise InviteError("There is no event with a date in it.")
    return list(found)


def _enclosed(raw: bytes) -> list[str]:
    """The calendars in a mail."""
    try:
        mail = read_mail(raw)
    except MailError as error:
        raise InviteError(str(error)) from error
    parts = [part for part in mail.parts if part.media_type in CALENDARS or part.name.lower().endswith(".ics")]
    if not parts:
        raise InviteError("There is no invite in it: it is neither a calendar file nor a mail that holds one.")
    return [_as_text(part.content) for part in parts]


def _as_text(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise InviteError(f"The invite is larger than {MOST_BYTES // MEBI} MB and was not read.")
    for encoding in ("utf-16",) if raw.startswith(UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _invite(event: Event) -> Invite | None:
    """An event as an invite; None where its date cannot be read."""
    begins = event.first("DTSTART")
    start = _moment(begins, event) if begins else None
    if not begins or not start:
        return None
    all_day = "T" not in begins.value.upper()
    changed = event.first("RECURRENCE-ID")
    people = [person for line in event.all("ATTENDEE")[:MOST_ATTENDEES] if (person := _person(line))]
    organizer = event.first("ORGANIZER")
    return Invite(
        uid=_text(event, "UID") or _own_uid(event),
        sequence=_whole_number(_text(event, "SEQUENCE")),
        method=event.method or "publish",
        start=start,
        end=_end(event, start, all_day),
        zone=event.zone_name(begins),
        zone_guessed=not event.is_certain(begins),
        all_day=all_day,
        organizer=_person(organizer) if organizer else None,
        attendees=tuple(dict.fromkeys(people)),
        summary=_text(event, "SUMMARY"),
        description=_text(event, "DESCRIPTION"),
        location=_text(event, "LOCATION"),
        status=_text(event, "STATUS").lower(),
        recurring=bool(event.first("RRULE") or event.first("RDATE")),
        recurrence=changed.value.strip() if changed else "",
    )


def _moment(line: Line, event: Event) -> datetime.datetime | None:
    """A date or time with its zone; a date is its first moment."""
    match = MOMENT.fullmatch(line.value.strip())
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    if year not in YEARS:
        return None
    try:
        # 60 is a leap second (RFC 5545, 3.3.12), which Python does not know.
        return datetime.datetime(
            year, month, day, hour, minute, min(second, 59), tzinfo=datetime.UTC if match[7] else event.zone(line)
        )
    except ValueError:
        return None


def _end(event: Event, start: datetime.datetime, all_day: bool) -> datetime.datetime:
    """The end as it is told, else by the duration, else as RFC 5545, 3.6.1 has it; never before the start."""
    ends, lasts = event.first("DTEND"), event.first("DURATION")
    end = _moment(ends, event) if ends else None
    if end is None and lasts:
        try:
            length = vDuration.from_ical(lasts.value.strip())  # type: ignore[no-untyped-call]
            end = (start.astimezone(datetime.UTC) + min(length, LONGEST)).astimezone(start.tzinfo)
        except (ValueError, OverflowError, TypeError):
            end = None
    if end is None or end < start:
        return start + DAY if all_day else start
    return end


def _person(line: Line) -> Address | None:
    """Who is invited, or invites; rooms and things are nobody, and neither is who is not there."""
    if any(line.parameters.get(name, "").upper() in values for name, values in NOT_THERE.items()):
        return None
    value = line.value.strip()
    at = value.lower().rfind(MAILTO)
    address = value[at + len(MAILTO) :] if at >= 0 else line.parameters.get("EMAIL", value)
    name = line.parameters.get("CN", "").strip().strip("\"'")
    email = address.strip() if "@" in address else ""
    if not email and "@" in name:
        name, email = "", name
    return Address("" if name == email else name, email) if name or email else None


def _text(event: Event, name: str) -> str:
    line = event.first(name)
    if not line:
        return ""
    text = ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], line.value[:LONGEST_TEXT])
    return text.replace("\0", "").strip()


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _own_uid(event: Event) -> str:
    """An id for an event that has none: the same for the same event."""
    said = "\n".join(line.value for name in ("DTSTART", "SUMMARY", "ORGANIZER") for line in event.all(name))
    return "without-uid-" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]
