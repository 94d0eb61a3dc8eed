"""The desk's calendar: the secret in its address, and the server that it is pushed to."""

import secrets
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import DeskError, action, query
from sincerely.desk.models import Feed
from sincerely.desk.queries.feed import entries_of, owner_of
from sincerely.desk.record import record
from sincerely.desk.sealing import seal, unseal
from sincerely.feeds.caldav import CalendarError, Place, Pushed, push
from sincerely.feeds.calendar import calendar


def feed_of(actor: Actor) -> Feed:
    return Feed.objects.get_or_create(desk=access_desk(actor))[0]


@action
def new_token(actor: Actor, *, now: datetime) -> str:
    """A new secret for the calendar's address, told this once; the address before it is void."""
    feed, token = feed_of(actor), secrets.token_urlsafe(32)
    feed.token_sha256 = sha256(token.encode()).hexdigest()
    feed.save(update_fields=["token_sha256"])
    record(actor, now, "open", feed, "Gave the calendar a new address.")
    return token


@action
def revoke_token(actor: Actor, *, now: datetime) -> None:
    """The calendar's address is void."""
    feed = feed_of(actor)
    feed.token_sha256 = ""
    feed.save(update_fields=["token_sha256"])
    record(actor, now, "close", feed, "Made the calendar's address void.")


@query
def whose(token: str) -> Actor | None:
    """The desk whose calendar has this secret; None for a guessed one. It is found by its hash."""
    known = sha256(token.encode("utf-8", "replace")).hexdigest()
    found = Feed.objects.filter(token_sha256=known).values_list("desk", "desk__name").first()
    return Actor(*found) if found else None


@query
def served(actor: Actor, token: str, now: datetime) -> bytes | None:
    """The calendar for whoever knows its secret; None for everybody else."""
    feed = Feed.objects.filter(desk=actor.desk).first()
    known = feed.token_sha256 if feed else ""
    right = compare_digest(sha256(token.encode("utf-8", "replace")).hexdigest(), known or "none")
    return calendar(entries_of(actor, now), now, feed.private) if feed and right else None


@action
def set_privacy(actor: Actor, private: bool, *, now: datetime) -> None:
    """Whether names and reasons stay at home."""
    feed = feed_of(actor)
    feed.private = private
    feed.save(update_fields=["private"])
    record(actor, now, "set", feed, "The calendar shows " + ("no names." if private else "names and reasons."))


@action
def set_caldav(actor: Actor, url: str, user: str, password: str, *, now: datetime) -> None:
    """Where the calendar is pushed to; an empty address forgets it, an empty password keeps that of the same address and name."""
    feed = feed_of(actor)
    url, user = entries.line(url, "calendar's address", 2000), entries.line(user, "name at the calendar's server", 320)
    if url:
        checked(url, user, password)
    told = {"url": url, "user": user} if url else {}
    if password or told != feed.caldav:
        feed.sealed = seal({"password": password}) if url and password else ""
    feed.caldav = told
    feed.save(update_fields=["caldav", "sealed"])
    record(actor, now, "set", feed, "Set up a server for the calendar." if url else "Forgot the calendar's server.")


def checked(url: str, user: str, password: str) -> Place:
    try:
        return Place(url, user, password)
    except CalendarError as error:
        raise DeskError(str(error)) from None


def push_calendar(actor: Actor, now: datetime) -> Pushed:
    """Pushes what is owed and planned; outside any transaction, since a server may take its time."""
    place, private = known_server(actor)
    try:
        return push(place, owner_of(actor), entries_of(actor, now), now, private)
    except CalendarError as error:
        raise DeskError(str(error)) from None


@query
def known_server(actor: Actor) -> tuple[Place, bool]:
    """The server that the person set up, and whether names stay at home."""
    feed = Feed.objects.filter(desk=actor.desk).first()
    if feed is None or not feed.caldav:
        raise DeskError("No calendar server is set up. Tell it: sincerely feed --caldav https://… --user NAME.")
    if feed.caldav["user"] and not feed.sealed:
        raise DeskError("The calendar server's password is not on this desk (no export holds one). Set the server up again.")
    return checked(feed.caldav["url"], feed.caldav["user"], unseal(feed.sealed).get("password", "")), feed.private


@query
def saved(actor: Actor, private: bool, now: datetime) -> bytes:
    """The calendar as a file."""
    return calendar(entries_of(actor, now), now, private)
