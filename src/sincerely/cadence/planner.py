"""When to contact whom, by which channel: a pure function of what happened, a policy and an instant."""

from datetime import UTC, datetime

from sincerely.cadence.bars import bars_to
from sincerely.cadence.case import YEARS, Case
from sincerely.cadence.grounds import place_notes
from sincerely.cadence.history import History
from sincerely.cadence.matter import Matter
from sincerely.cadence.moments import Openings, hours_for
from sincerely.cadence.obligations import obligations
from sincerely.cadence.owed import ended, owed
from sincerely.cadence.plan import Answer, Plan
from sincerely.cadence.policy import Policy, changed
from sincerely.cadence.recipient import Recipient
from sincerely.cadence.touches import touches
from sincerely.cadence.wording import CHANNELS, STAGES, when
from sincerely.cadence.workdays import closed_for
from sincerely.terms import Channel, Stage


def plan(case: Case, policy: Policy, now: datetime) -> Plan:
    """All touches still owed at `now` (aware), what else is owed, and which contacts have ended.

    The case's own changes to the policy count. The same arguments give the same plan.
    """
    now, policy = in_utc(now), changed(policy, case.policy)
    matter = Matter.of(case, History.of(case, now), now)
    placed = touches(obligations(matter, policy), matter, policy)
    return Plan(tuple(placed), tuple(owed(matter, placed, policy)), ended(matter, placed, policy))


def may_contact(
    case: Case, policy: Policy, now: datetime, contact: str, channel: Channel, stage: Stage = Stage.CHECK_IN
) -> Answer:
    """Whether this contact may be made at `now` (aware), with every reason and the next moment when it may."""
    now, policy = in_utc(now), changed(policy, case.policy)
    if contact not in case.people:
        return Answer(False, (f"The case knows no contact {contact[:60]!r}.",), None)
    history = History.of(case, now)
    matter = Matter.of(case, history, now)
    who = matter.person(contact)
    openings = Openings(who.place, hours_for(channel, policy), bars_to(matter, who, channel, stage, policy))
    if openings.allows(now):
        words = (
            f"{STAGES[stage].capitalize()} to {who.name} by {CHANNELS[channel]}: fine now,"
            f" {when(who.place, now)} in {who.place.zone.key}."
        )
        return Answer(True, (words, *place_notes(who)), now)
    reasons = [bar.reason for bar in openings.bars if bar.holds(now)]
    reasons += closed_now(openings, who, now)
    return Answer(False, (*reasons, *place_notes(who)), next_allowed(matter, who, channel, stage, policy))


def next_allowed(matter: Matter, who: Recipient, channel: Channel, stage: Stage, policy: Policy) -> datetime | None:
    """The first moment from the matter's own on, if nothing happens but the interviews that are ahead."""
    case, history = matter.case, matter.history
    turns = [matter.at, *sorted({talk.end for talk in history.interviews if talk.end > matter.at})]
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        then = Matter.of(case, history, turn)
        openings = Openings(who.place, hours_for(channel, policy), bars_to(then, who, channel, stage, policy))
        moment = openings.first(turn)
        if moment and (following is None or moment < following):
            return moment
    return None


def closed_now(openings: Openings, who: Recipient, now: datetime) -> list[str]:
    """Why a moment is not within hours at the recipient's place; nothing where it is."""
    if Openings(openings.place, openings.hours, ()).allows(now) or openings.hours is None:
        return []
    local = who.place.local(now)
    why = closed_for(who.place, local.date())
    if why:
        return [f"It is {when(who.place, now)} where {who.name} is, {why}."]
    opens, closes = openings.hours
    return [f"It is {when(who.place, now)} where {who.name} is; the hours are {opens:%H:%M} to {closes:%H:%M}."]


def in_utc(now: datetime) -> datetime:
    """The instant in UTC; raises ValueError for one without an offset, or beyond the years of a case."""
    if now.tzinfo is None:
        raise ValueError("now has no offset: give an aware instant")
    if now.year not in YEARS:
        raise ValueError(f"now is not between {YEARS.start} and {YEARS.stop - 1}")
    return now.astimezone(UTC)
