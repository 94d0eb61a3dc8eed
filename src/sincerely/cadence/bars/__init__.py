"""Bars: what forbids a contact now, and what time will lift. A contact that nothing bars is allowed within hours."""

from collections.abc import Sequence

from sincerely.cadence.bars.bar import Bar
from sincerely.cadence.bars.channel import channel_bars
from sincerely.cadence.bars.person import person_bars
from sincerely.cadence.bars.prompted import prompted_bars
from sincerely.cadence.bars.unprompted import unprompted_bars
from sincerely.cadence.case import Sent
from sincerely.cadence.matter import Matter
from sincerely.cadence.policy import Policy
from sincerely.cadence.recipient import Recipient
from sincerely.terms import Channel, Stage

__all__ = ["Bar", "bars_to"]


def bars_to(
    matter: Matter, who: Recipient, channel: Channel, stage: Stage, policy: Policy, planned: Sequence[Sent] = ()
) -> list[Bar]:
    """Every bar to a contact. `planned`: touches planned already, which count as if they were made."""
    bars = person_bars(matter, who, channel, policy)
    if stage.prompted:
        bars += prompted_bars(matter, who, stage)
    else:
        bars += unprompted_bars(matter, who, stage, policy, planned)
    bars += channel_bars(matter, who, channel, stage, policy, planned)
    return bars
