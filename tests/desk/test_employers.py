"""Brands and parents that are one employer; searches on hold; applications withdrawn."""

from datetime import date, timedelta

import pytest
from tests.desk.conftest import NOW, Scene

from sincerely.terms import Channel, Stage

pytestmark = pytest.mark.django_db
WEEK_LATER = NOW + timedelta(days=7)


@pytest.fixture
def brand(scene: Scene):
    """A brand in New York of the same company, with Dana, to whom a check-in went a moment ago."""
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.replies import log_contact

    row = add_application(scene.actor, employer="Maple Homes", role="Cook", zone="America/New_York", country="US", now=NOW)
    dana = add_contact(scene.actor, row.id, name="Dana Diaz", email="dana@maple.example", now=NOW)
    log_contact(scene.actor, row.id, contact=dana.id, channel=Channel.EMAIL, stage=Stage.CHECK_IN, at=WEEK_LATER, now=WEEK_LATER)
    return row


def may_check_in(scene: Scene, days: int):
    from sincerely.desk.queries.plans import may

    return may(scene.actor, scene.bob, Channel.EMAIL, NOW + timedelta(days=days))


def join(scene: Scene, brand) -> None:
    from sincerely.desk.actions.employers import join_employers

    join_employers(scene.actor, brand.employer_id, scene.employer, now=WEEK_LATER)


def test_the_gap_counts_over_brand_and_parent(scene: Scene, brand) -> None:
    assert may_check_in(scene, 8).allowed
    join(scene, brand)
    answer = may_check_in(scene, 8)
    assert not answer.allowed
    assert "7 days after your check-in to Dana Diaz (Wed 11 Mar): from Wed 18 Mar." in answer.reasons
    assert may_check_in(scene, 14).allowed


def test_both_are_planned_as_one_and_each_keeps_its_name_and_its_clocks(scene: Scene, brand) -> None:
    from sincerely.desk.queries.applications import application
    from sincerely.desk.queries.due import due
    from sincerely.desk.queries.plans import case_of

    join(scene, brand)
    one, other = (case_of(scene.actor, id, WEEK_LATER) for id in (scene.application, brand.id))
    assert one == other
    dana = next(contact for contact in one.contacts if contact.name == "Dana Diaz")
    assert (dana.zone, dana.country) == ("America/New_York", "US")
    assert (application(scene.actor, brand.id).employer, application(scene.actor, brand.id).part_of) == (
        "Maple Homes",
        "Willow Care",
    )
    day = due(scene.actor, WEEK_LATER)
    assert {row.employer for row in (*day.late, *day.today, *day.coming)} <= {"Willow Care", "Maple Homes"}


def test_what_is_owed_is_about_the_job_at_the_contacts_own_part(scene: Scene, brand) -> None:
    from sincerely.desk.actions.applications import add_application, withdraw_application
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.queries.due import due

    join(scene, brand)
    log_received(scene.actor, scene.application, contact=scene.bob, nature="question", now=WEEK_LATER)
    second = add_application(scene.actor, employer="Willow Care", role="Porter", now=WEEK_LATER)

    def about(stage: str) -> list[tuple[str, int]]:
        day = due(scene.actor, WEEK_LATER + timedelta(minutes=1))
        return [(row.employer, row.application) for row in (*day.late, *day.today, *day.coming) if row.stage == stage]

    assert about("answer") == [("Willow Care", second.id)]
    withdraw_application(scene.actor, second.id, now=WEEK_LATER)
    assert about("answer") == [("Willow Care", scene.application)]


@pytest.mark.parametrize("shared", ["interview", "merged", "message"])
def test_employers_that_share_somebody_stay_one(scene: Scene, brand, shared: str) -> None:
    from sincerely.desk.actions.contacts import merge_contacts
    from sincerely.desk.actions.employers import separate_employer
    from sincerely.desk.actions.interviews import set_panel
    from sincerely.desk.errors import DeskError
    from sincerely.desk.models import Employer

    join(scene, brand)
    dana = brand_people(scene, brand)[0].id
    if shared == "interview":
        set_panel(scene.actor, scene.interview, [scene.bob, dana], now=NOW)
    elif shared == "merged":
        merge_contacts(scene.actor, scene.bob, dana, now=WEEK_LATER)
    else:
        scene.draft(contact=dana)
    for one in (brand.employer_id, scene.employer):
        with pytest.raises(DeskError, match="stay one employer"):
            separate_employer(scene.actor, one, now=WEEK_LATER)
    assert Employer.objects.filter(part_of=scene.employer).count() == 1


def test_a_whole_employer_is_a_whole_company(scene: Scene, brand) -> None:
    from sincerely.desk.actions.contacts import stop_contact
    from sincerely.desk.actions.employers import separate_employer

    join(scene, brand)
    dana = next(contact.id for contact in brand_people(scene, brand))
    stop_contact(scene.actor, dana, whole_employer=True, now=WEEK_LATER)
    assert may_check_in(scene, 30).next_allowed is None
    separate_employer(scene.actor, brand.employer_id, now=WEEK_LATER)
    assert may_check_in(scene, 30).allowed


def brand_people(scene: Scene, brand):
    from sincerely.desk.queries.applications import application

    return application(scene.actor, brand.id).contacts


def test_an_employer_joins_the_whole_and_never_in_a_circle(scene: Scene, brand) -> None:
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.employers import join_employers, separate_employer
    from sincerely.desk.errors import DeskError
    from sincerely.desk.models import Employer

    join(scene, brand)
    third = add_application(scene.actor, employer="Oak House", now=NOW)
    join_employers(scene.actor, third.employer_id, brand.employer_id, now=NOW)
    assert set(Employer.objects.filter(part_of=scene.employer).values_list("name", flat=True)) == {"Maple Homes", "Oak House"}
    with pytest.raises(DeskError, match="already, or the same"):
        join_employers(scene.actor, scene.employer, third.employer_id, now=NOW)
    separate_employer(scene.actor, scene.employer, now=NOW)
    assert not Employer.objects.exclude(part_of=None).exists()
    with pytest.raises(DeskError, match="part of no other employer"):
        separate_employer(scene.actor, scene.employer, now=NOW)


def test_interviews_that_were_added_in_any_order_stand_in_the_order_of_time(scene: Scene) -> None:
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.queries.plans import case_of

    for days in (9, 5):
        start = NOW + timedelta(days=days)
        add_interview(scene.actor, scene.application, start=start, end=start + timedelta(hours=1), contacts=[scene.bob], now=NOW)
    ends = [talk.end for talk in case_of(scene.actor, scene.application, NOW).interviews]
    assert ends == sorted(ends)


def test_a_search_on_hold_is_a_word_and_a_pause(scene: Scene) -> None:
    from sincerely.desk.actions.replies import confirm_nature, log_received
    from sincerely.desk.queries.plans import plan_of

    told = log_received(scene.actor, scene.application, contact=scene.bob, nature="on-hold", until=date(2026, 5, 1), now=NOW)
    assert "put the search on hold until Fri 1 May" in " ".join(may_check_in(scene, 20).reasons)
    confirm_nature(scene.actor, told.id, "on-hold", now=NOW)
    assert not may_check_in(scene, 20).allowed
    confirm_nature(scene.actor, told.id, "human", now=NOW)
    assert may_check_in(scene, 20).allowed
    assert plan_of(scene.actor, scene.application, NOW).touches


def test_who_withdraws_owes_thanks_alone(scene: Scene) -> None:
    from sincerely.desk.actions.applications import reopen_application, withdraw_application
    from sincerely.desk.queries.applications import application
    from sincerely.desk.queries.due import due
    from sincerely.desk.queries.plans import plan_of

    draft = scene.draft(stage="check-in", body="Dear Bob,\n\nIs there any news?\n\nKind regards,\nAlice Archer")
    withdraw_application(scene.actor, scene.application, reason="Another post", now=NOW)
    assert application(scene.actor, scene.application).withdrawn
    assert scene.message(draft.id).state == "withdrawn"
    assert {touch.stage for touch in plan_of(scene.actor, scene.application, NOW).touches} == {"thank-you"}
    assert {touch.stage for touch in due(scene.actor, NOW).today} == {"thank-you"}
    reopen_application(scene.actor, scene.application, now=NOW)
    assert "check-in" in {touch.stage for touch in plan_of(scene.actor, scene.application, NOW).touches}


def test_a_second_application_goes_on_when_the_first_is_withdrawn(scene: Scene, brand) -> None:
    from sincerely.desk.actions.applications import withdraw_application

    join(scene, brand)
    withdraw_application(scene.actor, brand.id, now=WEEK_LATER)
    assert may_check_in(scene, 14).allowed
    withdraw_application(scene.actor, scene.application, now=WEEK_LATER)
    assert may_check_in(scene, 14).next_allowed is None


def test_one_person_known_at_brand_and_parent_is_merged_with_all_that_happened(scene: Scene, brand) -> None:
    from sincerely.desk.actions.contacts import merge_contacts
    from sincerely.desk.actions.interviews import set_panel
    from sincerely.desk.errors import DeskError
    from sincerely.desk.queries.plans import plan_of

    dana = brand_people(scene, brand)[0].id
    with pytest.raises(DeskError, match="different employers"):
        merge_contacts(scene.actor, scene.bob, dana, now=WEEK_LATER)
    join(scene, brand)
    set_panel(scene.actor, scene.interview, [scene.bob, scene.charlie, dana], now=WEEK_LATER)
    merged = merge_contacts(scene.actor, scene.bob, dana, now=WEEK_LATER)
    assert merged.emails == ["bob@willow.example", "dana@maple.example"]
    assert "7 days after your check-in to Bob Byrne (Wed 11 Mar): from Wed 18 Mar." in may_check_in(scene, 8).reasons
    assert {touch.contact for touch in plan_of(scene.actor, brand.id, NOW).touches} == {str(scene.bob), str(scene.charlie)}
