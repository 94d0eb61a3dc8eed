"""When somebody who is away comes back, read out of what the absence note says."""

import datetime
import re
import tomllib
from functools import cache
from pathlib import Path

# Somebody who names no year means the next such day; a note may speak of one that has just passed.
JUST_PASSED = datetime.timedelta(days=14)
# Longer absences are announced by other means; a later date is misread.
LONGEST = datetime.timedelta(days=400)
DAY = datetime.timedelta(days=1)
NO_TIME = datetime.timedelta(0)
LONGEST_TEXT = 5_000
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "zwei": 2, "drei": 3, "deux": 2, "trois": 3}
COUNTS = NUMBERS | {str(number): number for number in range(1, 60)}
WEEKS = ("week", "woche", "semaine")
AGAIN = "(?:again|onwards|wieder|zurück|erreichbar)"


def last_day_away(text: str, said_on: datetime.date) -> datetime.date | None:
    """The last day away that a note names; None where it names none. A day of return gives the day before it."""
    words = " ".join(text[:LONGEST_TEXT].split()).lower()
    patterns = _patterns()
    for name, less in (("back", DAY), ("again", DAY), ("range", NO_TIME), ("after", NO_TIME), ("last", NO_TIME)):
        ends = [day - less for match in patterns[name].finditer(words) if (day := _day(match, said_on))]
        fitting = [day for day in ends if said_on - JUST_PASSED <= day <= said_on + LONGEST]
        if fitting:
            return max(fitting)
    return _in_words(words, said_on)


def _day(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """The day that one of the forms of a date names."""
    found = {key: value for key, value in match.groupdict().items() if value}
    if "iso" in found:
        return _valid(*map(int, found["iso"].split("-")))
    if "weekday" in found:
        return _next_weekday(_number(found["weekday"], "weekdays"), said_on)
    if "tomorrow" in found:
        return said_on + DAY
    if "slash" in found:
        return _slashed(found["slash"], said_on)
    day = int(found.get("day") or found.get("day2") or found.get("day3") or 0)
    month = int(found["number"]) if "number" in found else _number(found.get("month") or found.get("month2") or "", "months") + 1
    year = found.get("year") or found.get("year2") or found.get("year3")
    return _dated(day, month, int(year) + (2000 if len(year) == 2 else 0) if year else None, said_on)


def _dated(day: int, month: int, year: int | None, said_on: datetime.date) -> datetime.date | None:
    """A day of a month; without a year, the first that is not long past."""
    if year is not None:
        return _valid(year, month, day)
    days = (_valid(near, month, day) for near in (said_on.year - 1, said_on.year, said_on.year + 1))
    return next((date for date in days if date and date >= said_on - JUST_PASSED), None)


def _slashed(words: str, said_on: datetime.date) -> datetime.date | None:
    """3/4 or 3/4/2026: whichever of the two readings comes first, for people are not away for long."""
    parts = [int(part) for part in re.split(r"[/.-]", words)]
    year = parts[2] + (2000 if parts[2] < 100 else 0) if len(parts) > 2 else None
    readings = [_dated(parts[0], parts[1], year, said_on), _dated(parts[1], parts[0], year, said_on)]
    return min((date for date in readings if date and date >= said_on - JUST_PASSED), default=None)


def _in_words(words: str, said_on: datetime.date) -> datetime.date | None:
    """Days that are named by what they are to today."""
    friday = said_on + DAY * ((4 - said_on.weekday()) % 7)
    if re.search(
        r"\b(?:end of|rest of|all|this|diese[rn]?|ende der|cette|esta) (?:the |this )?(?:week|woche|semaine|semana)\b", words
    ):
        return friday
    if re.search(r"\b(?:next week|nächste woche|la semaine prochaine|la próxima semana)\b", words):
        return friday + DAY * 7
    if re.search(r"\bend of (?:the |this )?month\b|\bende des monats\b", words):
        return (said_on.replace(day=1) + DAY * 32).replace(day=1) - DAY
    if match := re.search(rf"\b(?:end of|ende|fin de|fine) ({'|'.join(_names()['months'])})\b", words):
        after = _dated(1, (_number(match[1], "months") + 1) % 12 + 1, None, said_on)
        return after - DAY if after else None
    if match := re.search(r"\b(?:for|next|für|pour) (?:the next |die nächsten )?(\w+) (day|week|tag|woche|jour|semaine)", words):
        return said_on + DAY * COUNTS[match[1]] * (7 if match[2] in WEEKS else 1) if match[1] in COUNTS else None
    days = "|".join(_names()["weekdays"])
    if match := re.search(rf"\b(?:out of (?:the )?office|away|off|absent|abwesend)(?: on)? ({days})\b", words):
        return _next_weekday(_number(match[1], "weekdays"), said_on - DAY)
    if re.search(r"\b(?:today|heute|aujourd.hui|hoy)\b", words):
        return said_on
    return None


def _next_weekday(weekday: int, after: datetime.date) -> datetime.date:
    return after + DAY * ((weekday - after.weekday() - 1) % 7 + 1)


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _number(word: str, kind: str) -> int:
    """Which month or weekday a word names, from 0; -1 where none."""
    return next((at for at, names in enumerate(_names()[kind]) if re.fullmatch(names, word)), -1)


@cache
def _names() -> dict[str, list[str]]:
    with Path(__file__).with_name("until.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What stands before a date, and the date in all its forms."""
    names = _names()
    month, weekday = "|".join(names["months"]), "|".join(names["weekdays"])
    of = r"(?:st|nd|rd|th|er|\.|º)?,? (?:of |de |di )?"
    date = (
        r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
        rf"|(?P<day>\d{{1,2}}){of}(?P<month>{month})\b\.?,?(?: (?:de )?(?P<year>\d{{4}}))?"
        rf"|(?P<month2>{month})\.? (?:the )?(?:\d{{1,2}} ?[-–] ?)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>\d{{4}}))?"
        r"|(?P<day3>\d{1,2})\. ?(?P<number>\d{1,2})\.(?: ?(?P<year3>\d{4}|\d{2})\b)?"
        r"|(?P<slash>\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\b"
        rf"|(?P<weekday>{weekday})\b|(?P<tomorrow>tomorrow|morgen|demain|mañana))"
    )
    little = (
        r"(?:on |am |le |el |il |op |den |again |wieder |from |ab |ab dem |vom |the |next |kommenden |this "
        r"|vanaf |fra |från |och med |og med |od |dal |del |desde |a partir d[eo] |à partir du |em |no |na |dia |dnia "
        r"|w dniu |dne |w |we |ve |v |inclusive |einschließlich "
        rf"|(?:{weekday}),? (?:the |dem |den |der )?){{0,4}}"
    )
    between = f" ?:? ?{little}"
    a_range = (
        rf"\b(?P<month2>{month})\.? \d{{1,2}}(?:st|nd|rd|th)? ?(?:-|–|to|through|until|till) ?(?P<day2>\d{{1,2}})(?!\d|[:.]\d)"
    )
    return {
        "back": re.compile(rf"\b(?:{'|'.join(names['back'])})\b{between}{date}"),
        "again": re.compile(rf"\b(?:from|as of|ab|à partir du)(?: dem)? {little}{date}.{{0,20}}?\b{AGAIN}"),
        "range": re.compile(a_range),
        # Finnish sets the word after the day, and Hungarian its ending.
        "after": re.compile(rf"{date}(?: (?:saakka|asti)\b|-ig\b)"),
        "last": re.compile(rf"(?<!\S)(?:{'|'.join(names['last'])}){between}{date}"),
    }
