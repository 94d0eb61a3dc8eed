"""What a request may hold, by the type that the desk expects: no value is taken for one of another kind."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator, Field, Strict, WithJsonSchema

# RFC 3339, section 5.6.
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Years outside are no dates of a job search, and too near the ends of time to count from.
YEARS = range(1970, 2201)
# The largest number of a row (PostgreSQL: bigint).
MOST = 2**63 - 1
MOST_ITEMS = 5000


def read_instant(value: object) -> datetime:
    """An instant with its offset; raises ValueError."""
    if not isinstance(value, str) or not INSTANT.fullmatch(value):
        raise ValueError("Write it like 2026-03-02T10:00:00Z, with an offset.")
    found = datetime.fromisoformat(value.upper())
    if found.year not in YEARS:
        raise ValueError(f"The year {found.year} cannot be meant.")
    return found


def read_day(value: object) -> date:
    """A day; raises ValueError."""
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise ValueError("Write it like 2026-03-02.")
    found = date.fromisoformat(value)
    if found.year not in YEARS:
        raise ValueError(f"The year {found.year} cannot be meant.")
    return found


Instant = Annotated[datetime, BeforeValidator(read_instant), WithJsonSchema({"type": "string", "format": "date-time"})]
Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
# In an address everything is text; in a body numbers are numbers.
Number = Annotated[int, Field(ge=1, le=MOST)]
StrictNumber = Annotated[int, Strict(), Field(ge=0, le=MOST)]
StrictFlag = Annotated[bool, Strict()]
Plain = {str: str, datetime: Instant, date: Day, Any: Any, float: Annotated[float, Strict()]}


def form(kind: Any, *, body: bool) -> Any:
    """The form of a value of this kind, in a body or in an address."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return Union[tuple(one if one is type(None) else form(one, body=body) for one in inner)]  # noqa: UP007
    if kind is int:
        return StrictNumber if body else Number
    if kind is bool:
        return StrictFlag if body else bool
    if origin is not None and issubclass(origin, Mapping):
        return dict[str, Any]
    if origin is not None and issubclass(origin, Sequence | Collection):
        return Annotated[list.__class_getitem__(form(inner[0], body=body)), Field(max_length=MOST_ITEMS)]
    return Plain.get(kind, kind)
