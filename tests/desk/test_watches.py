"""Jobs to watch: new, changed, closed and never closed by a fault; one click makes an application."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW
from tests.desk.web import JOB, OUT, Web, page

from sincerely.watch.answer import Answer
from sincerely.watch.errors import FetchError

ADDRESS = "https://willow.example/jobs/7"


@pytest.fixture
def web(actor) -> Web:
    return Web(NOW, {ADDRESS: page(**JOB)})


@pytest.fixture
def watch(actor, web):
    from sincerely.desk.actions.watches import add_watch

    return add_watch(actor, ADDRESS, now=NOW)


def seen(actor, web):
    from sincerely.desk.queries.watches import jobs

    return jobs(actor, web.now)


def test_a_page_under_watch_shows_its_job_as_new(actor, web, watch) -> None:
    web.sweep()
    (job,) = seen(actor, web).new
    assert (job.title, job.employer, job.places) == ("Night Nurse", "Willow Care", ["Cork, IE"])
    assert (job.posted, job.closing) == ("2026-03-01", "2026-05-30")
    assert web.fetched() == [ADDRESS]


def test_nothing_is_asked_before_somebody_puts_it_under_watch(actor) -> None:
    web = Web(NOW, {ADDRESS: page(**JOB)})
    web.sweep()
    assert web.asked == []


def test_one_click_makes_an_application_with_the_posting_and_its_address(actor, web, watch) -> None:
    from sincerely.desk.actions.watches import apply_to
    from sincerely.desk.errors import DeskError

    web.sweep()
    (job,) = seen(actor, web).new
    made = apply_to(actor, job.id, now=web.now)
    assert (made.employer, made.role, made.posting_url) == ("Willow Care", "Night Nurse", ADDRESS)
    assert "rota" in made.posting
    assert seen(actor, web).open[0].application == made.id
    with pytest.raises(DeskError, match="already"):
        apply_to(actor, job.id, now=web.now)


def test_what_a_person_has_looked_at_is_no_news_until_it_changes(actor, web, watch) -> None:
    from sincerely.desk.actions.watches import look_at
    from sincerely.desk.queries.watches import history_of

    web.sweep()
    look_at(actor, None, now=web.now)
    assert not seen(actor, web).new
    web.later(hours=7)
    web.pages[ADDRESS] = page(**{**JOB, "title": "Night Nurse (Lead)", "description": JOB["description"] + " You train others."})
    web.sweep()
    (job,) = seen(actor, web).changed
    (change,) = history_of(actor, job.id)
    told = {one["field"]: one for one in change.changes}
    assert (told["Title"]["before"], told["Title"]["after"]) == ("Night Nurse", "Night Nurse (Lead)")
    assert [piece["words"] for piece in told["Text"]["pieces"] if piece["what"] == "new"] == ["You train others."]


def test_other_spacing_is_no_change(actor, web, watch) -> None:
    web.sweep()
    web.later(hours=7)
    web.pages[ADDRESS] = page(**{**JOB, "description": f"  <p>{JOB['description'].replace('. ', '.   ')}</p>"})
    web.sweep()
    assert seen(actor, web).new[0].changed_at is None


@pytest.mark.parametrize(
    "trouble",
    [
        OUT,
        Answer(ADDRESS, status=404),
        Answer(ADDRESS, status=410),
        Answer(ADDRESS, status=500),
        Answer(ADDRESS, status=403),
        b"<html><p>We are moving house</p>",
        Answer(ADDRESS, b"%PDF", "application/pdf"),
    ],
)
def test_a_fetch_that_failed_closes_nothing_however_often(actor, web, watch, trouble) -> None:
    web.sweep()
    web.pages[ADDRESS] = trouble
    for _ in range(6):
        web.later(days=2, hours=1).sweep()
    (job,) = seen(actor, web).new
    assert job.closed_at is None
    (row,) = seen(actor, web).watches
    assert row.trouble
    assert "\n" not in row.trouble


def test_trouble_passes(actor, web, watch) -> None:
    web.pages[ADDRESS] = OUT
    web.sweep()
    web.pages[ADDRESS] = page(**JOB)
    web.later(hours=2).sweep()
    found = seen(actor, web)
    assert found.watches[0].trouble == ""
    assert len(found.new) == 1


def test_a_page_about_one_job_must_show_another_twice_before_the_first_is_closed(actor, web, watch) -> None:
    other = {**JOB, "identifier": "8", "title": "Gardener"}
    web.pages[ADDRESS] = page(**{**JOB, "identifier": "7"}) + page(**{**JOB, "identifier": "9", "title": "Cook"})
    web.sweep()
    web.pages[ADDRESS] = page(**other) + page(**{**JOB, "identifier": "9", "title": "Cook"})
    web.later(hours=7).sweep()
    assert not seen(actor, web).closed
    web.later(hours=7).sweep()
    assert [job.title for job in seen(actor, web).closed] == ["Night Nurse"]


def test_a_job_that_comes_back_is_open_again(actor, web, watch) -> None:
    both = page(**{**JOB, "identifier": "7"}) + page(**{**JOB, "identifier": "9", "title": "Cook"})
    web.pages[ADDRESS] = both
    web.sweep()
    web.pages[ADDRESS] = page(**{**JOB, "identifier": "9", "title": "Cook"})
    web.later(hours=7).sweep()
    web.later(hours=7).sweep()
    web.pages[ADDRESS] = both
    web.later(hours=7).sweep()
    assert sorted(job.title for job in seen(actor, web).new) == ["Cook", "Night Nurse"]


def test_a_job_that_closes_within_a_week_is_told(actor, web, watch) -> None:
    from sincerely.desk.actions.watches import look_at

    web.pages[ADDRESS] = page(**{**JOB, "validThrough": (NOW + timedelta(days=4)).date().isoformat()})
    web.sweep()
    look_at(actor, None, now=web.now)
    (job,) = seen(actor, web).closing
    assert job.closing_in == 4


def test_a_host_that_asks_for_a_pause_gets_it(actor, web, watch) -> None:
    web.pages[ADDRESS] = Answer(ADDRESS, status=429, retry_after="36000")
    web.sweep()
    before = len(web.asked)
    web.later(hours=9).sweep()
    assert len(web.asked) == before
    web.later(hours=1).sweep()
    assert len(web.asked) > before


def test_a_page_that_has_not_changed_is_not_sent_again(actor, web, watch) -> None:
    web.pages[ADDRESS] = Answer(ADDRESS, page(**JOB), "text/html", etag='"v1"', modified="Sun, 01 Mar 2026 10:00:00 GMT")
    web.sweep()
    web.pages[ADDRESS] = Answer(ADDRESS, status=304)
    web.later(hours=7).sweep()
    assert (web.asked[-1][2].etag, web.asked[-1][2].modified) == ('"v1"', "Sun, 01 Mar 2026 10:00:00 GMT")
    found = seen(actor, web)
    assert found.watches[0].trouble == ""
    assert len(found.new) == 1


def test_a_redirect_is_a_request_of_its_own_and_a_circle_ends(actor, web, watch) -> None:
    web.pages[ADDRESS] = Answer(ADDRESS, status=302, moved_to="https://willow.example/new/7")
    web.pages["https://willow.example/new/7"] = page(**JOB)
    web.sweep()
    assert web.fetched() == [ADDRESS, "https://willow.example/new/7"]
    assert len(seen(actor, web).new) == 1
    web.pages["https://willow.example/new/7"] = Answer("", status=302, moved_to=ADDRESS)
    web.later(hours=7).sweep()
    assert "on and on" in seen(actor, web).watches[0].trouble
    assert web.spacing() >= 10


def test_slow_redirects_share_the_seconds_of_one_answer(actor, web, watch) -> None:
    for number in range(5):
        to = f"https://willow.example/{number}"
        web.pages[ADDRESS if number == 0 else f"https://willow.example/{number - 1}"] = Answer(
            "", status=302, moved_to=to, seconds=4
        )
    web.sweep()
    assert web.given[1:] == [15, 11, 7, 3]
    assert "longer than 15 seconds" in seen(actor, web).watches[0].trouble


def test_robots_are_kept(actor, web, watch) -> None:
    robots = b"User-agent: *\nDisallow: /jobs/\nCrawl-delay: 60"
    web.pages["https://willow.example/robots.txt"] = Answer("", robots, "text/plain")
    web.sweep()
    assert web.fetched() == []
    assert "robots.txt" in seen(actor, web).watches[0].trouble


def test_a_robots_file_that_moved_is_found_and_kept(actor, web, watch) -> None:
    web.pages["https://willow.example/robots.txt"] = Answer("", status=301, moved_to="https://www.willow.example/robots.txt")
    web.pages["https://www.willow.example/robots.txt"] = Answer("", status=302, moved_to="https://willow.example/machines.txt")
    web.pages["https://willow.example/machines.txt"] = Answer("", b"User-agent: *\nDisallow: /jobs/", "text/plain")
    web.sweep()
    assert ADDRESS not in web.fetched()
    assert "robots.txt" in seen(actor, web).watches[0].trouble
    assert web.spacing() >= 10


def test_a_robots_file_that_moves_in_a_circle_counts_as_none(actor, web, watch) -> None:
    web.pages["https://willow.example/robots.txt"] = Answer("", status=301, moved_to="https://willow.example/robots.txt")
    web.sweep()
    assert web.fetched() == [ADDRESS]
    assert len(web.asked) == 7


def test_a_page_that_shows_its_job_no_more_says_that_it_did(actor, web, watch) -> None:
    web.sweep()
    web.pages[ADDRESS] = b"<html><h1>This job is filled</h1>"
    web.later(hours=7).sweep()
    assert "may be filled" in seen(actor, web).watches[0].trouble


def test_a_longer_pause_that_a_host_asks_for_is_kept(actor, web) -> None:
    from sincerely.desk.actions.watches import add_watch

    web.pages["https://willow.example/robots.txt"] = Answer("", b"User-agent: *\nCrawl-delay: 60", "text/plain")
    for number in range(3):
        web.pages[f"https://willow.example/jobs/{number}"] = page(**{**JOB, "identifier": str(number)})
        add_watch(actor, f"https://willow.example/jobs/{number}", now=NOW)
    web.sweep()
    assert web.spacing() >= 60


def test_a_robots_file_that_cannot_be_had_means_later_not_never(actor, web, watch) -> None:
    web.pages["https://willow.example/robots.txt"] = FetchError("willow.example could not be reached.")
    web.sweep()
    assert web.fetched() == []
    del web.pages["https://willow.example/robots.txt"]
    web.later(hours=2).sweep()
    assert web.fetched() == [ADDRESS]


def test_the_sample_desk_asks_nobody(actor, web, watch) -> None:
    from sincerely.desk.models import Desk

    Desk.objects.update(sample=True)
    web.sweep()
    assert web.asked == []


def test_a_draft_speaks_of_what_the_posting_asks_for(actor, web, watch) -> None:
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.desk import update_profile
    from sincerely.desk.actions.drafts import write_draft
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.actions.watches import apply_to
    from sincerely.proof.rulebook import only

    background = "Night Nurse, Meadow Hall, 2019 to 2024\nLed wound care training for new colleagues."
    update_profile(actor, background=background, zone="Europe/Dublin", now=NOW)
    web.pages[ADDRESS] = page(**{**JOB, "description": "You must have experience in wound care."})
    web.sweep()
    made = apply_to(actor, seen(actor, web).new[0].id, now=web.now)
    bob = add_contact(actor, made.id, name="Bob Byrne", email="bob@willow.example", now=web.now)
    start = NOW + timedelta(days=2)
    talk = add_interview(
        actor, made.id, start=start, end=start + timedelta(hours=1), contacts=[bob.id], zone="Europe/Dublin", now=web.now
    )
    book = only(["professional/placeholder"])
    later = start + timedelta(hours=3)
    note = write_draft(actor, made.id, contact=bob.id, stage="thank-you", interview=talk.id, rulebook=book, now=later)
    assert "wound care" in note.body
