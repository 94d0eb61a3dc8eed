"""Jobs to watch, as they stand: what is new, changed, closes soon, is open, and has closed."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from sincerely.desk.access import Actor, access_desk, access_watched
from sincerely.desk.errors import query
from sincerely.desk.job_shapes import ChangeShape, JobShape, JobsShape, WatchShape
from sincerely.desk.models import Watch, Watched
from sincerely.desk.postings import fit_of, posting_from, posting_of
from sincerely.desk.shaping import iso
from sincerely.watch.compare import compare

# A week is the time that an application written with care takes beside other work.
SOON = timedelta(days=7)
# What closed is shown for a month.
LATELY = timedelta(days=30)


@query
def watches(actor: Actor) -> list[WatchShape]:
    """All that is under watch; what a program proposes first, then what has trouble."""
    rows = Watch.objects.filter(desk=actor.desk).annotate(count=Count("postings", filter=Q(postings__closed_at=None)))
    found = [watch_shape(row, row.count) for row in rows]
    return sorted(found, key=lambda row: (not row.proposed_by, not row.trouble, (row.name or row.address).casefold(), row.id))


def watch_shape(row: Watch, count: int) -> WatchShape:
    return WatchShape(
        id=row.pk,
        address=row.address,
        name=row.name,
        board=row.board,
        added_at=iso(row.added_at) or "",
        asked_at=iso(row.asked_at),
        read_at=iso(row.read_at),
        next_at=iso(row.next_at) or "",
        trouble=row.trouble,
        open=count,
        proposed_by=row.proposed_by,
    )


@query
def jobs(actor: Actor, now: datetime, *, watch: int | None = None) -> JobsShape:
    """Jobs to watch, each in one group, the best fit first; those of one watch where it is given."""
    desk = access_desk(actor)
    today = now.astimezone(ZoneInfo(desk.zone)).date()
    rows = Watched.objects.filter(desk=actor.desk, same_as=None).select_related("watch")
    if watch is not None:
        rows = rows.filter(watch=watch)
    rows = rows.filter(Q(closed_at=None) | Q(closed_at__gte=now - LATELY))
    also = twins_of(actor)
    shapes = [job_shape(row, desk.background, today, also[row.pk]) for row in rows]
    shapes.sort(key=lambda job: (-job.score, job.title.casefold(), job.id))
    groups = grouped(shapes, group_of)
    return JobsShape(
        watches=watches(actor),
        new=groups["new"],
        changed=groups["changed"],
        closing=sorted(groups["closing"], key=lambda job: job.closing or ""),
        open=groups["open"],
        closed=sorted(groups["closed"], key=lambda job: job.closed_at or "", reverse=True),
        aside=groups["aside"],
        has_background=bool(desk.background.strip()),
    )


def grouped(shapes: Iterable[JobShape], key: Callable[[JobShape], str]) -> defaultdict[str, list[JobShape]]:
    groups: defaultdict[str, list[JobShape]] = defaultdict(list)
    for shape in shapes:
        groups[key(shape)].append(shape)
    return groups


def group_of(job: JobShape) -> str:
    if job.aside:
        return "aside"
    if job.closed_at:
        return "closed"
    if job.news:
        return job.news
    return "closing" if job.closing_in is not None and 0 <= job.closing_in <= SOON.days else "open"


def twins_of(actor: Actor) -> defaultdict[int, list[str]]:
    """Where else each job is shown."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = Watched.objects.filter(desk=actor.desk, closed_at=None).exclude(same_as=None)
    for root, url, address in rows.order_by("id").values_list("same_as_id", "url", "watch__address"):
        found[root].append(url or address)
    return found


@query
def job(actor: Actor, posting: int, now: datetime) -> JobShape:
    """One posting; raises NotThere."""
    desk = access_desk(actor)
    row = access_watched(actor, posting)
    today = now.astimezone(ZoneInfo(desk.zone)).date()
    return job_shape(row, desk.background, today, twins_of(actor)[row.pk])


@query
def history_of(actor: Actor, posting: int) -> list[ChangeShape]:
    """What each later version of a posting changed, the latest first."""
    row = access_watched(actor, posting)
    found, after = [], posting_of(row)
    for edition in row.editions.order_by("-id"):
        before = posting_from(row.key, edition.fields)
        changes = [asdict(change) for change in compare(before, after)]
        if changes:
            found.append(ChangeShape(iso(edition.kept_at) or "", changes))
        after = before
    return found


def job_shape(row: Watched, background: str, today: date, also: list[str]) -> JobShape:
    fit = fit_of(row, background)
    changed = row.changed_at is not None and row.looked_at is not None and row.changed_at > row.looked_at
    news = "" if row.closed_at else "new" if row.looked_at is None else "changed" if changed else ""
    return JobShape(
        id=row.pk,
        watch=row.watch_id,
        seen_at=row.watch.name or row.watch.host,
        title=row.title,
        employer=row.employer,
        places=list(row.places),
        remote=row.remote,
        posted=row.posted.isoformat() if row.posted else None,
        closing=row.closing.isoformat() if row.closing else None,
        closing_in=(row.closing - today).days if row.closing else None,
        pay=row.pay,
        employment=row.employment,
        text=row.text,
        url=row.url or row.watch.address,
        news=news,
        first_seen=iso(row.first_seen) or "",
        changed_at=iso(row.changed_at),
        closed_at=iso(row.closed_at),
        aside=row.aside_at is not None,
        application=row.application_id,
        score=fit.score,
        shared=list(fit.words),
        reasons=list(fit.reasons),
        also=also,
    )
