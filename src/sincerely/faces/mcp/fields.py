"""What the tools take: each value with its limits and its meaning. None names an address: whom a note goes to is the desk's."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, WithJsonSchema

from sincerely.terms import Channel, Stage

# The largest number of a row (PostgreSQL: bigint).
MOST = 2**63 - 1
# Twenty pages; proof reads no longer letter well, and no follow-up is one.
LONGEST_LETTER = 50_000
YEARS = range(1970, 2201)


def likely(moment: datetime) -> datetime:
    """A moment that can be meant; raises ValueError."""
    if moment.year not in YEARS:
        raise ValueError(f"the year {moment.year} cannot be meant")
    return moment


def a_text(value: object) -> object:
    """A moment is told as text: a bare number is none."""
    if not isinstance(value, str):
        raise ValueError("write it like 2026-03-02T10:00:00Z")
    return value


def numbered(meaning: str) -> object:
    return Field(ge=1, le=MOST, description=meaning)


Application = Annotated[int, numbered("The application's number, as due tells it.")]
Contact = Annotated[int, numbered("The contact's number, as due tells it.")]
Interview = Annotated[int, numbered("The interview's number, as due tells it.")]
Message = Annotated[int, numbered("The draft's number, as draft gave it.")]
How = Annotated[Channel, Field(description="How they are reached.")]
Step = Annotated[Stage, Field(description="What the note is: its place in the follow-up.")]
Subject = Annotated[str, Field(max_length=998, description="The subject line; only an e-mail has one.")]
Body = Annotated[str, Field(max_length=LONGEST_LETTER, description="The whole text, with greeting and closing.")]
Words = Annotated[str, Field(min_length=1, max_length=5_000, description="In the person's words, a few lines.")]
Name = Annotated[str, Field(max_length=300)]
Moment = Annotated[
    AwareDatetime,
    BeforeValidator(a_text),
    AfterValidator(likely),
    WithJsonSchema({"type": "string", "format": "date-time"}),
    Field(description="When it happened, such as 2026-03-02T10:00:00Z; now where not said."),
]
Page = Annotated[str, Field(min_length=8, max_length=2_000, description="The posting's page on the web: https://…")]
