"""Invitations let in whom they are for, once; an organisation keeps an admin; roles open no desk."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.errors import DeskError, NotThere


def invited(who, centre, **more):
    from sincerely.desk.actions.organisations import invite

    return invite(who, centre.organisation, **{"role": "seeker", "now": NOW, **more})


def join(centre, name, token, now=NOW):
    from sincerely.desk.actions.organisations import accept

    return accept(centre.people[name], token, now=now)


def test_a_link_works_once(centre) -> None:
    token = invited(centre.people["Ada"], centre)
    assert join(centre, "Eve", token).role == "seeker"
    centre.arrive("Finn")
    with pytest.raises(NotThere):
        join(centre, "Finn", token)


def test_a_link_for_somebody_is_for_nobody_else(centre) -> None:
    token = invited(centre.people["Ada"], centre, email="Finn@People.example", role="coach")
    with pytest.raises(NotThere):
        join(centre, "Eve", token)
    centre.arrive("Finn")
    assert join(centre, "Finn", token).role == "coach"


@pytest.mark.parametrize("fault", ["run out", "void", "guessed", "empty"])
def test_a_link_that_does_not_stand_lets_nobody_in(centre, fault) -> None:
    from sincerely.desk.actions.organisations import revoke_invitation
    from sincerely.desk.queries.members import invitations
    from sincerely.desk.queries.members import invited as looked_up

    token, moment = invited(centre.people["Ada"], centre), NOW
    if fault == "run out":
        moment = NOW + timedelta(days=14)
    elif fault == "void":
        (row,) = invitations(centre.people["Ada"], centre.organisation, NOW)
        revoke_invitation(centre.people["Ada"], centre.organisation, row.id, now=NOW)
    else:
        token = {"guessed": token[:-1] + "~", "empty": ""}[fault]
    for ask in (lambda: looked_up(centre.people["Eve"], token, moment), lambda: join(centre, "Eve", token, moment)):
        with pytest.raises(NotThere):
            ask()


def test_the_secret_of_a_link_is_not_kept(centre) -> None:
    from sincerely.desk.models import Invitation

    token = invited(centre.people["Ada"], centre)
    row = Invitation.objects.latest("id")
    assert token not in str(vars(row))


@pytest.mark.parametrize("role", ["coach", "editor", "admin"])
def test_a_coach_invites_seekers_only_and_a_seeker_nobody(centre, role) -> None:
    with pytest.raises(DeskError):
        invited(centre.people["Mia"], centre, role=role, email="x@people.example")
    for name in ("Alice", "Eve"):
        with pytest.raises(NotThere):
            invited(centre.people[name], centre)
    assert invited(centre.people["Mia"], centre)


def test_no_role_but_seeker_is_given_to_whoever_has_a_link(centre) -> None:
    with pytest.raises(DeskError):
        invited(centre.people["Ada"], centre, role="admin")


@pytest.mark.parametrize("way", ["leaves", "takes another role", "erases everything"])
def test_the_last_admin_stays_until_another_is_named(centre, way) -> None:
    from sincerely.desk.actions.organisations import end_membership, set_role
    from sincerely.desk.actions.persons import erase_person

    ada, where = centre.people["Ada"], centre.organisation

    def go() -> None:
        if way == "leaves":
            end_membership(ada, where, centre.places["Ada"], now=NOW)
        elif way == "takes another role":
            set_role(ada, where, centre.places["Ada"], "coach", now=NOW)
        else:
            erase_person(ada, "ada@people.example")

    with pytest.raises(DeskError, match="no other admin"):
        go()
    set_role(ada, where, centre.places["Noor"], "admin", now=NOW)
    go()


def test_a_member_removes_nobody_but_themselves(centre) -> None:
    from sincerely.desk.actions.organisations import end_membership

    for name in ("Alice", "Mia"):
        with pytest.raises(NotThere):
            end_membership(centre.people[name], centre.organisation, centre.places["Dora"], now=NOW)
    end_membership(centre.people["Dora"], centre.organisation, centre.places["Dora"], now=NOW)


def test_a_seeker_sees_coaches_and_admins_and_no_other_seeker(centre) -> None:
    from sincerely.desk.queries.members import members

    seen = {row.name: row.email for row in members(centre.people["Alice"], centre.organisation)}
    assert seen == {"Ada": "", "Mia": "", "Noor": "", "Alice": ""}
    every = {row.name for row in members(centre.people["Ada"], centre.organisation)}
    assert every == {"Ada", "Mia", "Noor", "Alice", "Dora"}


def test_an_erased_person_leaves_nothing_but_history_that_is_others(centre) -> None:
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.models import Application, Desk, Grant, Membership, Person

    alice = centre.desk("Alice")
    alice.draft()
    grant(alice.actor, centre.places["Mia"], now=NOW)
    person = centre.people["Alice"].person
    with pytest.raises(DeskError, match="type your e-mail address"):
        erase_person(centre.people["Alice"], "dora@people.example")
    erase_person(centre.people["Alice"], " Alice@people.example ")
    assert not Person.objects.filter(pk=person).exists()
    assert not Membership.objects.filter(person=person).exists()
    assert (Desk.objects.count(), Application.objects.count(), Grant.objects.count()) == (0, 0, 0)


def test_an_organisation_goes_with_its_last_person_and_not_before(centre) -> None:
    from sincerely.desk.actions.organisations import found_organisation
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.models import Organisation

    alone = found_organisation("Small", now=NOW).id
    centre.join("Zoe", "admin", alone)
    erase_person(centre.people["Dora"], "dora@people.example")
    assert Organisation.objects.filter(pk__in=(centre.organisation, alone)).count() == 2
    erase_person(centre.people["Zoe"], "zoe@people.example")
    assert list(Organisation.objects.values_list("id", flat=True)) == [centre.organisation]


def test_a_new_address_of_an_account_is_taken_over(centre) -> None:
    from sincerely.desk.actions.persons import arrive, known

    again = arrive(1000, email="Ada@new.example", name="Ada", now=NOW)
    assert again == known(1000) == centre.people["Ada"]
