"""What is stored of employers and all that belongs to them: the rows that the planner's cases are made from.

Instants and days come as the text that is stored: reading them so takes a third of the time, and equal rows say the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import IntegerField, Q, QuerySet, TextField
from django.db.models.functions import Cast

from sincerely.desk.models import Address, Application, Contact, Desk, Employer, Event, Interviewer, Message

# Each row begins with the employer that it belongs to.
Rows = tuple[tuple[Any, ...], ...]
Kind = Event.Kind
State = Message.State
Status = Application.Status
# What may have reached the other side counts as sent until it is known that it did not.
IN_FLIGHT = (State.SENDING, State.UNSURE)
PLACE = ("id", "part_of", "name", "zone", "country", "region", "zone_guessed")


class Stored(NamedTuple):
    """All that bears on one employer with its parts; `zone` is the person's own. The columns of each: see `tables`."""

    zone: str
    whole: int
    places: Rows
    people: Rows
    addresses: Rows
    seats: Rows
    talks: Rows
    happened: Rows
    flying: Rows
    open: Rows


def stored(desk: Desk | None, employers: Iterable[int] | None = None) -> dict[int, Stored]:
    """By the employer that is no part of another; without `employers`, those where an application is open.

    Without a desk: those employers, whosever they are.
    """
    rows = of_desk(Employer.objects.all(), desk)
    chosen = rows.filter(applications__status=Status.OPEN) if employers is None else rows.filter(pk__in=list(employers))
    wanted = {part_of or pk for pk, part_of in chosen.order_by().values_list("id", "part_of")}
    if employers is not None:
        rows = rows.filter(Q(pk__in=wanted) | Q(part_of__in=wanted))
    members: dict[int, int] = {}
    places: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for place in rows.order_by("id").values_list(*PLACE):
        whole = place[1] or place[0]
        if whole in wanted:
            members[place[0]] = whole
            places[whole].append(place)
    found = [places]
    for rows_of, columns in tables(desk):
        only = rows_of if employers is None else rows_of.filter(**{f"{columns[0]}__in": list(members)})
        groups: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in only.values_list(*columns):
            if whole := members.get(row[0]):
                groups[whole].append(row)
        found.append(groups)
    zones = dict.fromkeys(wanted, desk.zone) if desk else dict(rows.order_by().values_list("id", "desk__zone"))
    return {whole: Stored(zones[whole], whole, *(tuple(groups[whole]) for groups in found)) for whole in sorted(wanted)}


def of_desk(rows: QuerySet[Any], desk: Desk | None, path: str = "desk") -> QuerySet[Any]:
    """Of some rows those of a desk; all where none is meant."""
    return rows if desk is None else rows.filter(**{path: desk})


def tables(desk: Desk | None) -> Iterator[tuple[QuerySet[Any], tuple[Any, ...]]]:
    """What is read, in the order of `Stored`, and its columns."""
    events = of_desk(Event.objects.order_by("id"), desk)
    at, start, end, day = (Cast(column, TextField()) for column in ("at", "start", "end", "day"))
    people = ("employer", "id", "merged_into", "name", "phone", "zone", "country", "region")
    yield of_desk(Contact.objects.order_by("id"), desk), people
    good = Address.objects.filter(bad_since=None).order_by("position", "id")
    yield of_desk(good, desk), ("contact__employer", "contact", "email")
    seats = Interviewer.objects.order_by("position", "id")
    yield of_desk(seats, desk, "interview__desk"), ("interview__application__employer", "interview", "contact")
    talks = events.filter(kind=Kind.INTERVIEW, application__status=Status.OPEN, start__isnull=False, end__isnull=False)
    yield talks, ("employer", "interview", start, end, "interview__format")
    facts = ("employer", "kind", at, "contact", "interview", "channel", "stage", "nature", day, start, end, "email")
    yield events.exclude(kind=Kind.INTERVIEW), (*facts, Cast("whole", IntegerField()), "reason")
    flying = Message.objects.filter(state__in=IN_FLIGHT, claimed_at__isnull=False).order_by("id")
    yield of_desk(flying, desk), ("application__employer", Cast("claimed_at", TextField()), "contact", "channel", "stage")
    open = Application.objects.filter(status=Status.OPEN).order_by("withdrawn_at", "id")
    yield of_desk(open, desk), ("employer", Cast("withdrawn_at", TextField()), "withdrawn_because")


def instant(told: str) -> datetime:
    """An instant as it is stored: SQLite writes it in UTC without saying so."""
    moment = datetime.fromisoformat(told)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
