"""A coach's caseload: what needs a word, only of what is shared; sums only over more than five."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.errors import NotThere


def rows(centre, now=NOW, who="Mia"):
    from sincerely.desk.queries.caseload import caseload

    return {row.name: row for row in caseload(centre.people[who], centre.organisation, now)}


def test_of_who_shares_nothing_only_the_name_shows(centre) -> None:
    centre.desk("Alice").draft()
    row = rows(centre)["Alice"]
    assert (row.shares, row.desk, row.late, row.noteless, row.drafts, row.applications) == ("nothing", None, [], [], [], [])


def test_an_interview_without_a_note_shows_until_one_is_written(centre) -> None:
    from sincerely.desk.actions.grants import grant

    alice = centre.desk("Alice")
    grant(alice.actor, centre.places["Mia"], application=alice.application, now=NOW)
    assert [talk.employer for talk in rows(centre)["Alice"].noteless] == ["Willow Care"]
    note = alice.draft()
    row = rows(centre)["Alice"]
    assert (row.noteless, [draft.id for draft in row.drafts]) == ([], [note.id])


def test_a_thank_you_that_is_overdue_shows(centre) -> None:
    from sincerely.desk.actions.grants import grant

    alice = centre.desk("Alice")
    grant(alice.actor, centre.places["Mia"], now=NOW)
    assert rows(centre)["Alice"].late == []
    late = rows(centre, NOW + timedelta(days=3))["Alice"].late
    assert {row.contact_name for row in late} == {"Bob Byrne", "Charlie Chen"}


def test_one_application_tells_nothing_of_another(centre) -> None:
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.grants import grant

    alice = centre.desk("Alice")
    other = add_application(alice.actor, employer="Hill Farm", role="Grower", now=NOW)
    alice.draft()
    grant(alice.actor, centre.places["Mia"], application=other.id, now=NOW)
    row = rows(centre, NOW + timedelta(days=3))["Alice"]
    assert (row.late, row.noteless, row.drafts, row.applications) == ([], [], [], [(other.id, "Grower at Hill Farm")])


def test_one_draft_tells_nothing_else(centre) -> None:
    from sincerely.desk.actions.grants import grant

    alice = centre.desk("Alice")
    one = alice.draft().id
    alice.draft(contact=alice.charlie)
    grant(alice.actor, centre.places["Mia"], message=one, now=NOW)
    row = rows(centre, NOW + timedelta(days=3))["Alice"]
    assert (row.late, row.noteless, [draft.id for draft in row.drafts]) == ([], [], [one])
    assert rows(centre, who="Noor")["Alice"].shares == "nothing"


@pytest.mark.parametrize("name", ["Ada", "Alice", "Eve"])
def test_only_coaches_have_a_caseload(centre, name) -> None:
    with pytest.raises(NotThere):
        rows(centre, who=name)


def test_sums_show_over_more_than_five_people_only(centre) -> None:
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.queries.caseload import report_of

    for number in range(6):
        centre.join(f"Seeker{number}")
        found = report_of(rows(centre).values(), NOW)
        assert (found.people, found.numbers) == (number, None)
        grant(centre.desk(f"Seeker{number}").actor, centre.places["Mia"], now=NOW)
    found = report_of(rows(centre).values(), NOW)
    assert found.people == 6
    assert found.numbers["applications"] == found.numbers["interviews held"] == found.numbers["interviews without a note"] == 6


def test_more_seekers_are_read_in_as_many_questions(centre, django_assert_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sincerely.desk.actions.grants import grant

    def shown(name: str) -> None:
        alice = centre.desk(name)
        grant(alice.actor, centre.places["Mia"], now=NOW)
        alice.draft()

    shown("Alice")
    with CaptureQueriesContext(connection) as few:
        rows(centre)
    shown("Dora")
    for name in ("Finn", "Gwen"):
        centre.join(name)
        shown(name)
    with django_assert_num_queries(len(few)):
        assert sum(row.shares == "desk" for row in rows(centre).values()) == 4
