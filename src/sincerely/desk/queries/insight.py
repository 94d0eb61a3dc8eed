"""What the desk's own story shows: which notes were answered, how soon, and how far applications came."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast

from sincerely.desk.access import Actor
from sincerely.desk.errors import query
from sincerely.desk.models import Application, Employer, Event, Interview
from sincerely.desk.proportion import Proportion
from sincerely.desk.queries.standings import HEARD
from sincerely.desk.snapshots.rows import instant

Kind = Event.Kind
# How long after the interview, or what came last, a note went out: its upper end, and how it is said.
WAITS = (
    (timedelta(hours=24), "within a day"),
    (timedelta(days=3), "after 1 to 3 days"),
    (timedelta(days=8), "after 3 to 8 days"),
    (timedelta.max, "later"),
)
# An answer after this long is no answer to that note.
ANSWERS_WITHIN = timedelta(days=60)
# Younger notes may still be answered: they are counted once they have this age. Were those with an answer counted
# before, answers would seem more frequent than they are.
RIPE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Note:
    """A note that went, what it followed by how long, and when it was answered, if it was."""

    stage: str
    channel: str
    employer: str
    at: datetime
    waited: timedelta | None
    answered: timedelta | None


@dataclass(frozen=True, slots=True)
class Insight:
    """Shares of notes that were answered; days to an answer by employer; and the steps of the applications, with counts."""

    stages: dict[str, Proportion]
    channels: dict[str, Proportion]
    waits: dict[str, Proportion]
    employers: dict[str, tuple[float, int]]
    steps: dict[str, int]
    notes: int
    unripe: int


class Told(NamedTuple):
    """The columns of an event that tell a part of the story."""

    id: int
    at: str
    kind: str
    employer_id: int
    interview_id: int | None
    stage: str
    channel: str
    nature: str


@query
def insight(actor: Actor, now: datetime) -> Insight:
    """Everything, in five queries however large the desk."""
    notes = list(notes_of(actor, now))
    ripe = [note for note in notes if now - note.at >= RIPE]
    waits = dict.fromkeys([words for _, words in WAITS], Proportion(0, 0))
    return Insight(
        stages=shares(ripe, lambda note: note.stage),
        channels=shares(ripe, lambda note: note.channel),
        waits={**waits, **shares([note for note in ripe if note.waited is not None], wait_words)},
        employers=soonness(notes),
        steps=steps_of(actor, now),
        notes=len(notes),
        unripe=len(notes) - len(ripe),
    )


def notes_of(actor: Actor, now: datetime) -> Iterable[Note]:
    """Each note that went, with the first word from a person there after it and before the next note.

    Parts of one employer tell one story.
    """
    kinds = (Kind.SENT, Kind.RECEIVED, Kind.INTERVIEW, Kind.MOVED)
    employers = {
        pk: (name, part_of or pk)
        for pk, name, part_of in Employer.objects.filter(desk=actor.desk).values_list("id", "name", "part_of")
    }
    columns = [Cast("at", TextField()) if name == "at" else name for name in Told._fields]
    held = Interview.objects.filter(desk=actor.desk, cancelled_at=None, end__lte=now)
    ends = dict(held.order_by().values_list("id", "end"))
    rows = Event.objects.filter(desk=actor.desk, kind__in=kinds, at__lte=now).order_by()
    story: defaultdict[int, list[tuple[datetime, int, Told]]] = defaultdict(list)
    for row in (Told(*values) for values in rows.values_list(*columns)):
        whole = employers[row.employer_id][1]
        if row.kind == Kind.INTERVIEW and row.interview_id in ends:
            story[whole].append((ends[row.interview_id], 0, row))
        elif row.kind == Kind.SENT or (row.kind == Kind.RECEIVED and row.nature in HEARD):
            story[whole].append((instant(row.at), 1, row))
    for told in story.values():
        told.sort(key=lambda item: (item[0], item[1], item[2].id))
        for number, (at, _, row) in enumerate(told):
            if row.kind == Kind.SENT:
                before = told[number - 1][0] if number else None
                after = told[number + 1] if number + 1 < len(told) else None
                answered = after[0] - at if after and after[2].kind == Kind.RECEIVED else None
                if answered is not None and answered > ANSWERS_WITHIN:
                    answered = None
                name = employers[row.employer_id][0]
                yield Note(row.stage, row.channel, name, at, at - before if before else None, answered)


def shares(notes: Iterable[Note], key: Callable[[Note], str]) -> dict[str, Proportion]:
    """The answered share of each group."""
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for note in notes:
        groups[key(note)].append(note.answered is not None)
    return {name: Proportion(sum(found), len(found)) for name, found in groups.items()}


def wait_words(note: Note) -> str:
    waited = note.waited or timedelta()
    return next(words for most, words in WAITS if waited < most)


def soonness(notes: Iterable[Note]) -> dict[str, tuple[float, int]]:
    """By employer the median of days to an answer, and of how many; the quickest first."""
    days: defaultdict[str, list[float]] = defaultdict(list)
    for note in notes:
        if note.answered is not None:
            days[note.employer].append(note.answered / timedelta(days=1))
    found = {name: (median(values), len(values)) for name, values in days.items()}
    return dict(sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def steps_of(actor: Actor, now: datetime) -> dict[str, int]:
    """How many applications came to an interview, to a note from you, to a word from them, to an offer."""
    facts = Event.objects.filter(desk=actor.desk, at__lte=now, kind__in=(Kind.SENT, Kind.RECEIVED)).order_by()
    told = set(facts.values_list("employer", "application", "kind", "nature").distinct())
    wrote = {(employer, row) for employer, row, kind, _ in told if kind == Kind.SENT}
    heard = {(employer, row) for employer, row, kind, nature in told if kind == Kind.RECEIVED and nature in HEARD}
    offered = {(employer, row) for employer, row, kind, nature in told if kind == Kind.RECEIVED and nature == "offer"}
    held = Q(interviews__cancelled_at=None, interviews__end__lte=now)
    rows = Application.objects.filter(desk=actor.desk).annotate(talks=Count("interviews", filter=held))
    ways = list(rows.values_list("employer", "pk", "talks"))
    # What concerns no one application concerns all at its employer.
    talked = [{(employer, pk), (employer, None)} for employer, pk, talks in ways if talks]
    return {
        "applied": len(ways),
        "interviewed": len(talked),
        "you wrote": sum(not wrote.isdisjoint(case) for case in talked),
        "answered": sum(not heard.isdisjoint(case) for case in talked),
        "offer": sum(not offered.isdisjoint(case) for case in talked),
    }
