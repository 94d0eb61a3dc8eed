"""A coach reads what was granted, from the next request on to the revocation, and nothing beside it."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.errors import DeskError, NotThere


@pytest.fixture
def alice(centre):
    return centre.desk("Alice")


def reads(centre, who, alice, note) -> tuple[bool, bool, bool]:
    """Whether somebody may read the desk, the application and the note."""
    from sincerely.desk.actions.looking import look_at_application, look_at_desk, look_at_message

    found = []
    for look, number in ((look_at_desk, alice.actor.desk), (look_at_application, alice.application), (look_at_message, note)):
        try:
            look(centre.people[who], number, now=NOW)
            found.append(True)
        except NotThere:
            found.append(False)
    return tuple(found)


def test_by_default_nobody_reads_anything(centre, alice) -> None:
    note = alice.draft().id
    for who in centre.people:
        assert reads(centre, who, alice, note) == (False, False, False)


@pytest.mark.parametrize(
    ("scope", "seen"), [("desk", (True, True, True)), ("application", (False, True, True)), ("message", (False, False, True))]
)
def test_a_grant_opens_what_it_names_to_this_coach_alone(centre, alice, scope, seen) -> None:
    from sincerely.desk.actions.grants import grant, revoke

    note = alice.draft().id
    scopes = {"desk": {}, "application": {"application": alice.application}, "message": {"message": note}}
    made = grant(alice.actor, centre.places["Mia"], now=NOW, **scopes[scope])
    assert reads(centre, "Mia", alice, note) == seen
    for other in ("Ada", "Noor", "Dora", "Eve"):
        assert reads(centre, other, alice, note) == (False, False, False)
    revoke(alice.actor, made.id, now=NOW)
    assert reads(centre, "Mia", alice, note) == (False, False, False)


def test_a_grant_of_one_draft_shows_no_other(centre, alice) -> None:
    from sincerely.desk.actions.grants import grant

    one, other = alice.draft().id, alice.draft(contact=alice.charlie).id
    grant(alice.actor, centre.places["Mia"], message=one, now=NOW)
    assert reads(centre, "Mia", alice, one)[2]
    assert not reads(centre, "Mia", alice, other)[2]


def test_a_draft_that_was_thrown_away_is_gone_for_guests(centre, alice) -> None:
    from sincerely.desk.actions.drafts import discard_draft
    from sincerely.desk.actions.grants import grant

    note = alice.draft().id
    grant(alice.actor, centre.places["Mia"], now=NOW)
    discard_draft(alice.actor, note, now=NOW)
    assert reads(centre, "Mia", alice, note) == (True, True, False)


@pytest.mark.parametrize("end", ["coach leaves", "seeker leaves", "coach becomes editor", "coach is erased"])
def test_grants_end_with_what_they_rest_on(centre, alice, end) -> None:
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.actions.organisations import end_membership, set_role
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.queries.members import grants

    note = alice.draft().id
    grant(alice.actor, centre.places["Mia"], now=NOW)
    if end == "coach leaves":
        end_membership(centre.people["Mia"], centre.organisation, centre.places["Mia"], now=NOW)
    elif end == "seeker leaves":
        end_membership(centre.people["Alice"], centre.organisation, centre.places["Alice"], now=NOW)
    elif end == "coach becomes editor":
        set_role(centre.people["Ada"], centre.organisation, centre.places["Mia"], "editor", now=NOW)
        set_role(centre.people["Ada"], centre.organisation, centre.places["Mia"], "coach", now=NOW)
    else:
        erase_person(centre.people["Mia"], "mia@people.example")
    assert reads(centre, "Mia", alice, note) == (False, False, False)
    assert grants(alice.actor) == []


def test_a_grant_given_twice_stands_once(centre, alice) -> None:
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.queries.members import grants

    for _ in range(2):
        grant(alice.actor, centre.places["Mia"], now=NOW)
    assert [row.what for row in grants(alice.actor)] == ["the whole desk"]


def test_only_what_is_ones_own_is_granted_and_only_to_ones_own_coaches(centre, alice) -> None:
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.actions.organisations import found_organisation

    dora = centre.desk("Dora")
    with pytest.raises(NotThere):
        grant(alice.actor, centre.places["Mia"], application=dora.application, now=NOW)
    for nobody in (centre.places["Ada"], centre.places["Dora"], 10**9):
        with pytest.raises(NotThere):
            grant(alice.actor, nobody, now=NOW)
    centre.join("Zoe", "coach", found_organisation("Elsewhere", now=NOW).id)
    with pytest.raises(NotThere):
        grant(alice.actor, centre.places["Zoe"], now=NOW)
    with pytest.raises(DeskError):
        grant(alice.actor, centre.places["Mia"], application=alice.application, message=alice.draft().id, now=NOW)


def test_anothers_grant_cannot_be_revoked(centre, alice) -> None:
    from sincerely.desk.actions.grants import grant, revoke

    made = grant(alice.actor, centre.places["Mia"], now=NOW)
    with pytest.raises(NotThere):
        revoke(centre.desk("Dora").actor, made.id, now=NOW)


def test_every_grant_look_and_revocation_stands_in_the_history(centre, alice) -> None:
    from sincerely.desk.actions.grants import grant, revoke
    from sincerely.desk.actions.looking import look_at_message
    from sincerely.desk.queries.history import history

    note = alice.draft().id
    made = grant(alice.actor, centre.places["Mia"], message=note, now=NOW)
    look_at_message(centre.people["Mia"], note, now=NOW + timedelta(hours=1))
    revoke(alice.actor, made.id, now=NOW + timedelta(hours=2))
    told = [(row.who, row.what) for row in history(alice.actor, limit=3)]
    assert told == [("Alice", "revoke"), ("Mia (coach)", "look"), ("Alice", "grant")]
