"""Jobs to watch: putting under watch, looking, setting aside, and making an application of a posting."""

from collections.abc import Collection
from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_own_desk, access_watch, access_watched
from sincerely.desk.actions.applications import add_application
from sincerely.desk.errors import DeskError, action
from sincerely.desk.job_shapes import WatchShape
from sincerely.desk.loops.readings import first_address, host_of
from sincerely.desk.models import Watch, Watched
from sincerely.desk.queries.watches import watch_shape
from sincerely.desk.record import record
from sincerely.desk.shapes import ApplicationShape
from sincerely.watch.boards import place_of
from sincerely.watch.errors import Refused
from sincerely.watch.hosts import web_address

# A person looks through no more; each is asked four times a day.
MOST_WATCHES = 500
# What waits for a person's yes: as many as they would look through.
MOST_PROPOSED = 20


@action
def add_watch(actor: Actor, address: str, *, now: datetime, name: str = "") -> WatchShape:
    """Puts a page, a feed or a board under watch; from now on it is read by itself. One that is watched already is given back."""
    row = watch_of(actor, address, now)
    row.name = entries.line(name, "name")
    known = Watch.objects.filter(desk=actor.desk, address=row.address).first()
    if known:
        return watch_shape(agreed(known), 0)
    row.save()
    record(actor, now, "watch", row, f"Put {row.name or row.host} under watch.")
    return watch_shape(row, 0)


@action
def propose_watch(actor: Actor, address: str, *, now: datetime) -> WatchShape:
    """A program proposes an address. Nothing is asked there until a person agrees: else an address could carry words away."""
    row = watch_of(actor, address, now)
    known = Watch.objects.filter(desk=actor.desk, address=row.address).first()
    if known:
        return watch_shape(known, 0)
    if Watch.objects.filter(desk=actor.desk).exclude(proposed_by="").count() >= MOST_PROPOSED:
        raise DeskError(f"{MOST_PROPOSED} addresses wait for a person's yes already. Ask them to look at Jobs first.")
    row.proposed_by = actor.who[:220]
    row.save()
    record(actor, now, "propose-watch", row, f"Proposed to watch {row.host}.")
    return watch_shape(row, 0)


def watch_of(actor: Actor, address: str, now: datetime) -> Watch:
    """A watch on an address, not saved yet; raises DeskError where it is none, or there are too many."""
    access_own_desk(actor)
    try:
        address = web_address(address)
        place = place_of(address)
        row = Watch(desk_id=actor.desk, address=address, board=place.board if place else "", added_at=now, next_at=now)
        row.host = host_of(web_address(first_address(row)))
    except Refused as error:
        raise DeskError(str(error)) from None
    mine = Watch.objects.filter(desk=actor.desk)
    if mine.count() >= MOST_WATCHES and not mine.filter(address=address).exists():
        raise DeskError(f"{MOST_WATCHES} addresses are under watch already. End some watches first.")
    return row


def agreed(row: Watch) -> Watch:
    """A watch to which a person says yes, whoever proposed it."""
    if row.proposed_by:
        row.proposed_by = ""
        row.save(update_fields=["proposed_by"])
    return row


@action
def end_watch(actor: Actor, watch: int, *, now: datetime) -> None:
    """Ends a watch, with all that was seen there; applications made of it stay. Nothing is asked there any more."""
    row = access_watch(actor, watch)
    record(actor, now, "end-watch", row, f"Ended the watch on {row.name or row.host}.")
    for posting in row.postings.filter(closed_at=None, twins__isnull=False).distinct():
        first = posting.twins.order_by("id").first()
        if first is not None:
            posting.twins.update(same_as=first)
            Watched.objects.filter(pk=first.pk).update(same_as=None)
    row.delete()


@action
def read_again(actor: Actor, watch: int, *, now: datetime) -> WatchShape:
    """Lets a watch be read as soon as its host is free: after trouble, as the person wants to know, or agrees to a proposal."""
    access_own_desk(actor)
    row = agreed(access_watch(actor, watch))
    if row.next_at > now and not row.claim:
        row.next_at = now
        row.save(update_fields=["next_at"])
    return watch_shape(row, 0)


@action
def look_at(actor: Actor, postings: Collection[int] | None, *, now: datetime) -> int:
    """The person has looked at these postings, or at all; what they were and are is no news any more. Gives how many."""
    rows = Watched.objects.filter(desk=actor.desk)
    if postings is not None:
        rows = rows.filter(pk__in=list(postings))
    return rows.update(looked_at=now)


@action
def set_aside(actor: Actor, posting: int, *, now: datetime, aside: bool = True) -> None:
    """Takes a posting out of the lists, as it is not for this person; or back in."""
    row = access_watched(actor, posting)
    row.aside_at, row.looked_at = (now if aside else None), now
    row.save(update_fields=["aside_at", "looked_at"])


@action
def apply_to(actor: Actor, posting: int, *, now: datetime, employer: str = "") -> ApplicationShape:
    """Makes an application of a posting, with its text and address, so that drafts speak of what it asks for.

    `employer` is needed where the posting does not say whose it is. Raises DeskError where there is an application already.
    """
    row = access_watched(actor, posting)
    if row.application_id is not None:
        raise DeskError(f"There is an application for this posting already: number {row.application_id}.")
    name = employer.strip() or row.employer
    if not name:
        raise DeskError("This posting does not say whose it is. Give the employer's name.")
    made = add_application(actor, employer=name, role=row.title, posting=row.text, posting_url=row.url, now=now)
    row.application_id, row.looked_at = made.id, now
    row.save(update_fields=["application", "looked_at"])
    return made
