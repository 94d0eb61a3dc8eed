"""Cases from data: what is read, and what is refused with the event named."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cadence.telling import (
    address,
    at,
    cancelled,
    case,
    held,
    interview,
    moved,
    promised,
    read,
    received,
    sent,
    told,
    waived,
)

from sincerely.cadence import BadCase, Policy, plan, read_case
from sincerely.cadence.case import Addressed, Cancelled, Held, Moved, Nature, Promised, Read, Received, Sent, Waived

TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana")


def test_every_kind_of_event_is_read_into_the_order_of_time() -> None:
    found = case(
        held("ana", "2026-03-02 20:00"),
        address("ana", "2026-03-02 19:00"),
        waived("i", "ana", "2026-03-02 18:00"),
        read("ana", "2026-03-02 17:00"),
        received("away", "ana", "2026-03-02 16:00", until="2026-03-09"),
        sent("thank-you", "ana", "2026-03-02 15:00"),
        promised("2026-03-10", "2026-03-02 14:00"),
        cancelled("i", "2026-03-02 13:00"),
        moved("i", "2026-03-02 12:00", "2026-03-04", "10:00", "11:00"),
        TALK,
    )
    kinds = [Moved, Cancelled, Promised, Sent, Received, Read, Waived, Addressed, Held]
    assert [type(fact) for fact in found.facts] == kinds
    assert found.interviews[0].contacts == ("ana",)
    away = found.facts[4]
    assert isinstance(away, Received)
    assert (away.nature, away.until, away.whole) == (Nature.AWAY, at("2026-03-09").date(), None)


def test_at_one_instant_doing_comes_before_receiving_and_that_before_reading() -> None:
    when = "2026-03-02 12:00"
    found = case(TALK, read("ana", when), received("human", "ana", when), sent("answer", "ana", when))
    assert [type(fact) for fact in found.facts] == [Sent, Received, Read]


def test_the_same_fact_in_another_zone_is_the_same_fact() -> None:
    here, there = (
        sent("thank-you", "ana", "2026-03-02 12:00"),
        {**sent("thank-you", "ana", "2026-03-02 12:00"), "at": "2026-03-02T13:00+01:00"},
    )
    assert len(case(TALK, TALK, here, there).facts) == 1
    assert len(case(TALK, TALK).interviews) == 1


def test_unknown_keys_are_ignored_and_absent_ones_unknown() -> None:
    found = read_case({"events": [{**TALK, "mood": "good", "contacts": []}], "weather": "fine"})
    assert (found.zone, found.employer.called, found.contacts) == ("", "this employer", ())
    assert plan(found, Policy(), at("2026-03-03 12:00")).touches == ()


def test_a_region_may_carry_its_country() -> None:
    found = case(employer={"country": "de", "region": "de-by", "zone": "Europe/Berlin"}, contacts=[{"id": "x", "region": "BY"}])
    assert (found.employer.country, found.employer.region) == ("DE", "BY")
    assert found.contacts[0].region == "BY"


def without(event: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name != key}


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({"kind": "telepathy"}, r"events\[1\] \(telepathy\): no such kind"),
        ({}, r"events\[1\] \(None\): no such kind"),
        ({"kind": ["sent"]}, r"events\[1\] .*no such kind"),
        ({**TALK, "id": "j", "end": "2026-03-02T09:59:00Z"}, r"events\[1\] \(interview\): it ends .* before it starts"),
        ({**TALK, "end": "2026-03-02T12:00:00Z"}, r"events\[1\] \(interview\): interview 'i' is told differently"),
        ({**TALK, "id": "j", "contacts": ["zoe"]}, r"events\[1\] \(interview\): the case knows no contact 'zoe'"),
        ({**TALK, "id": "j", "contacts": "ana"}, r"events\[1\] \(interview\): contacts is no list"),
        ({**TALK, "id": "j", "contacts": [7]}, r"events\[1\] \(interview\): contacts\[0\] is no text"),
        (without(TALK, "id"), r"events\[1\] \(interview\): id is missing"),
        (without(TALK, "start"), r"events\[1\] \(interview\): start is missing"),
        (moved("i", "2026-03-01 10:00", "2026-03-02", "10:00", "09:00"), r"interview-moved\): it ends"),
        (moved("k", "2026-03-01 10:00", "2026-03-02", "10:00", "11:00"), r"interview-moved\): the case knows no interview 'k'"),
        (cancelled("k", "2026-03-01 10:00"), r"interview-cancelled\): the case knows no interview 'k'"),
        (without(cancelled("i", "2026-03-01 10:00"), "at"), r"interview-cancelled\): at is missing"),
        (promised("10 March", "2026-03-02 12:00"), r"promised\): by '10 March' is no date"),
        (without(promised("2026-03-10", "2026-03-02 12:00"), "by"), r"promised\): by is missing"),
        (promised("0200-03-10", "2026-03-02 12:00"), r"promised\): by '0200-03-10' is not between 1900 and 2200"),
        (sent("thank-you", "zoe", "2026-03-02 12:00"), r"sent\): the case knows no contact 'zoe'"),
        (sent("thanks", "ana", "2026-03-02 12:00"), r"sent\): stage 'thanks' is not one of thank-you"),
        (sent("thank-you", "ana", "2026-03-02 12:00", "pigeon"), r"sent\): channel 'pigeon' is not one of email"),
        (without(sent("thank-you", "ana", "2026-03-02 12:00"), "channel"), r"sent\): channel is missing"),
        (without(sent("thank-you", "ana", "2026-03-02 12:00"), "stage"), r"sent\): stage is missing"),
        ({**sent("thank-you", "ana", "2026-03-02 12:00"), "at": "yesterday"}, r"sent\): at 'yesterday' is no time"),
        ({**sent("thank-you", "ana", "2026-03-02 12:00"), "at": "2026-03-02T12:00:00"}, r"sent\): at .* has no offset"),
        ({**sent("thank-you", "ana", "2026-03-02 12:00"), "at": 1772452800}, r"sent\): at is no text"),
        ({**sent("thank-you", "ana", "2026-03-02 12:00"), "at": "0001-01-01T00:00:00+14:00"}, r"sent\): at .* is no time"),
        ({**sent("thank-you", "ana", "2026-03-02 12:00"), "at": "2201-01-01T00:00:00Z"}, r"sent\): at .* between 1900 and 2200"),
        (received("hunch", "ana", "2026-03-02 12:00"), r"received\): nature 'hunch' is not one of human"),
        (received("away", "ana", "2026-03-02 12:00", until="soon"), r"received\): until 'soon' is no date"),
        (received("stop", "ana", "2026-03-02 12:00", whole="yes"), r"received\): whole is true, false or absent"),
        (read("zoe", "2026-03-02 12:00"), r"read\): the case knows no contact 'zoe'"),
        (waived("k", "ana", "2026-03-02 12:00"), r"waived\): the case knows no interview 'k'"),
        (waived("i", "ben", "2026-03-02 12:00"), r"waived\): 'ben' was not in interview 'i'"),
        ({**waived("i", "ana", "2026-03-02 12:00"), "reason": "  "}, r"waived\): reason is missing"),
        (without(address("ana", "2026-03-02 12:00"), "email"), r"address\): email is missing"),
        (held("zoe", "2026-03-02 12:00"), r"held\): the case knows no contact 'zoe'"),
        ({**held("ana", "2026-03-02 12:00"), "contact": "a" * 1001}, r"held\): contact is no text of at most 1000"),
    ],
)
def test_a_bad_event_is_refused_by_name(event: dict[str, Any], words: str) -> None:
    with pytest.raises(BadCase, match=words) as caught:
        case(TALK, event)
    assert "\n" not in str(caught.value)
    assert "events[1]" in str(caught.value)


def test_an_interview_cannot_move_to_two_times_at_once() -> None:
    one, other = (moved("i", "2026-03-01 10:00", "2026-03-04", start, "11:00") for start in ("09:00", "10:00"))
    with pytest.raises(BadCase, match=r"events\[2\] \(interview-moved\): interview 'i' moves to two times"):
        case(TALK, one, other)
    assert case(TALK, one, one, {**other, "at": "2026-03-01T10:00:01Z"}).facts


def test_an_interview_may_end_when_it_starts() -> None:
    assert case(interview("i", "2026-03-02", "10:00", "10:00", "ana")).interviews


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"person": {"zone": "Mars/Olympus"}}, "person: 'Mars/Olympus' is no time zone"),
        ({"employer": {"zone": "Mars/Olympus"}}, "employer: 'Mars/Olympus' is no time zone"),
        ({"contacts": [{"id": "ana", "zone": "Mars/Olympus"}]}, r"contacts\[0\]: 'Mars/Olympus' is no time zone"),
        ({"contacts": [{"name": "Ana"}]}, r"contacts\[0\]: id is missing"),
        ({"contacts": [{"id": "ana"}, {"id": "ana", "name": "Anna"}]}, "'ana' stands there twice"),
        ({"contacts": [{"id": 7}]}, r"contacts\[0\]: id is no text"),
        ({"contacts": "ana"}, "contacts is no list"),
        ({"contacts": ["ana"]}, r"contacts\[0\] is no object"),
        ({"contacts": [{"id": str(n)} for n in range(1001)]}, "contacts holds 1001 entries"),
        ({"events": {"kind": "sent"}}, "events is no list"),
        ({"events": [None]}, r"events\[0\] is no object"),
        ({"events": [TALK] * 5001}, "events holds 5001 entries"),
        ({"employer": "Acme"}, "employer is no object"),
        ({"policy": {"gap": 3}}, "'gap' is no key of a policy"),
        ({"policy": "brisk"}, "policy: give an object"),
    ],
)
def test_a_bad_case_is_refused_in_one_line(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(BadCase, match=words) as caught:
        read_case({**told(), **changes})
    assert "\n" not in str(caught.value)


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(BadCase, match="no object"):
        read_case([])  # type: ignore[arg-type]


def test_contacts_that_are_told_twice_alike_are_one() -> None:
    assert len(case(contacts=[{"id": "ana"}, {"id": "ana"}]).contacts) == 1
    assert case(contacts=[{"id": "ana"}]).contact("ana")
    assert case().contact("zoe") is None


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-03-02T10:00:00Z", "ana", "sent"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "at", "id", "contact", "contacts", "by"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["person", "employer", "contacts", "events", "policy"]), junk, max_size=5))
def test_no_data_raises_anything_but_bad_case(data: dict[str, Any]) -> None:
    with suppress(BadCase):
        plan(read_case(data), Policy(), at("2026-03-03 12:00"))
