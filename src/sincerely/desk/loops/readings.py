"""A reading of one watch, answer by answer: where it leads, its pages, what they show, and the texts that stand apart."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from sincerely.desk.loops.seen import close_missing, keep, tell_text
from sincerely.desk.models import Watch, Watched
from sincerely.watch.answer import Answer
from sincerely.watch.boards import place_of
from sincerely.watch.errors import FetchError, ReadError, Refused
from sincerely.watch.fetch import MOST_SECONDS, Known
from sincerely.watch.found import Found
from sincerely.watch.hosts import web_address
from sincerely.watch.pages import NONE_HERE
from sincerely.watch.reading import read

# Openings stand for weeks; four looks a day are early enough to be among the first.
EVERY = timedelta(hours=6)
# After a failure: an hour, doubled each time, two days at most.
FIRST_WAIT, LONGEST_WAIT = timedelta(hours=1), timedelta(days=2)
# Redirects followed in a row, pages of one board, and texts fetched one by one after a reading.
MOST_MOVES, MOST_PAGES, MOST_TEXTS = 5, 10, 40


def first_address(watch: Watch) -> str:
    """Where a reading begins: at what the board has for machines, or at the page itself."""
    place = place_of(watch.address)
    return place.ask() if place else watch.address


def next_address(watch: Watch) -> str:
    """What is to be asked next; it is checked again as if a person had just given it. Raises Refused."""
    texts = watch.reading.get("texts") or [["", ""]]
    return web_address(str(watch.reading.get("next") or texts[0][1] or first_address(watch)))


def host_of(address: str) -> str:
    return urlsplit(address).netloc


def known(watch: Watch) -> Known:
    """What the host wants to be asked with; within a reading of several requests every answer is needed whole."""
    return Known() if watch.reading else Known(watch.etag, watch.modified)


def left(watch: Watch) -> float:
    """The seconds that remain for an answer: those of the redirects that led to it count. Raises FetchError."""
    remaining = MOST_SECONDS - float(watch.reading.get("spent", 0.0))
    if remaining <= 0:
        raise FetchError(f"The page took longer than {MOST_SECONDS:.0f} seconds in all. It will be asked again later.")
    return remaining


@transaction.atomic
def advance(watch: Watch, answer: Answer, now: datetime) -> None:
    """Takes an answer in. Raises FetchError and ReadError, with nothing written."""
    reading: dict[str, Any] = dict(watch.reading)
    if not Watch.objects.select_for_update().filter(pk=watch.pk, claim=watch.claim).exists():
        return
    if answer.moved_to:
        reading["spent"] = reading.get("spent", 0.0) + answer.seconds
        follow(watch, reading, answer.moved_to, now)
        return
    for counted in ("spent", "moves"):
        reading.pop(counted, None)
    if reading.get("texts"):
        (key, _), *reading["texts"] = reading["texts"]
        tell_text(watch, key, answer)
        go_on(watch, reading, now)
    elif answer.status == 304:
        close_missing(watch, still_shown(watch), now)
        done(watch, now)
    else:
        place = place_of(watch.address)
        show(watch, reading, read(answer, place), now)
        if place and place.only and not reading.get("next") and not watch.postings.exists():
            raise ReadError(
                f"{place.label} does not list this posting. It may be filled. Look for yourself, or watch the whole board."
            )
        if not reading.get("next"):
            # Of one answer alone the host can say that nothing is new.
            single = reading.get("pages") == 1
            watch.etag, watch.modified = (answer.etag, answer.modified) if single else ("", "")
        go_on(watch, reading, now)


def follow(watch: Watch, reading: dict[str, Any], address: str, now: datetime) -> None:
    """Follows a redirect, as a request of its own: the new address is checked and its host left alone as any other."""
    reading["moves"] = reading.get("moves", 0) + 1
    if reading["moves"] > MOST_MOVES:
        raise FetchError(f"The page leads on and on ({MOST_MOVES} times). Open it yourself and watch where it ends.")
    if reading.get("texts"):
        reading["texts"][0][1] = web_address(address)
    else:
        reading["next"] = web_address(address)
    go_on(watch, reading, now)


def show(watch: Watch, reading: dict[str, Any], found: Found, now: datetime) -> None:
    """What one page shows; after the last one it is known what is missing."""
    reading["pages"] = reading.get("pages", 0) + 1
    reading["seen"] = [*reading.get("seen", []), *keep(watch, found.postings, now)]
    watch.name = watch.name or (found.name if watch.board or len(found.postings) != 1 else "")
    apart = [[one.identifier, one.details] for one in found.postings if one.details]
    reading["apart"] = [*reading.get("apart", []), *apart]
    reading.pop("next", None)
    if found.following and reading["pages"] < MOST_PAGES:
        reading["next"] = found.following[0]
        return
    close_missing(watch, reading.pop("seen"), now)
    without = set(Watched.objects.filter(watch=watch, text="").values_list("key", flat=True))
    reading["texts"] = [pair for pair in reading.pop("apart") if pair[0] in without][:MOST_TEXTS]


def still_shown(watch: Watch) -> list[str]:
    return list(watch.postings.filter(closed_at=None, missing=0).values_list("key", flat=True))


def go_on(watch: Watch, reading: dict[str, Any], now: datetime) -> None:
    """Leaves a reading for its next request, or ends it."""
    if not (reading.get("next") or reading.get("texts")):
        done(watch, now)
        return
    watch.reading = reading
    watch.host = host_of(next_address(watch))
    watch.next_at, watch.claim = now, ""
    watch.save()


def done(watch: Watch, now: datetime) -> None:
    """A reading that came to its end."""
    watch.reading, watch.trouble, watch.failures, watch.claim = {}, "", 0, ""
    watch.read_at, watch.next_at = now, now + EVERY
    watch.host = host_of(first_address(watch))
    watch.save()


@transaction.atomic
def failed(watch: Watch, error: FetchError | ReadError, now: datetime) -> None:
    """Keeps why a reading failed, in one line. All that is known of its postings stays: nothing is closed by a failure."""
    if not Watch.objects.select_for_update().filter(pk=watch.pk, claim=watch.claim).exists():
        return
    reading = dict(watch.reading)
    if reading.get("texts") and not isinstance(error, Refused):
        # One text that cannot be had is no reason to read the whole board again.
        reading["texts"] = reading["texts"][1:]
        go_on(watch, reading, now)
        return
    watch.failures += 1
    wait = min(FIRST_WAIT * 2 ** min(watch.failures - 1, 10), LONGEST_WAIT)
    asked = getattr(error, "wait", None) or timedelta()
    before = (
        " It did before: the job may be filled. Look for yourself." if str(error).startswith(NONE_HERE) and watch.read_at else ""
    )
    watch.trouble, watch.reading, watch.claim = " ".join(f"{error}{before}".split())[:500], {}, ""
    watch.next_at, watch.host = now + max(wait, asked), host_of(first_address(watch))
    watch.save()
