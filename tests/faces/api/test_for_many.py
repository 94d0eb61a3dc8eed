"""The API where desks are kept for many: a token leads to its owner's desk, and nothing else does."""

import json

import pytest
from django.test import Client
from tests.faces.api.conftest import HOST, Program
from tests.faces.web.members.conftest import alice, at_noon, centre, many, signed_in, their_tables  # noqa: F401

from sincerely.desk.actions.tokens import make_token

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def program(alice) -> Program:  # noqa: F811
    """A program of Alice's on another machine."""
    found = Program(make_token(alice.actor, name="Script", scopes=["read", "check"], now=alice.now)[1])
    found.client = Client(SERVER_NAME="desk.example", REMOTE_ADDR="192.0.2.7")
    return found


def test_a_token_leads_to_the_desk_of_its_owner(program, alice) -> None:  # noqa: F811
    assert program.get("/me")["desk"] == "Alice"
    assert [row["id"] for row in program.get("/applications")["items"]] == [alice.application]
    assert program.get("/about")["members"] is True


def test_who_signed_in_at_the_pages_is_nobody_here(program, centre, signed_in) -> None:  # noqa: F811
    browser = signed_in(centre.people["Alice"])
    assert browser.get("/").status_code == 200
    for way in ("/api/due", "/api/me"):
        answer = browser.get(way)
        assert answer.status_code == 401
        assert "sessionid" not in str(answer.cookies)
    assert browser.post("/api/check", json.dumps([]), "application/json").status_code == 401


def test_only_its_own_name_is_answered(program) -> None:
    stranger = Client(SERVER_NAME="evil.example", REMOTE_ADDR=HOST)
    assert stranger.get("/api/about").status_code == 403
    program.get("/about", 403, Origin="https://evil.example")
