"""A checker that never complains proves nothing: every fault planted here must be found, by the law that it breaks."""

from dataclasses import replace
from datetime import UTC, datetime, time
from random import Random

import pytest
from benchmarks.simulate.__main__ import simulate
from benchmarks.simulate.laws import violations
from benchmarks.simulate.moments import NOTHING, PRECISE, THE_END, TOO_EARLY, TOO_MUCH
from benchmarks.simulate.watch import Watch, smallest

from sincerely.cadence import answer_shape, may_contact, plan, plan_shape, read_case, read_policy
from sincerely.terms import Channel, Stage

YEARS = 8


def without(**traits):
    """The case as a planner sees it that is blind to such events."""

    def blind(case):
        return case | {
            "events": [event for event in case["events"] if any(event.get(key) != value for key, value in traits.items())]
        }

    return blind


def all_read(case):
    reads = [event | {"kind": "read"} for event in case["events"] if event["kind"] == "received"]
    return case | {"events": [*case["events"], *reads]}


def no_country(case):
    contacts = [contact | {"country": "", "region": ""} for contact in case["contacts"]]
    return case | {"contacts": contacts, "employer": case["employer"] | {"country": "", "region": ""}}


def all_in_utc(case):
    contacts = [contact | {"zone": "UTC"} for contact in case["contacts"]]
    return case | {"contacts": contacts, "employer": case["employer"] | {"zone": "UTC"}}


def the_leader_alone(case):
    return case | {
        "events": [event | {"contacts": event["contacts"][:1]} if "contacts" in event else event for event in case["events"]]
    }


BLIND = {
    "stops": (without(kind="received", nature="stop"), THE_END),
    "rejections": (without(kind="received", nature="rejection"), THE_END),
    "offers": (without(kind="received", nature="offer"), THE_END),
    "whether a reply was read": (all_read, THE_END),
    "promises": (without(kind="promised"), TOO_EARLY),
    "moves": (without(kind="interview-moved"), TOO_EARLY),
    "cancellations": (without(kind="interview-cancelled"), NOTHING),
    "bounces": (without(kind="received", nature="bounce"), TOO_MUCH),
    "absence notes": (without(kind="received", nature="away"), PRECISE),
    "what was sent": (without(kind="sent"), TOO_MUCH),
    "waivers": (without(kind="waived"), NOTHING),
    "searches on hold": (without(kind="on-hold"), TOO_EARLY),
    "withdrawals": (without(kind="withdrawn"), THE_END),
    "holidays": (no_country, TOO_MUCH),
    "time zones": (all_in_utc, TOO_MUCH),
    "a panel's other members": (the_leader_alone, NOTHING),
}
LOOSE = {
    "a gap of 3 days": ({"gap_days": 3, "first_check_in_days": (3, 10)}, TOO_MUCH),
    "a first check-in after 3 days": ({"first_check_in_days": (3, 3)}, TOO_EARLY),
    "five check-ins": ({"check_ins": 5}, TOO_MUCH),
    "no slack after a promise": ({"promise_slack_days": 0}, TOO_EARLY),
    "mail at night": ({"mail_hours": (time(0), time(23, 59))}, TOO_MUCH),
    "calls at any hour": ({"call_hours": (time(0), time(23, 59))}, TOO_MUCH),
    "a call a day": ({"calls_per_week": 7}, TOO_MUCH),
    "never late": ({"thank_you_late_hours": 1000}, NOTHING),
    "thank-yous due in two days": ({"thank_you_hours": 48}, PRECISE),
}


def caught(law, see, ask):
    """Whether such a planner is caught within some years of searching; a rare fault needs more of them."""
    for seed in range(3, 8):
        watch = Watch(Random(seed), planner=see, answerer=ask)
        simulate(YEARS, seed, watch=watch)
        if law in {found.violation.law for found in watch.found.values()}:
            return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("fault", BLIND)
def test_a_planner_that_is_blind_to_this_is_caught(fault):
    blind, law = BLIND[fault]

    def see(case, now):
        return plan_shape(plan(read_case(blind(case)), read_policy(case.get("policy", {})), now))

    def ask(case, now, contact, channel, stage):
        policy = read_policy(case.get("policy", {}))
        return answer_shape(may_contact(read_case(blind(case)), policy, now, contact, Channel(channel), Stage(stage)))

    assert caught(law, see, ask)


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["thank-you", "check-in", "final", "answer", "after-rejection", "after-offer"])
def test_a_planner_that_forgets_a_stage_is_caught(stage):
    def see(case, now):
        found = plan_shape(plan(read_case(case), read_policy(case.get("policy", {})), now))
        return found | {
            "touches": [touch for touch in found["touches"] if touch["stage"] != stage],
            "owed": [owed for owed in found["owed"] if not (owed["what"] in stage or stage == "after-offer")],
        }

    def ask(case, now, contact, channel, stage):
        return answer_shape(
            may_contact(read_case(case), read_policy(case.get("policy", {})), now, contact, Channel(channel), Stage(stage))
        )

    assert caught(NOTHING, see, ask)


@pytest.mark.slow
@pytest.mark.parametrize("fault", LOOSE)
def test_a_planner_with_looser_rules_is_caught(fault):
    changes, law = LOOSE[fault]

    def loosened(case):
        return replace(read_policy(case.get("policy", {})), **changes)

    def plain(case):
        return read_case({key: value for key, value in case.items() if key != "policy"})

    def see(case, now):
        return plan_shape(plan(plain(case), loosened(case), now))

    def ask(case, now, contact, channel, stage):
        return answer_shape(may_contact(plain(case), loosened(case), now, contact, Channel(channel), Stage(stage)))

    assert caught(law, see, ask)


CASE = {
    "person": {"zone": "Europe/Dublin"},
    "employer": {"name": "Employer", "zone": "Europe/Dublin", "country": "IE"},
    "contacts": [{"id": "a", "email": "a@employer.example"}, {"id": "b", "email": "b@employer.example"}],
    "events": [
        {
            "kind": "interview",
            "id": "i",
            "start": "2026-03-02T10:00:00+00:00",
            "end": "2026-03-02T11:00:00+00:00",
            "contacts": ["a", "b"],
        }
    ],
}
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def touch(**changes):
    usual = {
        "interview": "i",
        "contact": "a",
        "stage": "thank-you",
        "channel": "email",
        "not_before": "2026-03-02T11:00:00+00:00",
        "best": "2026-03-02T12:30:00+00:00",
        "due": "2026-03-03T11:00:00+00:00",
        "late": False,
        "reasons": ["within 24 hours"],
    }
    return usual | changes


def owed(contact):
    return {"what": "thank-you", "contact": contact, "interview": "i", "since": "2026-03-02T11:00:00+00:00", "reason": "not sent"}


def judged(touches, owings, now=NOW, *events):
    result = {"touches": touches, "owed": owings, "ended": {}}
    return {violation.law for violation in violations(CASE | {"events": [*CASE["events"], *events]}, now, result)}


BOTH = [touch(), touch(contact="b")]
CHECK_IN = touch(stage="check-in", interview=None, best="2026-03-10T10:00:00+00:00", due="2026-03-12T18:00:00+00:00")


def test_a_plan_that_keeps_the_laws_is_left_alone():
    assert judged([*BOTH, CHECK_IN], [owed("a"), owed("b")]) == set()


def test_a_plan_that_forgets_one_of_a_panel_is_caught():
    assert judged([touch()], [owed("a")]) == {NOTHING}
    assert judged([], []) == {NOTHING}


def test_a_thank_you_before_the_end_is_caught():
    early = touch(not_before="2026-03-02T10:00:00+00:00", best="2026-03-02T10:30:00+00:00")
    assert TOO_EARLY in judged([early, touch(contact="b")], [owed("a"), owed("b")])


def test_a_wrong_due_or_order_is_caught():
    assert PRECISE in judged([touch(due="2026-03-03T18:00:00+00:00"), touch(contact="b")], [owed("a"), owed("b")])
    assert PRECISE in judged([touch(best="2026-03-03T12:00:00+00:00"), touch(contact="b")], [owed("a"), owed("b")])
    assert PRECISE in judged([touch(reasons=[]), touch(contact="b")], [owed("a"), owed("b")])


def test_a_note_outside_the_hours_is_caught():
    assert TOO_MUCH in judged([touch(best="2026-03-02T18:00:00+00:00"), touch(contact="b")], [owed("a"), owed("b")])
    assert TOO_MUCH not in judged([touch(best="2026-03-02T17:59:00+00:00"), touch(contact="b")], [owed("a"), owed("b")])


def test_two_check_ins_are_caught():
    sent = {"kind": "sent", "contact": "b", "channel": "email", "stage": "check-in", "at": "2026-03-09T10:00:00+00:00"}
    later = datetime(2026, 3, 9, 11, tzinfo=UTC)
    assert TOO_MUCH in judged([CHECK_IN], [owed("a"), owed("b")], later, sent)
    assert TOO_MUCH in judged(
        [CHECK_IN, touch(stage="check-in", contact="b", best="2026-03-11T10:00:00+00:00")], [owed("a"), owed("b")]
    )


def test_a_check_in_before_the_promised_date_is_caught():
    promised = {"kind": "promised", "by": "2026-03-20", "at": "2026-03-02T11:30:00+00:00"}
    assert TOO_EARLY in judged([*BOTH, CHECK_IN], [owed("a"), owed("b")], NOW, promised)


def test_a_check_in_after_a_rejection_or_an_unread_word_is_caught():
    no = {"kind": "received", "contact": "a", "nature": "rejection", "at": "2026-03-02T11:30:00+00:00", "until": None}
    assert THE_END in judged([CHECK_IN], [owed("b")], NOW, no)
    assert THE_END in judged([CHECK_IN], [owed("b")], NOW, no | {"nature": "human"})


def test_a_violation_is_shown_with_its_smallest_history():
    def forgetful(case, now):
        return {"touches": [], "owed": [], "ended": {}}

    watch = Watch(
        Random(1), planner=forgetful, answerer=lambda *question: {"allowed": False, "reasons": ["no"], "next_allowed": None}
    )
    simulate(0.5, 1, watch=watch)
    kinds = [found for found in watch.found.values() if found.violation.law == NOTHING]
    assert kinds
    assert len(smallest(kinds[0], forgetful).case["events"]) <= 2


def test_a_check_in_that_is_forgotten_is_caught():
    assert judged(BOTH, [owed("a"), owed("b")]) == {NOTHING}
