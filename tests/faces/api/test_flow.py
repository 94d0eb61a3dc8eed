"""From what is owed to a note that went, as a program asks for it."""

import hashlib

import pytest
from tests.desk.conftest import NOTE

pytestmark = pytest.mark.django_db


def test_about_needs_no_token_and_everything_else_does(program) -> None:
    program.token = None
    assert program.get("/about")["name"] == "sincerely"
    told = program.get("/due", 401)
    assert told["type"].endswith("no-token")
    assert program.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_note_goes_from_due_to_the_outbox(program, scene) -> None:
    day = program.get("/due")
    owed = [touch for touch in (*day["late"], *day["today"]) if touch["contact"] == scene.bob]
    assert owed[0]["stage"] == "thank-you"
    told = {"contact": scene.bob, "stage": "thank-you", "body": NOTE, "subject": "Thank you"}
    note = program.post(f"/applications/{scene.application}/messages", told, 201)
    way = f"/messages/{note['id']}"
    assert program.get(f"{way}/report")["verdict"] in ("ready", "revise")
    look = program.post(f"{way}/look")
    assert hashlib.sha256(look["text"].encode()).hexdigest() == look["sha256"]
    assert "Thank you for your time today" in look["text"]
    program.post(f"{way}/approve", {"sha256": "0" * 64}, 409, Idempotency_Key="wrong")
    approved = program.post(f"{way}/approve", {"sha256": look["sha256"]}, Idempotency_Key="yes-1")
    assert approved["state"] == "approved"
    assert approved["consent_by"] == "Alice Archer (Script)"
    queued = program.post(f"{way}/send", {}, Idempotency_Key="send-1")
    assert queued["state"] == "queued"
    assert program.post(f"{way}/send", {}, Idempotency_Key="send-1") == queued
    assert program.post(f"{way}/withdraw")["state"] == "withdrawn"
    assert program.post(f"{way}/send", {}, Idempotency_Key="send-1") == queued, "the same key, the same answer"


def test_letters_are_checked_without_a_desk(program) -> None:
    program.token = None
    letters = [{"id": "a", "message": {"body": "Dear Ann,\n\nThank you, [NAME]."}}, {"id": "b", "message": 7}]
    first, second = program.post("/check", letters)
    assert first["id"] == "a"
    assert any(found["rule"] == "professional/placeholder" for found in first["findings"])
    assert second == {"id": "b", "error": "message: expected an object, found int"}
