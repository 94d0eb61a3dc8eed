"""What is owed, planned and to come, as entries of a calendar."""

from collections.abc import Iterator
from datetime import datetime

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.desk.access import Actor
from sincerely.desk.errors import query
from sincerely.desk.queries.due import due
from sincerely.desk.shapes import InterviewShape, TouchShape
from sincerely.feeds.calendar import A_NOTE_TAKES, Entry, Kind
from sincerely.terms import Channel, Stage


@query
def entries_of(actor: Actor, now: datetime) -> list[Entry]:
    """The entries of a desk at a moment: late and owed contacts to do, planned ones and interviews as events."""
    day = due(actor, now)
    return [
        *(owed(touch) for touch in [*day.late, *day.today]),
        *(planned(touch) for touch in day.coming),
        *talks(day.interviews),
    ]


def owed(touch: TouchShape) -> Entry:
    """What should go today; `end` is when it is due."""
    start, end = datetime.fromisoformat(touch.best), datetime.fromisoformat(touch.due)
    plain = "A follow-up is late" if touch.late else "A follow-up is due"
    return Entry(key(touch), Kind.OWED, title(touch), plain, start, end, "\n".join(touch.reasons), touch.late)


def planned(touch: TouchShape) -> Entry:
    """What comes later, at its best moment."""
    best = datetime.fromisoformat(touch.best)
    return Entry(
        key(touch), Kind.PLANNED, title(touch), "A follow-up is planned", best, best + A_NOTE_TAKES, "\n".join(touch.reasons)
    )


def talks(interviews: list[InterviewShape]) -> Iterator[Entry]:
    for talk in interviews:
        start, end = datetime.fromisoformat(talk.start), datetime.fromisoformat(talk.end)
        what = f"Interview: {talk.role}, {talk.employer}" if talk.role else f"Interview: {talk.employer}"
        yield Entry(f"interview-{talk.id}", Kind.INTERVIEW, what, "Interview", start, end, talk.place)


def title(touch: TouchShape) -> str:
    what, how = STAGES[Stage(touch.stage)].capitalize(), CHANNELS[Channel(touch.channel)]
    return f"{what} to {touch.contact_name}, {touch.employer} ({how})"


def key(touch: TouchShape) -> str:
    """Names one contact that is owed, however its time may move."""
    return f"{touch.stage}-{touch.contact}-{touch.interview or touch.application}"
