"""Who comes in at the API, and from where; and what comes in that cannot be read."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.faces.api.conftest import HOST, Program, with_scopes

from sincerely.desk.actions.tokens import offer_pairing
from sincerely.desk.pacing import Turnstile
from sincerely.faces.api import door
from sincerely.faces.api.reading import DEEPEST, MOST_JSON

pytestmark = pytest.mark.django_db
LETTER = {"message": {"body": "Dear Ann,\n\nThank you for your time."}}


def test_a_cookie_of_the_web_desk_opens_nothing(program, scene) -> None:
    """A page of another origin could have a browser send it along."""
    browser = Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST)
    browser.get("/")
    assert browser.get("/api/due").status_code == 401
    assert browser.cookies.output() == "" or browser.post("/api/applications", {"employer": "X"}).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9", "http://localhost"])
def test_a_page_of_another_origin_is_turned_away(program, origin) -> None:
    assert program.get("/about", 403, Origin=origin)["type"].endswith("other-origin")
    program.post("/check", [LETTER], 403, Origin=origin)
    assert not [name for name in program.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("origin", ["http://127.0.0.1", "chrome-extension://abcdefgh", "moz-extension://0a1b-2c3d"])
def test_its_own_pages_and_extensions_may_come(program, origin) -> None:
    assert program.get("/me", Origin=origin)["who"] == "Alice Archer (Script)"
    program.ask("OPTIONS", "/me", None, 405, Origin=origin)
    assert "access-control-allow-origin" not in {name.lower() for name in program.headers}


def test_a_foreign_name_for_this_machine_is_turned_away(program) -> None:
    program.client = Client(SERVER_NAME="rebound.example", REMOTE_ADDR=HOST)
    assert program.get("/about", 403)["detail"] == "This desk answers only on its own machine."
    assert program.headers["X-Content-Type-Options"] == "nosniff"


def test_another_machine_reaches_no_desk_of_one_person(program) -> None:
    program.client = Client(SERVER_NAME=HOST, REMOTE_ADDR="192.0.2.7")
    assert program.client.post("/api/check", "[]", "application/json").status_code == 403


@pytest.mark.parametrize("words", ["Bearer", "Bearer ", "Basic YTpi", "bearer  nonsense", "Bearer \u00fcber"])
def test_what_is_no_token_is_none(program, words) -> None:
    assert program.get("/due", 401, Authorization=words)["status"] == 401
    program.post("/check", [LETTER], 401, Authorization=words)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"\xff", 400),
        (b'{"employer": NaN}', 400),
        (b"1" * 5000, 400),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), 400),
        (b"[" * 100_000, 400),
        (b'{"employer": "half \\ud800"}', 422),
        (b'{"employer": "nul \\u0000"}', 422),
        (b"[]", 422),
        (b"null", 422),
        (b"", 422),
        (b'{"employer": 7}', 422),
        (b'{"employer": "A", "wish": 1}', 422),
        (b'{"employer": "A", "zone_guessed": "yes"}', 422),
        (b"[" + b" " * MOST_JSON, 413),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_does_not_fit_is_refused_as_a_problem(program, body, status) -> None:
    told = program.ask("POST", "/applications", body, status)
    assert told["status"] == status
    assert told["detail"]


def test_a_wrong_value_is_named(program, scene) -> None:
    told = program.post(f"/applications/{scene.application}/promise", {"by": "soon"}, 422)
    assert told["errors"] == [{"where": "body.by", "what": "Write it like 2026-03-02."}]
    told = program.post("/check", {"letters": []}, 422)
    assert told["errors"] == [{"where": "body", "what": "Input should be a valid list"}]


def test_other_kinds_of_body_are_refused(program) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        answer = program.client.generic("POST", "/api/check", b"[]", kind)
        assert answer.status_code == 415, kind


@pytest.mark.parametrize(
    "way", ["", "/", "/nothing", "/messages/x", "/messages/0", f"/messages/{10**30}", "/messages/1/../2", "/due?x=%00"]
)
def test_an_address_that_leads_nowhere_is_a_problem(program, way) -> None:
    answer = program.client.get(f"/api{way}", headers={"Authorization": f"Bearer {program.token}"})
    assert answer.status_code in (404, 422)
    assert json.loads(answer.content)["type"].startswith("urn:sincerely:problem:")


def test_another_method_is_named_as_such(program) -> None:
    program.ask("PUT", "/due", None, 405)
    assert program.headers["Allow"] == "GET"


def test_a_program_that_floods_is_told_to_wait(program, monkeypatch) -> None:
    from datetime import timedelta

    monkeypatch.setattr(door, "FLOOD", Turnstile(3, timedelta(minutes=1)))
    for _ in range(3):
        program.get("/me")
    assert program.get("/me", 429)["type"].endswith("too-many")
    assert program.headers["Retry-After"] == "60"


def test_pairing_takes_a_code_and_few_tries(program, scene) -> None:
    program.token = None
    code = offer_pairing(scene.actor, now=scene.now)
    paired = program.post("/pair", {"code": code, "name": "Firefox"}, 201)
    assert paired["scopes"] == ["check", "log", "read"]
    assert Program(paired["token"]).get("/me")["who"] == "Alice Archer (Firefox)"
    for _ in range(4):
        program.post("/pair", {"code": code, "name": "Again"}, 401)
    program.post("/pair", {"code": offer_pairing(scene.actor, now=scene.now), "name": "Late"}, 429)


def test_a_narrow_token_is_told_what_it_lacks(scene) -> None:
    small = with_scopes(scene, "check", "read")
    told = small.post("/applications", {"employer": "New Place"}, 403)
    assert "scope log" in told["detail"]
    assert "insufficient_scope" in small.headers["WWW-Authenticate"]


def test_on_a_desk_for_many_even_checking_needs_a_token(program, scene, settings) -> None:
    settings.MEMBERS = True
    program.token = None
    program.post("/check", [LETTER], 401)
    assert with_scopes(scene, "check").post("/check", [LETTER])[0]["verdict"]
    with_scopes(scene, "read").post("/check", [LETTER], 403)


def test_too_many_letters_at_once_are_refused(program) -> None:
    program.post("/check", [LETTER] * 101, 422)
    assert program.post("/check", []) == []


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(body=JSON | some.binary(max_size=40))
def test_no_body_breaks_it(program: Program, body: Any) -> None:
    for way in ("/applications", "/check", "/pair", "/desk/policy"):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        method = "PUT" if way == "/desk/policy" else "POST"
        headers = {"Authorization": f"Bearer {program.token}"}
        answer = program.client.generic(method, f"/api{way}", data, "application/json", headers=headers)
        assert answer.status_code < 500


def test_a_fault_of_ours_tells_nothing_of_anybody(program, monkeypatch, caplog) -> None:
    from sincerely.faces.api import operation

    def broken(op, *rest):
        raise RuntimeError("secret words")

    monkeypatch.setattr(operation, "done", broken)
    program.client.raise_request_exception = False
    told = program.get("/due", 500)
    assert told["type"].endswith("our-fault")
    assert "secret words" not in json.dumps(told) + caplog.text
    assert "RuntimeError" in caplog.text
