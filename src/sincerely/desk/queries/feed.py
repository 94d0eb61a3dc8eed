"""What is owed, planned and to come, as entries of a calendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from sincerely.cadence.plan import What
from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import query
from sincerely.desk.models import Feed
from sincerely.desk.queries.due import due
from sincerely.desk.shapes import FeedShape, InterviewShape, OwedShape, TouchShape
from sincerely.feeds.calendar import A_NOTE_TAKES, Entry, Kind
from sincerely.terms import Channel, Stage

# What is owed to somebody; an address or a zone to find out is a question of the desk, and stays there.
OWED_TO_SOMEBODY = {
    What.THANK_YOU: "Thank-you owed",
    What.ANSWER: "Answer owed",
    What.UNREAD: "Reply to read",
    What.ACKNOWLEDGE_OFFER: "Offer to acknowledge",
}


@query
def owner_of(actor: Actor) -> str:
    """What begins the keys of a desk's entries: the same at each run and after a restore, and no other desk's."""
    desk = access_desk(actor)
    return sha256(f"{desk.pk} {desk.created_at.astimezone(UTC).isoformat()}".encode()).hexdigest()[:12]


@query
def entries_of(actor: Actor, now: datetime) -> list[Entry]:
    """The entries of a desk at a moment: late and owed contacts to do, planned ones and interviews as events."""
    day = due(actor, now)
    found = [
        *(owed(touch) for touch in [*day.late, *day.today]),
        *(unsettled(row, now) for row in day.owed if row.what in OWED_TO_SOMEBODY),
        *(planned(touch) for touch in day.coming),
        *talks(day.interviews),
    ]
    owner = owner_of(actor)
    return [replace(entry, key=f"{owner}-{entry.key}") for entry in found]


def owed(touch: TouchShape) -> Entry:
    """What should go today; `end` is when it is due."""
    start, end = datetime.fromisoformat(touch.best), datetime.fromisoformat(touch.due)
    plain = "A follow-up is late" if touch.late else "A follow-up is due"
    return Entry(key(touch), Kind.OWED, title(touch), plain, start, end, "\n".join(touch.reasons), touch.late)


def unsettled(row: OwedShape, now: datetime) -> Entry:
    """What only the person can settle; no time is set for it."""
    what = f"{OWED_TO_SOMEBODY[What(row.what)]}: " + ", ".join(name for name in (row.contact_name, row.employer) if name)
    known = f"{row.what}-{row.contact}-{row.interview or row.application}"
    start = datetime.fromisoformat(row.since) if row.since else now
    return Entry(known, Kind.OWED, what, "Something at your desk waits for you", start, None, row.reason)


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


@query
def way_of(actor: Actor) -> FeedShape:
    """How the calendar leaves the desk, as far as it is set up."""
    row = Feed.objects.filter(desk=actor.desk).first() or Feed()
    return FeedShape(bool(row.token_sha256), row.caldav.get("url", ""), row.caldav.get("user", ""), row.private)
