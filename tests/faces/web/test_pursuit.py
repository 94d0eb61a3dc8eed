"""An interview comes onto the desk, is talked about, and leads to what follows."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.desk.conftest import NOW

from sincerely.desk.actions.replies import log_contact, log_received
from sincerely.desk.queries.applications import application, applications, interview
from sincerely.terms import Channel, Stage

INVITE = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:talk-7@larch.example
DTSTAMP:20260301T090000Z
DTSTART:20260306T140000Z
DTEND:20260306T150000Z
SUMMARY:Interview: Gardener
ORGANIZER;CN=Ines Duarte:mailto:ines@larch.example
ATTENDEE;CN=Alice Archer:mailto:alice@archer.example
END:VEVENT
END:VCALENDAR
"""


def test_an_interview_is_typed_with_its_people(visitor, actor) -> None:
    answer = visitor.send(
        "/add",
        employer="Larch Gardens",
        role="Gardener",
        people="Ines Duarte <ines@larch.example>, Head Gardener\nOtto Berg",
        start="2026-03-04T09:00",
        minutes="45",
        zone="Europe/Lisbon",
        format="on-site",
    )
    page = visitor.page(answer.headers["Location"])
    assert "What did you talk about?" in page
    assert "Ines Duarte" in page
    assert "Otto Berg" in page
    assert "45 minutes" in page


def test_an_application_alone_needs_no_time(visitor, actor) -> None:
    answer = visitor.send("/add", employer="Larch Gardens", role="Gardener")
    assert "Gardener" in visitor.page(answer.headers["Location"])


def test_an_invite_brings_the_interview(visitor, actor) -> None:
    answer = visitor.send("/add", invite=SimpleUploadedFile("invite.ics", INVITE), employer="Larch Gardens")
    page = visitor.page(answer.headers["Location"])
    assert "Ines Duarte" in page
    assert "Larch Gardens" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"employer": ""}, "missing"),
        ({"employer": "Larch", "start": "tomorrow"}, "is not a time"),
        ({"employer": "Larch", "start": "0001-01-01T00:00"}, "Check it"),
        ({"employer": "Larch", "start": "2026-03-04T09:00", "minutes": "-5"}, "number of minutes"),
        ({"employer": "Larch", "zone": "Mars/Olympus"}, "is not known"),
        ({"employer": "Larch", "people": "Ines <not an address>"}, "not an e-mail address"),
        ({"employer": "Larch\x00"}, "control character"),
    ],
)
def test_what_makes_no_sense_is_told_and_the_words_stay(visitor, actor, fields, words) -> None:
    page = visitor.send("/add", status=422, role="Gardener of roses", **fields).content.decode()
    assert words in page
    assert "Gardener of roses" in page
    assert applications(actor) == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x00\xff" * 50, b"BEGIN:VCALENDAR\n", b"x" * 3_000_000])
def test_any_other_file_is_told_in_a_sentence(visitor, actor, data) -> None:
    page = visitor.send("/add", status=422, invite=SimpleUploadedFile("a.ics", data)).content.decode()
    assert 'role="alert"' in page


def test_no_page_names_a_command(visitor, actor) -> None:
    stranger = b"\n".join(line for line in INVITE.splitlines() if not line.startswith((b"ORG", b"ATT", b"SUM")))
    page = visitor.send("/add", status=422, invite=SimpleUploadedFile("a.ics", stranger)).content.decode()
    assert "--employer" not in page
    assert "which employer" in page


def test_right_after_its_end_the_page_asks_what_was_talked_about(visitor, scene) -> None:
    assert "autofocus" in visitor.page(f"/interview/{scene.interview}")
    visitor.send(f"/interview/{scene.interview}/notes", notes="The night shifts")
    page = visitor.page(f"/interview/{scene.interview}")
    assert "The night shifts" in page
    assert "autofocus" not in page


def test_a_promise_in_words_is_shown_as_understood_and_kept(visitor, scene) -> None:
    words = "by the end of next week"
    assert "Friday, 13 March" in visitor.page(f"/application/{scene.application}/understood?words={words}")
    visitor.send(f"/application/{scene.application}/promise", words=words)
    assert "an answer was promised by Fri 13 Mar" in visitor.page(f"/application/{scene.application}")


def test_words_that_name_no_day_are_asked_about(visitor, scene) -> None:
    assert "name no day" in visitor.page(f"/application/{scene.application}/understood?words=whenever it suits")
    visitor.send(f"/application/{scene.application}/promise", status=422, words="whenever it suits")
    visitor.send(f"/application/{scene.application}/promise", words="whenever it suits", day="2026-03-16")


def test_the_timeline_is_drawn_and_told(visitor, scene) -> None:
    log_contact(scene.actor, scene.application, contact=scene.bob, channel=Channel.EMAIL, stage=Stage.THANK_YOU, now=NOW)
    page = visitor.page(f"/application/{scene.application}")
    assert 'class="mark sent"' in page
    assert 'class="mark planned"' in page
    assert 'class="closed"' in page
    assert "Thank-you to Bob Byrne by e-mail" in page


def test_quoted_text_is_folded_and_stays_text(visitor, scene) -> None:
    text = "Yes, Friday is fine.\n> Could we <b>talk</b> on Friday?\n> Alice"
    log_received(scene.actor, scene.application, contact=scene.bob, nature="human", text=text, now=NOW)
    page = visitor.page(f"/application/{scene.application}")
    assert "<details><summary>What this answers</summary>&gt; Could we &lt;b&gt;talk" in page


def test_what_they_said_elsewhere_changes_the_plan(visitor, scene) -> None:
    visitor.send(
        f"/application/{scene.application}/heard", contact=scene.bob, nature="rejection", text="She rang.", channel="call"
    )
    assert "a no" in visitor.page(f"/application/{scene.application}")


def test_a_pasted_reply_is_read_for_what_it_is(visitor, scene) -> None:
    text = "Unfortunately we have decided to go ahead with another candidate. We wish you all the best."
    visitor.send(f"/application/{scene.application}/heard", contact=scene.bob, nature="", text=text)
    assert "another candidate" in visitor.page(f"/application/{scene.application}")


def test_a_call_that_was_made_is_kept(visitor, scene) -> None:
    visitor.send(f"/application/{scene.application}/done", contact=scene.bob, stage="thank-you", channel="call")
    assert "Thank-you to Bob Byrne by call" in visitor.page(f"/application/{scene.application}")


def test_somebody_joins_and_the_panel_changes(visitor, scene) -> None:
    visitor.send(
        f"/application/{scene.application}/people", name="Dora Dunn", email="dora@willow.example", interview=scene.interview
    )
    dora = next(row.id for row in application(scene.actor, scene.application).contacts if row.name == "Dora Dunn")
    visitor.send(f"/interview/{scene.interview}/panel", person=[scene.bob, dora])
    assert [row["name"] for row in interview(scene.actor, scene.interview).contacts] == ["Bob Byrne", "Dora Dunn"]


def test_an_interview_moves_and_is_cancelled(visitor, scene) -> None:
    visitor.send(f"/interview/{scene.interview}/move", start="2026-03-06T10:00", minutes="30")
    assert interview(scene.actor, scene.interview).start.startswith("2026-03-06T10:00")
    visitor.send(f"/interview/{scene.interview}/cancel")
    assert interview(scene.actor, scene.interview).cancelled_at


def test_an_application_closes_and_is_taken_up_again(visitor, scene) -> None:
    visitor.send(f"/application/{scene.application}/end", reason="Too far")
    assert "Too far" in visitor.page(f"/application/{scene.application}")
    visitor.send(f"/application/{scene.application}/end", open="yes")
    assert "closed</span>" not in visitor.page(f"/application/{scene.application}")


@pytest.mark.parametrize("way", ["/application/99", "/interview/99", f"/application/{10**30}", f"/interview/{2**63}"])
def test_what_is_not_there_says_so(visitor, scene, way) -> None:
    assert "There is nothing here" in visitor.page(way, status=404)


@pytest.mark.parametrize("noun", ["application", "interview"])
def test_a_page_asks_the_database_as_often_for_many_as_for_one(visitor, scene, noun) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.interviews import add_interview

    way = f"/{noun}/{getattr(scene, noun)}"
    visitor.page(way)
    with CaptureQueriesContext(connection) as few:
        visitor.page(way)
    for day in range(4):
        person = add_contact(scene.actor, scene.application, name=f"Guest {day}", email=f"g{day}@willow.example", now=NOW)
        start = NOW + timedelta(days=2 + day)
        add_interview(
            scene.actor, scene.application, start=start, end=start + timedelta(hours=1), contacts=[person.id, scene.bob], now=NOW
        )
        log_received(scene.actor, scene.application, contact=scene.bob, nature="human", text="Hello.", now=NOW)
    with CaptureQueriesContext(connection) as many:
        visitor.page(way)
    assert len(many) == len(few), [query["sql"] for query in many.captured_queries]


def test_one_withdraws_and_goes_on_after_all(visitor, scene) -> None:
    from sincerely.desk.queries.applications import application

    visitor.send(f"/application/{scene.application}/end", withdraw="yes", reason="Another post")
    row = application(scene.actor, scene.application)
    assert (row.withdrawn, row.status) == (True, "open")
    assert "Take it up again" in visitor.page(f"/application/{scene.application}")
    visitor.send(f"/application/{scene.application}/end", open="yes")
    assert not application(scene.actor, scene.application).withdrawn
