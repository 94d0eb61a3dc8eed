"""The desk as the pages use it: who acts, the moment that counts as now, and the rulebooks, loaded once a process."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import get_args
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from sincerely.desk.access import Actor
from sincerely.desk.queries.desk import desk
from sincerely.desk.rulebooks import rulebook_of, senses
from sincerely.desk.shapes import DeskShape
from sincerely.proof import proofread
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Tier
from sincerely.terms import Channel, Stage


@dataclass(frozen=True)
class OpenDesk:
    """An open desk at one moment; one for each request."""

    actor: Actor
    now: datetime

    @cached_property
    def owner(self) -> DeskShape:
        return desk(self.actor)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.owner.zone)

    @property
    def today(self) -> date:
        """The owner's day."""
        return self.now.astimezone(self.zone).date()

    def rulebook(self, tier: Tier = "quick") -> Rulebook:
        """The rules that the owner wants, with the engines of a tier: quick while typing, full before approving."""
        return rulebook_of(self.owner, tier)


class DeskRequest(HttpRequest):
    """A request to a page behind the door: it has an open desk."""

    desk: OpenDesk


def warm() -> None:
    """Loads what the first look at a note needs: seconds of work that nobody should wait for."""
    note = Letter(Channel.EMAIL, Stage.THANK_YOU, "Dear Ann,\n\nThank you for your time today.")
    for tier in get_args(Tier):
        proofread(note, Rulebook(every_rule(), senses(tier)))
