"""Whole boards under watch: pages of a list, texts that stand apart, doubles on other boards, faults that close nothing."""

from dataclasses import replace
from json import dumps, loads
from pathlib import Path

import pytest
from tests.desk.conftest import NOW
from tests.desk.web import JOB, OUT, Web, page

from sincerely.watch.answer import Answer

RECORDED = Path(__file__).resolve().parents[1] / "watch" / "boards"
LEVER = "https://jobs.lever.co/willow-care"
LEVER_API = "https://api.lever.co/v0/postings/willow-care?mode=json"
SMART = "https://careers.smartrecruiters.com/CityLines"
SMART_API = "https://api.smartrecruiters.com/v1/companies/CityLines/postings"


@pytest.fixture
def web(actor) -> Web:
    jobs = loads((RECORDED / "smartrecruiters.json").read_text())
    first, second = ({**jobs, "content": [jobs["content"][number]], "offset": number, "totalFound": 2} for number in (0, 1))
    return Web(
        NOW,
        {
            LEVER_API: (RECORDED / "lever.json").read_bytes(),
            f"{SMART_API}?limit=100&offset=0": dumps(first).encode(),
            f"{SMART_API}?limit=100&offset=1": dumps(second).encode(),
            f"{SMART_API}/743999999000001": (RECORDED / "smartrecruiters-details.json").read_bytes(),
        },
    )


def add(actor, address):
    from sincerely.desk.actions.watches import add_watch

    return add_watch(actor, address, now=NOW)


def seen(actor, web):
    from sincerely.desk.queries.watches import jobs

    return jobs(actor, web.now)


def titles(jobs) -> list[str]:
    return sorted(job.title for job in jobs)


def test_a_board_is_asked_by_its_address_for_machines(actor, web) -> None:
    assert add(actor, LEVER).board == "lever"
    web.sweep()
    assert web.fetched() == [LEVER_API]
    found = seen(actor, web)
    assert titles(found.new) == ["Rota Planner", "Ward Nurse"]
    assert found.watches[0].name == "Willow Care"


def test_a_board_that_lists_a_job_twice_shows_it_once(actor, web) -> None:
    jobs = loads(web.pages[LEVER_API])
    web.pages[LEVER_API] = dumps([*jobs, *jobs]).encode()
    add(actor, LEVER)
    web.sweep()
    found = seen(actor, web)
    assert titles(found.new) == ["Rota Planner", "Ward Nurse"]
    assert found.watches[0].trouble == ""


def test_a_board_closes_what_its_list_no_longer_shows_at_once(actor, web) -> None:
    add(actor, LEVER)
    web.sweep()
    web.pages[LEVER_API] = dumps(loads(web.pages[LEVER_API])[:1]).encode()
    web.later(hours=7).sweep()
    assert titles(seen(actor, web).closed) == ["Rota Planner"]


def test_a_board_that_is_empty_all_of_a_sudden_must_say_so_twice(actor, web) -> None:
    add(actor, LEVER)
    web.sweep()
    web.pages[LEVER_API] = b"[]"
    web.later(hours=7).sweep()
    assert not seen(actor, web).closed
    web.later(hours=7).sweep()
    assert titles(seen(actor, web).closed) == ["Rota Planner", "Ward Nurse"]


def test_a_posting_that_flaps_must_be_gone_twice(actor, web) -> None:
    both, one = web.pages[LEVER_API], dumps(loads(web.pages[LEVER_API])[:1]).encode()
    add(actor, LEVER)
    for answer in (both, one, both, one):
        web.pages[LEVER_API] = answer
        web.sweep()
        web.later(hours=7)
    assert not seen(actor, web).closed
    web.sweep()
    assert titles(seen(actor, web).closed) == ["Rota Planner"]


def test_a_list_of_several_pages_is_read_to_its_end_before_anything_is_closed(actor, web) -> None:
    add(actor, SMART)
    web.sweep()
    assert titles(seen(actor, web).new) == ["Bus Driver", "Timetable Planner"]
    assert web.spacing() >= 10
    web.pages[f"{SMART_API}?limit=100&offset=1"] = OUT
    web.later(hours=7).sweep()
    found = seen(actor, web)
    assert titles(found.new) == ["Bus Driver", "Timetable Planner"]
    assert found.watches[0].trouble


def test_texts_that_stand_apart_are_fetched_once_and_one_that_cannot_be_had_harms_nothing(actor, web) -> None:
    add(actor, SMART)
    web.sweep()
    texts = {job.title: job.text for job in seen(actor, web).new}
    assert "line 7" in texts["Bus Driver"]
    assert texts["Timetable Planner"] == ""
    assert seen(actor, web).watches[0].trouble == ""
    web.later(hours=7).sweep()
    assert web.fetched().count(f"{SMART_API}/743999999000001") == 1


def test_a_list_without_texts_takes_none_away(actor, web) -> None:
    add(actor, SMART)
    web.sweep()
    web.later(hours=7).sweep()
    (job,) = (job for job in seen(actor, web).new if job.title == "Bus Driver")
    assert "line 7" in job.text
    assert job.changed_at is None


def test_one_posting_of_a_board_is_watched_by_the_whole_list(actor, web) -> None:
    add(actor, f"{LEVER}/a1b2")
    web.sweep()
    assert titles(seen(actor, web).new) == ["Rota Planner"]
    web.pages[LEVER_API] = dumps(loads(web.pages[LEVER_API])[:1]).encode()
    web.later(hours=7).sweep()
    assert titles(seen(actor, web).closed) == ["Rota Planner"]


def test_a_posting_that_its_board_never_showed_is_told(actor, web) -> None:
    add(actor, f"{LEVER}/c3d4")
    web.sweep()
    assert "Lever does not list this posting" in seen(actor, web).watches[0].trouble


@pytest.mark.parametrize("wrong", [b"<html>maintenance", b"{}", Answer(LEVER_API, b"[" * 9000, "application/json"), OUT])
def test_a_board_in_trouble_loses_nothing(actor, web, wrong) -> None:
    add(actor, LEVER)
    web.sweep()
    web.pages[LEVER_API] = wrong
    for _ in range(4):
        web.later(days=2, hours=1).sweep()
    found = seen(actor, web)
    assert titles(found.new) == ["Rota Planner", "Ward Nurse"]
    assert found.watches[0].trouble


NURSE = {**JOB, "title": "Ward Nurse (m/f/d)", "hiringOrganization": {"name": "Willow Care Ltd."}}
OWN = "https://willow.example/jobs/7"


def test_the_same_job_on_two_boards_is_shown_once_with_both_addresses(actor, web) -> None:
    add(actor, LEVER)
    add(actor, OWN)
    web.pages[OWN] = page(**NURSE)
    web.sweep()
    found = seen(actor, web)
    assert titles(found.new) in (["Rota Planner", "Ward Nurse"], ["Rota Planner", "Ward Nurse (m/f/d)"])
    (nurse,) = (job for job in found.new if job.also)
    assert {nurse.url, *nurse.also} == {OWN, "https://jobs.lever.co/willow-care/5ac21346-8e0c-4494-8e7a-3eb92ff77902"}


def test_when_the_first_board_closes_it_the_other_still_shows_it(actor, web) -> None:
    add(actor, LEVER)
    web.sweep()
    add(actor, OWN)
    web.pages[OWN] = page(**NURSE)
    web.later(minutes=5).sweep()
    web.pages[LEVER_API] = dumps(loads(web.pages[LEVER_API])[1:]).encode()
    web.later(hours=7).sweep()
    found = seen(actor, web)
    assert titles(found.closed) == ["Ward Nurse"]
    assert "Ward Nurse (m/f/d)" in titles(found.new)


def test_jobs_are_in_the_order_in_which_they_fit_and_say_why(actor, web) -> None:
    from sincerely.desk.actions.desk import update_profile

    update_profile(actor, background="Driver, Rail Freight, 2019 to 2023\nDrove heavy vehicles on a tight timetable.", now=NOW)
    add(actor, SMART)
    add(actor, LEVER)
    web.sweep()
    found = seen(actor, web).new
    assert found[0].title in ("Bus Driver", "Timetable Planner")
    assert found[0].score > found[-1].score
    assert any("background" in reason for reason in found[0].reasons)


def test_another_background_orders_anew_without_a_sweep(actor, web) -> None:
    from sincerely.desk.actions.desk import update_profile

    add(actor, LEVER)
    web.sweep()
    assert all(job.score == 0 for job in seen(actor, web).new)
    update_profile(actor, background="Nurse at a hospice, calm and patient.", now=NOW)
    assert seen(actor, web).new[0].title == "Ward Nurse"


def test_a_desk_with_watches_goes_out_and_comes_back_whole(actor, web) -> None:
    from sincerely.desk.actions.erasing import erase_desk
    from sincerely.desk.actions.exports import export_desk, import_desk
    from sincerely.desk.models import Host

    add(actor, LEVER)
    web.sweep()
    web.pages[LEVER_API] = web.pages[LEVER_API].replace(b"Rota Planner", b"Rota Lead")
    web.later(hours=7).sweep()
    before, whole = seen(actor, web), loads(dumps(export_desk(actor)))
    erase_desk(actor, "Alice Archer")
    assert not Host.objects.exists(), "whom the desk asked is gone with it"
    again = import_desk(whole, now=web.now)
    after = seen(again, web)
    assert [replace(job, id=0, watch=0) for job in after.new] == [replace(job, id=0, watch=0) for job in before.new]
    assert whole["tables"]["edition"]
