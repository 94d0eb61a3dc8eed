"""Whom a touch can reach: bad addresses, absences, zones that nobody has told, people who travel."""

import pytest
from tests.cadence.telling import (
    ANA,
    BEN,
    LONDON,
    address,
    at,
    case,
    interview,
    may,
    only,
    owes,
    planned,
    promised,
    read,
    received,
    sent,
    told,
    touches,
)

from sincerely.cadence import Policy, may_contact, plan, read_case
from sincerely.terms import Channel

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana")
THANKS = sent("thank-you", "ana", "2026-03-02 12:00")
BOUNCE = received("bounce", "ana", "2026-03-02 12:01")


def test_a_bounced_thank_you_is_owed_again_and_another_address_asked_for() -> None:
    found = planned("2026-03-02 13:00", MONDAY, THANKS, BOUNCE)
    assert owes(found, "thank-you") == ["ana"]
    assert owes(found, "address") == ["ana"]
    assert found.touches == ()
    assert any("phone (+44 20 7946 0000)" in owed.reason for owed in found.owed)
    answer = may("2026-03-02 13:00", "ana", "email", "thank-you", MONDAY, THANKS, BOUNCE)
    assert (answer.allowed, answer.next_allowed) == (False, None)


def test_a_new_address_makes_it_possible_again() -> None:
    mended = [MONDAY, THANKS, BOUNCE, address("ana", "2026-03-02 14:00")]
    found = planned("2026-03-02 14:00", *mended)
    assert touches(found, "thank-you")
    assert not owes(found, "address")
    again = received("bounce", "ana", "2026-03-02 15:00")
    assert owes(planned("2026-03-02 15:00", *mended, again), "address") == ["ana"]


def test_an_address_that_nobody_told_is_asked_for_where_an_e_mail_is_planned() -> None:
    nameless = [{"id": "ana"}, {"id": "ben"}]
    found = planned("2026-03-02 11:00", MONDAY, contacts=nameless)
    assert owes(found, "address") == ["ana"]
    assert "No e-mail address of ana is on record: ask for it." in [owed.reason for owed in found.owed]
    assert not owes(planned("2026-03-02 11:00", MONDAY, address("ana", "2026-03-02 10:00"), contacts=nameless), "address")
    assert not owes(planned("2026-03-02 11:00", MONDAY), "address")


def test_an_address_that_came_before_the_bounce_mends_nothing() -> None:
    assert owes(planned("2026-03-02 14:00", MONDAY, address("ana", "2026-03-02 12:00"), THANKS, BOUNCE), "address") == ["ana"]


def test_a_channel_that_worked_is_used_on() -> None:
    by_letter = [MONDAY, THANKS, BOUNCE, sent("thank-you", "ana", "2026-03-02 15:00", "letter")]
    found = planned("2026-03-02 16:00", *by_letter)
    assert not owes(found, "address")
    assert not owes(found, "thank-you")
    assert only(found.touches).channel == "letter"
    by_voicemail = [MONDAY, THANKS, BOUNCE, sent("thank-you", "ana", "2026-03-02 15:00", "voicemail")]
    touch = only(planned("2026-03-02 16:00", *by_voicemail).touches)
    assert (touch.channel, touch.not_before, touch.best) == ("call", at("2026-03-09 09:30"), at("2026-03-09 10:00"))
    before = [MONDAY, sent("check-in", "ana", "2026-03-02 11:30", "letter"), THANKS, BOUNCE]
    assert owes(planned("2026-03-02 16:00", *before), "address") == ["ana"]


def test_a_bounced_contact_did_not_happen() -> None:
    check_in = sent("check-in", "ana", "2026-03-09 10:00")
    told = [MONDAY, THANKS, check_in, received("bounce", "ana", "2026-03-09 10:01"), address("ana", "2026-03-09 11:00")]
    assert may("2026-03-09 12:00", "ana", "email", "check-in", *told).allowed
    assert not may("2026-03-09 12:00", "ana", "email", "check-in", *told[:3]).allowed


def test_a_bounce_undoes_the_last_e_mail_to_that_contact_only() -> None:
    kept = [MONDAY, THANKS, sent("answer", "ana", "2026-03-03 12:00"), sent("answer", "ana", "2026-03-03 12:30", "letter")]
    bounced = received("bounce", "ana", "2026-03-03 13:00")
    assert not owes(planned("2026-03-03 14:00", *kept, bounced), "thank-you")
    twice = [bounced, received("bounce", "ana", "2026-03-03 13:01")]
    assert owes(planned("2026-03-03 14:00", *kept, *twice), "thank-you") == ["ana"]
    other = received("bounce", "ben", "2026-03-03 13:00")
    assert not owes(planned("2026-03-03 14:00", *kept, other), "thank-you")


@pytest.mark.parametrize(
    ("until", "not_before"),
    [
        ("2026-03-13", "2026-03-17 08:00"),
        ("2026-03-14", "2026-03-17 08:00"),
        ("2026-03-15", "2026-03-17 08:00"),
        ("2026-03-16", "2026-03-18 08:00"),
        # Good Friday and Easter Monday lie between.
        ("2026-04-01", "2026-04-07 07:00"),
        # Fourteen days from the note, where it names none.
        (None, "2026-03-18 08:00"),
        # Over before the check-in.
        ("2026-03-03", "2026-03-09 08:00"),
    ],
)
def test_an_absence_moves_touches_to_the_second_working_day_after(until: str | None, not_before: str) -> None:
    away = received("away", "ana", "2026-03-02 12:01", until=until)
    assert only(planned("2026-03-03 09:00", MONDAY, THANKS, away).touches).not_before == at(not_before)


def test_an_absence_moves_a_thank_you_with_its_due() -> None:
    away = received("away", "ana", "2026-03-02 09:00", until="2026-03-02")
    touch = only(touches(planned("2026-03-02 11:00", MONDAY, away), "thank-you"))
    assert (touch.not_before, touch.best, touch.due) == (at("2026-03-04 08:00"), at("2026-03-04 08:30"), at("2026-03-04 09:00"))
    assert "Ana is away up to Mon 2 Mar: wait for the second working day after, Wed 4 Mar." in touch.reasons


def test_an_absence_concerns_that_contact_alone_and_its_longest_note_counts() -> None:
    away = [received("away", "ana", "2026-03-02 12:01", until=until) for until in ("2026-03-20", "2026-03-13")]
    assert only(planned("2026-03-03 09:00", MONDAY, THANKS, *away).touches).not_before == at("2026-03-24 08:00")
    assert may("2026-03-09 09:00", "ben", "email", "check-in", MONDAY, THANKS, *away).allowed


def test_who_writes_is_there() -> None:
    away = received("away", "ana", "2026-03-02 12:01", until="2026-03-27")
    before = received("human", "ana", "2026-03-01 09:00")
    wrote = [before, received("question", "ana", "2026-03-04 09:00"), read("ana", "2026-03-04 10:00")]
    assert only(touches(planned("2026-03-04 10:00", MONDAY, THANKS, away, *wrote), "answer")).not_before == at("2026-03-04 10:00")
    before = [received("question", "ana", "2026-03-02 12:01"), read("ana", "2026-03-04 10:00")]
    assert only(touches(planned("2026-03-04 10:00", MONDAY, THANKS, away, *before), "answer")).not_before == at(
        "2026-03-31 07:00"
    )


def test_a_person_who_is_away_keeps_the_check_in() -> None:
    away = received("away", "ana", "2026-03-02 12:01", until="2026-03-27")
    both = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
    assert only(touches(planned("2026-03-02 13:00", both, THANKS, away), "check-in")).contact == "ana"


def test_a_zone_that_nobody_told_is_guessed_and_asked_for() -> None:
    nowhere = {"name": "Acme"}
    found = planned("2026-03-02 11:00", MONDAY, employer=nowhere, person={"zone": "Asia/Tokyo"}, contacts=[{**ANA, "phone": ""}])
    touch = only(touches(found, "thank-you"))
    assert touch.not_before == at("2026-03-02 23:00")
    assert owes(found, "zone") == ["ana"]
    assert "Nobody has said in which time zone Ana is: Asia/Tokyo is a guess." in touch.reasons
    known = planned("2026-03-02 11:00", MONDAY, employer=nowhere, contacts=[{**ANA, "zone": "Europe/London"}])
    assert not owes(known, "zone")


def test_a_zone_is_asked_for_only_where_it_matters() -> None:
    nowhere = {"name": "Acme"}
    assert not planned("2026-03-02 10:00", MONDAY, employer=nowhere).owed
    letters = [MONDAY, THANKS, BOUNCE, sent("thank-you", "ana", "2026-03-02 15:00", "letter")]
    assert not owes(planned("2026-03-02 16:00", *letters, employer=nowhere), "zone")


def test_a_contacts_own_place_comes_first() -> None:
    munich = {**ANA, "zone": "Europe/Berlin", "country": "DE", "region": "BY"}
    epiphany = interview("i", "2026-01-05", "18:00", "19:00", "ana", "ben")
    found = planned("2026-01-05 19:00", epiphany, contacts=[munich, BEN])
    first = {touch.contact: touch.not_before for touch in touches(found, "thank-you")}
    assert first == {"ana": at("2026-01-07 07:00"), "ben": at("2026-01-06 08:00")}


def test_a_country_of_its_own_leaves_the_employers_region_behind() -> None:
    bavarian = {"name": "Acme", "zone": "Europe/Berlin", "country": "DE", "region": "BY"}
    austrian = {**ANA, "country": "AT"}
    epiphany = interview("i", "2026-01-05", "18:00", "19:00", "ana")
    # Epiphany is a holiday in all of Austria, Assumption in a part of Germany only.
    assert only(touches(planned("2026-01-05 19:00", epiphany, employer=bavarian, contacts=[austrian]), "thank-you"))
    berliner = {**ANA, "region": "BE"}
    first = only(touches(planned("2026-01-05 19:00", epiphany, employer=bavarian, contacts=[berliner]), "thank-you")).not_before
    assert first == at("2026-01-06 07:00")


def test_an_unknown_country_has_saturday_and_sunday_and_says_so() -> None:
    christmas = interview("i", "2026-12-24", "17:30", "18:00", "ana")
    found = planned("2026-12-24 18:00", christmas, employer={"zone": "Europe/London"})
    touch = only(touches(found, "thank-you"))
    assert touch.not_before == at("2026-12-25 08:00")
    assert "The country of Ana is unknown: Saturday and Sunday are the weekend, no holidays are known." in touch.reasons
    strange = planned("2026-12-24 18:00", christmas, employer={"zone": "Europe/London", "country": "XX"})
    assert "No holidays are known for XX: Saturday and Sunday are the weekend." in only(touches(strange, "thank-you")).reasons


def test_a_person_who_travels_moves_no_touch() -> None:
    home = read_case(told(MONDAY, THANKS))
    away = read_case({**told(MONDAY, THANKS), "person": {"zone": "Pacific/Honolulu"}})
    assert plan(home, Policy(), at("2026-03-03 09:00")) == plan(away, Policy(), at("2026-03-03 09:00"))


def test_an_instant_is_the_same_in_any_zone_and_needs_an_offset() -> None:
    found = case(MONDAY)
    assert plan(found, Policy(), at("2026-03-02T13:00+02:00")) == plan(found, Policy(), at("2026-03-02 11:00"))
    with pytest.raises(ValueError, match="offset"):
        plan(found, Policy(), at("2026-03-02 11:00").replace(tzinfo=None))
    with pytest.raises(ValueError, match="offset"):
        may_contact(found, Policy(), at("2026-03-02 11:00").replace(tzinfo=None), "ana", Channel.EMAIL)


def test_an_instant_beyond_the_calendars_is_refused() -> None:
    for bad in ("1899-12-31 23:59", "2201-01-01 00:00"):
        with pytest.raises(ValueError, match="between 1900 and 2200"):
            plan(case(MONDAY), Policy(), at(bad))
    assert plan(case(MONDAY), Policy(), at("2200-12-31 23:59")).owed


def test_the_stage_asked_for_is_a_check_in_unless_another_is_named() -> None:
    answer = may_contact(case(MONDAY, THANKS), Policy(), at("2026-03-03 09:00"), "ana", Channel.EMAIL)
    assert answer.next_allowed == at("2026-03-09 08:00")


def test_an_employer_without_a_name_is_spoken_of_all_the_same() -> None:
    nameless = {key: value for key, value in LONDON.items() if key != "name"}
    touch = only(
        planned("2026-03-03 09:00", MONDAY, THANKS, promised("2026-03-13", "2026-03-02 11:00"), employer=nameless).touches
    )
    assert "this employer promised to write by Fri 13 Mar" in touch.reasons[1]


def test_a_half_day_counts_as_a_whole_one_and_that_is_said() -> None:
    athens = {"name": "Acme", "zone": "Europe/Athens", "country": "GR"}
    evening = interview("i", "2026-12-23", "15:00", "17:00", "ana")
    touch = only(touches(planned("2026-12-23 17:00", evening, employer=athens), "thank-you"))
    assert touch.best == at("2026-12-24 06:30")
    assert "Thu 24 Dec is a half day there (Christmas Eve); it counts as a whole working day." in touch.reasons
    assert not any("half day" in reason for reason in only(touches(planned("2026-12-23 19:00", evening), "thank-you")).reasons)
