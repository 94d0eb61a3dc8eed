"""What a reading saw, written down: postings that are new, changed, gone, or the same as on another board."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.desk.models import Desk, Edition, Watch, Watched
from sincerely.desk.postings import background_mark, columns_of, keep_fit, kept_fields, posting_of
from sincerely.watch.answer import Answer
from sincerely.watch.boards import place_of
from sincerely.watch.compare import compare
from sincerely.watch.fit import known_words
from sincerely.watch.likeness import employer_key, same_job
from sincerely.watch.posting import Posting

# More postings than these at one watch are no board that a person looks through.
MOST_POSTINGS = 2_000
# Pages are made anew at each reading and lose things for an hour; a board's own list is exact.
READINGS_OF_PAGES, READINGS_OF_BOARDS = 2, 1
# Earlier versions kept of one posting.
MOST_EDITIONS = 20
# Other postings that a new one is compared with: those of the same desk seen in the last half year.
COMPARED = timedelta(days=180)


def keep(watch: Watch, postings: Iterable[Posting], now: datetime) -> list[str]:
    """Writes down the postings of one answer; gives their keys."""
    background = Desk.objects.values_list("background", flat=True).get(pk=watch.desk_id)
    known, mark = known_words(background), background_mark(background)
    rows = {row.key: row for row in watch.postings.all()}
    found = list({one.identifier: one for one in postings}.values())[:MOST_POSTINGS]
    if not watch.board and len(found) == 1 and len(rows) == 1:
        # A page about one job stays about it, whatever it calls it.
        rows = {found[0].identifier: next(iter(rows.values()))}
    new, same = [], []
    for posting in found:
        row = rows.get(posting.identifier)
        if row is None:
            row = begin(watch, posting, now)
            new.append(row)
        elif not update(row, posting, now) and row.fit_for == mark:
            same.append(row.pk)
            continue
        keep_fit(row, known, mark)
        if row.pk:
            row.save()
    Watched.objects.bulk_create(new, batch_size=100)
    Watched.objects.filter(pk__in=same).update(last_seen=now)
    return [rows[one.identifier].key if one.identifier in rows else one.identifier for one in found]


def begin(watch: Watch, posting: Posting, now: datetime) -> Watched:
    """A posting seen for the first time, with the one that it doubles, if there is one."""
    row = Watched(
        desk_id=watch.desk_id, watch=watch, key=posting.identifier, first_seen=now, last_seen=now, **columns_of(posting)
    )
    row.employer_key = employer_key(posting.employer)
    if row.employer_key:
        others = Watched.objects.filter(desk=watch.desk_id, employer_key=row.employer_key, closed_at=None, same_as=None)
        near = others.filter(last_seen__gte=now - COMPARED).exclude(watch=watch).order_by("id")
        row.same_as = next((other for other in near if same_job(posting_of(other), posting)), None)
    return row


def update(row: Watched, posting: Posting, now: datetime) -> bool:
    """A posting seen again; True where anything about it is another now. What it said before is kept where that matters."""
    before = posting_of(row)
    if before == replace(posting, text=posting.text or before.text, details="") and not (row.closed_at or row.missing):
        return False
    if compare(before, posting):
        Edition(watched=row, fields=kept_fields(before), kept_at=now).save()
        old = row.editions.order_by("-id").values_list("id", flat=True)[MOST_EDITIONS:]
        row.editions.filter(id__in=list(old)).delete()
        row.changed_at = now
    text = row.text
    for name, value in columns_of(posting).items():
        setattr(row, name, value)
    row.employer_key = employer_key(row.employer)
    row.text = row.text or text
    if row.closed_at or row.missing:
        row.flaps = True
    row.last_seen, row.missing, row.closed_at = now, 0, None
    return True


def tell_text(watch: Watch, key: str, answer: Answer) -> None:
    """The text of one posting, where the board gives it apart; raises ReadError."""
    place = place_of(watch.address)
    if place is not None:
        watch.postings.filter(key=key).update(text=place.tell(answer), fit_for="")


def close_missing(watch: Watch, shown: Collection[str], now: datetime) -> None:
    """After a whole reading: what it no longer shows is missing, and closed where that is sure.

    A page must fail to show it twice; so must a board for a posting that came back before, and where all vanish at once.
    """
    missing = list(watch.postings.filter(closed_at=None).exclude(key__in=shown))
    everything = not shown and len(missing) > 1
    for row in missing:
        row.missing += 1
        sure = READINGS_OF_BOARDS if watch.board and not row.flaps and not everything else READINGS_OF_PAGES
        if row.missing >= sure:
            close(row, now)
        row.save(update_fields=["missing", "closed_at"])


def close(row: Watched, now: datetime) -> None:
    """Closes a posting; another board that shows the job still shows it from now on."""
    row.closed_at = now
    others = list(row.twins.filter(closed_at=None).order_by("id"))
    if others:
        first, *rest = others
        Watched.objects.filter(pk=first.pk).update(same_as=None)
        Watched.objects.filter(pk__in=[other.pk for other in rest]).update(same_as=first)
