"""By whose clocks a page tells the time, where it is not the owner's own desk."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sincerely.faces.web.clock import now
from sincerely.faces.web.members.door import MemberRequest


@dataclass(frozen=True)
class Clocks:
    """A zone and a moment, as the words of the templates want them."""

    zone: ZoneInfo
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


def clocks_in(zone: str) -> Clocks:
    """The clocks of a zone."""
    return Clocks(ZoneInfo(zone), now())


def own_clocks(request: MemberRequest) -> Clocks:
    """Those of one's own desk; UTC before there is one."""
    return clocks_in(request.desk.owner.zone if request.desk else "UTC")
