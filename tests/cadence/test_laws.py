"""Laws that hold for every history: plan and answer agree, order and duplicates change nothing, nothing is forgotten."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cadence.telling import ANA, BEN, CHO

from sincerely.cadence import Case, Policy, What, may_contact, plan, read_case
from sincerely.terms import Channel, Stage

# Around the ends and starts of summer time, Easter, Eid, Golden Week, Christmas and the day that Samoa left out.
STARTS = [datetime(2026, 3, 16, tzinfo=UTC), datetime(2026, 10, 19, tzinfo=UTC), datetime(2011, 12, 19, tzinfo=UTC)]
PLACES = [
    ("Europe/London", "GB", "ENG"),
    ("America/New_York", "US", "NY"),
    ("Asia/Dubai", "AE", ""),
    ("Asia/Riyadh", "SA", ""),
    ("Australia/Lord_Howe", "AU", "NSW"),
    ("Pacific/Apia", "WS", ""),
    ("Asia/Tokyo", "JP", ""),
    ("America/St_Johns", "CA", "NL"),
    ("Europe/Berlin", "", ""),
    ("", "", ""),
]
LENGTH = 30 * 24
IDS = ["ana", "ben", "cho"]
CHANNELS = [channel.value for channel in Channel]
STAGES = [stage.value for stage in Stage]
NATURES = ["human", "question", "away", "bounce", "rejection", "offer", "stop"]


@st.composite
def events(draw: st.DrawFn, start: datetime) -> list[dict[str, Any]]:
    """What may happen in a month, in any order and against every rule."""

    def moment() -> str:
        return (start + timedelta(minutes=30 * draw(st.integers(0, 2 * LENGTH)))).isoformat()

    def stretch() -> dict[str, str]:
        begin = start + timedelta(minutes=30 * draw(st.integers(0, 2 * LENGTH)))
        return {"start": begin.isoformat(), "end": (begin + timedelta(minutes=45)).isoformat()}

    found: list[dict[str, Any]] = []
    talks = draw(st.integers(1, 3))
    panels = {}
    for number in range(talks):
        panel = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True))
        panels[f"i{number}"] = panel
        found.append({"kind": "interview", "id": f"i{number}", **stretch(), "contacts": panel})
    for number in range(draw(st.integers(0, 12))):
        kind = draw(
            st.sampled_from(["sent", "sent", "received", "received", "read", "promised", "waived", "moved", "off", "more"])
        )
        id, contact, told_at = f"i{draw(st.integers(0, talks - 1))}", draw(st.sampled_from(IDS)), moment()
        if kind == "sent":
            channel, stage = draw(st.sampled_from(["email", *CHANNELS])), draw(st.sampled_from(STAGES))
            found.append({"kind": "sent", "contact": contact, "channel": channel, "stage": stage, "at": told_at})
        elif kind == "received":
            until = draw(st.sampled_from([None, (start + timedelta(days=draw(st.integers(0, 40)))).date().isoformat()]))
            nature = draw(st.sampled_from(NATURES))
            found.append({"kind": "received", "contact": contact, "nature": nature, "at": told_at, "until": until})
        elif kind == "read":
            found.append({"kind": "read", "contact": contact, "at": told_at})
        elif kind == "promised":
            by = (start + timedelta(days=draw(st.integers(0, 40)))).date().isoformat()
            found.append({"kind": "promised", "by": by, "at": told_at})
        elif kind == "waived":
            found.append({"kind": "waived", "interview": id, "contact": panels[id][0], "reason": "met", "at": told_at})
        elif kind == "moved":
            # Seconds of their own, so that no two moves happen at one moment.
            apart = (datetime.fromisoformat(told_at) + timedelta(seconds=number)).isoformat()
            found.append({"kind": "interview-moved", "id": id, "at": apart, **stretch()})
        elif kind == "off":
            found.append({"kind": "interview-cancelled", "id": id, "at": told_at})
        else:
            more = draw(st.sampled_from([{"kind": "address", "email": "new@acme.example"}, {"kind": "held"}]))
            found.append({**more, "contact": contact, "at": told_at})
    return found


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, Any], datetime]:
    """A case as data, and an instant in its month."""
    start = draw(st.sampled_from(STARTS))
    zone, country, region = draw(st.sampled_from(PLACES))
    away_zone, away_country, away_region = draw(st.sampled_from(PLACES))
    contacts = [ANA, BEN, {**CHO, "zone": away_zone, "country": away_country, "region": away_region}]
    data = {
        "person": {"zone": "Europe/Dublin"},
        "employer": {"name": "Acme", "zone": zone, "country": country, "region": region},
        "contacts": contacts,
        "events": draw(events(start)),
        "policy": draw(st.sampled_from([{}, {"keep_in_touch_days": 91}, {"gap_days": 3, "calls_per_week": 2}])),
    }
    now = start + timedelta(minutes=7 * draw(st.integers(0, 45 * 24 * 60 // 7)))
    return data, now


def so_far(data: dict[str, Any], now: datetime) -> Case:
    """The case as it is known at an instant: nothing else happens."""
    known = [event for event in data["events"] if "at" not in event or datetime.fromisoformat(event["at"]) <= now]
    return read_case({**data, "events": known})


@given(histories())
@settings(max_examples=250, deadline=None)
def test_what_is_planned_is_allowed_at_its_best_moment_and_not_before_its_first(history: tuple[dict[str, Any], datetime]) -> None:
    data, now = history
    case = so_far(data, now)
    for touch in plan(case, Policy(), now).touches:
        if touch.best >= now:
            assert may_contact(case, Policy(), touch.best, touch.contact, touch.channel, touch.stage).allowed, touch
        early = touch.not_before - timedelta(seconds=1)
        others = [
            other for other in plan(case, Policy(), now).touches if (other.contact, other.stage) == (touch.contact, touch.stage)
        ]
        if early >= now and touch == min(others, key=lambda other: other.not_before):
            assert not may_contact(case, Policy(), early, touch.contact, touch.channel, touch.stage).allowed, touch


@given(histories())
@settings(max_examples=250, deadline=None)
def test_every_touch_runs_from_its_first_moment_over_its_best_to_its_due(history: tuple[dict[str, Any], datetime]) -> None:
    data, now = history
    for touch in plan(read_case(data), Policy(), now).touches:
        assert touch.not_before <= touch.best
        assert touch.not_before <= touch.due
        assert touch.best <= touch.due or touch.late
        assert touch.best >= now or touch.best == touch.due
        assert touch.reasons


@given(histories(), st.sampled_from(IDS), st.sampled_from(list(Channel)), st.sampled_from(list(Stage)))
@settings(max_examples=400, deadline=None)
def test_a_refusal_names_the_very_next_moment_that_is_allowed(
    history: tuple[dict[str, Any], datetime], contact: str, channel: Channel, stage: Stage
) -> None:
    data, now = history
    case = so_far(data, now)
    answer = may_contact(case, Policy(), now, contact, channel, stage)
    assert answer.reasons
    if answer.allowed:
        assert answer.next_allowed == now
    elif answer.next_allowed is None:
        for days in (1, 10, 100, 1000):
            assert not may_contact(case, Policy(), now + timedelta(days=days), contact, channel, stage).allowed
    else:
        assert answer.next_allowed > now
        assert may_contact(case, Policy(), answer.next_allowed, contact, channel, stage).allowed
        before = answer.next_allowed - timedelta(seconds=1)
        for part in range(1, 6):
            between = now + (before - now) * part / 5
            assert not may_contact(case, Policy(), max(now, between), contact, channel, stage).allowed


@given(histories(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_neither_the_order_of_the_list_nor_a_fact_told_twice_changes_the_plan(
    history: tuple[dict[str, Any], datetime], random: Any
) -> None:
    data, now = history
    again = [*data["events"], *data["events"]]
    random.shuffle(again)
    assert plan(read_case({**data, "events": again}), Policy(), now) == plan(read_case(data), Policy(), now)


@given(histories())
@settings(max_examples=100, deadline=None)
def test_a_fact_that_has_not_happened_yet_moves_nothing(history: tuple[dict[str, Any], datetime]) -> None:
    data, now = history
    assert plan(so_far(data, now), Policy(), now) == plan(read_case(data), Policy(), now)


@given(histories())
@settings(max_examples=250, deadline=None)
def test_no_interview_is_forgotten(history: tuple[dict[str, Any], datetime]) -> None:
    data, now = history
    case = so_far(data, now)
    if any(event["kind"] in ("interview-moved", "interview-cancelled") for event in data["events"]):
        return
    owed = {(owed.interview, owed.contact) for owed in plan(case, Policy(), now).owed if owed.what is What.THANK_YOU}
    settled = sum(1 for event in data["events"] if event["kind"] in ("sent", "waived"))
    over = {(talk.id, id) for talk in case.interviews if talk.end <= now for id in talk.contacts}
    assert owed <= over
    assert len(over - owed) <= settled
