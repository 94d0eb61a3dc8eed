"""A posting: one advert for one job, as some page or board showed it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from sincerely.watch.markup import plain

# Longer ones are no titles, names or places but something that went astray.
LONGEST_LINE, LONGEST_TEXT, LONGEST_URL, MOST_PLACES = 300, 100_000, 2_000, 20
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Years outside are slips or placeholders.
FIRST_YEAR, LAST_YEAR = 1990, 2100
WRITTEN = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")
KINDS = {
    "fulltime": "full-time",
    "parttime": "part-time",
    "contractor": "contract",
    "perdiem": "by the day",
    "intern": "internship",
    "other": "",
}


@dataclass(frozen=True, slots=True)
class Posting:
    """What an advert says. `identifier` tells it from the others of its source; days are those written, with no zone.

    `remote` is remote, hybrid, on-site, or empty where nothing is said; `details` is an address that holds the text where the
    source gives it apart.
    """

    identifier: str
    title: str
    employer: str = ""
    places: tuple[str, ...] = ()
    remote: str = ""
    posted: date | None = None
    closing: date | None = None
    pay: str = ""
    employment: str = ""
    text: str = ""
    url: str = ""
    details: str = ""


def posting(
    identifier: object,
    title: object,
    *,
    employer: object = "",
    places: Iterable[object] = (),
    remote: str = "",
    posted: object = None,
    closing: object = None,
    pay: str = "",
    employment: object = "",
    text: object = "",
    url: object = "",
    details: str = "",
) -> Posting | None:
    """A posting of foreign values, cut to their limits; None where it has no title."""
    name = line(title)
    if not name:
        return None
    return Posting(
        identifier=line(identifier, 200) or line(url, 200) or name,
        title=name,
        employer=line(employer, 200),
        places=tuple(dict.fromkeys(filter(None, (line(place, 200) for place in places))))[:MOST_PLACES],
        remote=remote,
        posted=day(posted),
        closing=day(closing),
        pay=line(pay, 200),
        employment=kinds(employment),
        text=lines(text),
        url=web(url),
        details=details,
    )


def line(value: object, longest: int = LONGEST_LINE) -> str:
    """One line of text without control characters or markup; numbers as they are written."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    words = plain(str(value)[: longest * 20])
    return " ".join(CONTROLS.sub(" ", words).split())[:longest].strip()


def lines(value: object) -> str:
    """Several lines of text, without markup."""
    return CONTROLS.sub("", plain(value)).strip()[:LONGEST_TEXT] if isinstance(value, str) else ""


def web(value: object) -> str:
    """An address of the web; anything else is empty."""
    if not isinstance(value, str) or len(value) > LONGEST_URL or CONTROLS.search(value):
        return ""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return ""
    return value.strip() if parts.scheme in ("http", "https") and parts.hostname else ""


def day(value: object) -> date | None:
    """The day that a value names: ISO 8601, an instant in milliseconds, mail's form, or a written date; None where unsure."""
    found = None
    if isinstance(value, int | float) and not isinstance(value, bool):
        found = of_milliseconds(value)
    elif isinstance(value, str):
        found = of_words(value.strip()[:60])
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def of_milliseconds(value: float) -> date | None:
    try:
        return datetime.fromtimestamp(value / 1000, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def of_words(words: str) -> date | None:
    if re.match(r"\d{4}-\d\d-\d\d(?!\d)", words):
        words = words[:10]
    for form in ("%Y-%m-%d", *WRITTEN):
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def kinds(value: object) -> str:
    """Kinds of employment in one way of writing: `full-time, contract`."""
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(dict.fromkeys(filter(None, (kind(one) for one in values[:5]))))[:100]


def kind(value: object) -> str:
    words = line(value, 60)
    known = re.sub(r"[\W_]+", "", words).lower()
    return KINDS.get(known, words.replace("_", " ").lower())


def pay_of(least: object, most: object, currency: object, span: object) -> str:
    """Pay in words: `EUR 40,000 to 50,000 a year`; empty where no amount is said."""
    amounts = [amount for amount in (money(least), money(most)) if amount]
    if not amounts:
        return ""
    spans = {"HOUR": "an hour", "DAY": "a day", "WEEK": "a week", "MONTH": "a month", "YEAR": "a year"}
    said = line(span, 40).upper()
    each = next((words for name, words in spans.items() if name in said.replace("ANNUAL", "YEAR")), "")
    return " ".join(filter(None, (line(currency, 10).upper(), " to ".join(dict.fromkeys(amounts)), each)))


def money(value: object) -> str:
    """An amount with its thousands set apart; empty where it is none."""
    if isinstance(value, str):
        words = value.strip()
        digits = words.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?", words) else words
        if not re.fullmatch(r"\d{1,12}(\.\d{1,4})?", digits):
            return ""
        value = float(digits)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e12:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
