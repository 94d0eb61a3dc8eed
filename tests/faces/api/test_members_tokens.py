"""Members as callers of the API: whatever somebody shares with them, or they are in the organisation, a token of theirs leads to
their own desk alone. What is shared is read on the pages of members.

Generated from the operations: a new one is tried as soon as it is there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from tests.desk.conftest import NOW
from tests.desk.members.conftest import found_centre
from tests.faces.api.conftest import Program
from tests.faces.api.test_matrix import PATHS, asked, everything, example, in_address
from tests.faces.web.members.world import GUESSED

from sincerely.desk.actions.tokens import make_token
from sincerely.desk.callers import Scope
from sincerely.faces.api.routes import OPERATIONS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# Who has a token, and what Alice shares with them.
CALLERS = {
    "Mia": "her whole desk",
    "Noor": "one application",
    "Dora": "one draft",
    "Kim": "nothing: an editor",
    "Ada": "nothing: an admin",
}
# The matrix tries who reads a whole desk, and who runs the organisation, at every address.
AT_ADDRESSES = ("Noor", "Dora")
# What stands on Alice's desk alone.
MARK = "Kestrel"
# Numbers that a question or a body can name, by the noun that they number; the others count.
NUMBERS = {
    "application": "application",
    "contact": "contact",
    "contacts": "contact",
    "employer": "employer",
    "interview": "interview",
    "merged": "contact",
    "message": "message",
    "postings": "posting",
    "watch": "watch",
    "whole": "employer",
}
COUNTS = {"limit", "days", "hour", "pace", "review_votes", "edition", "start", "end", "number", "version"}
# It says only how many it looked at, and has a test of its own.
COUNTING = {"look_at"}
INVITE = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:talk@willow.example
DTSTART:20260310T100000Z
ORGANIZER;CN=Bob:mailto:bob@willow.example
END:VEVENT
END:VCALENDAR
"""
# A coach is no row of anybody's desk: a seeker names one of their own organisation.
PEOPLE = {"coach"}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Built once; what each question does is undone."""
    from sincerely.desk.actions.feeds import new_token
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.actions.organisations import invite
    from sincerely.desk.actions.shares import share_by_link, share_with_member
    from sincerely.desk.admission import Operator

    with django_db_blocker.unblock(), transaction.atomic():
        centre = found_centre()
        centre.join("Kim", "editor")
        own = {name: everything(centre.desk(name), f"{name} Works") for name in CALLERS}
        desks = {name: make_token(desk_of(centre, name), name=name, scopes=list(Scope), now=NOW)[1] for name in CALLERS}
        alice = centre.desk("Alice")
        hers = everything(alice, f"{MARK} Works")
        grant(alice.actor, centre.places["Mia"], now=NOW)
        grant(alice.actor, centre.places["Noor"], application=hers["application"], now=NOW)
        share_with_member(alice.actor, hers["message"], centre.people["Dora"].person, now=NOW)
        for name in CALLERS:
            own[name]["coach"] = centre.places["Noor" if name == "Mia" else "Mia"]
        secrets = [share_by_link(alice.actor, hers["message"], now=NOW)[1], new_token(alice.actor, now=NOW)]
        secrets.append(invite(Operator(), centre.organisation, role="seeker", now=NOW))
        marked(alice.actor.desk)
        hers |= {"grant": GUESSED}
        token = make_token(alice.actor, name="Hers", scopes=list(Scope), now=NOW)[1]
        yield {"own": own, "tokens": desks, "hers": hers, "token": token, "secrets": secrets}
        transaction.set_rollback(True)


def desk_of(centre: Any, name: str) -> Any:
    from sincerely.desk.admission import desk_of as owned

    return owned(centre.people[name])


def marked(desk: int) -> None:
    """Every word of Alice's desk that a list could show says whose it is."""
    from sincerely.desk import models

    models.Contact.objects.filter(desk=desk).update(name=f"{MARK} Bob")
    models.Application.objects.filter(desk=desk).update(role=f"{MARK} Keeper")
    models.Message.objects.filter(desk=desk).update(subject=f"{MARK} thanks", body=f"Dear {MARK}")
    models.Received.objects.filter(desk=desk).update(text=f"{MARK} says hello")
    models.Watched.objects.filter(desk=desk).update(title=f"{MARK} Nurse")
    models.Account.objects.filter(desk=desk).update(address=f"{MARK.lower()}@own.example")


def lists() -> list[str]:
    """What is read without naming anything."""
    return sorted(name for name, one in OPERATIONS.items() if one.method == "GET" and not in_address(name))


def named_in(name: str) -> list[tuple[str, str]]:
    """The numbers that a question or a body of an operation names: (where, field)."""
    body = example(name)
    fields = [("body", field) for field, value in (body if isinstance(body, dict) else {}).items() if numbers(value)]
    asks = [one for one in PATHS[name].get("parameters", []) if one["in"] == "query" and "integer" in str(one["schema"])]
    return [pair for pair in [*fields, *(("query", one["name"]) for one in asks)] if pair[1] not in COUNTS | PEOPLE]


def numbers(value: Any) -> bool:
    return type(value) is int or (isinstance(value, list) and bool(value) and type(value[0]) is int)


@pytest.mark.parametrize("name", sorted(name for name in OPERATIONS if in_address(name)))
def test_what_is_shared_with_a_member_is_missing_for_their_token(world, name) -> None:
    guessed = dict.fromkeys(world["hers"], GUESSED)
    for who in AT_ADDRESSES:
        program = Program(world["tokens"][who])
        told = asked(program, name, world["hers"])
        assert told[0] == 404, f"{who}, who sees {CALLERS[who]}"
        assert told == asked(program, name, guessed), f"{who}, who sees {CALLERS[who]}"


@pytest.mark.parametrize("name", lists())
def test_no_list_shows_a_member_what_another_shares_with_them(world, name) -> None:
    for who in CALLERS:
        status, words = asked(Program(world["tokens"][who]), name, world["own"][who])
        assert status < 500
        assert MARK.lower() not in words.lower(), f"{who}, who sees {CALLERS[who]}"


def test_the_owner_finds_it_in_her_lists(world) -> None:
    shown = {name for name in lists() if MARK in asked(Program(world["token"]), name, world["hers"])[1]}
    assert {"applications", "contacts", "messages", "received_list", "jobs", "history", "due", "export_desk"} <= shown


@pytest.mark.parametrize("name", sorted(name for name in OPERATIONS if named_in(name) and name not in COUNTING))
def test_a_number_of_anothers_in_a_question_or_a_body_is_as_good_as_a_guess(world, name) -> None:
    for where, field in named_in(name):
        for who, own in world["own"].items():
            program, noun = Program(world["tokens"][who]), NUMBERS[field]
            numbers = (world["hers"][noun], GUESSED, own[noun])
            theirs, guess, mine = (with_number(program, name, own, where, field, number) for number in numbers)
            assert theirs == guess, f"{who}, who sees {CALLERS[who]}: {field}"
            assert mine != guess, f"{field} makes no difference: nothing is tried here"


def with_number(program: Program, name: str, own: dict[str, Any], where: str, field: str, key: int) -> tuple[int, str]:
    """What is told where one field names this number and all else is one's own."""
    if where == "query":
        return asked(program, name, own, query=f"?{field}={key}")
    body = example(name)
    told = [key] if isinstance(body[field], list) else key
    if name == "grant":
        return asked(program, name, own, {"coach": own["coach"], field: told})
    mine = {other: own[NUMBERS[other]] for other, value in body.items() if type(value) is int and other in NUMBERS}
    mine |= {"invite": INVITE} if "invite" in body else {}
    return asked(program, name, own, body | mine | {field: told})


def test_nobody_looks_at_a_posting_for_another(world) -> None:
    for who, own in world["own"].items():
        program = Program(world["tokens"][who])
        looked = [program.post("/jobs/looked", {"postings": [one["posting"]]})["looked"] for one in (world["hers"], own)]
        assert looked == [0, 1], who


@pytest.mark.parametrize("scope", sorted({one.scope for one in OPERATIONS.values()}))
def test_the_secret_of_a_link_a_calendar_or_an_invitation_is_no_token(world, scope) -> None:
    name = min(name for name, one in OPERATIONS.items() if one.scope is scope)
    assert [asked(Program(secret), name, world["hers"])[0] for secret in world["secrets"]] == [401, 401, 401]
