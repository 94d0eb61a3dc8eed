"""What a person enters, checked and put into one form; every fault is a DeskError that says what would be right."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from email_validator import EmailNotValidError, validate_email

from sincerely.desk.errors import DeskError

# Long enough for any posting or letter, short enough that a mistaken file is noticed.
LONGEST_TEXT = 200_000
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
FORMATS = ("", "phone", "video", "on-site")


def line(value: str, name: str, longest: int = 300, *, needed: bool = False) -> str:
    """One line of text without control characters."""
    if CONTROLS.search(value) or "\n" in value:
        raise DeskError(f"The {name} holds a line break or a control character. Write it on one line.")
    value = " ".join(value.split())
    if needed and not value:
        raise DeskError(f"The {name} is missing. Please give it.")
    if len(value) > longest:
        raise DeskError(f"The {name} is longer than {longest} characters. Please shorten it.")
    return value


def text(value: str, name: str, longest: int = LONGEST_TEXT) -> str:
    """Several lines of text, with line ends of one kind."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROLS.search(value):
        raise DeskError(f"The {name} holds a control character. Take it out.")
    if len(value) > longest:
        raise DeskError(f"The {name} is longer than {longest:,} characters. Please shorten it.")
    return value


def email(value: str, name: str = "e-mail address") -> str:
    """An address as it is written to, or nothing; its form is checked, no server is asked."""
    value = value.strip()
    if not value:
        return ""
    try:
        found = validate_email(value, check_deliverability=False, allow_quoted_local=False, test_environment=True)
    except EmailNotValidError:
        raise DeskError(f"The {name} is not an e-mail address such as name@example.com.") from None
    return found.normalized


def zone(value: str, name: str = "time zone") -> str:
    """An IANA time zone, or nothing."""
    value = value.strip()
    if value:
        try:
            ZoneInfo(value)
        except (ValueError, OSError, KeyError):
            raise DeskError(f"The {name} {value!r} is not known. Write it like Europe/Dublin or America/New_York.") from None
    return value


def country(value: str) -> str:
    """A country's two letters, or nothing."""
    value = value.strip().upper()
    if value and not re.fullmatch("[A-Z]{2}", value):
        raise DeskError(f"The country {value!r} is not two letters such as IE, DE or US.")
    return value


def instant(value: datetime, name: str) -> datetime:
    """An instant in UTC; a time without a zone is refused."""
    if value.tzinfo is None:
        raise DeskError(f"The {name} has no time zone. Add one, such as Z or +01:00.")
    return value.astimezone(UTC)


def format(value: str) -> str:
    """How an interview is held."""
    value = value.strip().lower()
    if value not in FORMATS:
        raise DeskError(f"The format {value!r} is none of phone, video and on-site.")
    return value
