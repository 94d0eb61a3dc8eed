"""Applications, contacts and interviews as a person keeps them."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene

pytestmark = pytest.mark.django_db


def test_an_employer_named_twice_is_one_employer(scene: Scene) -> None:
    from sincerely.desk.actions.applications import add_application

    second = add_application(scene.actor, employer="  willow CARE ", role="Day Manager", now=NOW)
    assert (second.employer_id, second.employer) == (scene.employer, "Willow Care")


def test_an_address_named_twice_is_one_contact(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import add_contact

    again = add_contact(scene.actor, scene.application, name="Robert Byrne", email="BOB@willow.example", title="Matron", now=NOW)
    assert (again.id, again.title) == (scene.bob, "Matron")


def test_a_second_desk_sees_nothing_of_the_first(scene: Scene) -> None:
    from sincerely.desk.access import Actor
    from sincerely.desk.errors import NotThere
    from sincerely.desk.models import Desk
    from sincerely.desk.queries import applications, due, history, messages

    other = Actor(Desk.objects.create(name="Dave", zone="UTC", created_at=NOW).pk, "Dave")
    draft = scene.draft()
    for ask, key in (
        (applications.application, scene.application),
        (applications.contact, scene.bob),
        (applications.interview, scene.interview),
        (messages.message, draft.id),
    ):
        with pytest.raises(NotThere) as foreign:
            ask(other, key)
        with pytest.raises(NotThere) as missing:
            ask(other, 10_000 + key)
        assert str(foreign.value).replace(str(key), "N") == str(missing.value).replace(str(10_000 + key), "N")
    assert applications.applications(other) == []
    assert history.history(other) == []
    assert due.due(other, NOW).today == []


def test_a_moved_interview_owes_from_its_new_end(scene: Scene) -> None:
    from sincerely.desk.actions.interviews import add_interview, move_interview
    from sincerely.desk.queries.plans import plan_of

    coming = add_interview(
        scene.actor,
        scene.application,
        start=NOW + timedelta(days=1),
        end=NOW + timedelta(days=1, hours=1),
        contacts=[scene.bob],
        now=NOW,
    )
    end = NOW + timedelta(days=5, hours=1)
    moved = move_interview(scene.actor, coming.id, start=end - timedelta(hours=1), end=end, now=NOW + timedelta(minutes=1))
    assert moved.end == end.isoformat()
    plan = plan_of(scene.actor, scene.application, end + timedelta(minutes=1))
    thanks = [touch for touch in plan.touches if touch.interview == str(coming.id) and touch.stage == "thank-you"]
    assert [touch.not_before >= end for touch in thanks] == [True]


def test_a_cancelled_interview_owes_nothing(scene: Scene) -> None:
    from sincerely.desk.actions.interviews import add_interview, cancel_interview
    from sincerely.desk.queries.plans import plan_of

    start = NOW + timedelta(days=1)
    coming = add_interview(
        scene.actor, scene.application, start=start, end=start + timedelta(hours=1), contacts=[scene.bob], now=NOW
    )
    cancel_interview(scene.actor, coming.id, now=NOW + timedelta(minutes=1))
    plan = plan_of(scene.actor, scene.application, start + timedelta(hours=2))
    assert all(touch.interview != str(coming.id) for touch in plan.touches)


@pytest.mark.parametrize(
    ("start", "end"),
    [(timedelta(hours=1), timedelta(0)), (timedelta(0), timedelta(0)), (timedelta(0), timedelta(days=3))],
)
def test_times_that_make_no_talk_are_refused(scene: Scene, start: timedelta, end: timedelta) -> None:
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.errors import DeskError

    with pytest.raises(DeskError, match="Check its times"):
        add_interview(scene.actor, scene.application, start=NOW + start, end=NOW + end, contacts=[scene.bob], now=NOW)


def test_a_merged_contact_is_one_person_with_all_that_happened(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import add_contact, merge_contacts
    from sincerely.desk.actions.replies import log_contact
    from sincerely.desk.queries.applications import contact
    from sincerely.desk.queries.plans import plan_of

    twin = add_contact(scene.actor, scene.application, name="B. Byrne", email="byrne@willow.example", phone="123", now=NOW)
    log_contact(scene.actor, scene.application, contact=twin.id, channel="call", stage="thank-you", now=NOW)
    merged = merge_contacts(scene.actor, scene.bob, twin.id, now=NOW)
    assert merged.emails == ["bob@willow.example", "byrne@willow.example"]
    assert contact(scene.actor, twin.id).id == scene.bob
    plan = plan_of(scene.actor, scene.application, NOW + timedelta(minutes=1))
    assert not any(touch.contact == str(scene.bob) and touch.stage == "thank-you" for touch in plan.touches)


def test_a_new_address_is_the_one_written_to(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import set_address

    changed = set_address(scene.actor, scene.bob, "b.byrne@willow.example", now=NOW)
    assert changed.email == "b.byrne@willow.example"
    assert changed.emails == ["b.byrne@willow.example", "bob@willow.example"]


def test_a_closed_application_owes_nothing_and_takes_back_what_waits(scene: Scene) -> None:
    from sincerely.desk.actions.applications import close_application, reopen_application
    from sincerely.desk.queries.due import due

    queued = scene.queued()
    close_application(scene.actor, scene.application, reason="Found another job.", now=NOW)
    day = due(scene.actor, NOW)
    assert (day.today, day.late, day.owed, day.open_applications) == ([], [], [], 0)
    assert scene.message(queued.id).state == "withdrawn"
    reopen_application(scene.actor, scene.application, now=NOW)
    assert due(scene.actor, NOW).today


@pytest.mark.parametrize(
    "entry",
    [
        {"name": ""},
        {"name": "Bob\nByrne"},
        {"name": "Bob", "email": "bob"},
        {"name": "Bob", "zone": "Mars/Olympus"},
        {"name": "Bob", "zone": "../../etc/passwd"},
        {"name": "Bob", "country": "Ireland"},
        {"name": "B" * 400},
        {"name": "Bob", "shoe_size": "44"},
    ],
)
def test_a_wrong_entry_is_refused_in_words(scene: Scene, entry: dict) -> None:
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.errors import DeskError

    with pytest.raises(DeskError):
        add_contact(scene.actor, scene.application, now=NOW, **entry)


def test_history_cannot_be_changed_by_the_program_or_in_the_database(scene: Scene) -> None:
    from django.db import DatabaseError, connection, transaction

    from sincerely.desk.models import History
    from sincerely.desk.models.history import Rewriting

    line = History.objects.first()
    for change in (line.save, line.delete, History.objects.all().delete, lambda: History.objects.update(words="other")):
        with pytest.raises(Rewriting):
            change()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE desk_history SET words = 'other'")


def test_every_action_leaves_a_line_with_who_and_when(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import update_contact
    from sincerely.desk.queries.history import history

    update_contact(scene.actor, scene.bob, title="Matron", now=NOW)
    line = history(scene.actor, limit=1)[0]
    assert (line.who, line.at, line.words) == ("Alice Archer", NOW.isoformat(), "Changed what is known of Bob Byrne.")


def test_a_new_address_goes_into_the_drafts_too(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import set_address

    draft = scene.draft()
    set_address(scene.actor, scene.bob, "byrne@willow.example", now=NOW)
    assert scene.message(draft.id).to == "byrne@willow.example"
