"""The desk as the commands use it: opened once, with its rulebook, and its words looked up by number or by name."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sincerely.faces.cli.clock import now, read_instant
from sincerely.faces.cli.failure import CANNOT_WRITE, NO_INPUT, Failure

if TYPE_CHECKING:
    from sincerely.desk.access import Actor
    from sincerely.desk.shapes import ApplicationShape, ContactShape, DeskShape, InterviewShape, MessageShape
    from sincerely.proof.rulebook import Rulebook
    from sincerely.proof.senses import Tier

Shape = TypeVar("Shape")
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class OpenDesk:
    """An open desk, the moment that counts as now, and what the commands ask of it again and again.

    `tier`: how thoroughly letters are checked; full for what is about to be sent.
    """

    actor: "Actor"
    now: datetime
    tier: "Tier" = "quick"

    @cached_property
    def owner(self) -> "DeskShape":
        from sincerely.desk.queries.desk import desk

        return desk(self.actor)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.owner.zone)

    @cached_property
    def rulebook(self) -> "Rulebook":
        from sincerely.proof.engines import load_senses
        from sincerely.proof.rulebook import Rulebook, every_rule

        return Rulebook(every_rule(), load_senses(self.tier), frozenset(self.owner.allowed_rules))

    def moment(self, words: str | None, name: str = "--at") -> datetime | None:
        """An instant from words; a time without an offset is the owner's own."""
        return read_instant(words, name, self.zone) if words else None

    def application(self, words: str | None) -> "ApplicationShape":
        """An application by number, employer or role; the only open one where nothing is said."""
        from sincerely.desk.queries.applications import application, applications

        if number := numbered(words):
            return application(self.actor, number)
        rows = applications(self.actor) if words else applications(self.actor, status="open")
        found = one("application", words, rows, lambda row: (row.employer, row.role), lambda row: f"{row.role} at {row.employer}")
        return application(self.actor, found.id)

    def contact(self, words: str, application: int | None = None) -> "ContactShape":
        """A contact by number or name, at one application's employer or anywhere on the desk."""
        from sincerely.desk.queries.applications import application as whole
        from sincerely.desk.queries.applications import applications, contact

        if number := numbered(words):
            return contact(self.actor, number)
        if not words.strip():
            raise Failure("Say which contact, by number or name. See who there is: sincerely show.")
        ids = [application] if application else [row.id for row in applications(self.actor)]
        rows = {person.id: person for number in ids for person in whole(self.actor, number).contacts}
        return one(
            "contact",
            words,
            rows.values(),
            lambda row: (row.name, row.nickname, *row.emails),
            lambda row: f"{row.name}, {row.employer}",
        )

    def interview(self, words: str | None) -> "InterviewShape":
        """An interview by number, employer or role; the only one where nothing is said."""
        from sincerely.desk.queries.applications import application as whole
        from sincerely.desk.queries.applications import applications, interview

        if number := numbered(words):
            return interview(self.actor, number)
        rows = [
            talk for row in applications(self.actor) for talk in whole(self.actor, row.id).interviews if not talk.cancelled_at
        ]
        return one(
            "interview", words, rows, lambda row: (row.employer, row.role), lambda row: f"{row.employer}, {row.start[:10]}"
        )

    def message(self, words: str | None, *states: str, channels: Collection[str] = ()) -> "MessageShape":
        """A message by number or contact; the only one in these states, by these channels, where nothing is said."""
        from sincerely.desk.queries.messages import message, messages

        if number := numbered(words):
            return message(self.actor, number)
        rows = [
            row
            for row in messages(self.actor)
            if (not states or row.state in states) and (not channels or row.channel in channels)
        ]
        return one(
            " or ".join(states) + " message" if states else "message",
            words,
            rows,
            lambda row: (row.contact_name, row.employer),
            lambda row: f"{row.stage} to {row.contact_name}, {row.state}",
        )


def numbered(words: str | None) -> int | None:
    """The number that the words are; None where they are a name."""
    return int(words) if words and words.isdecimal() and len(words) < 16 else None


def one(noun: str, words: str | None, rows: Iterable[Shape], names: Any, label: Any) -> Shape:
    """The one row that the words mean; raises Failure that lists the choices where there are several or none."""
    every = list(rows)
    wanted = (words or "").casefold()
    found = [row for row in every if not wanted or any(wanted in (name or "").casefold() for name in names(row))]
    if len(found) == 1:
        return found[0]
    if not found:
        said = f" called {words!r}" if words else ""
        raise Failure(f"There is no {noun}{said}. See what there is: sincerely show.", NO_INPUT)
    choices = "; ".join(f"{row.id}: {label(row)}" for row in found[:8])  # type: ignore[attr-defined]
    raise Failure(f"Which {noun}? Say its number: {choices}{' …' if len(found) > 8 else ''}.")


def on_desk(command: Callable[P, R]) -> Callable[P, R]:
    """Makes the desk's tables ready before a command; what it imports of the desk, it imports inside."""

    @wraps(command)
    def prepared(*args: P.args, **kwargs: P.kwargs) -> R:
        from sincerely.desk.opened import prepare

        try:
            prepare()
        except OSError as error:
            where = f"The desk's folder {error.filename or ''}".strip()
            raise Failure(f"{where} cannot be used: {error.strerror}. Check SINCERELY_HOME.", CANNOT_WRITE) from None
        return command(*args, **kwargs)

    return prepared


def opened(at: str | None = None, tier: "Tier" = "quick") -> OpenDesk:
    """Opens the desk under SINCERELY_HOME."""
    from sincerely.desk.opened import open_desk

    return OpenDesk(open_desk(), now(at), tier)
